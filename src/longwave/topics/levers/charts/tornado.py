"""The tornado of three levers: what each moves alone and together, by the function that joins them."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.levers.models.combining import ADD, MULTIPLY, WEAKEST, combined

MOST = 120.0  # per cent, the end of the axis


def tornado_chart(gains: Sequence[float], way: str, starts: Sequence[float] | None = None) -> alt.LayerChart:
    """Draw by how many per cent output grows with each of three levers alone, and with all three, the longest on top.

    `gains`, `way` and `starts` are as in `models.combining.combined`. The sum of the single bars is drawn, too, as a
    tick on the bar of all three, so that what levers add to each other can be seen. The rows come in the order of their
    length, and the axis takes that order from them, so that a slider re-sorts the bars without a new drawing.
    """
    rows = _rows(gains, way, starts)
    found = rows.set_index("lever")["percent"]
    names = _names()
    title = _("If {way}: output with each lever alone, and with all three").format(way=_ways()[way])
    words = _(
        "{title}. Four bars from a line at 0, the longest on top: lever A {a:.1f} per cent, lever B {b:.1f}, lever C "
        "{c:.1f}, all three {all:.1f}. A tick on the bar of all three marks the sum of the single ones, {sum:.1f}."
    ).format(title=title, sum=found[names[:3]].sum(), **dict(zip(("a", "b", "c", "all"), found[names], strict=True)))
    y = alt.Y("lever:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, labelLimit=200, domain=False))
    scale = alt.Scale(domain=[0, MOST], nice=False)
    x = alt.X("percent:Q", title=_("Output grows by (per cent)"), scale=scale)
    color = alt.Color("lever:N", legend=None, scale=alt.Scale(domain=names, range=[BLUE, RUST, GREEN, GREY]))
    base = alt.Chart(data("bars", rows)).encode(x=x, y=y)
    bars = base.mark_bar(height=26, clip=True).encode(color=color)
    labels = base.mark_text(align="left", dx=8, fontSize=13).encode(text="label:N")
    total = pd.DataFrame({"lever": names[3:], "percent": [min(found[names[:3]].sum(), MOST)]})
    mark = alt.Chart(data("sum", total)).mark_tick(thickness=3, size=40, color="black").encode(x=x, y=y)
    zero = alt.Chart(data("zero", pd.DataFrame({"percent": [0.0]}))).mark_rule(color=INK, strokeWidth=2).encode(x=x)
    note = _("Tick: the three single bars added up.")
    return finish(alt.layer(bars, mark, labels, zero), title, words, subtitle=note, width=590, height=230)


def _names() -> list[str]:
    return [_("A, on the first link"), _("B, on the second"), _("C, on the third"), _("all three")]


def _ways() -> dict[str, str]:
    return {ADD: _("they add"), MULTIPLY: _("they multiply"), WEAKEST: _("the weakest link decides")}


def _rows(gains: Sequence[float], way: str, starts: Sequence[float] | None) -> pd.DataFrame:
    """Return a row a bar, the longest first and of equal ones all three: lever, growth in per cent, and label."""
    singles = [[gain if place == pulled else 0.0 for place, gain in enumerate(gains)] for pulled in range(len(gains))]
    percent = [100 * (combined(pulled, way, starts) - 1) for pulled in [*singles, list(gains)]]
    table = pd.DataFrame({"lever": _names(), "percent": [value + 0.0 for value in percent]})
    table["label"] = [f"{value + 0.0:.0f} %" for value in table["percent"]]
    rest, joint = table.iloc[:3], table.iloc[3:]
    return pd.concat([joint, rest]).sort_values("percent", ascending=False, kind="stable", key=lambda of: of.round(9))
