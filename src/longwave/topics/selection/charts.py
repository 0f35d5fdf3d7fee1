"""Charts of selection: how shares move, and a hundred histories of an industry that also searches."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.histories import history_lines, paths_frame
from longwave.charts.theme import BLUE, GREEN, GREY, INK, RUST, data, finish, on_canvas
from longwave.i18n import _

INDEX_DOMAIN = [0.9, 4]


def shares_chart(
    times: npt.NDArray[np.float64], shares: npt.NDArray[np.float64], names: list[str], best: str
) -> alt.LayerChart:
    """Draw the market shares of a few firms over time, each line with its name; `best` is the firm of the title.

    `shares` is an array (times, firms).
    """
    start, end = shares[0, names.index(best)], shares[-1, names.index(best)]
    title = _("{best} needs {time:g} periods from {start:.0%} to {end:.0%}").format(
        best=best, time=times[-1], start=start, end=end
    )
    words = _("{title}. Lines of market shares from period {first:g} to {last:g}: {list}.").format(
        title=title,
        first=times[0],
        last=times[-1],
        list="; ".join(
            _("{firm} from {start:.0%} to {end:.0%}").format(firm=name, start=shares[0, place], end=shares[-1, place])
            for place, name in enumerate(names)
        ),
    )
    rows = pd.DataFrame(shares, columns=names).assign(period=times).melt("period", var_name="firm", value_name="share")
    dashes = [[1, 0], [6, 4], [2, 3]][: len(names)]
    base = alt.Chart(data("shares", rows)).encode(
        x=alt.X(
            "period:Q",
            title=_("Periods"),
            scale=alt.Scale(domain=[times[0], round(times[-1] * 1.12, 6)], nice=False),
            axis=alt.Axis(tickMinStep=1, format="d"),
        ),
        y=alt.Y("share:Q", title=_("Market share"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%")),
        color=alt.Color("firm:N", legend=None, scale=alt.Scale(domain=names, range=[GREY, RUST, BLUE])),
        strokeDash=alt.StrokeDash("firm:N", legend=None, scale=alt.Scale(domain=names, range=dashes)),
    )
    ends = rows[rows.period == times[-1]]
    labels = alt.Chart(data("ends", ends)).mark_text(align="left", dx=6, fontSize=13)
    labels = labels.encode(x=alt.X("period:Q"), y=alt.Y("share:Q"), text=alt.Text("firm:N"))
    return finish(alt.layer(base.mark_line(strokeWidth=2.5), labels), title, words, height=240)


def industry_chart(means: npt.NDArray[np.float64], alive: npt.NDArray[np.int64]) -> alt.HConcatChart:
    """Draw many histories of an industry: its mean productivity as an index, and how many firms are left at the end.

    `means` (log productivity) and `alive` (number of firms) are arrays (histories, periods).
    """
    index, firms = np.exp(means), alive[:, 0].max()
    middle, left = float(np.median(index[:, -1])), int(np.median(alive[:, -1]))
    title = _("After {periods} periods: {change:+.0%} in the median history, {left} of {firms} firms left").format(
        periods=means.shape[1], change=middle - 1, left=left, firms=firms
    )
    low, high = np.quantile(index[:, -1], [0.1, 0.9])
    words = _(
        "{title}. {many} lines of mean productivity, from 100 in a typical start; at the end eight in ten are between "
        "{low:.0f} and {high:.0f}. Bars: in how many histories so many firms are left, at least {few}, at most {most}."
    ).format(
        title=title, many=len(means), low=100 * low, high=100 * high, few=alive[:, -1].min(), most=alive[:, -1].max()
    )
    lines, bars = _index_lines(index), _left_bars(alive[:, -1], int(firms))
    lines.width, lines.height, bars.width, bars.height = 360, 250, 180, 250
    note = _("Invented industry, drawn at random by our model. Full lines: histories. Dashed: their median.")
    joined = on_canvas(alt.hconcat(lines, bars, spacing=24))
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _index_lines(index: npt.NDArray[np.float64]) -> alt.LayerChart:
    periods = index.shape[1]
    x = alt.X("step:Q", title=_("Period"), scale=alt.Scale(domain=[0, periods], nice=False))
    y = alt.Y(
        "value:Q",
        title=_("Mean productivity (start = 1, logarithmic)"),
        scale=alt.Scale(type="log", domain=INDEX_DOMAIN, nice=False),
        axis=alt.Axis(values=[1, 1.5, 2, 3, 4], format=".1f"),
    )
    lines = history_lines("histories", paths_frame(index, ["history"] * len(index)), periods, x, y)
    middle = paths_frame(np.median(index, axis=0)[None, :], ["median"])
    median = history_lines("median", middle, periods, x, y).mark_line(color=INK, strokeWidth=3, strokeDash=[6, 4])
    return alt.layer(lines.encode(color=alt.value(BLUE)), median)


def _left_bars(left: npt.NDArray[np.int64], firms: int) -> alt.Chart:
    counts = pd.Series(left).value_counts().reindex(range(1, firms + 1), fill_value=0)
    rows = pd.DataFrame({"firms": counts.index, "histories": counts.to_numpy()})
    return (
        alt.Chart(data("left", rows))
        .mark_bar(color=GREEN, size=7)
        .encode(
            x=alt.X(
                "firms:Q",
                title=_("Firms left at the end"),
                scale=alt.Scale(domain=[0, firms + 1], nice=False),
                axis=alt.Axis(values=[1, 5, 10, 15, 20], format="d"),
            ),
            y=alt.Y("histories:Q", title=_("Histories"), scale=alt.Scale(domain=[0, 100])),
        )
    )
