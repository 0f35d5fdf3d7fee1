"""Chart of the hour: how dear a stop must be before selling hours pays, by what the plan does for reliability."""

from collections.abc import Mapping, Sequence

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.guess import with_guess
from longwave.charts.theme import BLUE, INK, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.business_models.models.hours import turning_gain, turning_stop

GAINS, STOPS = (0.0, 52.0), (150.0, 200_000.0)  # per cent; dollars, in equal steps of a factor
CURVE = 3.0  # per cent; further left the curve leaves the plot
ROOF = 45_000.0  # the curve and its shade end here; above it the printed ranges have a band of their own
TICKS = [200, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 40_000]
Versions = Mapping[str, tuple[float, float]]
Guess = tuple[float, float] | float | None


def stop_chart(
    failures: float,
    repair: float,
    plan: float,
    versions: Versions,
    customers: Sequence[float] = (),
    guess: Guess = None,
) -> alt.Chart | alt.LayerChart:
    """Draw the cost of a stop from which the hour pays, by the gain in reliability, the customers, and each version.

    Args:
        failures: Failures a year without the plan.
        repair: What a repair costs the maker, dollars.
        plan: What the plan costs the maker a year, dollars.
        versions: For each version of the study its lowest and highest gain, in per cent.
        customers: What a stop costs each customer who has to be decided on, dollars.
        guess: The reader's own range of gains, in per cent, as `kept_guess` returns it.
    """
    ends = sorted({end for pair in versions.values() for end in pair})
    top, foot = (100 * turning_gain(failures, stop, repair, plan) for stop in (ROOF, STOPS[0]))
    curve, points = (
        pd.DataFrame({"gain": gains, "stop": [turning_stop(failures, gain / 100, repair, plan) for gain in gains]})
        for gains in (np.unique([top, *np.arange(max(CURVE, top), foot, 0.5), foot]), ends)
    )
    title = _(
        "Between the lowest and the highest gain printed, hours pay from {dear:,.0f} or {cheap:,.0f} dollars a stop"
    ).format(cheap=points["stop"].min(), dear=points["stop"].max())
    words = _(
        "{title}. A falling curve: the cost of a stop from which the hour pays, by the gain: {turns}. Above it, "
        "shaded, the hour pays. Level lines for customers: {levels}. Bars: {said}."
    )
    turns = "; ".join(f"{gain:g} %: {stop:,.0f}" for gain, stop in zip(points["gain"], points["stop"], strict=True))
    levels = "; ".join(
        _("{stop:,.0f} from {gain:.1%} on").format(stop=stop, gain=turning_gain(failures, stop, repair, plan))
        for stop in customers
    )
    said = "; ".join(f"{name}: {low:g}–{high:g} %" for name, (low, high) in versions.items())
    axes = _axes()
    layers = [*_levels(customers), *_bars(versions), *_curve(curve, points)]
    chart = finish(
        alt.layer(*(layer.encode(**axes) for layer in layers)),
        title,
        words.format(title=title, turns=turns, levels=levels, said=said),
        subtitle=_(
            "Invented machine: {failures:g} failures a year, a repair {repair:,.0f}, a plan {plan:,.0f} dollars. "
            "Bars on top: the gains that each version prints."
        ).format(failures=failures, repair=repair, plan=plan),
        height=340,
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
        title=_("Cost of a stop (dollars, in equal ratios)"),
        scale=alt.Scale(type="log", domain=list(STOPS), nice=False),
        axis=alt.Axis(format=",d", values=TICKS),
    )
    return Axes(x=x, y=y)


def _curve(curve: pd.DataFrame, points: pd.DataFrame) -> list[alt.Chart]:
    """Return the shade in which the hour pays, the curve below it, and a labelled dot at each end of a range."""
    seen = curve[curve["stop"].between(0.999 * STOPS[0], 1.001 * ROOF)]
    right = pd.DataFrame({"gain": [GAINS[1]], "stop": [STOPS[0]]})
    side = pd.DataFrame({"gain": [31.0], "stop": [19_000.0], "label": [_("here hours pay")]})
    dots = alt.Chart(data("ends", points.assign(label=[f"{worth:,.0f}" for worth in points["stop"]])))
    shade = pd.concat([seen, right]).assign(roof=ROOF)
    return [
        alt.Chart(data("pays", shade)).mark_area(color=BLUE, opacity=0.13).encode(y2=alt.Y2("roof:Q")),
        alt.Chart(data("side", side))
        .mark_text(fontSize=14, color=BLUE, fontWeight="bold")
        .encode(text=alt.Text("label:N")),
        alt.Chart(data("curve", seen)).mark_line(color=BLUE, strokeWidth=2.5),
        dots.mark_point(color=BLUE, filled=True, size=80, opacity=1),
        dots.mark_text(align="left", dx=6, dy=-10, fontSize=13, color=INK).encode(text=alt.Text("label:N")),
    ]


def _levels(customers: Sequence[float]) -> list[alt.Chart]:
    """Return a dashed level line for each customer, with what a stop costs him at its right end."""
    ends = pd.DataFrame([{"gain": gain, "stop": stop} for stop in customers for gain in GAINS])
    keys = pd.DataFrame(
        [
            {"gain": GAINS[1] - 0.4, "stop": stop, "label": _("a stop at {stop:,.0f}").format(stop=stop)}
            for stop in customers
        ],
        columns=["gain", "stop", "label"],
    )
    lines = alt.Chart(data("customers", ends))
    return [
        lines.mark_line(color=INK, strokeWidth=1.3, strokeDash=[5, 4]).encode(detail=alt.Detail("stop:N")),
        alt.Chart(data("customer_names", keys))
        .mark_text(align="right", dy=-8, fontSize=12, color=INK)
        .encode(text=alt.Text("label:N")),
    ]


def _bars(versions: Versions) -> list[alt.Chart]:
    """Return a bar for each version of the study above the plot of the curve, with its name at its right end."""
    rows = [
        {"gain": low, "high": high, "stop": STOPS[1] / 1.55 ** (place + 0.7), "label": name}
        for place, (name, (low, high)) in enumerate(versions.items())
    ]
    base = alt.Chart(data("versions", pd.DataFrame(rows)))
    names = alt.Chart(data("version_names", pd.DataFrame(rows).assign(gain=[high for _low, high in versions.values()])))
    return [
        base.mark_bar(height=7, color=RUST, opacity=0.75).encode(x2=alt.X2("high:Q")),
        names.mark_text(align="left", dx=6, fontSize=12, color=RUST).encode(text=alt.Text("label:N")),
    ]
