"""Panel of lesson 18: three legs that help each other, with one of them blocked."""

import altair as alt
import numpy as np

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.co_evolution.charts import co_evolution_chart
from longwave.topics.co_evolution.models.co_evolution import co_evolution

PERIODS = 80


def co_evolution_panel() -> Panel:
    """Return the panel of co-evolution: how strongly the legs help each other, and which one is blocked."""

    def draw(support: float, blocked: str) -> alt.HConcatChart:
        held = None if blocked == "none" else blocked
        return co_evolution_chart(co_evolution(support, np.arange(PERIODS + 1), held), support, held)

    legs = {
        _("none"): "none",
        _("technology"): "technology",
        _("structure"): "structure",
        _("institutions"): "institutions",
    }
    controls: dict[str, Control] = {
        "support": Slider(_("Mutual help"), "h", 0, 0.7, 0.05, 0.6),
        "blocked": Choice(_("Blocked leg"), "", legs, "none"),
    }
    presets = {
        _("No help"): {"support": 0, "blocked": "none"},
        _("No help, institutions blocked"): {"support": 0, "blocked": "institutions"},
        _("Help, institutions blocked"): {"support": 0.6, "blocked": "institutions"},
    }
    return Panel(draw, controls, presets)
