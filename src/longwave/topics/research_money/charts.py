"""Charts of research money: printed figures against every published series, and leverage by year with its doubts."""

import math
from typing import NamedTuple

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, PLUM, RUST, data, finish
from longwave.i18n import _

EQUAL, NEAR = 0.001, 0.1  # a gap up to the first is rounding; up to the second, "near"
MONEY = [0.2, 1000]
MONEY_TICKS = [0.3, 1, 3, 10, 30, 100, 300, 1000]
LOOK = {
    "national": (GREEN, "diamond"),
    "all": (GREY, "circle"),
    "space": (BLUE, "square"),
    "basic": (PLUM, "triangle-up"),
}


class Pair(NamedTuple):
    """A printed figure, and what a published series has for the year with which it is compared."""

    printed_year: int
    year: int
    billion: float
    known: float


def _pairs(printed: pd.DataFrame) -> list[Pair]:
    return [Pair(*values) for values in printed[list(Pair._fields)].itertuples(index=False, name=None)]


def figures_chart(series: pd.DataFrame, printed: pd.DataFrame) -> alt.LayerChart:
    """Draw every published series by year, and the two printed figures next to the year that each is compared with.

    `series` has year, billion, kind (national, all, space or basic) and tested (whether the printed figures are
    compared with it).
    `printed` has printed_year, year (with which it is compared), billion (in the unit tried) and known (of the tested
    series in that year, nan where none is published).
    """
    title = _finding(printed)
    words = _(
        "{title}. Years 1970 to 2020, money on a scale of powers of ten. Printed figures, as read here: {pairs}. "
        "Around them {count} published figures, not joined: all payers, all federal research, space, basic research."
    ).format(title=title, pairs="; ".join(map(_pair, _pairs(printed))), count=len(series))
    names = {
        "national": _("all payers"),
        "all": _("all federal research"),
        "space": _("space"),
        "basic": _("basic research or general science"),
    }
    shown = series.assign(kind=series["kind"].map(names))
    x = alt.X(
        "year:Q",
        title=_("Fiscal year"),
        scale=alt.Scale(domain=[1969, 2029], nice=False),
        axis=alt.Axis(format="d", values=list(range(1970, 2030, 10))),
    )
    scale = alt.Scale(type="log", domain=MONEY, nice=False)
    y = alt.Y("billion:Q", title=_("Money (billion USD)"), scale=scale, axis=alt.Axis(values=MONEY_TICKS, format="~g"))
    legend = alt.Legend(orient="top", title=None, symbolSize=90, labelLimit=240)
    colours, shapes = zip(*LOOK.values(), strict=True)
    points = alt.Chart(data("series", shown)).mark_point(filled=True, size=42)
    points = points.encode(
        color=alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=list(names.values()), range=list(colours))),
        shape=alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=list(names.values()), range=list(shapes))),
        opacity=alt.condition(alt.datum.tested, alt.value(1), alt.value(0.22)),
        tooltip=[alt.Tooltip("series:N", title=_("Series")), alt.Tooltip("year:Q"), alt.Tooltip("billion:Q")],
    )
    pairs = printed.assign(
        label=[
            _("printed {year}: {value:.4g}").format(year=row.printed_year, value=row.billion) for row in _pairs(printed)
        ]
    )
    pairs["known"] = pairs["known"].fillna(pairs["billion"])  # no published figure, no gap to draw
    base = alt.Chart(data("printed", pairs))
    gaps = base.mark_rule(color=RUST, strokeWidth=1.5, strokeDash=[4, 3])
    crosses = base.mark_point(shape="cross", color=RUST, fill=RUST, size=70, opacity=1, angle=45)
    label_text = alt.Text("label:N")
    halo = base.mark_text(stroke="white", strokeWidth=4, fontSize=12, fontWeight=600, dy=-14).encode(text=label_text)
    labels = base.mark_text(color=RUST, fontSize=12, fontWeight=600, dy=-14).encode(text=label_text)
    layers = alt.layer(
        points.encode(x=x, y=y),
        gaps.encode(x=x, y=y, y2=alt.Y2("known:Q")),
        crosses.encode(x=x, y=y),
        halo.encode(x=x, y=y),
        labels.encode(x=x, y=y),
    )
    note = _("Full marks: the series tested. Pale: the others. Cross: a printed figure, as read. Dashes: the gap.")
    return finish(layers, title, words, subtitle=note, height=320)


def _gap(row: Pair) -> float:
    return row.billion / row.known - 1


def _gap_in_words(row: Pair) -> str:
    """Return the gap of one printed figure in words: equal, per cent, or how many times."""
    if math.isnan(row.known):
        return _("{year} has no figure to test it").format(year=row.printed_year)
    gap = _gap(row)
    if abs(gap) <= EQUAL:
        return _("{year} is equal").format(year=row.printed_year)
    if abs(gap) < 1:
        return _("{year} is off by {gap}").format(year=row.printed_year, gap=f"{gap:+.1%}".replace("-", "−"))
    return _("{year} is {times:.3g} times too large").format(year=row.printed_year, times=gap + 1)


def _finding(printed: pd.DataFrame) -> str:
    rows = _pairs(printed)
    first, last = (_gap_in_words(row) for row in rows)
    gaps = [abs(_gap(row)) for row in rows]
    if any(math.isnan(gap) for gap in gaps):
        sentence = _("Half a test: {first}; {last}")
    elif max(gaps) <= EQUAL:
        sentence = _("This reading fits both ends: {first}; {last}")
    elif max(gaps) <= NEAR:
        sentence = _("Near at both ends: {first}; {last}")
    else:
        sentence = _("This reading fails: {first}; {last}")
    return sentence.format(first=first, last=last)


def _pair(row: Pair) -> str:
    if math.isnan(row.known):
        return _("{printed} compared with {year}: {billion:.4g}, no published figure").format(
            printed=row.printed_year, year=row.year, billion=row.billion
        )
    return _("{printed} compared with {year}: {billion:.4g}, published {known:.4g}").format(
        printed=row.printed_year, year=row.year, billion=row.billion, known=row.known
    )


def leverage_years_chart(money: pd.DataFrame) -> alt.LayerChart:
    """Draw leverage by year, the paper's two ends joined by the trend they suggest, what a source gives beside it.

    `money` is the dataset institute_money with the column leverage; a figure that the passport calls not comparable
    must be left out before.
    """
    kinds = {"cannot verify": _("printed, no source found"), "confirmed": _("from a source")}
    rows = money.assign(status=money["verdict"].map(kinds))[["year", "period", "leverage", "status"]]
    ends = rows[rows["status"] == kinds["cannot verify"]]
    low = rows[rows["status"] == kinds["confirmed"]].iloc[0]
    title = _("Between the paper's ends, {first:.2f} and {last:.2f}, is {between:.2f}").format(
        first=ends["leverage"].iloc[0], last=ends["leverage"].iloc[-1], between=low["leverage"]
    )
    words = _(
        "{title}. {marks}. A dashed line joins the two printed ones, and passes over the one with a source."
    ).format(
        title=title,
        marks="; ".join(_("{period}: {leverage:.2f}, {status}").format_map(row) for row in rows.to_dict("records")),
    )
    x = alt.X(
        "year:Q",
        title=_("Year"),
        scale=alt.Scale(domain=[2014.5, 2019.5], nice=False),
        axis=alt.Axis(format="d", values=list(range(2015, 2020))),
    )
    y = alt.Y("leverage:Q", title=_("Other money for a federal dollar"), scale=alt.Scale(domain=[0, 3.2], nice=False))
    legend = alt.Legend(orient="top", title=None, symbolSize=110)
    domain = list(kinds.values())
    line = alt.Chart(data("ends", ends)).mark_line(color=MUTED, strokeDash=[6, 4], strokeWidth=2).encode(x=x, y=y)
    points = alt.Chart(data("leverage", rows)).mark_point(size=130, strokeWidth=2, opacity=1)
    points = points.encode(
        x=x,
        y=y,
        shape=alt.Shape("status:N", legend=legend, scale=alt.Scale(domain=domain, range=["triangle-up", "circle"])),
        color=alt.Color("status:N", legend=legend, scale=alt.Scale(domain=domain, range=[RUST, BLUE])),
        fill=alt.Fill("status:N", legend=legend, scale=alt.Scale(domain=domain, range=["white", BLUE])),
    )
    labels = (
        alt.Chart(data("leverage", rows))
        .mark_text(dy=-15, color=INK)
        .encode(x=x, y=y, text=alt.Text("leverage:Q", format=".2f"))
    )
    return finish(alt.layer(line, points, labels), title, words, width=480, height=240)
