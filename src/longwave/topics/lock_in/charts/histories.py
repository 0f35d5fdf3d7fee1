"""Charts of lock-in: a hundred histories of one market, and what the shape of the returns makes of them."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.histories import history_lines, paths_frame
from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish, on_canvas
from longwave.i18n import _

BINS = 10


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


def feedback_chart(histories: dict[str, npt.NDArray[np.float64]]) -> alt.HConcatChart:
    """Draw histories of urns side by side, and below each how many end in every tenth of the scale.

    `histories` maps a heading to an array (histories, draws) of the first technology's share.
    """
    parts = [_urn_column(number, heading, shares) for number, (heading, shares) in enumerate(histories.items(), 1)]
    ends = {heading: _tenths(shares) for heading, shares in histories.items()}
    outer = {heading: int(counts[0] + counts[-1]) for heading, counts in ends.items()}
    most = max(outer, key=outer.__getitem__)
    title = _("Most histories end at an edge where returns are {heading}").format(heading=most)
    words = _("{title}. Histories that end below 10% or above 90%: {list}.").format(
        title=title,
        list="; ".join(
            _("{heading}: {outer} of {many}").format(
                heading=heading, outer=outer[heading], many=len(histories[heading])
            )
            for heading in histories
        ),
    )
    joined = alt.hconcat(*parts, spacing=14)
    note = _("Drawn at random by our model, from one adopter of each. Bars: histories by where they end.")
    return finish(on_canvas(joined), title, words, subtitle=note, width=None, height=None)


def _tenths(shares: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    return np.histogram(shares[:, -1], BINS, range=(0, 1))[0]


def _urn_column(number: int, heading: str, shares: npt.NDArray[np.float64]) -> alt.VConcatChart:
    """Return one urn: its histories above, and the count of their ends below."""
    lines = _lines(f"urn_{number}", shares, [heading] * len(shares), _("Share of the first"))
    lines = lines.encode(color=alt.value(BLUE))
    tenths = pd.DataFrame({"from": np.arange(BINS) / BINS, "histories": _tenths(shares)})
    bars = (
        alt.Chart(data(f"ends_{number}", tenths.assign(to=tenths["from"] + 1 / BINS, floor=0)))
        .mark_bar(fill=RUST, opacity=0.8)
        .encode(
            x=alt.X("from:Q", title=_("Share at the end"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%")),
            x2=alt.X2("to:Q"),
            y=alt.Y("histories:Q", title=_("Histories"), scale=alt.Scale(domain=[0, 60])),
            y2=alt.Y2("floor:Q"),
        )
    )
    lines.width, lines.height, bars.width, bars.height = 160, 150, 160, 80
    lines.title = alt.TitleParams(heading, fontSize=13)
    return alt.vconcat(lines, bars, spacing=10)
