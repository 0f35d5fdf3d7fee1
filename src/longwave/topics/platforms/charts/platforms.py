"""Chart of a platform with two sides: who pays, who is paid, and what the platform earns."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, RUST, data, finish
from longwave.i18n import _

PRICE_DOMAIN = [-1.1, 1.9]
PROFIT_DOMAIN = [0, 1.5]
MAKERS_AT, BUYERS_AT = 0.34, 0.66


def seesaw_chart(prices: pd.Series, level: float, gains: pd.Series, switching: float) -> alt.HConcatChart:
    """Draw the prices of makers and buyers as the two ends of a plank, and each platform's profit as a bar.

    `prices` has price_1 (makers), price_2 (buyers) and profit, or is empty where two platforms cannot share the market.
    `level` is what both sides would pay if neither gained from the other. `gains` has makers and buyers: what a member
    gains from the other side. `switching` is the cost of taking the platform that suits less, on both sides.
    """
    title = _seesaw_title(prices, gains, switching)
    words = _(
        "{title}. A plank between the price of makers, left, and of factories, right, beside a level dashed one at "
        "{level:.2f}, where neither gains from the other. Makers gain {makers:.1f}, factories {buyers:.1f}; switching "
        "costs {switching:.1f}. A bar shows the profit."
    ).format(title=title, level=level, switching=switching, **gains)
    left, right = _plank_view(prices, level), _profit_view(prices)
    left.width, left.height, right.width, right.height = 470, 280, 90, 280
    note = _("Invented prices. Dashed: if neither side gained from the other. Below the line at 0, a side is paid.")
    return finish(alt.hconcat(left, right, spacing=36), title, words, subtitle=note, width=None, height=None)


def _seesaw_title(prices: pd.Series, gains: pd.Series, switching: float) -> str:
    if prices.empty:
        return _(
            "Gains of {gains:.1f} outweigh a switching cost of {switching:.1f}: no two platforms share this market"
        ).format(gains=float(gains.sum()), switching=switching)
    # Both prices are never below 0: two platforms that share a market earn something.
    makers, buyers, profit = prices["price_1"], prices["price_2"], prices["profit"]
    if buyers < 0:
        return _("Makers pay {price:.2f}, factories are paid {paid:.2f}, each platform earns {profit:.2f}").format(
            price=makers, paid=-buyers, profit=profit
        )
    if makers < 0:
        return _("Makers are paid {paid:.2f}, factories pay {price:.2f}, each platform earns {profit:.2f}").format(
            price=buyers, paid=-makers, profit=profit
        )
    return _("Makers pay {makers:.2f}, factories {buyers:.2f}, each platform earns {profit:.2f}").format(
        makers=makers, buyers=buyers, profit=profit
    )


def _plank_view(prices: pd.Series, level: float) -> alt.LayerChart:
    x = alt.X("place:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))
    y = alt.Y("price:Q", title=_("Price (money)"), scale=alt.Scale(domain=PRICE_DOMAIN, nice=False))
    ends, level_ends = _ends(prices), pd.DataFrame({"place": [MAKERS_AT, BUYERS_AT], "price": [level, level]})
    sides = ["makers", "buyers"]
    color = alt.Color("side:N", legend=None, scale=alt.Scale(domain=sides, range=[RUST, BLUE]))
    shape = alt.Shape("side:N", legend=None, scale=alt.Scale(domain=sides, range=["square", "circle"]))
    floor = alt.Chart(data("floor", pd.DataFrame({"price": [0.0]})))
    pivot, note = (alt.Chart(data(name, frame)) for name, frame in (("pivot", _middle(ends)), ("note", _note(ends))))
    plank = alt.Chart(data("ends", ends))
    return alt.layer(
        floor.mark_rule(color=INK, strokeWidth=1.5).encode(y=y),
        alt.Chart(data("level", level_ends)).mark_line(color=GREY, strokeDash=[6, 4]).encode(x=x, y=y),
        pivot.mark_point(shape="triangle-up", filled=True, size=700, yOffset=14, color=MUTED, opacity=1).encode(
            x=x, y=y
        ),
        plank.mark_line(color=INK, strokeWidth=5).encode(x=x, y=y),
        plank.mark_point(filled=True, size=320, opacity=1).encode(x=x, y=y, color=color, shape=shape),
        *[_end_label(ends, side).encode(x=x, y=y, text=alt.Text("label:N"), color=color) for side in sides],
        note.mark_text(fontSize=14, fontWeight=600).encode(x=x, y=y, text=alt.Text("label:N")),
    )


def _ends(prices: pd.Series) -> pd.DataFrame:
    if prices.empty:
        return pd.DataFrame({"side": [], "place": [], "price": [], "label": []})
    pay = {"makers": _("makers pay {price:.2f}"), "buyers": _("factories pay {price:.2f}")}
    paid = {"makers": _("makers are paid {price:.2f}"), "buyers": _("factories are paid {price:.2f}")}
    ends = {"makers": (MAKERS_AT, float(prices["price_1"])), "buyers": (BUYERS_AT, float(prices["price_2"]))}
    words = {side: (paid if price < 0 else pay)[side].format(price=abs(price)) for side, (_at, price) in ends.items()}
    return pd.DataFrame(
        [{"side": side, "place": at, "price": price, "label": words[side]} for side, (at, price) in ends.items()]
    )


def _end_label(ends: pd.DataFrame, side: str) -> alt.Chart:
    """Return the words at one end, outside the plank, so that they are never on it."""
    place = {"makers": {"align": "right", "dx": -16}, "buyers": {"align": "left", "dx": 16}}[side]
    base = alt.Chart(data(f"{side}_label", ends[ends["side"] == side]))
    return base.mark_text(fontSize=13, fontWeight=600, **place)


def _middle(ends: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame([{"place": 0.5, "price": float(ends["price"].mean())}] if len(ends) else [])


def _note(ends: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame([] if len(ends) else [{"place": 0.5, "price": 1.25, "label": _("no shared market")}])


def _profit_view(prices: pd.Series) -> alt.LayerChart:
    rows = [] if prices.empty else [float(prices["profit"])]
    frame = pd.DataFrame({"who": _("each platform"), "profit": rows, "label": [f"{profit:.2f}" for profit in rows]})
    x = alt.X("who:N", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=13, ticks=False))
    y = alt.Y("profit:Q", title=_("Profit (money)"), scale=alt.Scale(domain=PROFIT_DOMAIN, nice=False))
    base = alt.Chart(data("profit", frame))
    return alt.layer(
        base.mark_bar(color=GREEN, width=40).encode(x=x, y=y),
        base.mark_text(dy=-10, fontSize=13).encode(x=x, y=y, text=alt.Text("label:N")),
    )
