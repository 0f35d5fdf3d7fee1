"""Chart of the two mirror images of Cournot: rivals who sell one product, and patents that one product needs."""

from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, MUTED, PALE, data, finish
from longwave.i18n import _

ROOM_FOR_A_LABEL = 0.15  # of the longest bar


def owners_chart(markets: pd.DataFrame) -> alt.LayerChart:
    """Draw how each market divides what a price equal to the cost would make: owners, users, and nobody.

    `markets` has three columns: the market with a single owner, the one with rivals, and the one with stacked patents.
    Its rows are income_all, user_surplus and lost (money), as `quantity_competition` and `stacked_patents` give them.
    """
    rows = _owner_rows(markets)
    title, words = _owner_words(markets, rows)
    whole = max(row["right"] for row in rows)
    x = alt.X(
        "left:Q",
        title=_("Money over the product's life"),
        scale=alt.Scale(domain=[0, whole], nice=False),
        axis=alt.Axis(tickCount=5),
    )
    y = alt.Y(
        "market:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, ticks=False, domain=False, labelPadding=8)
    )
    fills = [PALE[BLUE], PALE[GREEN], "white"]
    names = list(dict.fromkeys(row["who"] for row in rows))
    base = alt.Chart(data("parts", pd.DataFrame(rows))).encode(x=x, y=y)
    drawn = base.mark_bar(height=38, stroke=MUTED, strokeWidth=1).encode(
        x2=alt.X2("right:Q"),
        color=alt.Color("who:N", scale=alt.Scale(domain=names, range=fills), legend=None),
        tooltip=[alt.Tooltip("market:N", title=_("Market")), alt.Tooltip("full:N", title=_("Who has what"))],
    )
    labels = base.mark_text(align="left", dx=8, fontSize=13).encode(text=alt.Text("label:N"))
    above = [_small_labels(rows, side, y) for side in ("left", "right")]
    note = _("Lost: what a price equal to the cost would have made. Invented demand.")
    return finish(alt.layer(drawn, labels, *above), title, words, subtitle=note, height=64 * len(markets.columns))


def _small_labels(rows: list[dict[str, Any]], side: str, y: alt.Y) -> alt.Chart:
    """Return the labels of the parts too small to hold one, above the bar: at its right end, or from their left on."""
    small = [row for row in rows if not row["label"] and (side == "right") == (row is _last(rows, row["market"]))]
    frame = pd.DataFrame(small, columns=list(rows[0]))
    base = alt.Chart(data(f"small_{side}", frame)).encode(x=alt.X(f"{side}:Q"), y=y)
    drawn: alt.Chart = base.mark_text(align=side, dy=-28, fontSize=13).encode(text=alt.Text("full:N"))
    return drawn


def _last(rows: list[dict[str, Any]], market: str) -> dict[str, Any]:
    return [row for row in rows if row["market"] == market][-1]


def _owner_words(markets: pd.DataFrame, rows: list[dict[str, Any]]) -> tuple[str, str]:
    """Return the title, which says what the two mirror images share and where they differ, and the alt text."""
    _alone, rivals, patents = markets.columns
    title = _("{rivals} and {patents} earn alike, but users get {more:.1f} from the one and {less:.1f} from the other")
    title = title.format(
        rivals=rivals,
        patents=str(patents).lower(),
        more=markets[rivals]["user_surplus"],
        less=markets[patents]["user_surplus"],
    )
    bars = [
        _("{market}: {parts}").format(
            market=market, parts=", ".join(row["full"] for row in rows if row["market"] == market)
        )
        for market in markets.columns
    ]
    words = _("{title}. Bars of equal length, each in three parts. {markets}.")
    return title, words.format(title=title, markets="; ".join(bars))


def _owner_rows(markets: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the parts of the bars, each with its ends and its label."""
    parts = {"income_all": _("owners"), "user_surplus": _("users"), "lost": _("lost")}
    whole = float(markets.loc[list(parts)].sum().max())
    rows: list[dict[str, Any]] = []
    for market in markets.columns:
        left = 0.0
        for row, who in parts.items():
            amount = float(markets[market][row])
            full = _("{who} {amount:.1f}").format(who=who, amount=amount)
            label = full if amount > ROOM_FOR_A_LABEL * whole else ""
            right = round(left + amount, 6)
            rows.append({"market": market, "who": who, "left": left, "right": right, "label": label, "full": full})
            left = right
    return rows
