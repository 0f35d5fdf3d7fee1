"""Chart of the ladder of evidence: how far up the paper's cases climb, and where the studies of lesson 10 are."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, RUST, data, finish
from longwave.i18n import _

RUNGS = ("said", "described", "compared", "measured", "tested")


def rungs_chart(evidence: pd.Series, studies: Mapping[str, str]) -> alt.LayerChart:
    """Draw how many cases reach each rung, the highest rung on top, and the studies beside their rungs.

    `evidence` holds one code for each case; `studies` maps the name of a study to the code of its rung.
    """
    labels = _labels()
    counts = evidence.value_counts().reindex(RUNGS, fill_value=0)
    rows = pd.DataFrame({"rung": [labels[rung] for rung in RUNGS], "cases": counts.to_numpy(), "start": 0})
    beside = {rung: "; ".join(name for name, code in studies.items() if code == rung) for rung in RUNGS}
    marks = pd.DataFrame(
        [
            {"rung": labels[rung], "at": int(counts[rung]) + 0.4, "label": names}
            for rung, names in beside.items()
            if names
        ]
    )
    title = _title(counts)
    bars = "; ".join(f"{labels[rung]}: {counts[rung]}" for rung in RUNGS[::-1])
    words = _(
        "{title}. Bars for five rungs of evidence, highest first: {bars}. Studies beside them: {studies}."
    ).format(
        title=title, bars=bars, studies="; ".join(f"{labels[rung]}: {names}" for rung, names in beside.items() if names)
    )
    x = alt.X(
        "start:Q",
        title=_("Cases of paper 000, 二(一) to 二(四) (number)"),
        scale=alt.Scale(domain=[0, 7], nice=False),
        axis=alt.Axis(values=list(range(8)), format="d"),
    )
    order = [labels[rung] for rung in RUNGS[::-1]]
    y = alt.Y("rung:N", title=None, sort=order, axis=alt.Axis(labelFontSize=13, ticks=False, labelLimit=240))
    base, others = alt.Chart(data("rungs", rows)), alt.Chart(data("studies", marks))
    return finish(
        alt.layer(
            base.mark_bar(height=18, color=BLUE).encode(x=x, x2=alt.X2("cases:Q"), y=y),
            base.mark_text(align="left", dx=6, fontSize=13).encode(x=alt.X("cases:Q"), y=y, text=alt.Text("cases:N")),
            others.mark_point(shape="diamond", filled=True, size=90, opacity=1, color=RUST).encode(
                x=alt.X("at:Q"), y=y
            ),
            others.mark_text(align="left", dx=10, fontSize=13, color=RUST).encode(
                x=alt.X("at:Q"), y=y, text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_("Bars: our coding of the paper's passages, each once. Diamonds: studies of this lesson."),
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
        return _("None of the paper's {cases} cases has a number beside another; the studies here have").format(
            cases=int(counts.sum())
        )
    return _("{high} of the paper's {cases} cases have a number beside another").format(
        high=high, cases=int(counts.sum())
    )
