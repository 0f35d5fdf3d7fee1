"""Chart of the hour: how dear a stop must be before selling hours pays, by what the plan does for reliability."""

from collections.abc import Mapping

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.guess import with_guess
from longwave.charts.theme import BLUE, INK, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.business_models.models.hours import turning_stop

GAINS, STOPS = (0.0, 48.0), (0.0, 16_000.0)  # per cent; dollars
CURVE = (8.0, 42.0)  # further left the curve leaves the plot, further right it falls below zero
Versions = Mapping[str, tuple[float, float]]


def stop_chart(
    failures: float, repair: float, plan: float, versions: Versions, guess: tuple[float, float] | float | None = None
) -> alt.Chart | alt.LayerChart:
    """Draw the cost of a stop from which the hour pays, by the gain in reliability, and what each version prints.

    Args:
        failures: Failures a year without the plan.
        repair: What a repair costs the maker, dollars.
        plan: What the plan costs the maker a year, dollars.
        versions: For each version of the study its lowest and highest gain, in per cent.
        guess: The reader's own range of gains, in per cent, as `kept_guess` returns it.
    """
    ends = sorted({end for pair in versions.values() for end in pair})
    curve, points = (
        pd.DataFrame({"gain": gains, "stop": [turning_stop(failures, gain / 100, repair, plan) for gain in gains]})
        for gains in (np.arange(CURVE[0], CURVE[1] + 0.1, 0.5), ends)
    )
    title = _("Printings of one effect move the stop that pays from {cheap:,.0f} to {dear:,.0f} dollars").format(
        cheap=points["stop"].min(), dear=points["stop"].max()
    )
    words = _(
        "{title}. A falling curve: the cost of a stop from which the hour pays, by the gain: {turns}. Bars: {said}."
    )
    turns = "; ".join(f"{gain:g} %: {stop:,.0f}" for gain, stop in zip(points["gain"], points["stop"], strict=True))
    said = "; ".join(f"{name}: {low:g}–{high:g} %" for name, (low, high) in versions.items())
    axes = _axes()
    layers = [*_bars(versions), *_curve(curve, points)]
    chart = finish(
        alt.layer(*(layer.encode(**axes) for layer in layers)),
        title,
        words.format(title=title, turns=turns, said=said),
        subtitle=_(
            "Invented machine: {failures:g} failures a year, a repair {repair:,.0f}, a plan {plan:,.0f}."
        ).format(failures=failures, repair=repair, plan=plan),
        height=300,
    )
    return with_guess(chart, guess, "x")


def _axes() -> Axes:
    x = alt.X(
        "gain:Q",
        title=_("Time between failures under the hour (per cent more)"),
        scale=alt.Scale(domain=list(GAINS), nice=False),
    )
    y = alt.Y(
        "stop:Q",
        title=_("Cost of a stop from which the hour pays (dollars)"),
        scale=alt.Scale(domain=list(STOPS), nice=False),
        axis=alt.Axis(format=",d"),
    )
    return Axes(x=x, y=y)


def _curve(curve: pd.DataFrame, points: pd.DataFrame) -> list[alt.Chart]:
    """Return the curve, and a labelled dot at each end of a printed range."""
    dots = alt.Chart(data("ends", points.assign(label=[f"{worth:,.0f}" for worth in points["stop"]])))
    return [
        alt.Chart(data("curve", curve)).mark_line(color=BLUE, strokeWidth=2.5),
        dots.mark_point(color=BLUE, filled=True, size=80, opacity=1),
        dots.mark_text(align="left", dx=6, dy=-10, fontSize=13, color=INK).encode(text=alt.Text("label:N")),
    ]


def _bars(versions: Versions) -> list[alt.Chart]:
    """Return a bar for each version of the study at the top of the plot, with its name at its right end."""
    rows = [
        {"gain": low, "high": high, "stop": STOPS[1] - 1_100 * (place + 1), "label": name}
        for place, (name, (low, high)) in enumerate(versions.items())
    ]
    base = alt.Chart(data("versions", pd.DataFrame(rows)))
    names = alt.Chart(data("version_names", pd.DataFrame(rows).assign(gain=[high for _low, high in versions.values()])))
    return [
        base.mark_bar(height=7, color=RUST, opacity=0.75).encode(x2=alt.X2("high:Q")),
        names.mark_text(align="left", dx=6, fontSize=12, color=RUST).encode(text=alt.Text("label:N")),
    ]
