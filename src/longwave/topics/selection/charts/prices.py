"""Chart of prices: formats that all become cheaper, and their mean that does not."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, RUST, WIDTH, data, finish
from longwave.i18n import _

COLORS, DASHES = (BLUE, RUST, GREEN), ([6, 3], [2, 3], [8, 3, 2, 3])
_PERCENT = alt.Axis(format="%", values=[0, 0.5, 1])


def prices_chart(prices: pd.DataFrame, shares: pd.DataFrame) -> alt.VConcatChart:
    """Draw the price of each of three formats by year with the mean price of all units, and below them their shares.

    Args:
        prices: One row a year in order, one column a format, dollars of 2019 a unit.
        shares: Shares of units, of the same form.
    """
    mean = (prices * shares).sum(axis=1)
    first, last = int(prices.index[0]), int(prices.index[-1])
    name = _("mean of all albums")
    rows = (
        prices.assign(**{name: mean})
        .rename_axis("year")
        .reset_index()
        .melt("year", var_name="what", value_name="price")
    )
    title = _(
        "All {count} formats cost less in {last} than in {first}; the mean went from {start:.2f} to {end:.2f}"
    ).format(count=prices.shape[1], first=first, last=last, start=mean.iloc[0], end=mean.iloc[-1])
    words = _("{title}. Prices and, below, shares of units, from {first} to {last}: {list}.").format(
        title=title,
        first=first,
        last=last,
        list="; ".join(
            _("{what} from {start:.2f} to {end:.2f}, from {few:.0%} to {many:.0%} of units").format(
                what=what,
                start=line.iloc[0],
                end=line.iloc[-1],
                few=shares[what].iloc[0],
                many=shares[what].iloc[-1],
            )
            for what, line in prices.items()
        ),
    )
    x = alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=[first, last]), axis=alt.Axis(format="d"))
    names = [*prices.columns, name]
    legend = alt.Legend(
        orient="top",
        title=None,
        symbolType="stroke",
        symbolStrokeWidth=3,
        symbolSize=300,
        symbolOpacity=1,
        labelLimit=240,
    )
    colors = alt.Scale(domain=names, range=[*COLORS, INK])
    dashes = alt.Scale(domain=names, range=[*DASHES, [1, 0]])
    lines = (
        alt.Chart(data("prices", rows))
        .mark_line()
        .encode(
            x=x,
            y=alt.Y("price:Q", title=_("Dollars of 2019 an album"), scale=alt.Scale(domain=[0, 60])),
            color=alt.Color("what:N", legend=legend, scale=colors),
            strokeDash=alt.StrokeDash("what:N", legend=legend, scale=dashes),
            strokeWidth=alt.condition(alt.datum.what == name, alt.value(4), alt.value(2.5)),
        )
        .properties(width=WIDTH, height=180)
    )
    parts = shares.rename_axis("year").reset_index().melt("year", var_name="what", value_name="share")
    areas = (
        alt.Chart(data("shares", parts))
        .mark_area(opacity=0.75)
        .encode(
            x=x,
            y=alt.Y("share:Q", title=_("Share of units"), stack="zero", scale=alt.Scale(domain=[0, 1]), axis=_PERCENT),
            color=alt.Color("what:N", legend=legend, scale=colors),
        )
        .properties(width=WIDTH, height=80)
    )
    joined = alt.vconcat(lines, areas, spacing=8)
    note = _("Retail value over units, United States. Below: what part of all units each format is.")
    return finish(joined, title, words, subtitle=note, width=None, height=None)
