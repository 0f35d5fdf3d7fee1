"""Charts of rivals: who gains when some of them merge, and research and output under three regimes."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, INK, MUTED, RUST, data, finish
from longwave.i18n import _
from longwave.topics.mergers.models.laboratories import REGIMES, research_regimes
from longwave.topics.mergers.models.side_by_side import side_merger

MOST_RESEARCH, OUTPUTS = 0.36, (0.5, 1.1)
_COLORS, _DASHES, _SHAPES = [RUST, GREEN, BLUE], [[6, 4], [1, 0], [2, 2]], ["circle", "diamond", "square"]


def gains_chart(firms: int = 5) -> alt.LayerChart:
    """Draw what a merger of 2, 3, … of `firms` equal rivals does to the profit of those who merge, without a saving."""
    table = pd.DataFrame({"merging": range(2, firms + 1)})
    table["gain"] = [float(side_merger(firms, int(m))["gain"]) for m in table["merging"]]
    table["sign"] = [_("lose") if gain < -0.05 else _("gain") if gain > 0.05 else _("even") for gain in table["gain"]]
    table["label"] = [
        f"{gain:+.0f}%".replace("-", "−").replace("+0", "0").replace("−0%", "0%") for gain in table["gain"]
    ]
    losing = int((table["gain"] < -0.05).sum())
    title = _("Without a saving, {losing} of {all} mergers among {firms} rivals lose").format(
        losing=losing, all=len(table), firms=firms
    )
    told = "; ".join(f"{m}: {label}" for m, label in table[["merging", "label"]].to_numpy())
    words = _("{title}. Change of the profit of those who merge, by how many they are. {told}.").format(
        title=title, told=told
    )
    x = alt.X(
        "merging:O", title=_("Rivals that become one, of {firms}").format(firms=firms), axis=alt.Axis(labelAngle=0)
    )
    y = alt.Y("gain:Q", title=_("Change of their profit (per cent)"), scale=alt.Scale(domain=[-40, 100], nice=False))
    color = alt.Color(
        "sign:N", legend=None, scale=alt.Scale(domain=[_("lose"), _("even"), _("gain")], range=[RUST, MUTED, BLUE])
    )
    base = alt.Chart(data("gains", table)).encode(x=x, y=y)
    bars = base.mark_bar(size=46).encode(color=color)
    labels = base.mark_text(dy=alt.ExprRef("datum.gain < 0 ? 14 : -10"), fontSize=14).encode(text="label:N")
    return finish(alt.layer(bars, labels), title, words, width=380, height=240)


def sharing_names() -> dict[str, str]:
    """Return what those that merge may share, in the current language."""
    return {
        "budgets": _("Who merges agrees on budgets and shares nothing more"),
        "all": _("Who merges shares all that is found"),
    }


def research_chart(spillover: float, research_cost: float, sharing: str = "budgets") -> alt.HConcatChart:
    """Draw research and output against the spillover under three regimes, and mark the spillover that is meant."""
    inside = 1.0 if sharing == "all" else None
    names = {"apart": _("apart"), "laboratories": _("laboratories merged"), "firms": _("firms merged")}
    rows = [
        {"beta": float(beta), "regime": names[str(regime)], "research": found["research"], "output": found["output"]}
        for beta in np.linspace(0, 1, 21)
        for regime, found in research_regimes(float(beta), research_cost, inside=inside).to_dict("index").items()
    ]
    here = research_regimes(spillover, research_cost, inside=inside)
    change = 100 * (here / here.loc["apart"] - 1)
    title = _("Output: laboratories merged {labs}%, firms merged {firms}%; research {more}% and {most}%").format(
        labs=_signed(change["output"]["laboratories"]),
        firms=_signed(change["output"]["firms"]),
        more=_signed(change["research"]["laboratories"]),
        most=_signed(change["research"]["firms"]),
    )
    told = "; ".join(
        f"{names[regime]}: {here['research'][regime]:.3f}, {here['output'][regime]:.3f}" for regime in REGIMES
    )
    words = _(
        "{title}, against rivals apart. {shared}. Spillover {beta:g}, cost of research {cost:g}; "
        "research and output: {told}."
    ).format(title=title, shared=sharing_names()[sharing], beta=spillover, cost=research_cost, told=told)
    table, order = pd.DataFrame(rows), list(names.values())
    marks = here.reset_index().assign(beta=float(spillover), regime=order)
    parts = [
        _lines("research", _("Research of each (cut of its cost)"), (0, MOST_RESEARCH), table, marks, order),
        _lines("output", _("Output of both (units)"), OUTPUTS, table, marks, order),
    ]
    note = _("Changes against rivals that stay apart. Dotted upright: the spillover meant.")
    return finish(alt.hconcat(*parts, spacing=28), title, words, subtitle=note, width=None, height=None)


def _lines(
    column: str, words: str, domain: tuple[float, float], table: pd.DataFrame, marks: pd.DataFrame, order: list[str]
) -> alt.LayerChart:
    """Return the lines of three regimes, told apart by colour, dash and shape, with a point at the spillover meant."""
    legend = alt.Legend(orient="top", title=None, columns=3, symbolStrokeWidth=0, symbolSize=90, labelLimit=200)
    color = alt.Color("regime:N", legend=legend, scale=alt.Scale(domain=order, range=_COLORS))
    dash = alt.StrokeDash("regime:N", legend=legend, scale=alt.Scale(domain=order, range=_DASHES))
    shape = alt.Shape("regime:N", legend=legend, scale=alt.Scale(domain=order, range=_SHAPES))
    x = alt.X("beta:Q", title=_("Spillover β"), scale=alt.Scale(domain=[0, 1], nice=False))
    y = alt.Y(f"{column}:Q", title=words, scale=alt.Scale(domain=list(domain), nice=False))
    lines = (
        alt.Chart(data(f"{column}-lines", table))
        .mark_line(strokeWidth=2.5)
        .encode(x=x, y=y, color=color, strokeDash=dash)
    )
    base = alt.Chart(data(f"{column}-here", marks)).encode(x=x)
    upright = base.mark_rule(color=INK, strokeDash=[2, 3])
    points = base.mark_point(filled=True, size=90, opacity=1).encode(y=y, color=color, shape=shape)
    chart = alt.layer(upright, lines, points)
    chart.width, chart.height = 270, 250
    return chart


def _signed(value: float) -> str:
    text = f"{value:+.0f}".replace("-", "−")
    return "0" if text[1:] == "0" else text
