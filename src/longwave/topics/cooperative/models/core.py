"""The core: the stable splits. How much can and must each player get, and how empty is it?"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, numbers
from longwave.topics.cooperative.models.coalitions import snap, subset_sums
from longwave.topics.cooperative.models.game import Game
from longwave.topics.cooperative.models.programme import TOLERANCE, Programme, standard_form

Payoff = Mapping[str, float] | pd.Series | Sequence[float] | npt.NDArray[np.float64]


class EmptyCoreError(ValueError):
    """No split is stable. The attribute `excess` says by how much: the least-core excess."""

    def __init__(self, excess: float) -> None:
        """Keep the excess, and say in the message what would make splits stable."""
        self.excess = excess
        super().__init__(
            f"The core is empty: in every split some coalition gains {excess:g} or more by leaving. "
            f"Stable splits would exist if leaving cost a coalition {excess:g}. "
            "shapley_value and nucleolus give one split without promising that it is stable."
        )


def core_bounds(game: Game) -> pd.DataFrame:
    """Compute the least and the most that each player gets in any stable split.

    The core is the set of payoffs x with x(N) = v(N) and x(S) >= v(S) for every coalition S; in a game of
    costs, x(S) <= v(S). The bounds are min x_i and max x_i over it. A minimum above what the player earns
    alone is guaranteed by competition among the others.

    The method: fix x_i at some t and let L(t) be the smallest largest excess of the splits that are left; t
    is possible in the core when L(t) <= 0. L is convex and piecewise linear, so Newton's method, from a t
    that no stable split passes, walks to the bound in a few linear programmes.

    The result has a row for each player and the columns minimum and maximum, in the unit of the game.
    Rounding noise is removed (see `coalitions.snap`).

    Raises EmptyCoreError if there is no stable split.

    Sources: Gillies (1959) for the core; MacDonald and Ryall (2004) for its bounds as value capture.

    >>> core_bounds(Game.from_coalitions(["seller", "high", "low"], {
    ...     ("seller", "high"): 10, ("seller", "low"): 8, ("seller", "high", "low"): 10,
    ... }))  # doctest: +NORMALIZE_WHITESPACE
            minimum  maximum
    player
    seller      8.0     10.0
    high        0.0      2.0
    low         0.0      0.0
    """
    form = standard_form(game)
    point, excess = _least_core(form.values, enough=0.0)
    if excess > TOLERANCE:
        raise EmptyCoreError(float(snap(np.array(excess * form.scale), _scale(game))))
    values = form.values.copy()
    values[1:-1] -= max(excess, 0.0)  # a core of one point may seem empty by a rounding error
    least, most = _extremes(values, point)
    ends = np.sort([form.payoff(least), form.payoff(most)], axis=0)
    columns = {"minimum": snap(ends[0], _scale(game)), "maximum": snap(ends[1], _scale(game))}
    return pd.DataFrame(columns, index=pd.Index(game.players, name="player"))


def _extremes(
    values: npt.NDArray[np.float64], point: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the least and the greatest share of each player over a core, of which one point is known."""
    singles = 1 << np.arange(point.size)
    largest = values.size - 1 - singles
    alone, added = values[singles], values[-1] - values[largest]
    programme = Programme(values, lower=alone, upper=added)
    programme.close(np.concatenate([singles, largest]))  # the limits say the same
    seen = [point, point]
    # Nobody gets less than what is left when the others get all they add, nor more than when they get nothing.
    bounds = [
        np.maximum(alone, values[-1] - added.sum() + added),
        np.minimum(added, values[-1] - alone.sum() + alone),
    ]
    for end in (0, 1):
        for i in range(point.size):
            if abs(seen[end][i] - bounds[end][i]) > TOLERANCE:
                shares = _first_in_core(programme, i, bounds[end][i], seen[end][i])
                bounds[end][i] = shares[i]
                seen = [np.minimum(seen[0], shares), np.maximum(seen[1], shares)]
    return bounds[0], bounds[1]


def _first_in_core(programme: Programme, i: int, start: float, inside: float) -> npt.NDArray[np.float64]:
    """Return the point of the core met first when the share of player i goes from the start to one inside."""
    lower, upper, share = programme.lower, programme.upper, start
    while True:
        programme.lower, programme.upper = lower.copy(), upper.copy()
        programme.lower[i] = programme.upper[i] = share
        solution = programme.solve_pool()
        broken = programme.bring_in_broken(solution, enough=0.0)
        if solution.excess > TOLERANCE and share != inside:
            slope = solution.lower[i] + solution.upper[i]
            share -= solution.excess / slope
            share = min(share, inside) if start < inside else max(share, inside)
        elif not broken:
            programme.lower, programme.upper = lower, upper
            return solution.shares


def least_core_excess(game: Game) -> float:
    """Compute the smallest e for which a split leaves no coalition with more than e to gain by leaving.

        min e  subject to  x(N) = v(N)  and  v(S) - x(S) <= e  for every S but nobody and everybody

    (for costs, x(S) - v(S) <= e). Above 0 it says how empty the core is; at or below 0 the core has a point.
    A single player has nobody to leave: the result is 0.

    Source: Maschler, Peleg and Shapley (1979).

    >>> majority = Game.from_function(["A", "B", "C"], lambda coalition: 3.0 * (len(coalition) >= 2))
    >>> least_core_excess(majority)
    1.0
    """
    form = standard_form(game)
    return float(snap(np.array(_least_core(form.values)[1] * form.scale), _scale(game)))


def _least_core(values: npt.NDArray[np.float64], enough: float = -np.inf) -> tuple[npt.NDArray[np.float64], float]:
    """Return shares with the smallest largest excess, or any for which it is low enough, and that excess."""
    if values.size == 2:
        return values[-1:], 0.0
    solution = Programme(values).solve(enough)
    return solution.shares, solution.excess


def largest_excess(game: Game, payoff: Payoff) -> float:
    """Compute the most that any coalition, but nobody and everybody, gains by leaving a split.

        max over S of  v(S) - x(S),   for costs  x(S) - v(S)

    `payoff` is a Series or mapping by player, or a list in the order of the players. For one player the
    result is 0.

    Source: Maschler, Peleg and Shapley (1979).

    >>> largest_excess(Game(["A", "B"], [0, 1, 2, 5]), {"A": 0.5, "B": 4.5})
    0.5
    """
    shares = _checked_payoff(game, payoff)
    gains = (game.values - subset_sums(shares)) * (-1.0 if game.kind == "cost" else 1.0)
    return float(gains[1:-1].max(initial=-np.inf)) if len(game.players) > 1 else 0.0


def is_in_core(game: Game, payoff: Payoff) -> bool:
    """Return whether a payoff splits v(N) exactly and no coalition gains by leaving.

    Both up to a rounding error of 1e-9 of the largest value of the game. `payoff` is as in `largest_excess`.

    Source: Gillies (1959).

    >>> is_in_core(Game(["A", "B"], [0, 1, 2, 5]), [1, 4])
    True
    """
    shares = _checked_payoff(game, payoff)
    tolerance = TOLERANCE * _scale(game)
    exact = abs(shares.sum() - game.grand_value) <= tolerance
    return bool(exact and largest_excess(game, shares) <= tolerance)


def core_vertices(game: Game) -> pd.DataFrame:
    """Compute the corners of the core of a game of three players, in cyclic order.

    With three players the core is the part of the plane x(N) = v(N) where each x_i is between v(i) and the
    added value v(N) - v(N without i): a polygon of up to six corners, a segment, a point, or nothing. The
    result has a column for each player and a row for each corner, numbered from 1; no rows if the core is
    empty.

    Raises InputError if the game has not three players.

    Source: Gillies (1959), for the core; that it is such a polygon is our own algebra.

    >>> game = Game(["A", "B", "C"], [0, 0, 0, 2, 0, 0, 0, 2])
    >>> core_vertices(game)  # doctest: +NORMALIZE_WHITESPACE
              A    B    C
    corner
    1       2.0  0.0  0.0
    2       0.0  2.0  0.0
    """
    if len(game.players) != 3:
        raise InputError(f"The corners of the core are drawn for 3 players, not {len(game.players)}.")
    form = standard_form(game)
    added = form.values[-1] - form.values[[6, 5, 3]]
    corners = _in_cyclic_order(_corners(form.values[-1], added))
    payoffs = snap(form.payoff(corners), _scale(game))
    index = pd.RangeIndex(1, len(payoffs) + 1, name="corner")
    return pd.DataFrame(payoffs, columns=list(game.players), index=index)


def _corners(total: float, upper: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the points of the plane where two shares are at a limit and the third is within its own."""
    corners: list[npt.NDArray[np.float64]] = []
    for third in range(3):
        first, second = (third + 1) % 3, (third + 2) % 3
        for one in (0.0, upper[first]):
            for other in (0.0, upper[second]):
                point = np.empty(3)
                point[[first, second, third]] = one, other, total - one - other
                inside = np.all(point >= -TOLERANCE) and np.all(point <= upper + TOLERANCE)
                if inside and not any(np.abs(point - corner).max() <= TOLERANCE for corner in corners):
                    corners.append(point)
    return np.array(corners).reshape(-1, 3)


def _in_cyclic_order(corners: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Sort the corners by their angle round the middle, from the one with the largest first share."""
    if len(corners) == 0:
        return corners
    middle = corners - corners.mean(axis=0)
    across, up = np.sqrt(3.0) * (middle[:, 1] - middle[:, 2]), 3 * middle[:, 0]
    angles = np.arctan2(across, up)
    ordered = corners[np.argsort(angles, kind="stable")]
    return np.roll(ordered, -int(np.argmax(ordered[:, 0])), axis=0)


def _checked_payoff(game: Game, payoff: Payoff) -> npt.NDArray[np.float64]:
    """Return the payoff as an array in the order of the players."""
    if isinstance(payoff, pd.Series | Mapping):
        if set(payoff.keys()) != set(game.players) or len(payoff) != len(game.players):
            raise InputError(f"payoff must name each player once: {', '.join(game.players)}.")
        payoff = [payoff[name] for name in game.players]
    shares = numbers("payoff", payoff)
    if shares.size != len(game.players):
        raise InputError(f"payoff must have {len(game.players)} entries, one for each player, not {shares.size}.")
    return shares


def _scale(game: Game) -> float:
    return float(np.abs(game.values).max())
