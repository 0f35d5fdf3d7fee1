"""Chart of what a contact is worth, by the number of acquaintances in common."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, RUST, data, finish
from longwave.i18n import _
from longwave.topics.small_world.models.trust import best_shared, tie_value

MOST, STEP = 40, 2
COLOURS, SHAPES = (GREEN, BLUE, RUST), ("triangle-up", "circle", "square")
DASHES = ([2, 3], [1, 0], [6, 3])


def tie_value_chart(gains: Sequence[float], heard: float) -> alt.LayerChart:
    """Draw a contact's worth over 0 to 40 acquaintances in common, for up to three temptations.

    `gains` are values of k from low to high, and `heard` is f, as in `tie_value`. Each curve is a
    share of its own peak, which the legend names.
    """
    best = [best_shared(gain, heard) for gain in gains]
    title = _("With more to steal, the best contact shares {last} acquaintances with you instead of {first}").format(
        first=best[0], last=best[-1]
    )
    most = [tie_value([place], gain, heard)["worth"].iloc[0] for gain, place in zip(gains, best, strict=True)]
    names = [_("k = {gain:g}, peak {peak:.2f}").format(gain=g, peak=peak) for g, peak in zip(gains, most, strict=True)]
    peaks = ", ".join(
        _("at {best} for {name}").format(best=place, name=name) for place, name in zip(best, names, strict=True)
    )
    words = _(
        "{title}. {count} curves over 0 to {most} acquaintances in common rise to a peak and fall: {peaks}. Each "
        "acquaintance has told you with a chance of {heard:.0%}."
    ).format(title=title, count=len(gains), most=MOST, peaks=peaks, heard=heard)
    rows = pd.concat([_curve(gain, heard, name) for gain, name in zip(gains, names, strict=True)])
    marked = pd.DataFrame({"kind": names, "shared": best, "share": 1.0, "label": [str(place) for place in best]})
    return finish(_layers(rows, marked, names), title, words, subtitle=_subtitle(), height=175)


def _subtitle() -> str:
    return _("k: what cheating brings, in years of R − P. Each curve: share of its own peak")


def _curve(gain: float, heard: float, name: str) -> pd.DataFrame:
    values = tie_value(range(0, MOST + 1, STEP), gain, heard)
    highest = tie_value([best_shared(gain, heard)], gain, heard)["worth"].iloc[0]
    return pd.DataFrame({"kind": name, "shared": values["shared"], "share": values["worth"] / highest})


def _layers(rows: pd.DataFrame, marked: pd.DataFrame, names: list[str]) -> alt.LayerChart:
    x = alt.X(
        "shared:Q",
        title=_("Acquaintances that you and the contact have in common"),
        scale=alt.Scale(domain=[0, MOST], nice=False),
        axis=alt.Axis(values=[0, 10, 20, 30, 40], grid=False),
    )
    y = alt.Y(
        "share:Q",
        title=_("Worth (share of the peak)"),
        scale=alt.Scale(domain=[0, 1.15], nice=False),
        axis=alt.Axis(format="%", values=[0, 0.5, 1]),
    )
    count, legend = len(names), alt.Legend(orient="top", title=None)
    color = alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=names, range=list(COLOURS[:count])))
    dash = alt.StrokeDash("kind:N", legend=legend, scale=alt.Scale(domain=names, range=list(DASHES[:count])))
    shape = alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=names, range=list(SHAPES[:count])))
    peaks = alt.Chart(data("peaks", marked))
    return alt.layer(
        alt.Chart(data("curves", rows))
        .mark_line(strokeWidth=2.4, interpolate="monotone")
        .encode(x=x, y=y, color=color, strokeDash=dash),
        peaks.mark_point(filled=True, size=80, opacity=1).encode(x=x, y=y, color=color, shape=shape),
        peaks.mark_text(dy=-12, fontWeight="bold").encode(x=x, y=y, color=color, text=alt.Text("label:N")),
    )
