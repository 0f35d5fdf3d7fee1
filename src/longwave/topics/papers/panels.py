"""The panel of lesson 00: four readings of one garbled money cell."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Panel
from longwave.topics.papers.charts import reading_chart

# The cell reads "8 / 173" under the heading 亿美元; the sum that was announced is 80 + 173 million dollars.
FEDERAL, OTHERS_AS_PRINTED, OTHERS_DECODED = 8, 173, 17.3
CHECKED_MILLION_USD = 80 + 173


def reading_panel() -> Panel:
    """Return the panel that reads the money cell of ARM with one slip mended, as at the start, or both, or none."""

    def draw(unit: float, others: float) -> alt.LayerChart:
        return reading_chart(FEDERAL, others, unit, CHECKED_MILLION_USD)

    controls = {
        "unit": Choice(
            _("Unit of the column"),
            "",
            {_("as printed: 100 million dollars"): 100, _("mended: 10 million dollars"): 10},
            10,
        ),
        "others": Choice(
            _("Right-hand number"),
            "",
            {_("as printed: 173"): OTHERS_AS_PRINTED, _("with its point put back: 17.3"): OTHERS_DECODED},
            OTHERS_AS_PRINTED,
        ),
    }
    return Panel(draw, controls)
