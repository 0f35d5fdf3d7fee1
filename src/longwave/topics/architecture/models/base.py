"""A base platform under rival applications: what users pay, who earns, and how dear a public base may be.

Demand for applications is MOST − price. Each unit of an application needs one unit of the base; applications have no
other cost. The applications set their quantities (Cournot), after the base has named its price.
"""

import math

import pandas as pd

from longwave.checks import InputError, number, whole_number

MOST = 100.0
COUNTS = ("users", "users and owner", "all")


def app_price(base_price: float, apps: int, most: float = MOST) -> float:
    """Compute what users pay when n rival applications buy the base at one price.

        p = (a + n · w) / (n + 1)

    Args:
        base_price: w, money a unit, from 0 to `most`.
        apps: n, at least 1.
        most: a, the price at which nobody buys, money a unit, at least 0.

    Returns:
        p, money a unit.

    Raises:
        InputError: A number is out of range.

    Source: Cournot (1838).

    >>> app_price(60, apps=1), app_price(60, apps=4)
    (80.0, 68.0)
    """
    top, count = number("most", most, minimum=0), whole_number("apps", apps, minimum=1)
    return (top + count * number("base_price", base_price, 0, top)) / (count + 1)


def private_price(cost: float, bases: int = 1, fee: bool = False, apps: int = 1, most: float = MOST) -> float:
    """Compute the price a unit of a private base, or of several rival ones.

        one base          w = (a + c) / 2            m rival bases   w = (a + m · c) / (m + 1)
        with a flat fee   w such that users pay (a + c) / 2:   w = ((n + 1)(a + c) / 2 − a) / n

    Without a fee the number of applications drops out: it scales what is sold at each price. A base that may also take
    a flat fee from each application lowers its price until users pay what one firm alone would ask, and takes the rest
    as a fee.

    Args:
        cost: c, money a unit, from 0 to `most`.
        bases: m, at least 1; rival bases set quantities, and take no fee.
        fee: whether the base, alone in its market, may take a flat fee from each application.
        apps: n, at least 1; matters only with a fee.
        most: a, the price at which nobody buys, money a unit.

    Returns:
        w, money a unit.

    Raises:
        InputError: A number is out of range.

    Source: the rivals in both links are those of Cournot (1838); the fee is our addition.

    >>> private_price(20), private_price(20, bases=3), private_price(20, fee=True, apps=4)
    (60.0, 40.0, 50.0)
    """
    top = number("most", most, minimum=0)
    spent, rivals = number("cost", cost, 0, top), whole_number("bases", bases, minimum=1)
    count = whole_number("apps", apps, minimum=1)
    if fee and rivals == 1:
        return ((count + 1) * (top + spent) / 2 - top) / count
    return (top + rivals * spent) / (rivals + 1)


def base_outcome(base_price: float, cost: float, apps: int, most: float = MOST) -> pd.Series:
    """Compute what a price of the base means for users, applications and the base.

        Q = a − p,   users Q² / 2,   applications (p − w) · Q,   base (w − c) · Q

    Args:
        base_price: w, money a unit, from 0 to `most`.
        cost: c, what a unit of the base costs, money, at least 0.
        apps: n, at least 1.
        most: a, the price at which nobody buys, money a unit.

    Returns:
        price, quantity, and the surplus of users, apps, base and all, in money; fees only move it within `all`.

    Raises:
        InputError: A number is out of range.

    Source: Cournot (1838), and areas under a straight demand line.

    >>> base_outcome(60, cost=20, apps=4).tolist()
    [68.0, 32.0, 512.0, 256.0, 1280.0, 2048.0]
    """
    price = app_price(base_price, apps, most)
    sold, spent = most - price, number("cost", cost, minimum=0)
    parts = {"users": sold**2 / 2, "apps": (price - base_price) * sold, "base": (base_price - spent) * sold}
    return pd.Series({"price": price, "quantity": sold, **parts, "all": sum(parts.values())}, name="money")


def turning_cost(
    cost: float, apps: int, counted: str = "users", bases: int = 1, fee: bool = False, most: float = MOST
) -> float:
    """Compute how dear a public base that sells at its cost may be before the private one is as good.

        users         the public cost at which they pay the private price, w itself
        else          k · (a − c')² = surplus under the private base of those who are counted
        everybody     k = (n² / 2 + n) / (n + 1)²
        users, owner  k = (n² / 2) / (n + 1)², the profit of applications left out (a fee makes it the owner's)

    Args:
        cost: c, what a unit costs the private base, money, from 0 to `most`.
        apps: n, at least 1.
        counted: "users"; "users and owner", the base with them; or "all", applications with both.
        bases: m, how many rival private bases it is compared with, at least 1.
        fee: whether the private base takes a flat fee besides.
        most: a, the price at which nobody buys, money a unit.

    Returns:
        c', the cost a unit of the public base at which both are equal, money; below 0 if no public base is as good.

    Raises:
        InputError: A number is out of range, or `counted` is another word.

    Source: our own algebra.

    >>> turning_cost(20, apps=4), round(turning_cost(20, apps=4, counted="all"), 2)
    (60.0, 34.68)
    >>> round(turning_cost(20, apps=4, counted="users and owner"), 2)
    25.17
    """
    if counted not in COUNTS:
        raise InputError(f"counted must be one of {', '.join(COUNTS)}, not {counted!r}.")
    price = private_price(cost, bases, fee, apps, most)
    if counted == "users":
        return price
    found = base_outcome(price, cost, apps, most)
    everybody = counted == "all"
    kept = 0.0 if everybody or (fee and bases == 1) else float(found["apps"])
    factor = (apps**2 / 2 + (apps if everybody else 0)) / (apps + 1) ** 2
    return most - math.sqrt((float(found["all"]) - kept) / factor)
