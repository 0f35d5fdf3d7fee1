"""Charts of training: what weeks of it leave to the firm and to all, and where the policies that a paper names act."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, PLUM, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.topics.talent.models.training import net_gains, training

GAIN, COST = 12.0, 1.0
WEEKS, MONEY = (0, 20), (-30, 80)
EVIDENCE = ("found", "match inferred", "partly", "gap")


def training_chart(kept: float, quits: float, subsidy: float) -> alt.LayerChart:
    """Draw net gains against weeks of training, to the firm and to all, with the top of each.

    A week adds 12 to a worker's product, and the cost is half the square of the weeks.
    """
    result = training(GAIN, COST, kept, quits, subsidy)
    title = _training_title(result)
    words = _(
        "{title}. Two hills over weeks of training from 0 to {most}: net gain to all, highest at {best:.1f} weeks with "
        "{best_value:.1f}; net gain to the firm, highest at {weeks:.1f} weeks with {profit:.1f}. The firm keeps "
        "{kept:.0%} of what training adds, {quits:.0%} leave, and the state bears {subsidy:.0%} of the cost."
    ).format(
        title=title,
        most=WEEKS[1],
        best=result["best_weeks"],
        best_value=result["best_value"],
        weeks=result["firm_weeks"],
        profit=result["firm_profit"],
        kept=kept,
        quits=quits,
        subsidy=subsidy,
    )
    note = _("Our model: invented money. Dot: the firm stops here. Diamond: best for all.")
    return finish(alt.layer(_hills(kept, quits, subsidy), *_tops(result)), title, words, subtitle=note, height=270)


def _training_title(result: pd.Series) -> str:
    weeks, best = result["firm_weeks"], result["best_weeks"]
    if weeks < 0.05:
        return _("The firm keeps nothing and trains nobody, where {best:.0f} weeks are best").format(best=best)
    if weeks > best + 0.05:
        return _("The firm trains {weeks:.1f} weeks, more than the {best:.0f} that are best").format(
            weeks=weeks, best=best
        )
    if weeks > best - 0.05:
        return _("The firm trains {weeks:.1f} weeks, as many as are best for all").format(weeks=weeks)
    return _("The firm trains {weeks:.1f} weeks, where {best:.0f} are best for all").format(weeks=weeks, best=best)


def _axes() -> Axes:
    x = alt.X("weeks:Q", title=_("Weeks of training (τ)"), scale=alt.Scale(domain=list(WEEKS), nice=False))
    y = alt.Y("money:Q", title=_("Net gain (money)"), scale=alt.Scale(domain=list(MONEY), nice=False))
    return Axes(x=x, y=y)


def _hills(kept: float, quits: float, subsidy: float) -> alt.Chart:
    names = {"everyone": _("to all"), "firm": _("to the firm")}
    table = net_gains(GAIN, COST, kept, quits, subsidy, list(np.linspace(*WEEKS, 41))).rename(columns=names)
    rows = table.melt("weeks", var_name="line", value_name="money")
    order = list(names.values())
    legend = alt.Legend(orient="top", title=_("Net gain"), symbolStrokeWidth=3)
    return (
        alt.Chart(data("hills", rows))
        .mark_line(strokeWidth=2.5, clip=True)
        .encode(
            color=alt.Color("line:N", legend=legend, scale=alt.Scale(domain=order, range=[GREEN, BLUE])),
            strokeDash=alt.StrokeDash("line:N", legend=legend, scale=alt.Scale(domain=order, range=[[7, 4], [1, 0]])),
            **_axes(),
        )
    )


def _tops(result: pd.Series) -> list[alt.Chart]:
    # A subsidy can carry the firm's stop out of the frame; its mark then waits at the edge.
    weeks = min(result["firm_weeks"], WEEKS[1])
    stops = pd.DataFrame({"weeks": [weeks], "money": [min(result["firm_profit"], MONEY[1])]})
    best = pd.DataFrame({"weeks": [result["best_weeks"]], "money": [result["best_value"]]})
    zero = pd.DataFrame({"money": [0]})
    return [
        alt.Chart(data("zero", zero)).mark_rule(color=INK).encode(y=_axes()["y"]),
        alt.Chart(data("stop", stops)).mark_rule(color=BLUE, strokeDash=[2, 3]).encode(x=_axes()["x"]),
        alt.Chart(data("stop_top", stops)).mark_point(filled=True, color=BLUE, size=110, opacity=1).encode(**_axes()),
        alt.Chart(data("best_top", best))
        .mark_point(filled=True, shape="diamond", color=GREEN, size=130, opacity=1)
        .encode(**_axes()),
    ]


def policies_chart(policies: pd.DataFrame) -> alt.Chart:
    """Draw the measures that the text names, one mark each, by where they act in the models, with the evidence.

    `policies` has the columns acts_on and evidence of the dataset talent_policies, without its candidates.
    """
    counts = policies["acts_on"].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    title = _("{many} of {all} measures bring in more entrants; {few} acts on what they know").format(
        many=counts.get("supply", 0), all=len(policies), few=counts.get("outlook", 0)
    )
    named = policies["evidence"].value_counts()
    words = _("{title}. One mark a measure, in rows by where it acts: {rows}. By evidence: {kinds}.").format(
        title=title,
        rows=", ".join(f"{name} {count}" for name, count in counts.items()),
        kinds=", ".join(f"{name} {named.get(name, 0)}" for name in EVIDENCE),
    )
    order = list(counts.index)
    rows = policies.sort_values("evidence", key=lambda kinds: kinds.map(EVIDENCE.index), kind="stable")
    rows = rows.assign(place=rows.groupby("acts_on").cumcount() + 1)[["acts_on", "evidence", "place", "named"]]
    legend = alt.Legend(orient="top", title=_("What a source says"))
    chart = alt.Chart(data("measures", rows)).mark_point(size=170, filled=True, opacity=1)
    chart = chart.encode(
        x=alt.X(
            "place:Q",
            title=_("Measures (count)"),
            scale=alt.Scale(domain=[0, 13], nice=False),
            axis=alt.Axis(values=list(range(0, 14, 2)), format="d", grid=False),
        ),
        y=alt.Y("acts_on:N", title=_("Where it acts"), sort=order, axis=alt.Axis(labelLimit=180)),
        color=alt.Color(
            "evidence:N", legend=legend, scale=alt.Scale(domain=list(EVIDENCE), range=[GREEN, BLUE, PLUM, RUST])
        ),
        shape=alt.Shape(
            "evidence:N",
            legend=legend,
            scale=alt.Scale(domain=list(EVIDENCE), range=["circle", "diamond", "triangle-up", "cross"]),
        ),
        tooltip=[alt.Tooltip("named:N", title=_("Named")), alt.Tooltip("evidence:N", title=_("Evidence"))],
    )
    note = _("Measures named in the text, 三(三). Where a measure acts is our coding.")
    return finish(chart, title, words, subtitle=note, height=230)
