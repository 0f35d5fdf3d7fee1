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
    beside = {rung: [name for name, code in studies.items() if code == rung] for rung in RUNGS}
    rows = pd.DataFrame(
        [
            {"rung": labels[rung], "of": who, "number": number, "start": 0, "label": word.format(number=number)}
            for rung in RUNGS
            for who, number, word in (
                ("cases", int(counts[rung]), _("{number} of the paper")),
                ("sources", len(beside[rung]), _("{number} here")),
            )
        ]
    )
    title = _title(counts, len(studies))
    bars = "; ".join(f"{labels[rung]}: {counts[rung]}" for rung in RUNGS[::-1])
    words = _(
        "{title}. Bars for five rungs of evidence, highest first: {bars}. Sources of this lesson: {studies}."
    ).format(
        title=title,
        bars=bars,
        studies="; ".join(f"{labels[rung]}: {', '.join(names)}" for rung, names in beside.items() if names),
    )
    x = alt.X(
        "start:Q",
        title=_("Cases of paper 000, 二(一) to 二(四), and sources of this lesson (number)"),
        scale=alt.Scale(domain=[0, 8], nice=False),
        axis=alt.Axis(values=list(range(9)), format="d"),
    )
    order = [labels[rung] for rung in RUNGS[::-1]]
    y = alt.Y("rung:N", title=None, sort=order, axis=alt.Axis(labelFontSize=13, ticks=False, labelLimit=240))
    offset = alt.YOffset("of:N", sort=["cases", "sources"])
    colour = alt.Color("of:N", scale=alt.Scale(domain=["cases", "sources"], range=[BLUE, RUST]), legend=None)
    base = alt.Chart(data("rungs", rows))
    return finish(
        alt.layer(
            base.mark_bar(height=13).encode(x=x, x2=alt.X2("number:Q"), y=y, yOffset=offset, color=colour),
            base.mark_text(align="left", dx=6, fontSize=12).encode(
                x=alt.X("number:Q"), y=y, yOffset=offset, color=colour, text=alt.Text("label:N")
            ),
        ),
        title,
        words,
        subtitle=_(
            "Upper bar: our coding of the paper's passages. Lower bar: what this lesson prints, coded likewise."
        ),
        height=240,
    )


def _labels() -> dict[str, str]:
    return {
        "said": _("said, or a name given"),
        "described": _("described: how it works"),
        "compared": _("compared: a result beside another"),
        "measured": _("measured: with a number"),
        "tested": _("tested: with it and without it"),
    }


def _title(counts: pd.Series, sources: int) -> str:
    high = int(counts["measured"] + counts["tested"])
    if high == 0:
        return _("None of the paper's {cases} cases has a number beside another; {sources} sources here have").format(
            cases=int(counts.sum()), sources=sources
        )
    return _("{high} of the paper's {cases} cases have a number beside another").format(
        high=high, cases=int(counts.sum())
    )
