"""Lines told apart by colour, dash and mark, with one legend: for charts of money against one number."""

from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from longwave.charts.theme import Axes, data


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

    A line is broken between pieces. `looks` gives each line's look, in the order of the legend.
    """
    domain, legend = list(looks), alt.Legend(orient="top", labelLimit=300)

    def scale(values: Sequence[str | list[float]]) -> alt.Scale:
        return alt.Scale(domain=domain, range=values)

    color = alt.Color("line:N", title=None, legend=legend, scale=scale([look.color for look in looks.values()]))
    dash = alt.StrokeDash("line:N", title=None, legend=legend, scale=scale([look.dash for look in looks.values()]))
    shape = alt.Shape("line:N", title=None, legend=legend, scale=scale([look.shape for look in looks.values()]))
    sized = frame.assign(size=[looks[line].size for line in frame["line"]])
    size = alt.Size("size:Q", legend=None, scale=None)
    base = alt.Chart(data(name, sized)).encode(**axes, color=color, tooltip=tooltip)
    lines = base.mark_line(strokeWidth=2).encode(strokeDash=dash, detail="piece:N")
    points = base.mark_point(filled=True, opacity=1).encode(shape=shape, size=size)
    return alt.layer(lines, points)
