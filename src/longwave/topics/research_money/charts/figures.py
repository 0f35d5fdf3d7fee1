"""Printed sums beside published series."""

import math
from typing import NamedTuple

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PLUM, RUST, data, finish
from longwave.i18n import _

LABELS_AT = (1982, 2016)  # beside the marks, where no small line has figures
SIDEWAYS = 0.35  # of a year: what lies on one another is drawn side by side
EQUAL, NEAR = 0.001, 0.1  # a gap up to the first is rounding; up to the second, "near"
FIRST, LAST = 1969, 2021  # the data's years, 1970 to 2020, with room for half a mark
MONEY = [0.8, 1000]
MONEY_TICKS = [1, 3, 10, 30, 100, 300, 1000]
LOOK = {
    "national": (GREEN, "diamond"),
    "all": (GREY, "circle"),
    "basic": (PLUM, "triangle-up"),
    "space": (BLUE, "square"),
    "science": (INK, "triangle-down"),
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
    """Draw every published series by year, and the two printed figures with the published ones they are compared with.

    `series` has year, billion, kind (national, all, basic, space or science), measure ("authority", "outlays" or
    "spending") and tested (whether the printed figures are compared with it).
    `printed` has printed_year, year (with which it is compared), billion (in the unit tried) and known (of the tested
    series in that year, nan where none is published).
    """
    title = _finding(printed)
    words = _(
        "{title}. Years 1970 to 2020, money on a scale of powers of ten. Printed figures, as read here: {pairs}. "
        "Around them {count} published figures, not joined: all payers, all federal research, basic research under "
        "all heads, space, general science; a filled mark is authority or spending, a hollow one outlays."
    ).format(title=title, pairs="; ".join(map(_pair, _pairs(printed))), count=len(series))
    scale = alt.Scale(domain=[FIRST, LAST], nice=False)
    axis = alt.Axis(format="d", values=list(range(1970, 2021, 10)))
    x = alt.X("at:Q", title=_("Fiscal year"), scale=scale, axis=axis)
    money = alt.Scale(type="log", domain=MONEY, nice=False)
    y = alt.Y("billion:Q", title=_("Money (billion USD)"), scale=money, axis=alt.Axis(values=MONEY_TICKS, format="~g"))
    shown = series.assign(at=series["year"] + [_sideways(*row) for row in series[["kind", "measure"]].to_numpy()])
    moved = (shown["at"] - shown["year"])[shown["tested"]].iloc[0]
    layers = alt.layer(*_points(shown, x, y), *_crosses(printed, moved, x, y))
    note = _(
        "Filled: authority or spending. Hollow: outlays. Pale: not tested. Cross: printed, with the gap in dashes."
    )
    return finish(layers, title, words, subtitle=note, height=340)


def _sideways(kind: str, measure: str) -> float:
    """Return by how many years a mark is drawn beside its year."""
    if measure == "outlays":
        return SIDEWAYS
    return -SIDEWAYS if kind == "basic" else 0.0


def _points(series: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw the published figures: a colour and a shape for each kind, hollow where it is outlays."""
    names = {
        "national": _("all payers"),
        "all": _("all federal research"),
        "basic": _("basic research, all heads"),
        "space": _("space (252)"),
        "science": _("general science (251)"),
    }
    colours, shapes = (list(look) for look in zip(*LOOK.values(), strict=True))
    domain = list(names.values())
    legend = alt.Legend(orient="top", title=None, symbolSize=90, labelLimit=240, columns=3)
    strong = alt.condition(alt.datum.tested, alt.value(1), alt.value(0.35))
    shown = series.assign(kind=series["kind"].map(names), hollow=series["measure"] == "outlays")
    base = alt.Chart(data("series", shown)).encode(
        x=x,
        y=y,
        color=alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=domain, range=colours)),
        shape=alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=domain, range=shapes)),
        opacity=strong,
        tooltip=[alt.Tooltip("series:N", title=_("Series")), alt.Tooltip("year:Q"), alt.Tooltip("billion:Q")],
    )
    return [
        base.transform_filter("!datum.hollow").mark_point(filled=True, size=42),
        base.transform_filter("datum.hollow").mark_point(filled=False, size=48, strokeWidth=1.6),
    ]


def _crosses(printed: pd.DataFrame, moved: float, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw the printed figures, dashes to what they are compared with, and labels towards the empty middle."""
    texts = [
        _("printed {year}: {value:.4g}").format(year=row.printed_year, value=row.billion) for row in _pairs(printed)
    ]
    pairs = printed.assign(label=texts, compared=printed["year"] + moved, at=printed["printed_year"])
    pairs["label_at"] = list(LABELS_AT)
    # Where no figure is published there is no gap to draw.
    pairs["compared"] = pairs["compared"].where(pairs["known"].notna(), pairs["at"])
    pairs["known"] = pairs["known"].fillna(pairs["billion"])
    base = alt.Chart(data("printed", pairs)).encode(x=x, y=y)
    marks = [
        base.mark_rule(color=RUST, strokeWidth=1.5, strokeDash=[4, 3]).encode(x2="compared:Q", y2="known:Q"),
        base.mark_point(shape="cross", color=RUST, fill=RUST, size=70, opacity=1, angle=45),
    ]
    beside = base.encode(x="label_at:Q", text="label:N")
    for end, align in zip(LABELS_AT, ("left", "right"), strict=True):
        at = beside.transform_filter(alt.datum.label_at == end)
        look = {"align": align, "fontSize": 12, "fontWeight": 600}
        marks += [at.mark_text(stroke="white", strokeWidth=4, **look), at.mark_text(color=RUST, **look)]
    return marks


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
