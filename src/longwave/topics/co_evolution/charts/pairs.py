"""Chart of real indices: the falling module price, and what it seems to go with."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, PLUM, RUST, data, finish
from longwave.i18n import _


def indices_chart(indices: Mapping[str, pd.Series], degrees: Mapping[str, float]) -> alt.Chart:
    """Draw indices over the years. `degrees` has the usual C of the first index with each of the others, by name.

    `indices` maps two or three names to series with years as index, all on one scale.
    """
    first, *others = indices
    listed = _(", ").join(_("with {name} at {degree:.3f}").format(name=name, degree=degrees[name]) for name in others)
    title = _("{first}: coupled {list}").format(first=first.capitalize(), list=listed)
    rows = pd.DataFrame(indices).rename_axis("year").reset_index().melt("year", var_name="index", value_name="level")
    words = _("{title}. Lines from {start} to {end}, each from its least to its greatest value: {list}.").format(
        title=title,
        start=int(rows["year"].min()),
        end=int(rows["year"].max()),
        list="; ".join(
            _("{name} passes the middle in {year}").format(name=name, year=_middle(series))
            for name, series in indices.items()
        ),
    )
    order = list(indices)
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=260)
    color = alt.Color("index:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST, PLUM][: len(order)]))
    dash = alt.Scale(domain=order, range=[[1, 0], [7, 4], [2, 3]][: len(order)])
    chart = alt.Chart(data("indices", rows)).mark_line(strokeWidth=2.5)
    chart = chart.encode(
        x=alt.X("year:Q", title=_("Year"), axis=alt.Axis(format="d", labelFlush=False), scale=alt.Scale(nice=False)),
        y=alt.Y("level:Q", title=_("Index"), scale=alt.Scale(domain=[0, 1])),
        color=color,
        strokeDash=alt.StrokeDash("index:N", legend=legend, scale=dash),
    )
    return finish(chart, title, words, height=230)


def _middle(series: pd.Series) -> int:
    """Return the first year in which an index is above the middle of its range."""
    return int(series.index[(series > (series.min() + series.max()) / 2).argmax()])
