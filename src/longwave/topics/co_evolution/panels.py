"""Panels of lesson 18: what a scale puts into a degree, and three legs with one of them blocked."""

from functools import lru_cache

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.co_evolution.charts.chance import scale_chart
from longwave.topics.co_evolution.charts.legs import co_evolution_chart
from longwave.topics.co_evolution.models.co_evolution import co_evolution
from longwave.topics.co_evolution.models.coordination import mean_coupling, trending_pairs

PERIODS, STEP = 80, 2
PAIRS, YEARS, SEED = 500, 20, 18


def scale_panel() -> Panel:
    """Return the panel of unrelated walks: how strongly they drift, and on which scale they are put."""

    def draw(drift: float, low: float) -> alt.LayerChart:
        high = 1 - low
        first, second = trending_pairs(PAIRS, YEARS, drift, np.random.default_rng(SEED), low, high)
        scores = pd.DataFrame(
            {
                "usual": mean_coupling(first, second, corrected=False),
                "corrected": mean_coupling(first, second),
                "last": (first[:, -1] * second[:, -1]) ** 0.25,
                **_correlations(drift),
            }
        )
        return scale_chart(scores, low, high, drift)

    controls: dict[str, Control] = {
        "drift": Slider(_("Drift of both walks"), "", 0, 1, 0.1, 0.7),
        "low": Slider(_("Lower end of the scale"), "", 0, 0.4, 0.1, 0.1),
    }
    presets: dict[str, dict[str, float]] = {
        _("Scale from 0 to 1"): {"low": 0},
        _("Scale from 0.4 to 0.6"): {"low": 0.4},
        _("No drift"): {"drift": 0},
    }
    return Panel(draw, controls, presets)


@lru_cache(maxsize=16)
def _correlations(drift: float) -> dict[str, npt.NDArray[np.float64]]:
    """Return the correlations of levels and of changes, which depend on no scale, for each pair of walks."""
    first, second = trending_pairs(PAIRS, YEARS, drift, np.random.default_rng(SEED))
    return {
        "levels": _rowwise(first, second),
        "changes": _rowwise(np.diff(first, axis=1), np.diff(second, axis=1)),
    }


def _rowwise(first: npt.NDArray[np.float64], second: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    one, other = (side - side.mean(axis=1, keepdims=True) for side in (first, second))
    size = np.sqrt((one**2).sum(axis=1) * (other**2).sum(axis=1))
    found: npt.NDArray[np.float64] = (one * other).sum(axis=1) / size
    return found


def co_evolution_panel() -> Panel:
    """Return the panel of co-evolution: how strongly the legs help each other, and which one is blocked."""

    def draw(support: float, blocked: str) -> alt.HConcatChart:
        held = None if blocked == "none" else blocked
        return co_evolution_chart(co_evolution(support, np.arange(0, PERIODS + 1, STEP), held), support, held)

    legs = {
        _("none"): "none",
        _("technology"): "technology",
        _("structure"): "structure",
        _("institutions"): "institutions",
    }
    controls: dict[str, Control] = {
        "support": Slider(_("Mutual help"), "m", 0, 0.7, 0.05, 0.6),
        "blocked": Choice(_("Blocked leg"), "", legs, "none"),
    }
    presets = {
        _("No help"): {"support": 0, "blocked": "none"},
        _("No help, institutions blocked"): {"support": 0, "blocked": "institutions"},
        _("Help, institutions blocked"): {"support": 0.6, "blocked": "institutions"},
    }
    return Panel(draw, controls, presets)
