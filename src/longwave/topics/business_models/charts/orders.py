"""Charts of orders: what a suit made to order may cost, and what its maker keeps beside a rival."""

from typing import Literal

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.business_models.models.orders import (
    FITS_EVERYBODY,
    against_a_rival,
    standard_for_each,
    turning_worth,
    turning_worth_beside_book,
    turning_worth_for_each,
)

COSTS, PROFITS = (40, 70), (2500, 6500)
WORTHS, KEPT = (0.0, 2.5), (-0.04, 0.66)
BOOK = "standard, a price for each"
KINKS = (2 / 3, 3 / 4, 1.0, FITS_EVERYBODY)  # where a line bends; a grid alone would cut the corner


def break_even_chart(
    batch: float, ordered: float, cost: float, limit: float, margins: pd.DataFrame, cv: float, salvage: float
) -> alt.LayerChart:
    """Draw the profit of made to order by its unit cost, the best batch's profit, and where the two meet.

    `batch` and `ordered` are expected profits at the unit `cost` chosen, `limit` is the unit cost at which they are
    equal, and `margins` has the columns cost and profit: made to order along all costs. `cv` and `salvage` are named.
    """
    title = _break_even_title(batch, ordered, limit)
    words = _(
        "{title}. A falling line: profit of made to order by its unit cost; at {cost:g} it is {ordered:,.0f}. A dashed "
        "level line for the best batch at {batch:,.0f}. They cross at a unit cost of {limit:.1f}."
    ).format(title=title, cost=cost, ordered=ordered, batch=batch, limit=limit)
    x = alt.X("cost:Q", title=_("Unit cost of made to order (money)"), scale=alt.Scale(domain=list(COSTS), nice=False))
    y = alt.Y("profit:Q", title=_("Expected profit (money)"), scale=alt.Scale(domain=list(PROFITS), nice=False))
    level = pd.DataFrame({"cost": [float(end) for end in COSTS], "profit": batch})
    meeting = pd.DataFrame([{"cost": limit, "profit": batch, "floor": float(PROFITS[0])}])
    meeting["label"] = _("break-even {limit:.1f}").format(limit=limit)
    chosen = pd.DataFrame([{"cost": float(cost), "profit": ordered, "batch": batch}])
    named = _("batch, cv {cv:g}, a leftover {salvage:g}: {batch:,.0f}").format(cv=cv, salvage=salvage, batch=batch)
    key = pd.DataFrame([{"cost": 69.6, "profit": batch, "label": named}])
    ordered_key = pd.DataFrame([{"cost": 64.2, "profit": 3580.0, "label": _("made to order")}])
    meet, choice = alt.Chart(data("break_even", meeting)), alt.Chart(data("chosen", chosen))
    return finish(
        alt.layer(
            alt.Chart(data("made_to_order", margins)).mark_line(color=RUST, strokeWidth=2.5).encode(x=x, y=y),
            alt.Chart(data("batch", level)).mark_line(color=BLUE, strokeWidth=2.5, strokeDash=[6, 4]).encode(x=x, y=y),
            meet.mark_rule(color=MUTED, strokeDash=[2, 3]).encode(x=x, y=y, y2=alt.Y2("floor:Q")),
            meet.mark_text(align="left", dx=6, dy=-10, fontSize=13, color=INK).encode(
                x=x, y=alt.Y("floor:Q"), text=alt.Text("label:N")
            ),
            choice.mark_rule(color=INK, strokeWidth=4).encode(x=x, y=y, y2=alt.Y2("batch:Q")),
            choice.mark_point(shape="diamond", color=RUST, filled=True, size=170, opacity=1).encode(x=x, y=y),
            _words("batch_key", key, BLUE, "right").encode(x=x, y=y, text=alt.Text("label:N")),
            _words("ordered_key", ordered_key, RUST).encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Invented: price 100, batch cost 40, 100 expected. Diamond: your cost. Bar: lead or lag."),
        height=320,
    )


def _words(name: str, rows: pd.DataFrame, colour: str, align: Literal["left", "right"] = "left") -> alt.Chart:
    return alt.Chart(data(name, rows)).mark_text(align=align, dy=-9, fontSize=13, color=colour)


def _break_even_title(batch: float, ordered: float, limit: float) -> str:
    ahead = round(ordered) - round(batch)
    if ahead > 0:
        return _("Made to order earns {ahead:,} more; a suit could cost up to {limit:.1f}").format(
            ahead=ahead, limit=limit
        )
    if ahead < 0:
        return _("The batch earns {ahead:,} more; made to order would have to cost {limit:.1f} at most").format(
            ahead=-ahead, limit=limit
        )
    return _("The two earn the same: break-even at a cost of {limit:.1f}").format(limit=limit)


def orders_chart() -> alt.LayerChart:
    """Draw what the first maker earns by what a fit is worth: standard or alone to order, with one price or many."""
    turn = turning_worth()
    level = float(against_a_rival(turn)["first"].iloc[1])
    title = _("At one price an order pays while a fit is worth less than {turn:.2f} times the worst misfit").format(
        turn=turn
    )
    ways = {
        "first to order, a price for each": (_("alone to order, a price for each"), PLUM, [8, 3, 2, 3], 0.98, -10),
        BOOK: (_("standard, a price for each"), INK, [2, 3], WORTHS[1], -10),
        "both standard": (_("both standard, at one price"), BLUE, [1, 0], WORTHS[1], -10),
        "first to order, one price": (_("alone to order, at one price"), RUST, [6, 4], WORTHS[1], 16),
    }
    words = _(
        "{title}. Four lines by what a fit is worth. Both standard, at one price: rising to {standard:.2f} at "
        "{meet:g}. Alone to order, one price: rising faster, then level at {level:.2f}; these two cross at {turn:.2f}. "
        "Alone to order, a price for each: above both up to {meet:g}, then level with standard. Standard, a price for "
        "each: below the order up to {book:.2f}, then above all others, {known:.2f} from {meet:g} on."
    ).format(
        title=title,
        standard=against_a_rival(WORTHS[1])["first"].iloc[0],
        level=level,
        turn=turn,
        meet=turning_worth_for_each(),
        book=turning_worth_beside_book(),
        known=standard_for_each(WORTHS[1]),
    )
    x = alt.X(
        "worth:Q",
        title=_("What a suit that fits is worth beyond its cost (in units of the worst misfit)"),
        scale=alt.Scale(domain=list(WORTHS), nice=False),
    )
    y = alt.Y(
        "profit:Q",
        title=_("Profit of the first maker (worst misfits a buyer)"),
        scale=alt.Scale(domain=list(KEPT), nice=False),
        axis=alt.Axis(values=[round(0.1 * n, 1) for n in range(7)], format=".1f"),
    )
    layers = [layer.encode(x=x, y=y) for way, look in ways.items() for layer in _kept_line(way, *look)]
    crossing = pd.DataFrame([{"worth": turn, "profit": level, "label": _("turn at {turn:.2f}").format(turn=turn)}])
    mark = alt.Chart(data("turn", crossing))
    return finish(
        alt.layer(
            *layers,
            mark.mark_point(shape="diamond", color=INK, filled=True, size=150, opacity=1).encode(x=x, y=y),
            mark.mark_text(align="left", dx=8, dy=16, fontSize=13).encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("Two makers, buyers spread evenly between them. An order costs what a standard suit costs."),
        height=280,
    )


def _kept_line(way: str, label: str, colour: str, dashes: list[int], at: float, lift: int) -> list[alt.Chart]:
    """Return the line of one way and its label at the right end."""
    steps = np.unique([*np.linspace(*WORTHS, 51), *KINKS])
    profits = [standard_for_each(h) if way == BOOK else against_a_rival(h)["first"][way] for h in steps.tolist()]
    rows = pd.DataFrame({"worth": steps, "profit": [float(profit) for profit in profits]})
    name = way.replace(",", "").replace(" ", "_")
    end = rows.tail(1).assign(worth=at, label=label)
    return [
        alt.Chart(data(name, rows)).mark_line(color=colour, strokeWidth=2.5, strokeDash=dashes),
        alt.Chart(data(f"{name}_key", end))
        .mark_text(align="right", dy=lift, fontSize=13, color=colour)
        .encode(text=alt.Text("label:N")),
    ]
