"""A research club with dues that have a floor and a cap: what a member pays, and who stays."""

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError

RATE, FLOOR, CAP = 0.01, 1.0, 15.0  # SEMATECH's dues: 1 per cent of chip sales, in million dollars a year
PUBLISHED = {"LSI Logic": 650, "Texas Instruments": 3052, "Motorola": 4635, "Intel": 5064}


def club_dues(
    sales: npt.ArrayLike, rate: float = RATE, floor: float = FLOOR, cap: float = CAP
) -> npt.NDArray[np.float64]:
    """Return the dues of members with yearly sales s: min(max(r s, floor), cap), in the unit of the sales.

    `sales` (any shape) above 0, `rate` from 0 to 1, 0 ≤ `floor` ≤ `cap`; else an InputError. The defaults are the
    dues of SEMATECH (Reason, 1996; Irwin and Klenow, 1996), in million dollars a year.

    >>> club_dues([650, 5064]).tolist()
    [6.5, 15.0]
    """
    s = np.asarray(sales, dtype=float)
    if not (np.isfinite(s).all() and (s > 0).all()):
        raise InputError("Sales must be finite and above 0.")
    if not (0 <= rate <= 1 and 0 <= floor <= cap):
        raise InputError("The rate must lie between 0 and 1, and the floor between 0 and the cap.")
    return np.clip(rate * s, floor, cap)


def stays(
    sales: npt.ArrayLike, benefit: float, rate: float = RATE, floor: float = FLOOR, cap: float = CAP
) -> npt.NDArray[np.bool_]:
    """Tell for each member whether what the club saves it, b s, exceeds its dues.

    `benefit` b is what a dollar of sales is saved, a share from 0 to 1; else an InputError. The other arguments are
    those of `club_dues`. Leaving costs nothing and does not change what others get: our own, simplest construction.

    >>> stays([650, 5064], benefit=0.008).tolist()
    [False, True]
    """
    if not 0 <= benefit <= 1:
        raise InputError("The benefit is a share of sales, from 0 to 1.")
    return benefit * np.asarray(sales, dtype=float) > club_dues(sales, rate, floor, cap)
