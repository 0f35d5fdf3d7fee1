"""The chart of the year in which a series seems to bend, by the first and the last year of the window."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, PLUM, RUST, data, finish
from longwave.i18n import _


def kinks_chart(
    following: Mapping[int, pd.DataFrame], steady: pd.DataFrame, names: tuple[str, str], event: tuple[int, str]
) -> alt.LayerChart:
    """Draw the best kink of two series by the first year of the window.

    Args:
        following: As `kinks_by_start` returns it, of the series whose kink moves, by the last year of the windows; two
            last years.
        steady: The same of the series whose kink stays, for one last year.
        names: What the two series are called in the reader's language.
        event: A year drawn as a level line, and its name.
    """
    first, second = names
    title = _("The kink of {first} moves with the first year of the window; that of {second} stays").format(
        first=first, second=second
    )
    begin = _("windows from {begin} to {end}").format(begin=steady.index.min(), end=steady.index.max())
    spans = "; ".join(
        _("{name}, to {last}: {low:.0f} to {high:.0f}").format(
            name=first, last=last, low=found["kink"].min(), high=found["kink"].max()
        )
        for last, found in following.items()
    )
    words = _(
        "{title}. Best kinks of {begin}. {spans}; {second}: {low:.0f} to {high:.0f}. Level line: {event}."
    ).format(
        title=title,
        begin=begin,
        spans=spans,
        second=second,
        low=steady["kink"].min(),
        high=steady["kink"].max(),
        event=f"{event[1]}, {event[0]}",
    )
    label = _("{name}, to {last}")
    parts = {label.format(name=first, last=last): found["kink"] for last, found in following.items()} | {
        second: steady["kink"]
    }
    return _drawn(parts, event, title, words)


def _drawn(parts: dict[str, pd.Series], event: tuple[int, str], title: str, words: str) -> alt.LayerChart:
    rows = pd.concat([year.rename("kink").reset_index().assign(kind=kind) for kind, year in parts.items()])
    x = alt.X("start:Q", title=_("First year of the window"), axis=alt.Axis(format="d"), scale=alt.Scale(zero=False))
    y = alt.Y(
        "kink:Q",
        title=_("Year of the best kink"),
        axis=alt.Axis(format="d"),
        scale=alt.Scale(domain=[1765, 1820], nice=False),
    )
    legend = alt.Legend(orient="top", title=None, labelLimit=260)
    level = pd.DataFrame({"kink": [event[0]], "start": [rows["start"].max()], "label": [f"{event[1]}, {event[0]}"]})
    rule = alt.Chart(data("event", level))
    colours = alt.Scale(domain=list(parts), range=[PLUM, RUST, BLUE])
    shapes = alt.Scale(domain=list(parts), range=["square", "circle", "diamond"])
    return finish(
        alt.layer(
            rule.mark_rule(color=MUTED, strokeDash=[4, 4]).encode(y=y),
            rule.mark_text(align="right", dy=-8, fontSize=12, color=MUTED).encode(x=x, y=y, text=alt.Text("label:N")),
            alt.Chart(data("kinks", rows))
            .mark_line(strokeWidth=2, point=alt.OverlayMarkDef(size=70, filled=True, color=INK))
            .encode(
                x=x,
                y=y,
                color=alt.Color("kind:N", legend=legend, scale=colours),
                shape=alt.Shape("kind:N", legend=legend, scale=shapes),
            ),
        ),
        title,
        words,
        subtitle=_("Two lines that meet, fitted to the logarithm of output; by the last year of the window."),
        height=230,
    )
