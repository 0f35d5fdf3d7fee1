"""The linear programme under core and nucleolus: make the largest excess small, with few of 2**n constraints."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from longwave.topics.cooperative.models.coalitions import coalition_sizes, membership, subset_sums
from longwave.topics.cooperative.models.game import Game

TOLERANCE = 1e-9  # on values scaled to at most 1
_ALL_AT_ONCE = 6  # up to this number of players every coalition enters the first programme
_DEEPEST = -2.0  # no excess of a scaled game needs to be lower; it bounds a programme without coalitions


class StandardForm(NamedTuple):
    """A game moved so that each player alone earns 0, and scaled so that the largest value is 1.

    The solutions of the game are payoff = sign * (base + scale * y), with y a solution of the moved one.
    """

    values: npt.NDArray[np.float64]
    base: npt.NDArray[np.float64]
    scale: float
    sign: float

    def payoff(self, shares: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return shares of the moved game in the unit of the game itself."""
        return self.sign * (self.base + self.scale * shares)


class Solution(NamedTuple):
    """What the solver found: shares, their largest excess, and the dual of each constraint of the pool and limit."""

    shares: npt.NDArray[np.float64]
    excess: float
    duals: npt.NDArray[np.float64]
    lower: npt.NDArray[np.float64]
    upper: npt.NDArray[np.float64]


def standard_form(game: Game) -> StandardForm:
    """Return the standard form; a game of costs c becomes the game of values -c."""
    sign = -1.0 if game.kind == "cost" else 1.0
    values = sign * game.values
    base = values[1 << np.arange(len(game.players))]
    moved = values - subset_sums(base)
    # In an additive game only rounding noise is left: do not blow it up to 1.
    moved[np.abs(moved) <= 1e-14 * np.abs(values).max() * len(base)] = 0.0
    scale = float(np.abs(moved).max()) or 1.0
    return StandardForm(moved / scale, base, scale, sign)


class Programme:
    """Find shares y and the smallest e such that v(S) - y(S) <= w(S) e for each open coalition S.

    The weight w(S) is 1, or |S| per capita. The shares sum to v(N), lie within `lower` and `upper`, and meet
    the equalities added by `fix`. Only constraints that a solution breaks are handed to the solver
    (constraint generation), which beyond a few players is a small part of 2**n; the `pool` of them lasts from
    one `solve` to the next.
    """

    def __init__(
        self,
        values: npt.NDArray[np.float64],
        lower: npt.NDArray[np.float64] | float = -np.inf,
        upper: npt.NDArray[np.float64] | float = np.inf,
        per_capita: bool = False,
    ) -> None:
        """Begin with the constraints of the first coalitions, and with the total of the shares fixed."""
        self.players = len(values).bit_length() - 1
        self.values = values
        self.lower = np.broadcast_to(lower, self.players).astype(float)
        self.upper = np.broadcast_to(upper, self.players).astype(float)
        self.weights = coalition_sizes(self.players) if per_capita else np.ones(len(values), dtype=np.int8)
        self.open = np.ones(len(values), dtype=bool)
        self.open[[0, -1]] = False  # the excess of nobody and of everybody is 0 in every split
        self.fixed_rows = np.ones((1, self.players))
        self.fixed_totals = values[-1:]
        self.pool = self._first_coalitions()

    def _first_coalitions(self) -> npt.NDArray[np.int64]:
        if self.players <= _ALL_AT_ONCE:
            return np.flatnonzero(self.open)
        singles = 1 << np.arange(self.players)
        largest = len(self.values) - 1 - singles
        equal_split = np.full(self.players, self.values[-1] / self.players)
        return np.union1d(np.concatenate([singles, largest]), self._worst(equal_split, -np.inf))

    def _worst(self, shares: npt.NDArray[np.float64], limit: float) -> npt.NDArray[np.int64]:
        """Return the open coalitions of largest excess, as far as it is above the limit."""
        excess = (self.values - subset_sums(shares)) / np.maximum(self.weights, 1)
        excess[~self.open] = -np.inf
        count = min(2 * self.players, len(excess) - 1)
        worst = np.argpartition(excess, -count)[-count:]
        return worst[excess[worst] > limit]

    def solve(self, enough: float = -np.inf) -> Solution:
        """Return the solution for (y, e). With `enough`, any shares do that leave no excess above it."""
        while True:
            solution = self.solve_pool()
            if not self.bring_in_broken(solution, enough):
                return solution

    def bring_in_broken(self, solution: Solution, enough: float = -np.inf) -> bool:
        """Add to the pool coalitions that break a solution, if there are any; return whether there were."""
        broken = self._worst(solution.shares, max(solution.excess, enough) + TOLERANCE)
        self.pool = np.union1d(self.pool, broken)
        return broken.size > 0

    def solve_pool(self) -> Solution:
        """Return the solution for (y, e) under the constraints of the pool alone."""
        from scipy.optimize import linprog

        result = linprog(
            np.append(np.zeros(self.players), 1.0),
            A_ub=-np.column_stack([membership(self.pool, self.players), self.weights[self.pool]]),
            b_ub=-self.values[self.pool],
            A_eq=np.column_stack([self.fixed_rows, np.zeros(len(self.fixed_rows))]),
            b_eq=self.fixed_totals,
            bounds=list(zip(np.append(self.lower, _DEEPEST), np.append(self.upper, np.inf), strict=True)),
            method="highs",
            options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10},
        )
        if result.status != 0 or result.x is None:
            raise ArithmeticError(f"The linear programme was not solved: {result.message}")
        limits = result.lower.marginals[:-1], result.upper.marginals[:-1]
        return Solution(result.x[:-1], float(result.x[-1]), -result.ineqlin.marginals, *limits)

    def fix(self, coalitions: npt.NDArray[np.int64], totals: npt.NDArray[np.float64]) -> None:
        """Add y(S) = total for each coalition whose total does not follow from those fixed before.

        Then close every coalition whose total now follows, since its excess can no longer change.
        """
        for row, total in zip(membership(coalitions, self.players), totals, strict=True):
            if len(self.fixed_rows) == self.players:
                break
            rows = np.vstack([self.fixed_rows, row])
            if np.linalg.matrix_rank(rows) == len(rows):
                self.fixed_rows, self.fixed_totals = rows, np.append(self.fixed_totals, total)
        free_directions = np.linalg.svd(self.fixed_rows)[2][len(self.fixed_rows) :]
        varies = np.zeros(len(self.values), dtype=bool)
        for direction in free_directions:
            varies |= np.abs(subset_sums(direction)) > TOLERANCE
        self.close(np.flatnonzero(~varies))

    def close(self, coalitions: npt.NDArray[np.int64]) -> None:
        """Leave coalitions out from now on."""
        self.open[coalitions] = False
        self.pool = self.pool[self.open[self.pool]]
