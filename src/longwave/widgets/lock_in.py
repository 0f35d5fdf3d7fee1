"""Panel of lesson 14: a hundred histories of one market."""

import numpy as np
import pandas as pd

from longwave.charts.lock_in import histories_chart
from longwave.i18n import _
from longwave.models.lock_in import adopted_shares, adoption_histories, lock_in_probability
from longwave.widgets.controls import slider
from longwave.widgets.panel import Panel

ADOPTERS, HISTORIES = 200, 100


def ends_of(adopted: np.ndarray, barrier: int) -> list[str]:
    """Say of each history how it ends: better, worse, or open if neither technology ever led by the barrier.

    `adopted` is an array (histories, adopters), True where the better technology is adopted.

    >>> ends_of(np.array([[True, True, True], [False, False, False], [True, False, True]]), barrier=2)
    ['better', 'worse', 'open']
    """
    leads = np.cumsum(np.where(adopted, 1, -1), axis=1)
    up, down = (leads >= barrier).any(axis=1), (leads <= -barrier).any(axis=1)
    # After a lock-in every adopter follows the leader, so no history reaches both barriers.
    return ["better" if better else "worse" if worse else "open" for better, worse in zip(up, down, strict=True)]


def histories_panel() -> Panel:
    """Return the panel of a hundred histories: who prefers the better, which lead decides, and another draw."""

    def draw(advantage: float, barrier: int, seed: int):
        adopted = adoption_histories(advantage, barrier, ADOPTERS, HISTORIES, np.random.default_rng(seed))
        better = lock_in_probability(advantage, barrier)
        expected = pd.Series({"better": better, "worse": 1 - better})
        return histories_chart(adopted_shares(adopted), ends_of(adopted, barrier), expected)

    controls = {
        "advantage": slider(_("Prefer the better"), "p", 0.5, 0.8, 0.01, 0.55),
        "barrier": slider(_("Lead that decides"), "N", 1, 15, 1, 5),
        "seed": slider(_("Set of histories"), "", 1, 20, 1, 1),
    }
    presets = {
        _("Nobody looks at the lead until 15"): {"advantage": 0.55, "barrier": 15, "seed": 1},
        _("The first adopter decides"): {"advantage": 0.55, "barrier": 1, "seed": 1},
        _("As good as each other"): {"advantage": 0.5, "barrier": 5, "seed": 1},
    }
    return Panel(draw, controls, presets)
