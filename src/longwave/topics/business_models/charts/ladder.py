"""Chart of the ladder of evidence: how far up the paper's cases climb."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, data, finish
from longwave.i18n import _

RUNGS = ("said", "described", "compared", "measured", "tested")


def rungs_chart(evidence: pd.Series) -> alt.LayerChart:
    """Draw how many cases reach each rung, the highest rung on top; `evidence` holds one code for each case."""
    labels = _labels()
    counts = evidence.value_counts().reindex(RUNGS, fill_value=0)
    rows = pd.DataFrame(
        [{"rung": labels[rung], "number": int(counts[rung]), "start": 0, "label": str(counts[rung])} for rung in RUNGS]
    )
    title = _title(counts)
    bars = "; ".join(f"{labels[rung]}: {counts[rung]}" for rung in RUNGS[::-1])
    words = _("{title}. Bars for five rungs of evidence, highest first: {bars}.").format(title=title, bars=bars)
    most = int(counts.max()) + 1
    x = alt.X(
        "start:Q",
        title=_("Cases of paper 000, 二(一) to 二(四) (number)"),
        scale=alt.Scale(domain=[0, most], nice=False),
        axis=alt.Axis(values=list(range(most + 1)), format="d"),
    )
    order = [labels[rung] for rung in RUNGS[::-1]]
    y = alt.Y("rung:N", title=None, sort=order, axis=alt.Axis(labelFontSize=13, ticks=False, labelLimit=240))
    base = alt.Chart(data("rungs", rows))
    return finish(
        alt.layer(
            base.mark_bar(height=16, color=BLUE).encode(x=x, x2=alt.X2("number:Q"), y=y),
            base.mark_text(align="left", dx=6, fontSize=12, color=BLUE).encode(
                x=alt.X("number:Q"), y=y, text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_("Our coding of the paper's passages; one reader."),
        height=190,
    )


def _labels() -> dict[str, str]:
    return {
        "said": _("said, or a name given"),
        "described": _("described: how it works"),
        "compared": _("compared: a result beside another"),
        "measured": _("measured: with a number"),
        "tested": _("tested: with it and without it"),
    }


def _title(counts: pd.Series) -> str:
    high = int(counts["measured"] + counts["tested"])
    if high == 0:
        return _("None of the paper's {cases} cases has a number beside another").format(cases=int(counts.sum()))
    return _("{high} of the paper's {cases} cases have a number beside another").format(
        high=high, cases=int(counts.sum())
    )
