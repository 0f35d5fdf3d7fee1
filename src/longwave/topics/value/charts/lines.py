"""Lines or points told apart by colour, dash and mark, with one legend: for charts of money against one number."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import altair as alt
import pandas as pd

from longwave.charts.theme import GROUND, Axes, data

Channel = TypeVar("Channel", alt.Color, alt.StrokeDash, alt.Shape)


class Look(NamedTuple):
    """How one line looks."""

    color: str
    dash: list[float]
    shape: str
    size: int


def legend_lines(
    name: str, frame: pd.DataFrame, looks: dict[str, Look], axes: Axes, tooltip: list[alt.Tooltip]
) -> alt.LayerChart:
    """Draw lines with points and one legend above; `frame` has the columns line and piece beside those of the axes.

    A line is broken between pieces; a row whose column `bare` is true starts a piece that does not hold at its own
    place, and gets an open mark. `looks` gives each line's look, in the order of the legend.
    """
    base = _base(name, frame, looks, axes, tooltip)
    dash = _channel(alt.StrokeDash, looks, [look.dash for look in looks.values()])
    return alt.layer(
        base.mark_line(strokeWidth=2).encode(strokeDash=dash, detail="piece:N"),
        _points(base.transform_filter("!datum.bare"), looks),
        _points(base.transform_filter("datum.bare"), looks, is_open=True),
    )


def legend_points(
    name: str, frame: pd.DataFrame, looks: dict[str, Look], axes: Axes, tooltip: list[alt.Tooltip]
) -> alt.Chart:
    """Draw points without a line, with one legend above, for a number that is counted; arguments as above."""
    return _points(_base(name, frame, looks, axes, tooltip), looks)


def _base(name: str, frame: pd.DataFrame, looks: dict[str, Look], axes: Axes, tooltip: list[alt.Tooltip]) -> alt.Chart:
    sizes = [looks[line].size for line in frame["line"]]
    color = _channel(alt.Color, looks, [look.color for look in looks.values()])
    drawn: alt.Chart = alt.Chart(data(name, frame.assign(size=sizes))).encode(**axes, color=color, tooltip=tooltip)
    return drawn


def _points(base: alt.Chart, looks: dict[str, Look], is_open: bool = False) -> alt.Chart:
    shape = _channel(alt.Shape, looks, [look.shape for look in looks.values()])
    size = alt.Size("size:Q", legend=None, scale=None)
    mark = base.mark_point(filled=False, fill=GROUND, opacity=1) if is_open else base.mark_point(filled=True, opacity=1)
    drawn: alt.Chart = mark.encode(shape=shape, size=size)
    return drawn


def _channel(kind: type[Channel], looks: dict[str, Look], values: Sequence[str | list[float]]) -> Channel:
    scale, legend = (
        alt.Scale(domain=list(looks), range=values),
        alt.Legend(orient="top", labelLimit=300, symbolStrokeWidth=0),
    )
    return kind("line:N", title=None, legend=legend, scale=scale)
