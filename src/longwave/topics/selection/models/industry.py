"""A small evolving industry, ours, after Nelson and Winter: routines, search, imitation, selection and exit.

Each firm has a routine, worth its log productivity. In each period it may search, and keeps what it finds only if that
is better; then the better firms gain shares. A firm that becomes too small closes, and its routine is lost.
"""

import numpy as np
import numpy.typing as npt

from longwave.checks import number, whole_number

SPREAD, STEP = 0.10, 0.05
SMALLEST_SHARE = 0.001


def industry_histories(
    selection: float, search: float, firms: int, periods: int, histories: int, rng: np.random.Generator
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Draw histories of an industry: the mean log productivity and the number of firms, each (histories, periods).

        s_i ← s_i · e^(β · θ_i) / Σ s_j · e^(β · θ_j),   θ_i ← max(θ_i, θ_i + ε) if firm i searches

    `selection` (β ≥ 0) is how much a firm grows in a period for each unit of log productivity, `search` (0 to 1) the
    chance that a firm searches in a period, ε is normal with a spread of 0.05. Firms begin with equal shares and log
    productivities spread by 0.10 around 0. A share below one thousandth closes a firm.

    Our own construction, in the manner of Nelson and Winter (1982); nothing in it is measured.

    >>> means, alive = industry_histories(0, 0, firms=4, periods=3, histories=2, rng=np.random.default_rng(1))
    >>> bool((means == means[:, :1]).all()), alive.tolist()  # no selection and no search: nothing moves
    (True, [[4, 4, 4], [4, 4, 4]])
    """
    force = number("selection", selection, minimum=0)
    chance = number("search", search, minimum=0, maximum=1)
    size = whole_number("histories", histories, minimum=1), whole_number("firms", firms, minimum=1)
    length = whole_number("periods", periods, minimum=1)
    routines = rng.normal(0, SPREAD, size)
    shares = np.full(size, 1 / size[1])
    means, alive = np.empty((size[0], length)), np.empty((size[0], length), dtype=np.intp)
    for period in range(length):
        means[:, period], alive[:, period] = (shares * routines).sum(axis=1), (shares > 0).sum(axis=1)
        # Both draws are made whatever the parameters, so that moving a slider keeps the luck of each firm.
        found, tries = routines + rng.normal(0, STEP, size), rng.random(size) < chance
        routines = np.where(tries & (found > routines), found, routines)
        shares = _selected(shares, routines, force)
    return means, alive


def _selected(
    shares: npt.NDArray[np.float64], routines: npt.NDArray[np.float64], force: float
) -> npt.NDArray[np.float64]:
    """Return the shares after one period: better firms grow, and firms that are too small close."""
    grown = shares * np.exp(force * (routines - routines.max(axis=1, keepdims=True)))
    grown /= grown.sum(axis=1, keepdims=True)
    # The largest firm always stays: an industry of very many equals would otherwise vanish.
    keep = (grown >= SMALLEST_SHARE) | (grown == grown.max(axis=1, keepdims=True))
    kept = np.where(keep, grown, 0)
    selected: npt.NDArray[np.float64] = kept / kept.sum(axis=1, keepdims=True)
    return selected
