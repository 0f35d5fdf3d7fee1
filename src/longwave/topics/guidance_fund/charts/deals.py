"""Chart of what NIO China was worth by five deals, and what the investors of 2020 did in each."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, RUST, data, finish
from longwave.i18n import _

LEAST, MOST = 10, 400


def deals_chart(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw the value that each deal implies, on a log scale; bought and sold differ in colour, shape and label.

    `rows` is what `models.deals.implied_values` returns.
    """
    sides = {"buys": _("investors pay in"), "sells": _("investors sell to NIO")}
    table = rows.assign(
        side=rows["side"].map(sides),
        label=[
            _("{month}: {value:.0f} bn").format(month=when[:7], value=value)
            for when, value in rows[["date", "value"]].to_numpy()
        ],
    )
    first, called, *_between, last = rows["value"]
    title = _(
        "Bought at {first:.0f}, called back at {called:.0f}, sold at up to {peak:.0f}, bought again at {last:.0f}"
    ).format(first=first, called=called, peak=rows["value"].max(), last=last)
    parts = "; ".join(
        _("{date}, {side} {money:g} billion, value {value:.1f}").format(date=when, side=side, money=money, value=value)
        for when, side, money, value in table[["date", "side", "money", "value"]].to_numpy()
    )
    words = _("{title}. Five points joined by a line, in billion yuan before new money: {parts}.").format(
        title=title, parts=parts
    )
    scale = alt.Scale(domain=["2020-01-01", "2025-06-01"], nice=False)
    axis = alt.Axis(format="%Y", tickCount="year")
    x = alt.X("date:T", title=_("Date of the deal"), scale=scale, axis=axis)
    scale = alt.Scale(type="log", domain=[LEAST, MOST], nice=False)
    ticks = alt.Axis(values=[10, 20, 50, 100, 200, 400])
    y = alt.Y("value:Q", title=_("Value of NIO China (billion yuan, log scale)"), scale=scale, axis=ticks)
    order = list(sides.values())
    legend = alt.Legend(orient="top", title=None, symbolSize=110, labelLimit=260)
    color = alt.Color("side:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST]))
    shape = alt.Shape("side:N", legend=legend, scale=alt.Scale(domain=order, range=["circle", "square"]))
    base = alt.Chart(data("deals", table)).encode(x=x, y=y)
    layers = [
        base.mark_line(color=GREY, strokeDash=[4, 3], strokeWidth=1.5),
        base.mark_point(filled=True, size=110, opacity=1).encode(color=color, shape=shape),
        _labels("labels-above", table.iloc[[2]], x, y, dx=-20, dy=-18),
        _labels("labels-right", table.iloc[[3]], x, y, dx=64, dy=-9),
        _labels("labels-low", table.iloc[[0, 1]], x, y, dx=64, dy=2),
        _labels("labels-below", table.iloc[[4]], x, y, dx=-20, dy=22),
    ]
    note = _("Before each deal's new money: that of April 2020, 11, is in the 29. Dashes join deals and are no prices.")
    return finish(alt.layer(*layers), title, words, subtitle=note, width=520, height=280)


def _labels(name: str, rows: pd.DataFrame, x: alt.X, y: alt.Y, dx: float, dy: float) -> alt.Chart:
    """Return the labels of some of the points, moved off them."""
    return alt.Chart(data(name, rows)).mark_text(dx=dx, dy=dy, fontSize=13).encode(x=x, y=y, text="label:N")
