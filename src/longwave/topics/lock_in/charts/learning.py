"""Charts of learning: one price by all that was made, and the learning rates of two halves of many technologies."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lock_in.models.learning import learning_rate

STRETCHES = (BLUE, RUST, GREEN)
STRETCH_DASHES = ([1, 0], [7, 4], [2, 3])


def learning_chart(prices: pd.DataFrame, cuts: tuple[int, ...], forecast: pd.Series, seen: int) -> alt.LayerChart:
    """Draw a price by all that was made, a fitted line for each stretch, and what a forecast said of the last year.

    Args:
        prices: Columns year, volume (MW) and price (dollars of 2019 a watt), years in order.
        cuts: The years at which stretches begin and end, at most four.
        forecast: low, middle and high for the price of the last year.
        seen: The last year that the forecast knew.
    """
    stretches = [_stretch(prices, begin, end) for begin, end in zip(cuts, cuts[1:], strict=False)]
    last = prices.iloc[-1]
    rates = "; ".join(f"{name}: {rate:.1%}" for name, rate, _line in stretches)
    lowest, highest = (f"{pick(rate for _n, rate, _l in stretches):.1%}" for pick in (min, max))
    title = _("A doubling took {low} off the price in one stretch and {high} in another").format(
        low=lowest, high=highest
    )
    words = _(
        "{title}. Falling points, {first} to {last}, and a line for each stretch: {rates}. The forecast of {seen} for "
        "{last} is {middle:.2f} dollars, with a range from {low:.2f} to {high:.2f}; the price was {price:.2f}."
    ).format(
        title=title,
        first=int(prices["year"].iloc[0]),
        last=int(last["year"]),
        rates=rates,
        seen=seen,
        middle=forecast["middle"],
        low=forecast["low"],
        high=forecast["high"],
        price=last["price"],
    )
    ranges = pd.DataFrame(
        {"volume": [last["volume"]], **{end: [float(forecast[end])] for end in ("low", "middle", "high")}}
    ).assign(label=_("forecast of {seen}").format(seen=seen))
    x = alt.X(
        "volume:Q",
        title=_("Made so far (MW, logarithmic)"),
        scale=alt.Scale(type="log", domain=[0.1, 12_000_000], nice=False),
        axis=alt.Axis(values=[1, 100, 10_000, 1_000_000], format="~s"),
    )
    y = alt.Y(
        "price:Q",
        title=_("Price of a watt (dollars of 2019, logarithmic)"),
        scale=alt.Scale(type="log", domain=[0.2, 150], nice=False),
        axis=alt.Axis(values=[0.2, 1, 5, 20, 100], format="~g"),
    )
    points = alt.Chart(data("prices", prices)).mark_point(filled=True, size=22, color=MUTED, opacity=0.9)
    ends = _named_years(prices, cuts)
    way = pd.concat([prices.loc[prices["year"] == seen, ["volume", "price"]], _as_price(ranges, "middle")])
    mark = alt.Chart(data("forecast", ranges))
    return finish(
        alt.layer(
            points.encode(x=x, y=y),
            *_stretch_lines(stretches, x, y),
            alt.Chart(data("years", ends))
            .mark_text(dx=-10, dy=16, fontSize=12, color=INK)
            .encode(x=x, y=y, text=alt.Text("label:N")),
            alt.Chart(data("way", way)).mark_line(color=INK, strokeWidth=1, strokeDash=[2, 2]).encode(x=x, y=y),
            mark.mark_rule(color=INK, strokeWidth=2).encode(x=x, y=alt.Y("low:Q"), y2=alt.Y2("high:Q")),
            mark.mark_point(shape="diamond", filled=True, size=110, opacity=1, color=INK).encode(
                x=x, y=alt.Y("middle:Q")
            ),
            mark.mark_text(align="left", dx=9, fontSize=12, color=INK).encode(
                x=x, y=alt.Y("middle:Q"), text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_(
            "World prices of modules, a point a year. Diamond and bar: middle and 80 % range of Wright's forecast."
        ),
        height=270,
    )


def _as_price(ranges: pd.DataFrame, end: str) -> pd.DataFrame:
    return ranges.rename(columns={end: "price"})[["volume", "price"]]


def _stretch(prices: pd.DataFrame, begin: int, end: int) -> tuple[str, float, pd.DataFrame]:
    """Return the name of a stretch, its learning rate, and the two ends of its line."""
    part = prices[prices["year"].between(begin, end)]
    slope, level = np.polyfit(np.log(part["volume"]), np.log(part["price"]), 1)
    volume = part["volume"].iloc[[0, -1]].to_numpy(float)
    line = pd.DataFrame({"volume": volume, "price": np.exp(level) * volume**slope})
    return f"{begin}–{end}", learning_rate(part["volume"], part["price"]), line


def _stretch_lines(stretches: list[tuple[str, float, pd.DataFrame]], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Return a line for each stretch and, at its middle, a label with its years and rate."""
    layers = []
    kinds = zip(stretches, STRETCHES, STRETCH_DASHES, strict=False)
    for number, ((name, rate, line), color, dash) in enumerate(kinds, 1):
        middle = pd.DataFrame([np.exp(np.log(line).mean())]).assign(label=f"{name}: {rate:.1%}")
        drawn = alt.Chart(data(f"line_{number}", line)).mark_line(color=color, strokeWidth=3, strokeDash=dash)
        label = alt.Chart(data(f"label_{number}", middle)).mark_text(
            fontSize=13, fontWeight=600, color=color, **_beside(number == len(stretches))
        )
        layers += [drawn.encode(x=x, y=y), label.encode(x=x, y=y, text=alt.Text("label:N"))]
    return layers


def _beside(is_last: bool) -> dict[str, Any]:
    """Return where a stretch has its label: above on the right, and of the last, next to the forecast, on the left."""
    return {"align": "right", "dx": -16, "dy": 14} if is_last else {"align": "left", "dx": 12, "dy": -12}


def _named_years(prices: pd.DataFrame, cuts: tuple[int, ...]) -> pd.DataFrame:
    chosen = prices[prices["year"].isin(cuts)]
    return chosen.assign(label=chosen["year"].astype(int).astype(str))


def halves_chart(
    halves: pd.DataFrame, outlier: str, groups: Mapping[str, list[str]], long: float = 2
) -> alt.LayerChart:
    """Draw the learning rate of the second half by that of the first, one point a technology.

    Args:
        halves: As `learning_halves` returns it.
        outlier: The technology that the correlations leave out, and that is told at the edge of the plot.
        groups: At most two groups of long records to be marked, each a name with its technologies.
        long: How many doublings each half must hold for a record to be long.
    """
    rest = halves.drop(outlier)
    lasting = rest[rest["doublings"] >= long]
    above = int((halves["second"] > halves["first"]).sum())
    title = _("A short record says little of how fast a technology learns later, a long one more")
    words = _(
        "{title}. {count} points, {above} of them above the line on which both halves are alike. Without {outlier}, "
        "which has {first:.0%} in the first half and {second:.0%} in the second, the correlation is {every:.2f}; it is "
        "{held:.2f} in the {long} technologies whose volume doubles {least:g} times or more in each half."
    ).format(
        title=title,
        count=len(halves),
        above=above,
        every=rest["first"].corr(rest["second"]),
        outlier=outlier,
        first=halves["first"][outlier],
        second=halves["second"][outlier],
        held=lasting["first"].corr(lasting["second"]),
        long=len(lasting),
        least=long,
    )
    kinds = [_("short record"), *groups, _("other long record")]
    rows = rest.assign(kind=[_kind(str(name), row, groups, kinds, long) for name, row in rest.iterrows()])
    percent = alt.Axis(format=".0%", tickCount=5)
    across, up = alt.Scale(domain=[-0.4, 0.6], nice=False), alt.Scale(domain=[-0.2, 0.7], nice=False)
    x = alt.X("first:Q", title=_("Learning rate, first half"), scale=across, axis=percent)
    y = alt.Y("second:Q", title=_("Learning rate, second half"), scale=up, axis=percent)
    legend = alt.Legend(orient="top", title=None, labelLimit=320)
    looks = (GREY, RUST, BLUE, GREEN), ("circle", "diamond", "square", "triangle-up")
    color, shape = (alt.Scale(domain=kinds, range=list(look[: len(kinds)])) for look in looks)
    line = pd.DataFrame({"first": [-0.2, 0.6], "second": [-0.2, 0.6]})
    return finish(
        alt.layer(
            alt.Chart(data("equal", line)).mark_line(color=GREY, strokeDash=[4, 4]).encode(x=x, y=y),
            alt.Chart(data("halves", rows[["first", "second", "kind"]]))
            .mark_point(filled=True, size=70, opacity=0.75)
            .encode(
                x=x,
                y=y,
                color=alt.Color("kind:N", legend=legend, scale=color),
                shape=alt.Shape("kind:N", legend=legend, scale=shape),
            ),
            alt.Chart(data("outlier", _aside(halves, outlier)))
            .mark_text(align="left", dx=4, fontSize=12, color=INK)
            .encode(x=x, y=y, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_(
            "{count} technologies. Dashed: both halves alike; {above} learned faster in the second half."
        ).format(count=len(halves), above=above),
        height=250,
    )


def _kind(name: str, row: pd.Series, groups: Mapping[str, list[str]], kinds: list[str], long: float) -> str:
    """Return the kind under which a technology is drawn."""
    if row["doublings"] < long:
        return kinds[0]
    return next((group for group, members in groups.items() if name in members), kinds[-1])


def _aside(halves: pd.DataFrame, outlier: str) -> pd.DataFrame:
    """Return the label that tells, at the left edge, of the technology beyond it."""
    first = f"{halves['first'][outlier]:.0%}".replace("-", "−")
    label = _("◀ {outlier}, at {first}").format(outlier=outlier, first=first)
    return pd.DataFrame({"first": [-0.4], "second": [float(halves["second"][outlier])], "label": [label]})
