"""Selling a thing and a service together: one price each, one price for both, or a list with all three.

`values` is a frame of what each buyer would pay: one row a buyer, two columns, the goods. A buyer takes at most one of
each, and takes both for the sum of the two values. `costs` has the cost of making one more of each good.
"""

from collections.abc import Mapping

import pandas as pd

from longwave.checks import InputError, number

BOTH = "both"


def price_list_profit(values: pd.DataFrame, costs: Mapping[str, float], prices: Mapping[str, float]) -> float:
    """Compute the profit of a price list: each buyer takes the offer that leaves most over.

    `prices` names the offers on the list: either good, and "both" for the two as one offer. Without an offer for both,
    a buyer may still take each at its own price. Of offers that leave a buyer the same the seller gets the better one,
    and an offer that leaves nothing over is still taken.

    Source: Adams and Yellen (1976).

    >>> buyers = pd.DataFrame({"suit": [90, 60], "fitting": [10, 40]}, index=["Ada", "Bo"])
    >>> price_list_profit(buyers, {"suit": 0, "fitting": 30}, {"suit": 90, "both": 100})
    160.0
    """
    frame, cost = _buyers(values), _costs(values, costs)
    offers = {
        label: (goods, price, sum(cost[good] for good in goods)) for label, goods, price in _offers(frame, prices)
    }
    return float(sum(_sale(buyer, offers) for _name, buyer in frame.iterrows()))


def bundling(values: pd.DataFrame, costs: Mapping[str, float]) -> pd.DataFrame:
    """Find the best price of each good alone, and the best price of both as one offer, with the profit of each way.

    The rows are the two goods, "separate" (both goods, each at its own price) and "both". The best price is one that
    some buyer just pays; where no price earns anything the good is not sold, and its price is missing.

    Sources: Stigler (1963); Adams and Yellen (1976); Bakos and Brynjolfsson (1999) for goods that cost nothing to copy.

    >>> buyers = pd.DataFrame({"suit": [90, 60], "fitting": [10, 40]}, index=["Ada", "Bo"])
    >>> bundling(buyers, {"suit": 0, "fitting": 0})["profit"].tolist()
    [120.0, 40.0, 160.0, 200.0]
    """
    frame, cost = _buyers(values), _costs(values, costs)
    first, second = (_best_price(frame[good], cost[good]) for good in frame.columns)
    together = _best_price(frame.sum(axis="columns"), sum(cost.values()))
    rows = {
        frame.columns[0]: first,
        frame.columns[1]: second,
        "separate": (float("nan"), first[1] + second[1]),
        BOTH: together,
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=["price", "profit"])


def _best_price(worth: pd.Series, cost: float) -> tuple[float, float]:
    profits = {float(price): float((price - cost) * (worth >= price).sum()) for price in sorted(worth, reverse=True)}
    price = max(profits, key=profits.__getitem__)
    return (price, profits[price]) if profits[price] > 0 else (float("nan"), 0.0)


def _offers(frame: pd.DataFrame, prices: Mapping[str, float]) -> list[tuple[str, tuple[str, ...], float]]:
    goods = tuple(frame.columns)
    unknown = [label for label in prices if label not in (*goods, BOTH)]
    if unknown or not prices:
        raise InputError(f"prices must name offers from {', '.join((*goods, BOTH))}, not {unknown or 'none'}.")
    plain = {label: number(f"prices[{label!r}]", price, minimum=0) for label, price in prices.items()}
    offers = [(label, goods if label == BOTH else (label,), price) for label, price in plain.items()]
    if all(good in plain for good in goods):
        offers.append(("each", goods, sum(plain[good] for good in goods)))
    return offers


def _sale(buyer: pd.Series, offers: dict[str, tuple[tuple[str, ...], float, float]]) -> float:
    """Return what the seller earns from one buyer."""
    choices = [(0.0, 0.0)]
    for goods, price, cost in offers.values():
        # Rounded, so that a tie between sums of decimals stays a tie.
        choices.append((round(sum(buyer[good] for good in goods) - price, 9), price - cost))
    most = max(surplus for surplus, _profit in choices)
    return max(profit for surplus, profit in choices if surplus == most)


def _buyers(values: pd.DataFrame) -> pd.DataFrame:
    if not isinstance(values, pd.DataFrame) or values.shape[1] != 2 or values.empty:
        raise InputError("values must be a frame with a row for each buyer and two columns, the goods.")
    for good in values.columns:
        for worth in values[good].tolist():
            number(f"values[{good!r}]", worth, minimum=0)
    return values.astype(float)


def _costs(values: pd.DataFrame, costs: Mapping[str, float]) -> dict[str, float]:
    missing = [good for good in values.columns if good not in costs]
    if missing:
        raise InputError(f"costs must name each good; missing: {', '.join(map(str, missing))}.")
    return {good: number(f"costs[{good!r}]", costs[good], minimum=0) for good in values.columns}
