"""Panel of lesson 14: a hundred histories of one market."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.lock_in.charts.histories import histories_chart
from longwave.topics.lock_in.models.lock_in import (
    adopted_shares,
    adoption_histories,
    ends_of,
    lock_in_probability,
    lock_in_time,
)

ADOPTERS, HISTORIES = 200, 100


def histories_panel() -> Panel:
    """Return the panel of a hundred histories: who prefers the better, which lead decides, and another draw."""

    def draw(advantage: float, barrier: int, seed: int) -> alt.HConcatChart:
        adopted = adoption_histories(advantage, barrier, ADOPTERS, HISTORIES, np.random.default_rng(seed))
        better = lock_in_probability(advantage, barrier)
        expected = pd.Series({"better": better, "worse": 1 - better, "time": lock_in_time(advantage, barrier)})
        return histories_chart(adopted_shares(adopted), ends_of(adopted, barrier), expected)

    controls = {
        "advantage": Slider(_("Prefer A"), "p", 0.5, 0.8, 0.01, 0.55),
        "barrier": Slider(_("Lead that decides"), "N", 1, 15, 1, 5),
        "seed": Slider(_("Set of histories"), "", 1, 20, 1, 1),
    }
    presets = {
        _("Nobody looks at the lead until 15"): {"advantage": 0.55, "barrier": 15, "seed": 1},
        _("The first adopter decides"): {"advantage": 0.55, "barrier": 1, "seed": 1},
        _("As good as each other"): {"advantage": 0.5, "barrier": 5, "seed": 1},
    }
    return Panel(draw, controls, presets)
