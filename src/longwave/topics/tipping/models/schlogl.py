"""The Schlögl model: a fed chemical reaction with a low and a high state. It lives on a flow, and it has folds.

    2X + A ⇌ 3X,  X ⇌ B:   ẋ = s x² − x³ − 2.5 x + f

s, the supply, is what flows in as A; f, the feed, is what comes back from B. With nothing flowing through, f = 2.5 s.
"""

from collections.abc import Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number

DECAY, SUPPLY = 2.5, 3.0
Spell = tuple[float, float, float]
Amounts = npt.NDArray[np.float64]


def schlogl_folds(supply: float = SUPPLY) -> tuple[float, float]:
    """Compute the two feeds between which a low and a high state both exist.

    They are the feeds x³ − s x² + 2.5 x at the two x with 3x² − 2 s x + 2.5 = 0. `supply` is s; up to √7.5 there is one
    state for each feed, and no fold.

    Source: Vellela and Qian (2009) for the model; the numbers are ours.

    >>> [round(feed, 3) for feed in schlogl_folds()]
    [0.364, 0.636]
    """
    inflow = number("supply", supply, minimum=0)
    if inflow**2 <= 3 * DECAY:
        raise InputError(f"supply must be above {(3 * DECAY) ** 0.5:.3f}, not {supply!r}: below, there is no fold.")
    turns = (inflow + np.array([1, -1]) * np.sqrt(inflow**2 - 3 * DECAY)) / 3
    high, low = turns**3 - inflow * turns**2 + DECAY * turns
    return float(high), float(low)


def schlogl_states(feed: float, supply: float = SUPPLY) -> list[float]:
    """Find the amounts at which nothing moves, from low to high: one, or low, ridge and high.

    Source: Vellela and Qian (2009) for the model.

    >>> [round(amount, 3) for amount in schlogl_states(0.5)]
    [0.293, 1.0, 1.707]
    """
    inflow = number("supply", supply, minimum=0)
    roots = np.roots([-1.0, inflow, -DECAY, number("feed", feed, minimum=0)])
    return [float(amount) for amount in np.sort(roots.real[np.abs(roots.imag) < 1e-7])]


def dissipation(amount: float, feed: float, supply: float = SUPPLY) -> float:
    """Compute how much entropy a state of rest makes in a unit of time, with Boltzmann's constant as the unit.

        σ = x² (s − x) ln(2.5 s / f)

    What runs through, times the force that drives it; zero where f = 2.5 s and nothing runs through.

    Source: Vellela and Qian (2009), by whom bistability needs a flow; the formula is flux times affinity.

    >>> round(dissipation(3.0, feed=7.5), 6)
    0.0
    """
    inflow, back = number("supply", supply, minimum=0), number("feed", feed, minimum=0)
    if inflow == 0 or back == 0:
        raise InputError("feed and supply must be positive: without either, the force has no finite size.")
    return float(amount**2 * (inflow - amount) * np.log(DECAY * inflow / back))


def schlogl_path(spells: Sequence[Spell], step: float = 0.1) -> pd.DataFrame:
    """Follow the amount from the low state through `spells`, each (length, feed, supply), one after the other.

    Returns the columns time and x. The first spell's low state is where it begins.

    Our own construction, on the model of Vellela and Qian (2009).

    >>> schlogl_path([(5, 0.5, 3), (10, 0.8, 3), (20, 0.5, 3)])["x"].iloc[[0, -1]].round(3).tolist()
    [0.293, 1.707]
    """
    from scipy.integrate import solve_ivp

    if not spells:
        raise InputError("spells must hold at least one (length, feed, supply).")
    amount, begin = schlogl_states(spells[0][1], spells[0][2])[0], 0.0
    parts: list[pd.DataFrame] = []
    for length, feed, supply in spells:
        times = np.linspace(0, number("length", length, minimum=step), round(length / step) + 1)
        flow = solve_ivp(
            partial(_speed, feed=feed, supply=supply),
            (0, times[-1]),
            [amount],
            t_eval=times,
            method="LSODA",
            rtol=1e-9,
            atol=1e-10,
        )
        amounts = flow.y[0]
        parts.append(pd.DataFrame({"time": begin + times, "x": amounts})[1 if parts else 0 :])
        amount, begin = float(amounts[-1]), begin + float(times[-1])
    return pd.concat(parts, ignore_index=True)


def _speed(_time: float, amount: Amounts, feed: float, supply: float) -> Amounts:
    return supply * amount**2 - amount**3 - DECAY * amount + feed
