"""The nucleolus: the split in which the most discontented coalition is as content as can be."""

import numpy as np
import pandas as pd

from longwave.checks import InputError
from longwave.topics.cooperative.models.coalitions import snap
from longwave.topics.cooperative.models.game import Game
from longwave.topics.cooperative.models.programme import TOLERANCE, Programme, Solution, standard_form


def nucleolus(game: Game, per_capita: bool = False) -> pd.Series:
    """Compute the nucleolus: make the largest excess as small as can be, then the next largest, and so on.

    The excess of a coalition is e(S) = v(S) - x(S), in a game of costs e(S) = x(S) - v(S): what it loses by
    staying. `per_capita=True` counts e(S) / |S| instead. No player gets less than alone (in a game of costs:
    pays more).

    The method is a sequence of linear programmes:
        1. Minimise the largest excess of the coalitions still open.
        2. A constraint with a positive dual holds with equality in EVERY optimum (complementary slackness). Fix
           the totals of those coalitions; one that merely happens to be tight in the solution found is not fixed.
        3. Close each coalition whose total follows from the fixed ones (a rank test): its excess can no longer
           change. Repeat until all shares follow.
    Each round fixes at least one total that did not follow before, so there are at most n - 1 rounds.

    The result, in the unit of the game, sums to v(N), and is in the core unless that is empty. Rounding
    noise is removed (see `coalitions.snap`).

    Raises InputError if the players together earn less than the sum of what each earns alone.

    Sources: Schmeidler (1969); Kohlberg (1971); Maschler, Peleg and Shapley (1979). Per capita: Young (1985).

    >>> nucleolus(Game.from_coalitions(["A", "B"], {"A": 2, ("A", "B"): 10}))
    player
    A    6.0
    B    4.0
    Name: nucleolus, dtype: float64
    """
    form = standard_form(game)
    if form.values[-1] < -TOLERANCE:
        raise InputError(
            "There is no nucleolus, as no split suits every player: the sum of what each has or pays alone is "
            f"{form.sign * form.base.sum():g}, and together it is {game.grand_value:g}. "
            "shapley_value still gives a split."
        )
    programme = Programme(form.values, lower=min(form.values[-1], 0.0), per_capita=per_capita)
    while len(programme.fixed_rows) < programme.players:
        _fix_tight_coalitions(programme, programme.solve())
    shares = np.asarray(np.linalg.solve(programme.fixed_rows, programme.fixed_totals), dtype=np.float64)
    payoffs = snap(form.payoff(shares), float(np.abs(game.values).max()))
    return pd.Series(payoffs, index=pd.Index(game.players, name="player"), name="nucleolus")


def _fix_tight_coalitions(programme: Programme, solution: Solution) -> None:
    """Fix the totals that are the same in every optimum: those whose constraint has a positive dual."""
    totals = programme.values[programme.pool] - programme.weights[programme.pool] * solution.excess
    singles = 1 << np.arange(programme.players)
    coalitions = np.concatenate([programme.pool, singles])
    totals = np.concatenate([totals, programme.lower])
    duals = np.concatenate([solution.duals, solution.lower])
    surest_first = np.argsort(-duals, kind="stable")
    tight = surest_first[duals[surest_first] > TOLERANCE]
    programme.fix(coalitions[tight], totals[tight])
