"""The chart of a value stick: three floating bars on one scale of money."""

from collections.abc import Hashable
from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, MUTED, RUST, data, finish
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


def _labelled(frame: pd.DataFrame, start: pd.DataFrame) -> pd.DataFrame:
    """Add what the chart writes: names, who stays, and the sum beside each bar, clear of the outline of the start."""
    names = _party_names()
    labelled = pd.DataFrame([_labelled_row(row, names) for row in frame.to_dict("records")])
    return labelled.assign(
        place=[max(*ends) for ends in zip(labelled["right"], start["high"], start["low"], strict=True)]
    )


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
    title, shown = _stick_title(now, before), data("now", _labelled(now, before))
    x = alt.X(
        "left:Q",
        title=_("Money per unit"),
        scale=alt.Scale(domain=[0, MONEY_LIMIT], nice=False),
        axis=alt.Axis(tickCount=8),
    )
    y = alt.Y("who:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, domain=False))
    outline = (
        alt.Chart(data("start", _labelled(before, before)))
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
        .encode(x=alt.X("place:Q"), y=y, text=alt.Text("sum:N"))
    )
    subtitle = _("Bars: now. Dashed outline: before. Invented numbers.")
    return finish(alt.layer(outline, bars, words), title, _stick_words(now, title), subtitle=subtitle, height=190)
