"""The bullwhip: how orders swing more than demand, stage by stage, and what shared demand changes.

Each stage forecasts the week's demand by the mean of the last p weeks, and orders up to a stock of L weeks' demand,
where L is how long a delivery takes. Demand is independent from week to week.
"""

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, whole_number


def order_response(lead: float, periods: int, stages: int = 1) -> npt.NDArray[np.float64]:
    """Return by how much the orders of the last stage change, week after week, if demand is one unit higher for a week.

        q(t) = (1 + L/p) d(t) − (L/p) d(t − p), and so on from stage to stage

    Args:
        lead: L, weeks that a delivery takes, at least 0.
        periods: p, weeks in the moving average, at least 1.
        stages: how many stages pass orders on, at least 1; each sees the orders of the one before.

    Returns:
        The changes in weeks 0, 1, …, p · stages.

    Source: Chen, Drezner, Ryan and Simchi-Levi (2000) for one stage.

    >>> order_response(2, 5).tolist()
    [1.4, 0.0, 0.0, 0.0, 0.0, -0.4]
    """
    weeks, share = _weeks(periods), number("lead", lead, minimum=0) / _weeks(periods)
    one = np.zeros(weeks + 1)
    one[0], one[weeks] = 1 + share, -share
    response = one
    for _stage in range(whole_number("stages", stages, minimum=1) - 1):
        response = np.convolve(response, one)
    return response


def chain_ratio(lead: float, periods: float, stages: int = 1, shared: bool = False) -> float:
    """Compute the variance of the last stage's orders as a multiple of demand's.

        each on its own: (1 + 2L/p + 2L²/p²)^n;  with shared demand: 1 + 2(nL)/p + 2(nL)²/p²

    Args:
        lead: L, weeks that each delivery takes, at least 0.
        periods: p, weeks in the moving average, above 0.
        stages: n, at least 1.
        shared: whether each stage forecasts from the demand of the last customer, instead of from the orders it gets.

    Returns:
        The multiple, at least 1.

    Source: Chen, Drezner, Ryan and Simchi-Levi (2000). On their own it is a lower bound for more than one stage; see
    `exact_ratio`.

    >>> round(chain_ratio(2, 5), 2), round(chain_ratio(2, 5, stages=3), 2), round(chain_ratio(2, 5, 3, shared=True), 2)
    (2.12, 9.53, 6.28)
    """
    weeks = number("periods", periods, minimum=0)
    if weeks == 0:
        raise InputError("periods must be above 0.")
    share, count = number("lead", lead, minimum=0) / weeks, whole_number("stages", stages, minimum=1)
    if shared:
        return 1 + 2 * count * share + 2 * (count * share) ** 2
    return float((1 + 2 * share + 2 * share**2) ** count)


def exact_ratio(lead: float, periods: int, stages: int = 1) -> float:
    """Compute the same multiple for stages on their own without taking the orders that a stage sees as independent.

    `lead`, `periods` and `stages` are as in `order_response`.

    Source: our own algebra; the squares of the response add up, as demand is independent.

    >>> round(exact_ratio(2, 5), 2), round(exact_ratio(2, 5, stages=3), 2)
    (2.12, 13.52)
    """
    return float((order_response(lead, periods, stages) ** 2).sum())


def summed_ratio(lead: float, periods: int, weeks: int) -> float:
    """Compute the multiple for one stage if orders and demand are added up over so many weeks before they are compared.

    `lead` and `periods` are as in `order_response`; `weeks` is at least 1, 13 for a quarter.

    Source: our own algebra, on a point of Chen and Lee (2012): added-up data hide a part of the swings.

    >>> round(summed_ratio(2, 5, weeks=1), 2), round(summed_ratio(2, 5, weeks=13), 2)
    (2.12, 1.43)
    """
    count = whole_number("weeks", weeks, minimum=1)
    return float((np.convolve(order_response(lead, periods), np.ones(count)) ** 2).sum() / count)


def _weeks(periods: int) -> int:
    return whole_number("periods", periods, minimum=1)
