"""What an order captures: a suit that fits everybody, sold by one maker alone or against a rival with standard suits.

Buyers are spread evenly over a line of length 1, and a maker sits at each end. A suit that fits perfectly is worth V to
every buyer; a standard suit is worth V less the misfit, which is t times the distance from its maker. A suit made to
order fits everybody. All amounts are in units of t, for one buyer on average.
"""

import math
from collections.abc import Sequence

import pandas as pd

from longwave.checks import InputError, number
from longwave.topics.business_models.models.newsvendor import break_even_cost

WAYS = ("both standard", "first to order, one price", "first to order, a price for each", "both to order")
FITS_EVERYBODY = 1.5  # from this worth on, two standard makers sell to every buyer and compete for each in the middle


def one_price(values: Sequence[float], cost: float) -> pd.Series:
    """Find the single price at which a maker without a rival earns most, and what his buyers keep.

    Args:
        values: What each buyer would pay at most, money; one buyer or more.
        cost: What a unit costs to make, money, at least 0.

    Returns:
        price, sold (buyers who buy), profit, buyers_keep and created (the sum of the two). Of two prices that earn the
        same the lower one is taken. If every price loses, nothing is sold and the price is missing.

    Raises:
        InputError: There is no buyer, or a number is out of range.

    Our own construction; the price is one of the values, as any other could rise with nobody leaving.

    >>> one_price([100, 92, 84, 76], cost=40)[["price", "profit", "buyers_keep"]].tolist()
    [76.0, 144.0, 48.0]
    """
    worth = [number(f"values[{place}]", value, minimum=0) for place, value in enumerate(values)]
    made = number("cost", cost, minimum=0)
    if not worth:
        raise InputError("values must name one buyer or more.")
    profits = {price: (price - made) * sum(value >= price for value in worth) for price in sorted(worth)}
    price = max(profits, key=profits.__getitem__)
    if profits[price] < 0:
        return pd.Series({"price": math.nan, "sold": 0, "profit": 0, "buyers_keep": 0, "created": 0}, dtype=float)
    kept = sum(value - price for value in worth if value >= price)
    found = {"price": price, "sold": sum(value >= price for value in worth), "profit": profits[price]}
    return pd.Series({**found, "buyers_keep": kept, "created": profits[price] + kept}, dtype=float)


def against_a_rival(worth: float, saving: float = 0.0) -> pd.DataFrame:
    """Compute what the first maker, the rival and the buyers keep if nobody, one or both of them make to order.

    With h = (V − c) / t and the saving s of an order on each suit, the first maker earns, in units of t,

        both standard                      1/2 from h = 3/2 on;  (h − 1/2) / 2 from 1;  h² / 4 below
        to order, one price                ((2 + s) / 3)² if 3 h ≥ 2 (1 − s);  (h + s) (1 − h/2) below
        to order, a price for each buyer   1/2 + s from h = 1 on;  h − h²/2 + s below
        both to order                      0

    Args:
        worth: h, what a suit that fits is worth beyond its cost, in units of t, from 0 to 10.
        saving: s, what a suit made to order costs less, in units of t, from 0 to 0.5.

    Returns:
        A row for each way, with the columns first, rival, buyers and created.

    Raises:
        InputError: A number is out of range.

    Choices: prices are set at once; two standard makers share the line evenly; if the first maker has a price for each
    buyer, the rival's is his cost. Our own construction on the line of Hotelling (1929); Syam, Ruan and Hess (2005) and
    Dewan, Jing and Seidmann (2003) study richer ones.

    >>> against_a_rival(2).round(3)["first"].tolist()
    [0.5, 0.444, 0.5, 0.0]
    """
    h, s = number("worth", worth, minimum=0, maximum=10), number("saving", saving, minimum=0, maximum=0.5)
    shares = [_both_standard(h), _one_to_order(h, s), _price_for_each(h, s), (0.0, 0.0, h + s)]
    found = pd.DataFrame(shares, index=pd.Index(WAYS, name="way"), columns=["first", "rival", "buyers"])
    return found.assign(created=found.sum(axis=1))


def turning_worth(saving: float = 0.0) -> float:
    """Compute the worth of a fit above which the first maker at one price earns less to order than with standard suits.

        (h − 1/2) / 2 = ((2 + s) / 3)²,  so  h = 1/2 + 2 ((2 + s) / 3)²;  infinite from the saving √4.5 − 2 on

    `saving` is s of `against_a_rival`.

    Our own construction on the line of Hotelling (1929).

    >>> round(turning_worth(), 3), turning_worth(saving=0.2)
    (1.389, inf)
    """
    share = (2 + number("saving", saving, minimum=0, maximum=0.5)) / 3
    return 0.5 + 2 * share**2 if share < math.sqrt(0.5) else math.inf


def turning_saving() -> float:
    """Compute the saving from which an order pays its first maker whatever a fit is worth: ((2 + s) / 3)² = 1/2.

    Our own construction on the line of Hotelling (1929).

    >>> round(turning_saving(), 4)
    0.1213
    """
    return math.sqrt(4.5) - 2


def turning_worth_for_each() -> float:
    """Return the worth of a fit below which a price for each buyer pays the first maker without any saving: 3/2.

    From there on he earns 1/2 + s against the 1/2 of standard suits, so that any saving pays, however small.

    Our own construction on the line of Hotelling (1929).

    >>> against_a_rival(turning_worth_for_each())["first"].iloc[[0, 2]].tolist()
    [0.5, 0.5]
    """
    return FITS_EVERYBODY


def standard_for_each(worth: float) -> float:
    """Compute what a maker of standard suits earns who knows each buyer, beside a rival with one price.

        9/16 − (3/2 − h)² / 2 from h = 3/4 on, and 9/16 from 3/2 on;  h²/2 below 3/4

    It tells what the knowledge of buyers is worth without any order. The rival posts his one price first, at a margin
    of 1/2 (from h = 3/4 on), and then the first maker makes each buyer the best offer that still wins her.

    Args:
        worth: h of `against_a_rival`, from 0 to 10.

    Returns:
        Profit, in units of t.

    Raises:
        InputError: The number is out of range.

    Our own construction on the line of Hotelling (1929); Thisse and Vives (1988) study the case.

    >>> standard_for_each(2), round(standard_for_each(1.2), 4)
    (0.5625, 0.5175)
    """
    h = number("worth", worth, minimum=0, maximum=10)
    return h**2 / 2 if h < 3 / 4 else 9 / 16 - max(0.0, FITS_EVERYBODY - h) ** 2 / 2


def turning_worth_beside_book() -> float:
    """Return the worth of a fit below which an order with a price for each earns more than standard suits with one.

        9/16 − (3/2 − h)² / 2 = 1/2,  so  h = 3/2 − 1/√8

    Our own construction on the line of Hotelling (1929).

    >>> round(turning_worth_beside_book(), 3)
    1.146
    """
    return FITS_EVERYBODY - 1 / math.sqrt(8)


def order_from_one_size() -> float:
    """Return what the first to make to order earns at one price if both makers stocked the same middle size: 2/9.

    Standard suits of one size leave both makers nothing. A rival in the middle, with the margin b, sells to buyers
    within a − b of it, on both sides: he earns 2 b (a − b), most at b = a/2. The first earns a (1 − 2 (a − b)), most at
    a = (1 + 2 b) / 4, so that a = 1/3. This holds where a fit is worth enough to serve everybody.

    Our own construction on the line of Hotelling (1929).

    >>> round(order_from_one_size(), 3)
    0.222
    """
    first = 1 / 3
    return first * (1 - 2 * (first - first / 2))


def standard_price(cost: float, salvage: float, cv: float, misfit: float) -> float:
    """Find the price that two makers of standard suits ask, whose own demand is uncertain: p = c*(p) + t.

    Each asks the worst misfit above his unit cost, and c* of `break_even_cost`, the batch cost with the price of not
    knowing, itself grows with the price. Both arguments `cost` and `misfit` are money above 0, the others as there.

    Our own construction: the line of Hotelling (1929) joined to the batch of Arrow, Harris and Marschak (1951).

    >>> round(standard_price(cost=40, salvage=10, cv=0.4, misfit=24), 1)
    74.2
    """
    step = number("misfit", misfit, minimum=0)
    if step == 0:
        raise InputError("misfit must be above 0, or the two makers are alike.")
    price = cost + step
    for _round in range(60):  # c* rises by less than 0.4 for each unit of the price, so that the steps close in
        price = break_even_cost(price, cost, salvage, cv) + step
    return price


def order_beside_a_batch(order: float, cost: float, salvage: float, cv: float, misfit: float) -> pd.Series:
    """Compute what the first to make to order earns at one price beside a rival who makes batches.

    The rival asks p = c*(p) + (1 − s) t / 3, and his unit cost c* of `break_even_cost` falls with his own price. So the
    saving of an order, s = (c*(p) − o) / t, is taken at the price that the order forces on him.

    Args:
        order: o, what a suit made to order costs, money.
        cost: What a suit of the batch costs, money.
        salvage: What a leftover fetches, money.
        cv: Standard deviation of the rival's demand as a share of its mean.
        misfit: t, what the worst misfit costs a buyer, money above 0.

    Returns:
        rival_price and rival_cost, money; saving and first (what the order earns), in units of t.

    Raises:
        InputError: A number is out of range, or the rival would sell nothing or to everybody.

    Our own construction: the line of Hotelling (1929) joined to the batch of Arrow, Harris and Marschak (1951), where a
    fit is worth enough to serve everybody.

    >>> order_beside_a_batch(44, cost=40, salvage=10, cv=0.4, misfit=24).round(3).tolist()
    [53.411, 46.117, 0.088, 0.485]
    """
    made, step = number("order", order, minimum=0), number("misfit", misfit, minimum=0)
    if step == 0:
        raise InputError("misfit must be above 0, or the two makers are alike.")
    price = cost + step / 3
    for _round in range(60):
        price = (2 * break_even_cost(price, cost, salvage, cv) + step + made) / 3
    spent = break_even_cost(price, cost, salvage, cv)
    saving = (spent - made) / step
    if not -2 <= saving <= 1:
        raise InputError("order must leave both makers some buyers.")
    return pd.Series({"rival_price": price, "rival_cost": spent, "saving": saving, "first": ((2 + saving) / 3) ** 2})


def turning_order_cost(cost: float, salvage: float, cv: float, misfit: float) -> float:
    """Find what a suit made to order may cost so that its maker earns 1/2, as both did with standard suits.

        p = c*(p) + (1 − s) t / 3  and  o = c*(p) − s t,  with s of `turning_saving`

    The arguments are those of `order_beside_a_batch`.

    Our own construction: the line of Hotelling (1929) joined to the batch of Arrow, Harris and Marschak (1951).

    >>> round(turning_order_cost(cost=40, salvage=10, cv=0.4, misfit=24), 1)
    43.1
    """
    step, saving = number("misfit", misfit, minimum=0), turning_saving()
    price = cost + step / 3
    for _round in range(60):
        price = break_even_cost(price, cost, salvage, cv) + (1 - saving) * step / 3
    return break_even_cost(price, cost, salvage, cv) - saving * step


def _both_standard(h: float) -> tuple[float, float, float]:
    if h <= 1:
        return h**2 / 4, h**2 / 4, h**2 / 4
    profit = (min(h, FITS_EVERYBODY) - 0.5) / 2
    return profit, profit, h - 0.25 - 2 * profit  # the mean misfit is a quarter


def _one_to_order(h: float, s: float) -> tuple[float, float, float]:
    if 3 * h < 2 * (1 - s):  # all that a fit is worth goes to the first maker; the rival serves his own corner
        return (h + s) * (1 - h / 2), h**2 / 4, h**2 / 8
    first, rival = (2 + s) / 3, (1 - s) / 3
    kept = first * (h - 2 * rival) + rival * (h - rival) - rival**2 / 2
    return first**2, rival**2, kept


def _price_for_each(h: float, s: float) -> tuple[float, float, float]:
    profit = 0.5 if h >= 1 else h - h**2 / 2
    return profit + s, 0.0, h - profit
