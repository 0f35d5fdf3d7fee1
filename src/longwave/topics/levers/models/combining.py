"""How several levers make one result: they add up, multiply, or wait for the weakest link."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, numbers, positive_number

ADD, MULTIPLY, WEAKEST = "add", "multiply", "weakest"
WAYS = (ADD, MULTIPLY, WEAKEST)


def combined(gains: Sequence[float], way: str, starts: Sequence[float] | None = None) -> float:
    """Return what levers with these gains make of an output of 1.

        add:       1 + Σ gᵢ
        multiply:  Π (1 + gᵢ)
        weakest:   min sᵢ (1 + gᵢ) / min sᵢ

    Args:
        gains: gᵢ, the share by which each lever raises its own link, above −1; a lever that is left alone has 0.
        way: "add", "multiply" or "weakest".
        starts: sᵢ, how much each link can carry before, above 0, in one unit; by default all are alike. Only the
            weakest link asks for them.

    Returns:
        The output, 1 being the output without any lever.

    Raises:
        InputError: A gain or start is out of range, there are fewer starts than gains, or the way has another name.

    Source: our reading of three words of paper 003, 四: 叠加, 倍增, and of 循环断裂 of paper 000, 三(一).

    >>> three, one = [0.1, 0.1, 0.1], [0.3, 0, 0]
    >>> [(round(combined(three, way), 3), round(combined(one, way), 3)) for way in WAYS]
    [(1.3, 1.3), (1.331, 1.3), (1.1, 1.0)]
    """
    pulled = _gains(gains)
    if way == ADD:
        return float(1 + pulled.sum())
    if way == MULTIPLY:
        return float(np.prod(1 + pulled))
    if way != WEAKEST:
        raise InputError(f"way must be one of {', '.join(WAYS)}, not {way!r}.")
    links = np.ones(pulled.size) if starts is None else numbers("starts", starts, minimum=0)
    if links.size != pulled.size or links.min() == 0:
        raise InputError(f"starts must be {pulled.size} numbers above 0, one for each gain.")
    return float((links * (1 + pulled)).min() / links.min())


def _gains(gains: Sequence[float]) -> npt.NDArray[np.float64]:
    pulled = numbers("gains", gains)
    if (pulled <= -1).any():
        raise InputError("gains must be above -1: a link cannot lose more than all.")
    return pulled


def complementarity(none: float, first: float, second: float, both: float) -> float:
    """Return how much more two levers give together than each alone: f₁₁ − f₁₀ − f₀₁ + f₀₀.

    Above 0 they are complements, below 0 substitutes. The four results are in one unit, which the difference has, too;
    a sum has 0, and a product has 0 only in logarithms.

    Source: Milgrom and Roberts (1990).

    >>> round(complementarity(1, 1.1, 1.3, 1.43), 6), round(complementarity(1, 1.5, 1.25, 1.75), 6)
    (0.03, 0.0)
    """
    results = (number("none", none), number("first", first), number("second", second), number("both", both))
    return results[3] - results[1] - results[2] + results[0]


def equal_single(gain: float, count: int, way: str) -> float:
    """Return the gain of one lever that is worth as much as `count` levers of `gain` each, on links that are alike.

    It is n g where levers add, (1 + g)ⁿ − 1 where they multiply, and infinite where the weakest link decides.

    >>> [round(equal_single(0.1, 3, way), 3) for way in WAYS]
    [0.3, 0.331, inf]
    """
    if way == WEAKEST:
        number("gain", gain, minimum=0)
        return float("inf") if count > 1 and gain > 0 else float(gain)
    return combined([gain] * count, way) - 1


def turning_start(gain: float, single: float) -> float:
    """Return how weak a link must be so that one lever on it is worth as much as a small lever on every link.

        min(s (1 + G), 1) = s (1 + g), the others being 1:  s = 1 / (1 + g)

    Args:
        gain: g, what each of several small levers adds, above 0.
        single: G, what the one lever adds to the weakest link, above g.

    Returns:
        s, a share of the other links; a weaker link makes the one lever better, a stronger one the small ones.

    Source: our construction.

    >>> round(turning_start(0.1, 0.3), 3)
    0.909
    """
    small = positive_number("gain", gain)
    if number("single", single) <= small:
        raise InputError(f"single must be above gain ({small:g}), not {single!r}.")
    return 1 / (1 + small)


def neutral_share(open_price: float, secret_price: float, merged: float) -> float:
    """Return the share of open contracts at which a vertical merger leaves the mean price as it was.

        q · open + (1 − q) · secret = merged

    Args:
        open_price: The price where contracts are seen by all, above `merged`.
        secret_price: The price where they are secret, below `merged`.
        merged: The price after the merger, the same either way.

    Returns:
        q, from 0 to 1: with more open contracts the merger lowers the mean price, with fewer it raises it.

    Source: the prices are those of lesson 30; the mix is our construction.

    >>> round(neutral_share(80, 46.7, 60), 2)
    0.4
    """
    price = number("merged", merged)
    if not number("secret_price", secret_price) < price < number("open_price", open_price):
        raise InputError("merged must lie between secret_price and open_price.")
    return (price - secret_price) / (open_price - secret_price)
