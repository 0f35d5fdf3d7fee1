"""Charts of value created and how a price divides it: the value stick, and the card game."""

from collections.abc import Hashable
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, MUTED, RUST, data, finish
from longwave.i18n import _

MONEY_LIMIT = 200
PARTIES = ("customer", "firm", "supplier")


def _party_names() -> dict[str, str]:
    return {"customer": _("Customer"), "firm": _("Firm"), "supplier": _("Supplier")}


def stick_frame(willingness_to_pay: float, price: float, cost: float, opportunity_cost: float) -> pd.DataFrame:
    """Return the three parts of a value stick as rows: party, low, high, surplus (money per unit).

    A part below zero means that this party does better by walking away.
    """
    lines = (willingness_to_pay, price, cost, opportunity_cost)
    rows = [
        {"party": party, "low": low, "high": high, "surplus": high - low}
        for party, high, low in zip(PARTIES, lines[:3], lines[1:], strict=True)
    ]
    return pd.DataFrame(rows)


def _labelled(frame: pd.DataFrame) -> pd.DataFrame:
    """Add what the chart writes: names, the sum beside each bar, and who stays."""
    names = _party_names()
    return pd.DataFrame([_labelled_row(row, names) for row in frame.to_dict("records")])


def _labelled_row(row: dict[Hashable, Any], names: dict[str, str]) -> dict[Hashable, Any]:
    low, high, surplus = row["low"], row["high"], row["surplus"]
    return {
        **row,
        "who": names[row["party"]],
        "stays": _("stays") if surplus >= 0 else _("walks away"),
        "left": min(low, high),
        "right": max(low, high),
        "sum": _sum_words(low, high, surplus),
    }


def _sum_words(low: float, high: float, surplus: float) -> str:
    """Return the sum written beside a bar, with a true minus sign, and who leaves."""
    if surplus < 0:
        return _("{high:g} − {low:g} = −{loss:g}, walks away").format(high=high, low=low, loss=-surplus)
    return _("{high:g} − {low:g} = {surplus:g}").format(high=high, low=low, surplus=surplus)


def _stick_title(now: pd.DataFrame, start: pd.DataFrame) -> str:
    """Return the finding: who walks away, or whether value or only its split has moved."""
    names = _party_names()
    away = [names[party] for party, surplus in zip(now["party"], now["surplus"], strict=True) if surplus < 0]
    if away:
        return _("No trade: below zero for {who}").format(who=", ".join(away))
    before, after = start["surplus"].sum(), now["surplus"].sum()
    if after != before:
        return _("Value created moves from {before:g} to {after:g}").format(before=before, after=after)
    if list(now["surplus"]) != list(start["surplus"]):
        return _("Same value created, {after:g}: only the split has moved").format(after=after)
    return _("Three parties divide a value of {after:g}").format(after=after)


def _stick_words(now: pd.DataFrame, title: str) -> str:
    """Return the alt text of a value stick."""
    surplus = dict(zip(now["party"], now["surplus"], strict=True))
    return _(
        "{title}. Three bars on one money scale: "
        "the customer keeps {customer:g}, the firm {firm:g}, the supplier {supplier:g}."
    ).format(title=title, **surplus)


def value_stick_chart(
    willingness_to_pay: float,
    price: float,
    cost: float,
    opportunity_cost: float,
    start: tuple[float, float, float, float] | None = None,
) -> alt.LayerChart:
    """Draw a value stick as three floating bars; `start` draws another stick behind it, in outline.

    All four are money per unit: V = WTP − OC is divided into WTP − p, p − c and c − OC.
    """
    lines = (willingness_to_pay, price, cost, opportunity_cost)
    now, before = stick_frame(*lines), stick_frame(*(start or lines))
    title, shown = _stick_title(now, before), data("now", _labelled(now))
    x = alt.X(
        "left:Q",
        title=_("Money per unit"),
        scale=alt.Scale(domain=[0, MONEY_LIMIT], nice=False),
        axis=alt.Axis(tickCount=8),
    )
    y = alt.Y("who:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, domain=False))
    outline = (
        alt.Chart(data("start", _labelled(before)))
        .mark_bar(filled=False, stroke=MUTED, strokeDash=[4, 3], height=38)
        .encode(x=x, x2=alt.X2("right:Q"), y=y)
    )
    bars = (
        alt.Chart(shown)
        .mark_bar(height=26)
        .encode(
            x=x,
            x2=alt.X2("right:Q"),
            y=y,
            color=alt.Color(
                "stays:N",
                title=None,
                scale=alt.Scale(domain=[_("stays"), _("walks away")], range=[BLUE, RUST]),
                legend=None,
            ),
            tooltip=[
                alt.Tooltip("who:N", title=_("Who")),
                alt.Tooltip("surplus:Q", title=_("Keeps")),
                alt.Tooltip("stays:N", title=_("At this price")),
            ],
        )
    )
    words = (
        alt.Chart(shown)
        .mark_text(align="left", dx=8, fontSize=13)
        .encode(x=alt.X("right:Q"), y=y, text=alt.Text("sum:N"))
    )
    subtitle = _("Bars: now. Dashed outline: at the start. Invented numbers.")
    return finish(alt.layer(outline, bars, words), title, _stick_words(now, title), subtitle=subtitle, height=190)


def card_game_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw what the owner of the black cards is sure of, and the whole pie, by the number of black cards kept.

    `frame` has one row a number of cards: black_cards, value_created, owner_minimum (money). The two lines are told
    apart by dash, mark and a label as well as by colour.
    """
    kept, whole = frame["black_cards"], frame["value_created"]
    sure = frame["owner_minimum"]
    best = frame.iloc[int(sure.argmax())]
    title = _("The owner is surest with {cards:g} cards, not with all {most:g}").format(
        cards=best["black_cards"], most=kept.max()
    )
    words = _(
        "{title}. As the black cards kept go from {fewest:g} to {most:g}, the pie grows from {small:g} to {large:g}; "
        "what the owner is sure of peaks at {peak:g} and ends at {end:g}."
    ).format(
        title=title,
        fewest=kept.min(),
        most=kept.max(),
        small=whole.min(),
        large=whole.max(),
        peak=sure.max(),
        end=sure.iloc[-1],
    )
    pie, floor = _("the whole pie"), _("what the owner is sure of")
    long = pd.concat(
        [
            pd.DataFrame({"black_cards": kept, "money": whole, "line": pie}),
            pd.DataFrame({"black_cards": kept, "money": sure, "line": floor}),
        ]
    )
    domain, legend = [pie, floor], alt.Legend(orient="top")
    base = alt.Chart(data("cards", long)).encode(
        x=alt.X("black_cards:Q", title=_("Black cards kept"), axis=alt.Axis(format="d", tickMinStep=1)),
        y=alt.Y("money:Q", title=_("Money")),
        color=alt.Color("line:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[GREY, BLUE])),
        tooltip=[
            alt.Tooltip("line:N", title=_("What")),
            alt.Tooltip("black_cards:Q", title=_("Black cards")),
            alt.Tooltip("money:Q", title=_("Money")),
        ],
    )
    lines = base.mark_line(strokeWidth=2).encode(
        strokeDash=alt.StrokeDash(
            "line:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[[5, 4], [1, 0]])
        )
    )
    points = base.mark_point(filled=True, size=70, opacity=1).encode(
        shape=alt.Shape("line:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=["square", "circle"]))
    )
    return finish(alt.layer(lines, points), title, words, height=240)
