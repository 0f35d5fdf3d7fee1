"""What a garbled cell may have said."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, PALE, data, finish
from longwave.i18n import _

CERTAIN = 0.95  # a reading with a larger share is preferred by size


def readings_chart(institute: str, cell: str, read: pd.DataFrame, notice: tuple[float, float]) -> alt.LayerChart:
    """Draw every reading of a garbled cell with the share that its size gives it.

    `read` has the columns federal, others, share, and found: whether the award notices give the same two sums.
    `notice` has the two sums of the award notices in the table's unit, nan where none is known.
    """
    rows = read.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)
    pairs = rows[["federal", "others"]].to_numpy()
    rows["reading"] = [_("{federal:g} / {others:g}").format(federal=one, others=other) for one, other in pairs]
    rows["label"] = [_label(share, found) for share, found in zip(rows["share"], rows["found"], strict=True)]
    best = rows.iloc[0]
    sentence = _('{institute}, "{cell}": size prefers {reading}; {notice}')
    if best["share"] < CERTAIN:
        sentence = _('{institute}, "{cell}": size leans to {reading}; {notice}')
    says = _notice(rows, notice)
    title = sentence.format(institute=institute, cell=cell, reading=best["reading"], notice=says)
    words = _("{title}. {count} bars, one a reading, by the share that its size gives it: {bars}.").format(
        title=title,
        count=len(rows),
        bars="; ".join(f"{reading}: {label}" for reading, label in zip(rows["reading"], rows["label"], strict=True)),
    )
    y = alt.Y("reading:N", title=_("Reading, in units of 10 million USD"), sort=None, axis=alt.Axis(labelFontSize=13))
    axis, scale = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]), alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("share:Q", title=_("Share by size (our construction)"), axis=axis, scale=scale)
    base = alt.Chart(data("readings", rows[["reading", "share", "label", "found"]])).encode(y=y)
    bars = base.mark_bar(fill=PALE[BLUE], stroke=BLUE, strokeWidth=1.5).encode(x=x)
    # All labels begin at the left, over the pale bar: beside a bar that is full there is no room on the axis.
    words_in = base.mark_text(align="left", dx=8, fontSize=13, color=INK).encode(x=alt.value(0), text="label:N")
    note = _("Size is judged by the awards and pledges of all other institutes. Only a source can check a reading.")
    return finish(alt.layer(bars, words_in), title, words, subtitle=note, width=520, height=190)


def _notice(rows: pd.DataFrame, notice: tuple[float, float]) -> str:
    """Return in words what the award notices say of the readings."""
    if rows["found"].any():
        return _("the notices agree")
    if math.isnan(notice[1]):
        return _("federal notice {federal:g}").format(federal=notice[0])
    return _("the notice has {federal:g} / {others:g}").format(federal=notice[0], others=notice[1])


def _label(share: float, found: bool) -> str:
    shown = f"{share:.0%}" if share >= 0.005 else _("under 0.5%")
    return _("{share}, as in the award notices").format(share=shown) if found else shown
