"""The tornado of three levers: what each moves alone and together, by the function that joins them."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, RUST, data, finish
from longwave.i18n import _
from longwave.topics.levers.models.combining import ADD, MULTIPLY, combined

MOST = 120.0  # per cent, the end of the axis


def tornado_chart(gains: Sequence[float], way: str, starts: Sequence[float] | None = None) -> alt.LayerChart:
    """Draw by how many per cent output grows with each of three levers alone, and with all three.

    `gains`, `way` and `starts` are as in `models.combining.combined`. The sum of the single bars is drawn, too, as a
    tick on the bar of all three, so that what levers add to each other can be seen.
    """
    rows = _rows(gains, way, starts)
    alone, joint = rows["percent"][:3].sum(), rows["percent"].iloc[3]
    names = {ADD: _("they add"), MULTIPLY: _("they multiply")}.get(way, _("the weakest link decides"))
    title = _("If {way}: alone {a:.0f}, {b:.0f} and {c:.0f} per cent, together {all:.0f}").format(
        way=names, a=rows["percent"][0], b=rows["percent"][1], c=rows["percent"][2], all=joint
    )
    words = _(
        "{title}. Four bars from 0: lever A {a:.1f} per cent, lever B {b:.1f}, lever C {c:.1f}, all three {all:.1f}. A "
        "tick on the last bar marks the sum of the single ones, {sum:.1f}."
    ).format(title=title, a=rows["percent"][0], b=rows["percent"][1], c=rows["percent"][2], all=joint, sum=alone)
    order = rows["lever"].tolist()
    y = alt.Y("lever:N", title=None, sort=order, axis=alt.Axis(labelFontSize=13, labelLimit=200))
    x = alt.X("percent:Q", title=_("Output grows by (per cent)"), scale=alt.Scale(domain=[0, MOST], nice=False))
    color = alt.Color("lever:N", legend=None, scale=alt.Scale(domain=order, range=[BLUE, RUST, GREEN, GREY]))
    base = alt.Chart(data("bars", rows)).encode(x=x, y=y)
    bars = base.mark_bar(height=26, clip=True).encode(color=color)
    labels = base.mark_text(align="left", dx=8, fontSize=13).encode(text="label:N")
    tick = alt.Chart(data("sum", pd.DataFrame({"lever": [order[3]], "percent": [min(alone, MOST)]})))
    mark = tick.mark_tick(thickness=3, size=40, color="black").encode(x=x, y=y)
    note = _("Tick: the three single bars added up.")
    return finish(alt.layer(bars, mark, labels), title, words, subtitle=note, height=230)


def _rows(gains: Sequence[float], way: str, starts: Sequence[float] | None) -> pd.DataFrame:
    """Return a row a bar: the lever, the growth of output in per cent, and its label."""
    singles = [[gain if place == pulled else 0.0 for place, gain in enumerate(gains)] for pulled in range(len(gains))]
    percent = [100 * (combined(pulled, way, starts) - 1) for pulled in [*singles, list(gains)]]
    names = [_("A, on the first link"), _("B, on the second"), _("C, on the third"), _("all three")]
    labels = [f"{value + 0.0:.0f} %" for value in percent]
    return pd.DataFrame({"lever": names, "percent": [value + 0.0 for value in percent], "label": labels})
