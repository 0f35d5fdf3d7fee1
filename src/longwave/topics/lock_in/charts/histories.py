"""Chart of lock-in: a hundred histories of one market."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.histories import DRAWN_POINTS, paths_frame
from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish, on_canvas
from longwave.i18n import _


def _ends() -> dict[str, str]:
    return {"better": _("A locks in"), "worse": _("B locks in"), "open": _("still open")}


def _line_scales(ends: dict[str, str]) -> tuple[alt.Color, alt.StrokeDash]:
    """Return colour and dash by how a history ends; the two say the same."""
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, labelLimit=220)
    names = list(ends.values())
    color = alt.Color("group:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST, GREY]))
    dash = alt.StrokeDash("group:N", legend=legend, scale=alt.Scale(domain=names, range=[[1, 0], [5, 3], [1, 3]]))
    return color, dash


def _lines(name: str, shares: npt.NDArray[np.float64], groups: list[str], share_title: str) -> alt.Chart:
    """Return the lines of many histories, which begin at the first adopter and go on in equal steps."""
    steps = shares.shape[1]
    every = steps // DRAWN_POINTS
    frame = paths_frame(shares, groups)
    first = [f"{1000 * share:.0f} " for share in shares[:, 0]]
    scale = alt.Scale(domain=[-0.03, 1.03], nice=False)  # room for lines that lie on 0 or on 1
    return (
        alt.Chart(
            data(name, frame.assign(path=[start + path for start, path in zip(first, frame["path"], strict=True)]))
        )
        .transform_calculate(value="split(datum.path, ' ')")
        .transform_flatten(["value"])
        .transform_window(place="row_number()", groupby=["history"])
        .transform_calculate(step=f"datum.place > 1 ? {every} * (datum.place - 1) : 1", value="datum.value / 1000")
        .mark_line(strokeWidth=1.2, opacity=0.55)
        .encode(
            x=alt.X("step:Q", title=_("Adopters so far"), scale=alt.Scale(domain=[0, steps], nice=False)),
            y=alt.Y(
                "value:Q", title=share_title, scale=scale, axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])
            ),
            detail=alt.Detail("history:N"),
        )
    )


def histories_chart(shares: npt.NDArray[np.float64], ends: list[str], expected: pd.Series) -> alt.HConcatChart:
    """Draw many histories of a market with two technologies, and count how they end beside what theory expects.

    `shares` is an array (histories, adopters) with A's share so far, and A is the better technology unless the two are
    equals. `ends` says how each history ends: better, worse or open. `expected` has the probability, in the very end,
    of better and worse, and as time the mean number of adopters until one locks in.
    """
    names, many = _ends(), len(ends)
    counts = {end: ends.count(end) for end in names}
    title = _title(counts, many, expected)
    words = _(
        "{title}. {many} lines, the share of A among the adopters so far, from 1 to {adopters}. A has won {better} "
        "markets, B {worse}, and {open} are still open. In the end A is expected to win {chance:.0%}."
    ).format(title=title, many=many, adopters=shares.shape[1], chance=expected["better"], **counts)
    color, dash = _line_scales(names)
    lines = _lines("histories", shares, [names[end] for end in ends], _("Share of A"))
    lines = lines.encode(color=color, strokeDash=dash)
    tally = _tally(counts, expected, names, many)
    lines.width, lines.height, tally.width, tally.height = 400, 260, 130, 260
    note = _("Drawn at random by our model. Bars: histories so far. Black tick: expected in the end.")
    return finish(
        on_canvas(alt.hconcat(lines, tally, spacing=24)), title, words, subtitle=note, width=None, height=None
    )


def _title(counts: dict[str, int], many: int, expected: pd.Series) -> str:
    """Say how often B locks in so far and in the end, and when; at even tastes B is not the worse one."""
    who = _("B, the worse one,") if expected["worse"] < expected["better"] else _("B, as good as A,")
    known = {"who": who, "many": many, "chance": expected["worse"], "time": expected["time"], **counts}
    if counts["open"]:
        message = _("{who} wins {worse} of {many} markets so far, {open} are open; expected in the end: {chance:.0%}")
    else:
        message = _("{who} wins {worse} of {many} markets; expected: {chance:.0%}, by adopter {time:.0f} on average")
    return message.format(**known)


def _tally(counts: dict[str, int], expected: pd.Series, names: dict[str, str], many: int) -> alt.LayerChart:
    short = {"better": _("A"), "worse": _("B"), "open": _("open")}
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
    ticks = base.mark_tick(color=INK, thickness=2, size=34, opacity=1).encode(y=alt.Y("theory:Q"))
    return alt.layer(bars, ticks, base.mark_text(dy=-9).encode(y=alt.Y("top:Q"), text=alt.Text("label:N")))
