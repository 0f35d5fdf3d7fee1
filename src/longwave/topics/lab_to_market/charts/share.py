"""Chart of the panel: what the university keeps, and what there is in all, by the share that inventors get."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.lab_to_market.models.incentives import best_share, kept_income

SHARES = np.linspace(0, 1, 81)
MARGIN = 16  # per cent of the axis that half of the words above the rule needs
_DASHES = [[1, 0], [7, 4]]


def share_chart(elasticity: float = 1, share: float = 0.5) -> alt.LayerChart:
    """Draw the income from licences and what the university keeps of it, by the inventors' share.

    Args:
        elasticity: ε of the income to the share, from 0.1 to 3.
        share: s, the share that the university has chosen.
    """
    best, kept = best_share(elasticity), kept_income(share, elasticity)
    most = kept_income(best, elasticity)
    title = _(
        "Licence income, elasticity {elasticity:.1f}, and what the university keeps of it at a share of {share:.0f} %"
    ).format(elasticity=elasticity, share=100 * share)
    words = _(
        "{title}. Two curves over the inventors' share, elasticity {elasticity:.2f}: income, from 0 to 100, "
        "at the share chosen {income:.1f}; and what the university keeps, {kept:.1f} there, at most {most:.1f} where "
        "inventors get {best:.0f} %; so {part:.0f} % of the most."
    ).format(
        title=title,
        elasticity=elasticity,
        income=100 * share**elasticity,
        kept=100 * kept,
        most=100 * most,
        best=100 * best,
        part=100 * kept / most,
    )
    note = _("Income is 100 where inventors get all of it. Dotted: the share chosen.")
    layers = [*_curves(elasticity), *_marks(elasticity, share, best)]
    return finish(alt.layer(*layers), title, words, subtitle=note, width=520)


def _names() -> list[str]:
    return [_("kept by the university"), _("income in all")]


def _axes(column: str) -> tuple[alt.X, alt.Y]:
    axis, ticks = alt.Axis(format=".0f"), alt.Axis(values=list(range(0, 101, 20)), format=".0f")
    x = alt.X("share:Q", title=_("Inventors' share (%)"), scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)
    return x, alt.Y(f"{column}:Q", title=_("Income"), scale=alt.Scale(domain=[0, 112], nice=False), axis=ticks)


def _curves(elasticity: float) -> list[alt.Chart]:
    kept, all_of_it = _names()
    rows = [{"share": 100 * s, "income": 100 * kept_income(s, elasticity), "what": kept} for s in SHARES]
    rows += [{"share": 100 * s, "income": 100 * s**elasticity, "what": all_of_it} for s in SHARES]
    x, y = _axes("income")
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=2.5, symbolSize=300)
    color = alt.Color("what:N", legend=legend, scale=alt.Scale(domain=_names(), range=[BLUE, RUST]))
    dash = alt.StrokeDash("what:N", legend=legend, scale=alt.Scale(domain=_names(), range=_DASHES))
    lines = alt.Chart(data("curves", pd.DataFrame(rows))).mark_line(strokeWidth=2.5)
    return [lines.encode(x=x, y=y, color=color, strokeDash=dash)]


def _marks(elasticity: float, share: float, best: float) -> list[alt.Chart]:
    """Return a rule at the chosen share, and the points where most is kept and where the choice is."""
    x, y = _axes("income")
    part = 100 * kept_income(share, elasticity) / kept_income(best, elasticity)
    said = _("keeps {part:.0f} % of the most").format(part=part)
    here = pd.DataFrame({"share": [100 * share], "income": [0.0], "top": [103.0]})
    place = pd.DataFrame({"share": [min(max(100 * share, MARGIN), 100 - MARGIN)], "income": [107.0], "label": [said]})
    shares = [best, share]
    points = pd.DataFrame(
        {
            "share": [100 * each for each in shares],
            "income": [100 * kept_income(each, elasticity) for each in shares],
            "shape": ["diamond", "circle"],
            "label": [_("most, at {best:.0f} %").format(best=100 * best), ""],
        }
    )
    rule = alt.Chart(data("chosen", here)).mark_rule(color=INK, strokeDash=[2, 3]).encode(x=x, y=y, y2="top:Q")
    label = alt.Chart(data("chosen-text", place)).mark_text(fontSize=13, color=INK).encode(x=x, y=y, text="label:N")
    base = alt.Chart(data("points", points)).encode(x=x, y=y)
    marks = base.mark_point(filled=True, size=90, color=BLUE, opacity=1).encode(shape=alt.Shape("shape:N", scale=None))
    halo = base.mark_text(dy=-14, fontSize=13, stroke="white", strokeWidth=4).encode(text="label:N")
    text = base.mark_text(dy=-14, fontSize=13, color=INK).encode(text="label:N")
    return [rule, label, marks, halo, text]
