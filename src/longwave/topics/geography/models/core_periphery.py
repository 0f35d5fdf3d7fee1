"""Two regions, farmers who stay, firms and workers who move: Krugman's core–periphery model (1991).

The units are those of Fujita, Krugman & Venables (1999). Farmers are the share 1 − μ of all people, one half of them in
each region; of the workers, the share λ lives in region 1. To have one good arrive, T of it must be sent.

    Y1 = μ λ w1 + (1 − μ)/2                            income (and likewise Y2, with 1 − λ and w2)
    G1^(1−σ) = λ w1^(1−σ) + (1 − λ) (w2 T)^(1−σ)       price index of goods
    w1^σ = Y1 G1^(σ−1) + Y2 G2^(σ−1) T^(1−σ)           wage at which firms break even
    ω1 = w1 G1^(−μ)                                    real wage

λ is the `share` (0 to 1), T the `trade_cost` (above 1), σ `sigma` (above 1; how easily one good stands in for another),
μ `mu` (between 0 and 1; the share of goods in spending).
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers

_WAGE_HALVINGS, _SHARE_HALVINGS = 46, 12
_NEAR_EVEN = 1e-4


def core_periphery_points(sigma: float, mu: float) -> pd.Series:
    """Compute the trade costs at which the even state ends (break) and below which a full core holds (sustain).

        T_B^(σ−1) = (ρ + μ)(1 + μ) / ((ρ − μ)(1 − μ)),  ρ = (σ − 1)/σ
        1 = (1 + μ)/2 · T_S^(−(σ−1)−σμ) + (1 − μ)/2 · T_S^((σ−1)−σμ)

    The even state is stable above the break, the core below the sustain point, and break < sustain. Needs ρ > μ: else a
    core holds at every cost, and neither point exists. Source: Fujita, Krugman & Venables (1999).

    >>> core_periphery_points(5, 0.4).round(4).to_dict()  # break: 1.2 · 1.4 / (0.4 · 0.6) = 7, and its fourth root
    {'break': 1.6266, 'sustain': 1.8073}
    """
    from scipy.optimize import brentq

    elasticity, goods = _tastes(sigma, mu)
    rho = (elasticity - 1) / elasticity
    if rho <= goods:
        raise InputError(f"sigma and mu must leave 1 - 1/sigma > mu, but {rho:.4g} <= {goods:.4g}.")
    log_break = np.log((rho + goods) * (1 + goods) / ((rho - goods) * (1 - goods))) / (elasticity - 1)
    highest = 2 * log_break
    while _log_outsider(highest, elasticity, goods) < 0:
        highest *= 2
    log_sustain = brentq(_log_outsider, log_break, highest, args=(elasticity, goods), xtol=1e-14)
    return pd.Series({"break": float(np.exp(log_break)), "sustain": float(np.exp(log_sustain))})


def short_run(shares: Iterable[float], trade_cost: float, sigma: float, mu: float) -> pd.DataFrame:
    """Solve wages and prices for given shares of the workers in region 1.

    Returns, indexed by share, the columns wage_1, wage_2, price_1, price_2 (the indices G), real_1, real_2 (workers'
    real wages ω) and farm_1, farm_2 (G^(−μ): the real income of a farmer, who earns 1). In an empty region the wage is
    what its first firm could pay.

    Sources: Krugman (1991); Fujita, Krugman and Venables (1999).

    >>> short_run([1], trade_cost=2, sigma=2, mu=0.5).round(4).to_dict("records")[0]  # w2² = 3/4 · 1/2 + 1/4 · 2
    ... # doctest: +NORMALIZE_WHITESPACE
    {'wage_1': 1.0, 'wage_2': 0.9354, 'price_1': 1.0, 'price_2': 2.0,
     'real_1': 1.0, 'real_2': 0.6614, 'farm_1': 1.0, 'farm_2': 0.7071}
    """
    cost, elasticity, goods = _setting(trade_cost, sigma, mu)
    here = _shares(shares)
    first, second = _wages(here, cost, elasticity, goods)
    price_1, price_2 = _prices(here, first, second, cost, elasticity)
    columns = {"wage_1": first, "wage_2": second, "price_1": price_1, "price_2": price_2}
    columns |= {"real_1": first * price_1**-goods, "real_2": second * price_2**-goods}
    columns |= {"farm_1": price_1**-goods, "farm_2": price_2**-goods}
    return pd.DataFrame(columns, index=pd.Index(here, name="share"))


def real_wage_gap(share: float, trade_cost: float, sigma: float, mu: float, farmers: float = 0.5) -> float:
    """Compute by what part the real wage in region 1 exceeds that in region 2: ω1/ω2 − 1. Workers move to the higher.

    `farmers` is region 1's share of the farmers, from 0 to 1: ½ where the regions are alike.

    Sources: Krugman (1991); Fujita, Krugman and Venables (1999).

    >>> round(real_wage_gap(0.5, 1.7, 5, 0.4), 9)  # the two regions are alike
    0.0
    >>> round(real_wage_gap(1, 2, 2, 0.5), 4)  # 1/0.6614 − 1
    0.5119
    >>> real_wage_gap(0.5, 1.7, 5, 0.4, farmers=0.51) > 0  # one farmer in a hundred more draws workers
    True
    """
    cost, elasticity, goods = _setting(trade_cost, sigma, mu)
    rooted = number("farmers", farmers, minimum=0, maximum=1)
    return float(_gap(_shares([share]), cost, elasticity, goods, rooted)[0])


def long_run_states(trade_cost: float, sigma: float, mu: float) -> pd.DataFrame:
    """Find the shares of region 1 at which no worker gains by moving, and whether a small move is undone.

    Returns the columns share and stable, indexed 1 … n: three states, or five where both the even state and a core are
    stable; the two between them are then not. That there are no others: Robert-Nicoud (2005).

    Sources: Fujita, Krugman and Venables (1999); Robert-Nicoud (2005).

    >>> long_run_states(1.5, 5, 0.4).to_dict("list")
    {'share': [0.0, 0.5, 1.0], 'stable': [True, False, True]}
    """
    cost, elasticity, goods = _setting(trade_cost, sigma, mu)
    core = bool(_gap(np.array([1.0]), cost, elasticity, goods)[0] > 0)
    even = bool(_gap(np.array([0.5 + _NEAR_EVEN]), cost, elasticity, goods)[0] < 0)
    states = [(0.0, core), (0.5, even), (1.0, core)]
    if core and even:
        between = float(_between(np.array([cost]), elasticity, goods)[0])
        states[1:1], states[-1:-1] = [(1 - between, False)], [(between, False)]
    return pd.DataFrame(states, columns=["share", "stable"], index=range(1, len(states) + 1))


def resting_share(share: float, trade_cost: float, sigma: float, mu: float) -> float:
    """Find where region 1's share comes to rest if workers move, step by step, to the higher real wage.

    A start on an unstable state stays there.

    Source: Krugman (1991), for who moves where; that the regions come to rest in steps is our own construction.

    >>> resting_share(0.55, 1.5, 5, 0.4), resting_share(0.45, 1.5, 5, 0.4), resting_share(0.55, 2.1, 5, 0.4)
    (1.0, 0.0, 0.5)
    """
    start = number("share", share, minimum=0, maximum=1)
    states = long_run_states(trade_cost, sigma, mu)["share"].to_numpy()
    nearest = states[np.argmin(np.abs(states - start))]
    if abs(nearest - start) < 1e-9:
        return float(nearest)
    rises = real_wage_gap(start, trade_cost, sigma, mu) > 0
    return float(states[states > start].min() if rises else states[states < start].max())


def cost_history(costs: list[float], sigma: float, mu: float, start: float = 0.5, nudge: float = 0.01) -> pd.DataFrame:
    """Follow the regions through trade costs, one after another; at each they come to rest before the next.

    Before each rest `nudge` of all workers are moved to region 1 (away from it where nobody is left to move), so that
    no history stays on an unstable state. At an even split below the break this push alone decides that region 1 and
    not region 2 becomes the core; with a nudge of 0 the split stays. Returns, indexed by step 1 … n, the columns
    trade_cost, share, and the real incomes worker (in region 1), farm_1 and farm_2.

    Our own construction, on the model of Krugman (1991).

    >>> cost_history([2.1, 1.5, 1.7, 2.1], 5, 0.4)["share"].tolist()  # at 1.7 the past decides
    [0.5, 1.0, 1.0, 0.5]
    >>> cost_history([2.1, 1.5], 5, 0.4, nudge=0)["share"].tolist()
    [0.5, 0.5]
    """
    share, rows = number("start", start, minimum=0, maximum=1), []
    step = number("nudge", nudge, minimum=0, maximum=0.5)
    for cost in numbers("costs", costs, minimum=1):
        moved = share + step if share + step <= 1 else share - step
        share = resting_share(moved, cost, sigma, mu)
        state = short_run([share], cost, sigma, mu).iloc[0]
        rows.append((cost, share, state["real_1"], state["farm_1"], state["farm_2"]))
    columns = ["trade_cost", "share", "worker", "farm_1", "farm_2"]
    return pd.DataFrame(rows, columns=columns, index=pd.RangeIndex(1, len(rows) + 1, name="step"))


def tipping_shares(sigma: float, mu: float, count: int = 24) -> pd.DataFrame:
    """Trace the unstable state above one half, from the break to the sustain point.

    Returns the columns trade_cost and share, indexed 1 … count: from 1/2 at the break to 1 at the sustain point.

    >>> tipping_shares(5, 0.4, count=3).round(4).to_dict("list")
    {'trade_cost': [1.6266, 1.7169, 1.8073], 'share': [0.5, 0.8689, 1.0]}
    """
    points = core_periphery_points(sigma, mu)
    costs = np.linspace(points["break"], points["sustain"], count)
    shares = np.concatenate([[0.5], _between(costs[1:-1], sigma, mu), [1.0]])
    return pd.DataFrame({"trade_cost": costs, "share": shares}, index=range(1, count + 1))


def _log_outsider(log_cost: float, sigma: float, mu: float) -> float:
    """Return ln ω2^σ: what the first firm to leave a full core could pay, where the core pays 1."""
    near, far = np.log((1 + mu) / 2), np.log((1 - mu) / 2)
    distance = (sigma - 1) * log_cost
    return float(np.logaddexp(near - distance, far + distance) - sigma * mu * log_cost)


def _between(costs: npt.NDArray[np.float64], sigma: float, mu: float) -> npt.NDArray[np.float64]:
    """Return the unstable share above one half at each cost between break and sustain.

    By halving, then along the chord, which at this width is straight to seven digits.
    """
    low, high = np.full(costs.shape, 0.5 + _NEAR_EVEN), np.ones(costs.shape)
    for _step in range(_SHARE_HALVINGS):
        middle = (low + high) / 2
        falls = _gap(middle, costs, sigma, mu) < 0
        low, high = np.where(falls, middle, low), np.where(falls, high, middle)
    below, above = _gap(low, costs, sigma, mu), _gap(high, costs, sigma, mu)
    shares: npt.NDArray[np.float64] = low + (high - low) * below / (below - above)
    return shares


def _gap(
    shares: npt.NDArray[np.float64],
    cost: float | npt.NDArray[np.float64],
    sigma: float,
    mu: float,
    farmers: float = 0.5,
) -> npt.NDArray[np.float64]:
    first, second = _wages(shares, cost, sigma, mu, farmers)
    price_1, price_2 = _prices(shares, first, second, cost, sigma)
    gap: npt.NDArray[np.float64] = first / second * (price_2 / price_1) ** mu - 1
    return gap


def _wages(
    shares: npt.NDArray[np.float64],
    cost: float | npt.NDArray[np.float64],
    sigma: float,
    mu: float,
    farmers: float = 0.5,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Solve the wages by halving an interval for the log of w1/w2, which the trade cost bounds on both sides.

    All of the goods' income is wages, so that λ w1 + (1 − λ) w2 = 1: only the ratio is unknown. Halving ends in the
    same number of steps for every parameter, where a damped iteration slows down near the black hole.
    """
    arrives = cost ** (1 - sigma)
    high = np.broadcast_to(-np.log(arrives) / sigma, shares.shape)
    low = -high
    for _step in range(_WAGE_HALVINGS):
        ratio = (low + high) / 2
        second = 1 / (shares * np.exp(ratio) + 1 - shares)
        first = np.exp(ratio) * second
        made_1, made_2 = shares * first ** (1 - sigma), (1 - shares) * second ** (1 - sigma)
        per_price_1 = (mu * shares * first + (1 - mu) * farmers) / (made_1 + made_2 * arrives)
        per_price_2 = (mu * (1 - shares) * second + (1 - mu) * (1 - farmers)) / (made_1 * arrives + made_2)
        pays = np.log((per_price_1 + per_price_2 * arrives) / (per_price_1 * arrives + per_price_2))
        above = sigma * ratio > pays
        low, high = np.where(above, low, ratio), np.where(above, ratio, high)
    second = 1 / (shares * np.exp((low + high) / 2) + 1 - shares)
    return np.exp((low + high) / 2) * second, second


def _prices(
    shares: npt.NDArray[np.float64],
    first: npt.NDArray[np.float64],
    second: npt.NDArray[np.float64],
    cost: float | npt.NDArray[np.float64],
    sigma: float,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    made_1, made_2, arrives = shares * first ** (1 - sigma), (1 - shares) * second ** (1 - sigma), cost ** (1 - sigma)
    power = 1 / (1 - sigma)
    return (made_1 + made_2 * arrives) ** power, (made_1 * arrives + made_2) ** power


def _tastes(sigma: float, mu: float) -> tuple[float, float]:
    elasticity, goods = number("sigma", sigma, minimum=1), number("mu", mu, minimum=0, maximum=1)
    if elasticity == 1:
        raise InputError(f"sigma must be above 1, not {sigma!r}.")
    if goods in (0, 1):
        raise InputError(f"mu must be strictly between 0 and 1, not {mu!r}.")
    return elasticity, goods


def _setting(trade_cost: float, sigma: float, mu: float) -> tuple[float, float, float]:
    cost = number("trade_cost", trade_cost, minimum=1)
    if cost == 1:
        raise InputError(f"trade_cost must be above 1, not {trade_cost!r}: at 1 no place differs from another.")
    return cost, *_tastes(sigma, mu)


def _shares(shares: Iterable[float]) -> npt.NDArray[np.float64]:
    array = numbers("share", shares, minimum=0)
    if (array > 1).any():
        raise InputError(f"share must be numbers from 0 to 1, not {array.max():g}.")
    return array
