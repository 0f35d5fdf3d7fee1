"""The chart of one price for several customers: what the firm keeps, and what is created."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.value.charts.lines import Look, legend_lines

HEADROOM = 20  # money a year above the highest point, so that its mark is whole


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
            axis=alt.Axis(values=list(range(int(frame["price"].min()), int(frame["price"].max()) + 1, 10))),
        ),
        "y": alt.Y(
            "money:Q",
            title=_("Money a year"),
            scale=alt.Scale(domain=[0, float(frame["value_created"].max()) + HEADROOM], nice=False),
        ),
    }
    tooltip = [
        alt.Tooltip("line:N", title=_("What")),
        alt.Tooltip("price:Q", title=_("Price")),
        alt.Tooltip("money:Q", title=_("Money")),
    ]
    lines = legend_lines("prices", _long(frame), _looks(), axes, tooltip)
    subtitle = _("Open mark: just above the price at which a customer leaves.")
    return finish(alt.layer(*_loss(best, lost, axes), lines), title, words, subtitle=subtitle, height=240)


def _loss(best: pd.Series, lost: float, axes: Axes) -> tuple[alt.Chart, alt.Chart] | tuple[()]:
    """Return a mark for the value that is lost at the best price, and its label; nothing where none is lost."""
    if not lost:
        return ()
    ends = pd.DataFrame(
        {"price": [best["price"]], "money": [best["value_created"]], "most": [best["value_created"] + lost]}
    )
    ends = ends.assign(middle=ends["money"] + lost / 2, label=_("{lost:g} lost").format(lost=lost))
    chart = alt.Chart(data("lost", ends))
    text = chart.mark_text(align="right", dx=-8, fontSize=13, color=RUST)
    return (
        chart.mark_rule(color=RUST, strokeWidth=3).encode(**axes, y2=alt.Y2("most:Q")),
        text.encode(x=axes["x"], y=alt.Y("middle:Q"), text=alt.Text("label:N")),
    )


def _looks() -> dict[str, Look]:
    return {_("value created"): Look(GREY, [5, 4], "square", 80), _("what you keep"): Look(BLUE, [1, 0], "circle", 80)}


def _long(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a line and price; a piece has one number of buyers and begins just above the last price before."""
    whole = pd.concat([_drops(frame), frame.assign(bare=False)])
    rows = [
        pd.DataFrame(
            {"price": whole["price"], "money": whole[column], "line": line, "piece": whole["buyers"]}
            | {"bare": whole["bare"]}
        )
        for line, column in zip(_looks(), ("value_created", "firm_keeps"), strict=True)
    ]
    return pd.concat(rows)


def _drops(frame: pd.DataFrame) -> pd.DataFrame:
    """Return where each line lands just above a price at which a customer leaves: the value, and what is kept, fall.

    Between two prices with as many buyers, what is kept rises by one a buyer for each unit of the price.
    """
    before = frame["price"].shift()
    landed = frame.assign(price=before, firm_keeps=frame["firm_keeps"] - frame["buyers"] * (frame["price"] - before))
    return landed[frame["buyers"] < frame["buyers"].shift()].assign(bare=True)
