"""A chart of what a jump costs."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.tipping.models.cusp import cusp_folds, pulse_outlay


def outlay_chart(a: float, cautious: float, bold: float) -> alt.LayerChart:
    """Draw what the shortest sufficient push costs against its height, with a cautious and a bold one marked."""
    fold, way = cusp_folds(a)[1], a**0.5
    pushes = fold + np.geomspace(0.02, 4, 32)
    rows = pd.DataFrame({"push": pushes, "outlay": [pulse_outlay(a, push) for push in pushes]})
    shown = {push: pulse_outlay(a, push) for push in (cautious, bold)}
    title = _("A push of {bold:g} tips the industry for {least:.2f}; one of {cautious:g} needs {most:.2f}").format(
        bold=bold, least=shown[bold], cautious=cautious, most=shown[cautious]
    )
    words = _(
        "{title}. Outlay, which is push times time, against the push, for a = {a:g}: a curve that falls from far above "
        "near the fold, {fold:.2f}, towards a dashed line at {way:.2f}, the distance from the low state to the ridge."
    ).format(title=title, a=a, fold=fold, way=way)
    x = alt.X(
        "push:Q",
        title=_("Push (b)"),
        scale=alt.Scale(domain=[fold - 0.1, fold + 4], nice=False),
        axis=alt.Axis(tickCount=5),
    )
    y = alt.Y(
        "outlay:Q",
        title=_("Outlay (push × time)"),
        scale=alt.Scale(domain=[0, 16], nice=False),
        axis=alt.Axis(values=[0, 5, 10, 15]),
    )
    inside = alt.Chart(data("outlay", rows[rows["outlay"] <= 16])).mark_line(color=BLUE, strokeWidth=2.5)
    floor = pd.DataFrame({"push": [fold], "end": [fold + 4], "outlay": [way], "label": [_("distance to the ridge")]})
    base = alt.Chart(data("floor", floor)).encode(x=x, y=y)
    marks = pd.DataFrame(
        [{"push": push, "outlay": cost, "label": f"{push:g} → {cost:.2f}"} for push, cost in shown.items()]
    )
    dots = alt.Chart(data("marks", marks)).encode(x=x, y=y)
    chart = alt.layer(
        base.mark_rule(color=MUTED, strokeDash=[5, 4], opacity=1).encode(x2=alt.X2("end:Q")),
        base.mark_text(align="right", dy=7, dx=-3, color=INK).encode(x=alt.X("end:Q"), text=alt.Text("label:N")),
        inside.encode(x=x, y=y),
        dots.mark_point(filled=True, size=90, color=RUST, opacity=1),
        dots.mark_text(align="left", dx=9, dy=-7, fontWeight=600).encode(text=alt.Text("label:N")),
    )
    return finish(chart, title, words, subtitle=_("Our model; the units are its own."), width=390, height=125)
