"""Technology, structure and institutions that raise each other's ceilings. Our own construction: no paper has it."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers

LEGS = ("technology", "structure", "institutions")
BASE, START, RATES = 0.3, 0.05, (0.6, 0.3, 0.15)


def co_evolution(
    support: float,
    times: Iterable[float],
    blocked: str | None = None,
    base: float = BASE,
    start: float = START,
    rates: Iterable[float] = RATES,
) -> pd.DataFrame:
    """Follow three legs of an economy, each of which grows to a ceiling that the other two raise.

        dx_i/dt = r_i · x_i · (1 − x_i / k_i),   k_i = base + support · (mean of the other two)

    Levels x run from 0 to 1. `base` (above 0) is a leg's ceiling on its own, `support` (at least 0, at most 1 − base)
    is the strength of mutual help, `rates` r are per period for technology, structure and institutions, and all legs
    begin at `start`. A `blocked` leg stays where it began. `times` rise from 0. Returns the columns time, technology,
    structure and institutions.

    Our own construction, in the form of logistic growth with bounded mutual help; not fitted to any data.

    >>> co_evolution(0, [0, 500]).round(3).to_dict("list")["institutions"]  # alone, a leg reaches its base
    [0.05, 0.3]
    """
    from scipy.integrate import solve_ivp

    ceiling, help_given = _strengths(support, base)
    moments, speeds = numbers("times", list(times), minimum=0), numbers("rates", list(rates), minimum=0)
    if moments[0] != 0 or (np.diff(moments) <= 0).any() or moments.size < 2:
        raise InputError("times must be two or more numbers that rise from 0.")
    if speeds.size != len(LEGS):
        raise InputError(f"rates must be {len(LEGS)} numbers, not {speeds.size}.")
    level = number("start", start, minimum=1e-6, maximum=1)
    speeds = speeds * _free(blocked)

    def change(_time: float, levels: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        limits = ceiling + help_given * (levels.sum() - levels) / 2
        growth: npt.NDArray[np.float64] = speeds * levels * (1 - levels / limits)
        return growth

    flow = solve_ivp(change, (0, moments[-1]), [level] * 3, t_eval=moments, rtol=1e-8, atol=1e-10)
    return pd.DataFrame({"time": moments, **dict(zip(LEGS, flow.y, strict=True))})


def rest_levels(support: float, blocked: str | None = None, base: float = BASE, start: float = START) -> pd.Series:
    """Compute where the three legs come to rest: each at its ceiling, a blocked one at `start`.

        x_i = base + support · (mean of the other two)

    With nothing blocked each rests at base / (1 − support). With one leg held at s, the other two rest at
    (base + support · s / 2) / (1 − support / 2).

    Our own construction, as `co_evolution` is.

    >>> rest_levels(0.6).round(4).tolist()
    [0.75, 0.75, 0.75]
    >>> rest_levels(0.6, blocked="institutions").round(4).tolist()
    [0.45, 0.45, 0.05]
    """
    ceiling, help_given = _strengths(support, base)
    free, held = _free(blocked), number("start", start, minimum=1e-6, maximum=1)
    pull = help_given / 2 * (np.ones((3, 3)) - np.eye(3)) * free[:, None]
    levels = np.linalg.solve(np.eye(3) - pull, np.where(free, ceiling, held))
    return pd.Series(levels, index=list(LEGS), name="level")


def _strengths(support: float, base: float) -> tuple[float, float]:
    ceiling = number("base", base, minimum=1e-6, maximum=1)
    # Above this the ceilings would pass 1, which is all there is.
    return ceiling, number("support", support, minimum=0, maximum=1 - ceiling + 1e-12)


def _free(blocked: str | None) -> npt.NDArray[np.bool_]:
    if blocked is not None and blocked not in LEGS:
        raise InputError(f"blocked must be None or one of {', '.join(LEGS)}, not {blocked!r}.")
    return np.array([leg != blocked for leg in LEGS])
