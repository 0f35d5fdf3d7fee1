"""The chart of a value stick: three floating bars on one scale of money, and the whole stick below them."""

from collections.abc import Hashable
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, MUTED, PALE, RUST, data, finish
from longwave.i18n import _

MONEY_LIMIT = 260  # the lines go to 150; the rest is room for the sums
LARGEST_TICK = 150
PARTIES = ("customer", "firm", "supplier")
LINES = ("WTP", "p", "c", "OC")


def _names() -> dict[str, str]:
    return {
        "customer": _("Customer"),
        "firm": _("Firm"),
        "supplier": _("Supplier"),
        "together": _("Together"),
    }


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


def _labelled(frame: pd.DataFrame, start: pd.DataFrame) -> pd.DataFrame:
    """Add what the chart writes: names, how each bar looks, and the sum beside it, clear of the outline of the start.

    The last row is the whole stick, from OC to WTP.
    """
    trades = bool((frame["surplus"] >= 0).all())
    rows = [_labelled_row(row, trades) for row in _with_whole(frame).to_dict("records")]
    whole = _with_whole(start)
    ends = zip((row["right"] for row in rows), whole["high"], whole["low"], strict=True)
    return pd.DataFrame(rows).assign(place=[max(*three) for three in ends])


def _with_whole(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the parts with their lines' names, and the whole as a fourth row."""
    top, foot = frame["high"].iloc[0], frame["low"].iloc[-1]
    whole = pd.DataFrame([{"party": "together", "low": foot, "high": top, "surplus": top - foot}])
    terms = [f"{high} − {low}" for high, low in zip(LINES[:3], LINES[1:], strict=True)]
    return pd.concat([frame, whole], ignore_index=True).assign(term=[*terms, f"{LINES[0]} − {LINES[-1]}"])


def _labelled_row(row: dict[Hashable, Any], trades: bool) -> dict[Hashable, Any]:
    low, high = row["low"], row["high"]
    return {
        **row,
        "who": _names()[row["party"]],
        "state": _state(row, trades),
        "left": min(low, high),
        "right": max(low, high),
        "sum": _sum_words(row, trades),
    }


def _state(row: dict[Hashable, Any], trades: bool) -> str:
    if not trades:
        return _("walks away") if row["surplus"] < 0 and row["party"] != "together" else _("no trade")
    return _("created") if row["party"] == "together" else _("stays")


def _sum_words(row: dict[Hashable, Any], trades: bool) -> str:
    """Return the sum written beside a bar, with a true minus sign, and who leaves."""
    if not trades and (row["surplus"] >= 0 or row["party"] == "together"):
        return _("0, no trade")
    values = {"term": row["term"], "high": row["high"], "low": row["low"], "surplus": abs(row["surplus"])}
    if row["surplus"] < 0:
        return _("{term} = {high:g} − {low:g} = −{surplus:g}").format(**values)
    return _("{term} = {high:g} − {low:g} = {surplus:g}").format(**values)


def _stick_title(now: pd.DataFrame, start: pd.DataFrame) -> str:
    """Return the finding: who walks away, or whether value or only its split has moved."""
    words = {
        "customer": _("the customer would lose {loss:g}"),
        "firm": _("the firm would lose {loss:g}"),
        "supplier": _("the supplier would lose {loss:g}"),
    }
    losses = [
        words[party].format(loss=-surplus)
        for party, surplus in zip(now["party"], now["surplus"], strict=True)
        if surplus < 0
    ]
    if losses:
        return _("No trade: {losses}").format(losses=", ".join(losses))
    before, after = start["surplus"].sum(), now["surplus"].sum()
    if after != before:
        return _("Value created moves from {before:g} to {after:g}").format(before=before, after=after)
    if list(now["surplus"]) != list(start["surplus"]):
        return _("Same value created, {after:g}: only the split has moved").format(after=after)
    return _("Three parties divide a value of {after:g}").format(after=after)


def _stick_words(now: pd.DataFrame, title: str) -> str:
    """Return the alt text of a value stick."""
    if (now["surplus"] < 0).any():
        return _("{title}. Three bars on one money scale; nobody keeps anything.").format(title=title)
    surplus = dict(zip(now["party"], now["surplus"], strict=True))
    return _(
        "{title}. Three bars on one money scale: "
        "the customer keeps {customer:g}, the firm {firm:g}, the supplier {supplier:g}. "
        "A fourth bar from opportunity cost to willingness to pay is {whole:g} long."
    ).format(title=title, whole=now["surplus"].sum(), **surplus)


def value_stick_chart(
    willingness_to_pay: float,
    price: float,
    cost: float,
    opportunity_cost: float,
    start: tuple[float, float, float, float] | None = None,
) -> alt.LayerChart:
    """Draw a value stick as three floating bars and their sum; `start` draws another stick behind it, in outline.

    All four are money per unit: V = WTP − OC is divided into WTP − p, p − c and c − OC. Where a party would lose,
    nothing is traded: its bar is drawn in another colour, and the others pale.
    """
    lines = (willingness_to_pay, price, cost, opportunity_cost)
    now, before = stick_frame(*lines), stick_frame(*(start or lines))
    title, shown = _stick_title(now, before), data("now", _labelled(now, before))
    x = alt.X(
        "left:Q",
        title=_("Money per unit"),
        scale=alt.Scale(domain=[0, MONEY_LIMIT], nice=False),
        axis=alt.Axis(values=list(range(0, LARGEST_TICK + 1, 20))),
    )
    y = alt.Y("who:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, domain=False))
    outline = (
        alt.Chart(data("start", _labelled(before, before)))
        .mark_bar(filled=False, stroke=MUTED, strokeDash=[4, 3], height=34)
        .encode(x=x, x2=alt.X2("right:Q"), y=y)
    )
    words = (
        alt.Chart(shown)
        .mark_text(align="left", dx=8, fontSize=13)
        .encode(x=alt.X("place:Q"), y=y, text=alt.Text("sum:N"))
    )
    subtitle = _("Bars: now. Dashed outline: before. Invented numbers.")
    chart = alt.layer(outline, _bars(shown, x, y), words)
    return finish(chart, title, _stick_words(now, title), subtitle=subtitle, height=230)


def _bars(shown: alt.Data, x: alt.X, y: alt.Y) -> alt.Chart:
    """Return the bars of the stick, by what each party does."""
    states = [_("stays"), _("created"), _("walks away"), _("no trade")]
    bars = alt.Chart(shown).mark_bar(height=22)
    drawn: alt.Chart = bars.encode(
        x=x,
        x2=alt.X2("right:Q"),
        y=y,
        color=alt.Color(
            "state:N", title=None, scale=alt.Scale(domain=states, range=[BLUE, GREY, RUST, PALE[GREY]]), legend=None
        ),
        tooltip=[
            alt.Tooltip("who:N", title=_("Who")),
            alt.Tooltip("sum:N", title=_("Keeps")),
            alt.Tooltip("state:N", title=_("At these lines")),
        ],
    )
    return drawn
