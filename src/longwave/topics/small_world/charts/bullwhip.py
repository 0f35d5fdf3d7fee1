"""Chart of the bullwhip: the variance of orders, stage by stage, under several ways to forecast."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, RUST, data, finish
from longwave.i18n import _
from longwave.topics.small_world.models.bullwhip import chain_ratio

DASHES = ([1, 0], [6, 3], [2, 3])
SHAPES = ("circle", "square", "triangle-up")
COLOURS = (BLUE, RUST, GREEN)


def bullwhip_chart(lead: float, periods: int, stages: int, measured: float) -> alt.LayerChart:
    """Draw by stage how much more orders vary than demand: multiplied, with shared demand, and as measured, multiplied.

    `lead`, `periods` and `stages` are as in `chain_ratio`; `measured` is what one stage was measured to do, above 1.
    """
    rows = _rows(lead, periods, stages, measured)
    last = rows[rows["stage"] == stages].set_index("kind")["ratio"]
    title = _(
        "Multiplied over {stages} stages, orders vary {own:.2f} times as much as demand, or {seen:.2f} as measured"
    ).format(own=last["product"], stages=stages, seen=last["measured"])
    words = _("{title}. Three rising lines by stage, all from 1. With shared demand: {shared:.2f}. {note}").format(
        title=title, shared=last["shared"], note=_note()
    )
    kinds = list(last.index)
    x = alt.X(
        "stage:Q",
        title=_("Stages that pass orders on"),
        scale=alt.Scale(domain=[0, stages + 1.35], nice=False),
        axis=alt.Axis(values=list(range(stages + 1)), grid=False),
    )
    y = alt.Y(
        "ratio:Q",
        title=_("Variance of orders (times demand's)"),
        scale=alt.Scale(domain=[0, math.ceil(last.max())], nice=False),
    )
    color = alt.Color("kind:N", legend=None, scale=alt.Scale(domain=kinds, range=list(COLOURS)))
    dash = alt.StrokeDash("kind:N", legend=None, scale=alt.Scale(domain=kinds, range=list(DASHES)))
    shape = alt.Shape("kind:N", legend=None, scale=alt.Scale(domain=kinds, range=list(SHAPES)))
    base = alt.Chart(data("stages", rows))
    names = alt.Chart(data("names", _names(last, stages))).mark_text(align="left", dx=10)
    return finish(
        alt.layer(
            base.mark_line(strokeWidth=2.2).encode(x=x, y=y, color=color, strokeDash=dash),
            base.mark_point(filled=True, size=70, opacity=1).encode(x=x, y=y, color=color, shape=shape),
            names.encode(x=x, y=alt.Y("ratio:Q"), color=color, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_note(),
        height=190,
    )


def _note() -> str:
    return _("The formula goes by weeks, the measurement by quarters.")


def _rows(lead: float, periods: int, stages: int, measured: float) -> pd.DataFrame:
    """Return kind, stage and ratio; stage 0 is demand itself."""
    rows = [(kind, 0, 1.0) for kind in ("product", "shared", "measured")]
    for stage in range(1, stages + 1):
        rows += [
            ("product", stage, chain_ratio(lead, periods, stage)),
            ("shared", stage, chain_ratio(lead, periods, stage, shared=True)),
            ("measured", stage, measured**stage),
        ]
    return pd.DataFrame(rows, columns=["kind", "stage", "ratio"])


def _names(last: pd.Series, stages: int) -> pd.DataFrame:
    labels = {
        "product": _("each on its own, multiplied"),
        "shared": _("demand shared along the chain"),
        "measured": _("as measured, multiplied"),
    }
    return pd.DataFrame(
        {"kind": list(last.index), "stage": stages, "ratio": last.to_numpy(), "label": [labels[k] for k in last.index]}
    )
