"""Chart of what a contact is worth, by the number of acquaintances in common."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, RUST, data, finish
from longwave.i18n import _
from longwave.topics.small_world.models.trust import best_shared, nearly_best, tie_value

MOST = 40
COLOURS, SHAPES = (GREEN, BLUE, RUST), ("triangle-up", "circle", "square")
DASHES = ([2, 3], [1, 0], [6, 3])


def tie_value_chart(gain: float, heard: Sequence[float]) -> alt.LayerChart:
    """Draw a contact's worth over 0 to 40 acquaintances in common, for up to three chances that they tell the news.

    `gain` is k and `heard` are values of f from low to high, as in `tie_value`. Each curve is a share of its own peak,
    which the legend names; it is thick where it lies within 5 % of the peak.
    """
    best = [best_shared(gain, chance) for chance in heard]
    title = _("Where acquaintances tell you more, the best contact shares {last} of them with you instead of {first}")
    title = title.format(first=best[0], last=best[-1])
    most = [tie_value([place], gain, chance)["worth"].iloc[0] for chance, place in zip(heard, best, strict=True)]
    names = [
        _("f = {heard:g}, peak {peak:.2f}").format(heard=f, peak=peak) for f, peak in zip(heard, most, strict=True)
    ]
    near = [nearly_best(gain, chance) for chance in heard]
    peaks = ", ".join(
        _("at {best} for {name} (within 5 % from {low} to {high})").format(best=place, name=name, low=low, high=high)
        for place, name, (low, high) in zip(best, names, near, strict=True)
    )
    words = _(
        "{title}. {count} curves over 0 to {most} acquaintances in common rise to a peak and fall: {peaks}."
    ).format(title=title, count=len(heard), most=MOST, peaks=peaks)
    rows = pd.concat([_curve(gain, chance, name) for chance, name in zip(heard, names, strict=True)])
    marked = pd.DataFrame({"kind": names, "shared": best, "share": 1.0, "label": [str(place) for place in best]})
    return finish(_layers(rows, marked, names), title, words, subtitle=_subtitle(gain), height=175)


def _subtitle(gain: float) -> str:
    return _("k = {gain:g}. Each curve: share of its own peak, thick within 5 % of it").format(gain=gain)


def _curve(gain: float, heard: float, name: str) -> pd.DataFrame:
    values = tie_value(range(MOST + 1), gain, heard)
    highest = tie_value([best_shared(gain, heard)], gain, heard)["worth"].iloc[0]
    share = (values["worth"] / highest).round(4)
    low, high = nearly_best(gain, heard)
    return pd.DataFrame(
        {"kind": name, "shared": values["shared"], "share": share, "near": values["shared"].between(low, high)}
    )


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
    count, legend = len(names), alt.Legend(orient="top", title=None, symbolOpacity=1, symbolStrokeWidth=0)
    color = alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=names, range=list(COLOURS[:count])))
    dash = alt.StrokeDash("kind:N", legend=legend, scale=alt.Scale(domain=names, range=list(DASHES[:count])))
    shape = alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=names, range=list(SHAPES[:count])))
    curves, peaks = alt.Chart(data("curves", rows)), alt.Chart(data("peaks", marked))
    return alt.layer(
        curves.mark_line(strokeWidth=2.4).encode(x=x, y=y, color=color, strokeDash=dash),
        curves.transform_filter("datum.near").mark_line(strokeWidth=7, opacity=0.35).encode(x=x, y=y, color=color),
        peaks.mark_point(filled=True, size=80, opacity=1).encode(x=x, y=y, color=color, shape=shape),
        peaks.mark_text(dy=-12, fontWeight="bold").encode(x=x, y=y, color=color, text=alt.Text("label:N")),
    )
