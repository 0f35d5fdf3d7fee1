"""Chart of lock-in: a hundred histories of one market."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.histories import history_lines, paths_frame
from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish, on_canvas
from longwave.i18n import _


def _ends() -> dict[str, str]:
    return {"better": _("the better locks in"), "worse": _("the worse locks in"), "open": _("still open")}


def _line_scales(ends: dict[str, str]) -> tuple[alt.Color, alt.StrokeDash]:
    """Return colour and dash by how a history ends; the two say the same."""
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=220)
    names = list(ends.values())
    color = alt.Color("group:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST, GREY]))
    dash = alt.StrokeDash("group:N", legend=legend, scale=alt.Scale(domain=names, range=[[1, 0], [5, 3], [1, 3]]))
    return color, dash


def _lines(name: str, shares: npt.NDArray[np.float64], groups: list[str], share_title: str) -> alt.Chart:
    steps = shares.shape[1]
    return history_lines(
        name,
        paths_frame(shares, groups),
        steps,
        alt.X("step:Q", title=_("Adopters so far"), scale=alt.Scale(domain=[0, steps], nice=False)),
        alt.Y("value:Q", title=share_title, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%")),
    )


def histories_chart(shares: npt.NDArray[np.float64], ends: list[str], expected: pd.Series) -> alt.HConcatChart:
    """Draw many histories of a market with two technologies, and count how they end beside what theory expects.

    `shares` is an array (histories, adopters) with the better technology's share so far, `ends` says how each history
    ends: better, worse or open. `expected` has the probability, in the very end, of better and worse.
    """
    names, many = _ends(), len(ends)
    counts = {end: ends.count(end) for end in names}
    title = _("The worse technology locks in {worse} of {many} histories; {chance:.0%} is expected").format(
        worse=counts["worse"], many=many, chance=expected["worse"]
    )
    words = _(
        "{title}. {many} lines, the better technology's share among the first {adopters} adopters. In {better} "
        "histories the better one locks in, in {worse} the worse one, and {open} are still open. In the end the better "
        "one is expected in {chance:.0%}."
    ).format(title=title, many=many, adopters=shares.shape[1], chance=expected["better"], **counts)
    color, dash = _line_scales(names)
    lines = _lines("histories", shares, [names[end] for end in ends], _("Share of the better technology"))
    lines = lines.encode(color=color, strokeDash=dash)
    tally = _tally(counts, expected, names, many)
    lines.width, lines.height, tally.width, tally.height = 400, 260, 130, 260
    note = _("Drawn at random by our model. Bars: histories so far. Black tick: expected in the end.")
    return finish(
        on_canvas(alt.hconcat(lines, tally, spacing=24)), title, words, subtitle=note, width=None, height=None
    )


def _tally(counts: dict[str, int], expected: pd.Series, names: dict[str, str], many: int) -> alt.LayerChart:
    short = {"better": _("better"), "worse": _("worse"), "open": _("open")}
    rows = pd.DataFrame(
        [
            {
                "group": names[end],
                "short": short[end],
                "count": count,
                "theory": many * expected.get(end, 0.0),
                "top": max(count, many * expected.get(end, 0.0)),
                "label": f"{count}",
            }
            for end, count in counts.items()
        ]
    )
    base = alt.Chart(data("tally", rows)).encode(
        x=alt.X("short:N", title=_("How it ends"), sort=list(short.values()), axis=alt.Axis(labelAngle=0)),
        y=alt.Y("count:Q", title=_("Histories"), scale=alt.Scale(domain=[0, round(many * 1.1, 6)], nice=False)),
    )
    color, _dash = _line_scales(names)
    bars = base.mark_bar(opacity=0.8).encode(color=color)
    ticks = base.mark_tick(color=INK, thickness=3, size=34, opacity=1).encode(y=alt.Y("theory:Q"))
    return alt.layer(bars, ticks, base.mark_text(dy=-9).encode(y=alt.Y("top:Q"), text=alt.Text("label:N")))
