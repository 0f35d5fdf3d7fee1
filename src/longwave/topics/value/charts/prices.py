"""The chart of one price for several customers: what the firm keeps, and what is created."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, Axes, finish
from longwave.i18n import _
from longwave.topics.value.charts.lines import Look, legend_lines


def price_choice_chart(frame: pd.DataFrame) -> alt.LayerChart:
    """Draw what the firm keeps and what is created against the price; both lines break where a customer leaves.

    `frame` has one row a price, rising: price, buyers, firm_keeps, value_created (money a unit of time).
    """
    best = frame.iloc[int(frame["firm_keeps"].argmax())]
    lost = frame["value_created"].max() - best["value_created"]
    title = _("At a price of {price:g} you keep most, {kept:g}, and {lost:g} of the value is lost").format(
        price=best["price"], kept=best["firm_keeps"], lost=lost
    )
    words = _(
        "{title}. As the price goes from {low:g} to {high:g}, the value created falls in steps from {most:g} to "
        "{least:g}, while what you keep rises between the steps and falls at each."
    ).format(
        title=title,
        low=frame["price"].min(),
        high=frame["price"].max(),
        most=frame["value_created"].max(),
        least=frame["value_created"].min(),
    )
    axes: Axes = {
        "x": alt.X(
            "price:Q",
            title=_("Price, the same for all (money a year)"),
            scale=alt.Scale(domain=[float(frame["price"].min()) - 5, float(frame["price"].max()) + 5], nice=False),
        ),
        "y": alt.Y("money:Q", title=_("Money a year"), scale=alt.Scale(domainMin=0)),
    }
    tooltip = [
        alt.Tooltip("line:N", title=_("What")),
        alt.Tooltip("price:Q", title=_("Price")),
        alt.Tooltip("money:Q", title=_("Money")),
    ]
    return finish(legend_lines("prices", _long(frame), _looks(), axes, tooltip), title, words, height=240)


def _looks() -> dict[str, Look]:
    return {_("value created"): Look(GREY, [5, 4], "square", 80), _("what you keep"): Look(BLUE, [1, 0], "circle", 80)}


def _long(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a line and price; a piece has one number of buyers."""
    rows = [
        pd.DataFrame({"price": frame["price"], "money": money, "line": line, "piece": frame["buyers"]})
        for line, money in zip(_looks(), (frame["value_created"], frame["firm_keeps"]), strict=True)
    ]
    return pd.concat(rows)
