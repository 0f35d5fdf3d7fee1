"""A long wave that an economy makes for itself: machines are needed to make machines (Sterman's model)."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number

STEPS_A_YEAR = 10
MOST_YEARS = 5000
CAPACITY = 1.1  # output at full use, over output in normal use: γ


def sterman_long_wave(
    capital_life: float = 20,
    capital_output_ratio: float = 3,
    adjustment: float = 1.5,
    demand: float = 1,
    years: float = 400,
    shock: float = 0.01,
) -> pd.DataFrame:
    """Solve Sterman's simple long-wave model of the sector that makes capital: DataFrame(year, output, …).

        K' = A − K/τ,  S' = o − A,  B' = o + y − x,   with  x = C f(B/(δC)),  C = K/κ,  A = S x / B

    K is capital, S its orders not yet delivered, B the sector's backlog; x is output, o the sector's own orders, y
    orders of the rest of the economy. Orders replace what wears out, and mend capital and supply line, between
    nothing and six times what wears out.

    `capital_life` (τ, years, above 0), `capital_output_ratio` (κ, years, below τ), `adjustment` (δ = τ_K = τ_S, years),
    `demand` (y), `years` solved, `shock`: the share by which the backlog starts off its rest. The rest is
    y / (1 − κ/τ). The solver changes to an implicit step wherever the equations are stiff.

    Sources: Sterman (1985); the form of Haxholdt and others (1995).

    >>> rest = sterman_long_wave(shock=0, years=10)
    >>> float(rest["output"].iloc[-1].round(4))  # 1 / (1 − 3/20)
    1.1765
    """
    from scipy.integrate import solve_ivp

    life, ratio, delay, orders = _checked(capital_life, capital_output_ratio, adjustment, demand)
    span = number("years", years, minimum=1, maximum=MOST_YEARS)
    rest = orders / (1 - ratio / life)
    start = [ratio * rest, delay * ratio * rest / life, delay * rest * (1 + number("shock", shock, -0.9, 9))]
    times = np.arange(int(span * STEPS_A_YEAR) + 1) / STEPS_A_YEAR

    def change(_time: float, state: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        output, arriving, own = _flows(state, life, ratio, delay)
        return np.array([arriving - state[0] / life, own - arriving, own + orders - output])

    solved = solve_ivp(change, (0, span), start, method="LSODA", t_eval=times, rtol=1e-8, atol=1e-10)
    if not solved.success:
        raise InputError("these numbers drive the model where it cannot be solved; bring them nearer to the usual.")
    output, arriving, own = _flows(solved.y, life, ratio, delay)
    columns = {"year": times, "output": output, "capital": solved.y[0], "orders": own, "deliveries": arriving}
    return pd.DataFrame(columns)


def wave_period(history: pd.DataFrame) -> float:
    """Measure the period of a history's output, in years, over its second half.

    It is the mean time between upward passes through the mean. A history that comes to rest has no period and is
    refused, as is one too short to show two waves.

    Our own construction.

    >>> years = np.arange(0, 401)
    >>> round(wave_period(pd.DataFrame({"year": years, "output": 2 + np.sin(2 * np.pi * years / 40)})), 6)
    40.0
    """
    late = history[history["year"] >= history["year"].max() / 2]
    year, output = late["year"].to_numpy(), late["output"].to_numpy()
    above = output - output.mean()
    if np.ptp(output) < 0.01 * output.mean():
        raise InputError("history has no wave: its output comes to rest.")
    up = np.flatnonzero((above[:-1] < 0) & (above[1:] >= 0))
    if len(up) < 3:
        raise InputError("history is too short: it must show at least two whole waves in its second half.")
    passed = year[up] - above[up] * (year[up + 1] - year[up]) / (above[up + 1] - above[up])
    return float(np.diff(passed).mean())


def _checked(life: float, ratio: float, delay: float, demand: float) -> tuple[float, float, float, float]:
    lives, needed = number("capital_life", life, minimum=1), number("capital_output_ratio", ratio, minimum=0.1)
    if needed >= lives:
        raise InputError(f"capital_output_ratio must be below capital_life, {lives:g}: else no output is left over.")
    return lives, needed, number("adjustment", delay, minimum=0.1), number("demand", demand, minimum=1e-6)


def _flows(
    state: npt.NDArray[np.float64], life: float, ratio: float, delay: float
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return output, deliveries of capital, and the sector's own orders of it, at one moment or at many."""
    capital, line, backlog = state
    capacity, wear, wanted = capital / ratio, capital / life, backlog / delay
    output = capacity * CAPACITY * (1 - ((CAPACITY - 1) / CAPACITY) ** (wanted / capacity))
    desired = wear + (ratio * wanted - capital) / delay + (wear * backlog / output - line) / delay
    return output, line * output / backlog, wear * _order_share(desired / wear)


def _order_share(desired: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return orders over wear: 1 where wear is desired, never below 0, never above 6."""
    share: npt.NDArray[np.float64] = 6 / (
        1 + 27 / 7 * np.exp(-8 / 7 * (desired - 1)) + 8 / 7 * np.exp(-3 * (desired - 1))
    )
    return share
