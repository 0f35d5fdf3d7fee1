"""Chart of three legs that help each other or do not, and of how each pair is coupled at the end."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.co_evolution.models.co_evolution import BASE, LEGS
from longwave.topics.co_evolution.models.coordination import coupling_degree


def co_evolution_chart(path: pd.DataFrame, support: float, blocked: str | None) -> alt.HConcatChart:
    """Draw the levels of three legs over time, and beside them how each pair is coupled at the end.

    `path` is what `models.co_evolution.co_evolution` returns for this `support` and `blocked` leg.
    """
    ends, names = path.iloc[-1], _leg_names()
    pairs = _pairs(ends, names)
    title = _finding(ends, pairs, support, blocked)
    words = _(
        "{title}. Three lines over {periods:g} periods: {legs}. Coupling of each pair at the end, usual and corrected: "
        "{pairs}. Strength of help {support:g}; alone, a leg reaches {base:g}."
    ).format(
        title=title,
        periods=ends["time"],
        legs="; ".join(_("{leg} ends at {level:.2f}").format(leg=names[leg], level=ends[leg]) for leg in LEGS),
        pairs="; ".join(
            _("{pair} {usual:.2f}, {corrected:.2f}").format(
                pair=row["pair"], usual=row["usual"], corrected=row["corrected"]
            )
            for row in pairs.to_dict("records")
        ),
        support=support,
        base=BASE,
    )
    lines, dots = _leg_lines(path, names), _pair_dots(pairs)
    lines.width, lines.height, dots.width, dots.height = 300, 250, 140, 250
    note = _("Our own construction, fitted to nothing. Thin grey line: where a leg ends alone.")
    joined = alt.hconcat(lines, dots, spacing=20).resolve_scale(
        color="independent", shape="independent", strokeDash="independent"
    )
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _leg_names() -> dict[str, str]:
    return dict(zip(LEGS, (_("technology"), _("structure"), _("institutions")), strict=True))


def _pairs(ends: pd.Series, names: dict[str, str]) -> pd.DataFrame:
    short = dict(zip(LEGS, (_("tech"), _("structure"), _("institutions")), strict=True))
    rows = [
        {
            "pair": _("{one} – {other}").format(one=short[one], other=short[other]),
            "usual": coupling_degree(ends[one], ends[other], corrected=False),
            "corrected": coupling_degree(ends[one], ends[other]),
        }
        for one, other in ((LEGS[0], LEGS[1]), (LEGS[1], LEGS[2]), (LEGS[0], LEGS[2]))
    ]
    return pd.DataFrame(rows)


def _finding(ends: pd.Series, pairs: pd.DataFrame, support: float, blocked: str | None) -> str:
    """Return the title: the level that the free legs reach, and the lowest coupling."""
    free = max(ends[leg] for leg in LEGS)
    lowest = pairs["usual"].min()
    if blocked is None:
        return _("Help {support:g}: all legs end near {level:.2f}, and the lowest coupling is {lowest:.2f}").format(
            support=support, level=free, lowest=lowest
        )
    sentences = {
        "technology": _("Technology blocked: the others end at {level:.2f}, coupled with it at {lowest:.2f}"),
        "structure": _("Structure blocked: the others end at {level:.2f}, coupled with it at {lowest:.2f}"),
        "institutions": _("Institutions blocked: the others end at {level:.2f}, coupled with them at {lowest:.2f}"),
    }
    return sentences[blocked].format(level=free, lowest=lowest)


def _leg_lines(path: pd.DataFrame, names: dict[str, str]) -> alt.LayerChart:
    rows = path.rename(columns=names).melt("time", var_name="leg", value_name="level")
    order, end = list(names.values()), float(path["time"].max())
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3, columns=3)
    x = alt.X("time:Q", title=_("Periods"), scale=alt.Scale(domain=[0, end], nice=False))
    y = alt.Y("level:Q", title=_("Level (1: all that is possible)"), scale=alt.Scale(domain=[0, 1]))
    lines = alt.Chart(data("legs", rows)).mark_line(strokeWidth=2.5)
    lines = lines.encode(
        x=x,
        y=y,
        color=alt.Color("leg:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, GREEN, PLUM])),
        strokeDash=alt.StrokeDash(
            "leg:N", legend=legend, scale=alt.Scale(domain=order, range=[[1, 0], [7, 4], [2, 3]])
        ),
    )
    alone = alt.Chart(data("alone", pd.DataFrame({"level": [BASE]}))).mark_rule(color=GREY, strokeWidth=1)
    return alt.layer(alone.encode(y=y), lines)


def _pair_dots(pairs: pd.DataFrame) -> alt.LayerChart:
    """Draw both degrees of each pair, each on a line of its own: at the start all six are 1 and would hide others."""
    kinds = {"usual": _("usual"), "corrected": _("corrected")}
    rows = pairs.rename(columns=kinds).melt("pair", var_name="formula", value_name="degree")
    rows["label"] = rows["degree"].map("{:.2f}".format)
    order = list(kinds.values())
    legend = alt.Legend(orient="top", title=None)
    y = alt.Y("pair:N", title=_("Pair, at the end"), sort=list(pairs["pair"]), axis=alt.Axis(labelLimit=160))
    line = alt.YOffset("formula:N", sort=order)
    axis = alt.Axis(values=[0, 0.5, 1], format=".1f", labelFlush=False)
    x = alt.X("degree:Q", title=_("Coupling degree C"), scale=alt.Scale(domain=[0, 1.05], nice=False), axis=axis)
    base = alt.Chart(data("pairs", rows)).encode(x=x, y=y, yOffset=line)
    points = base.mark_point(size=110, filled=True, opacity=1).encode(
        color=alt.Color("formula:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST])),
        shape=alt.Shape("formula:N", legend=legend, scale=alt.Scale(domain=order, range=["circle", "diamond"])),
    )
    labels = base.mark_text(align="right", dx=-10, fontSize=12).encode(text=alt.Text("label:N"))
    return alt.layer(points, labels)
