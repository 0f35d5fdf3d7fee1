"""Charts of co-evolution: what two indices score by chance, and three legs that help each other or do not."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, INK, PLUM, RUST, data, finish
from longwave.i18n import _
from longwave.topics.co_evolution.models.co_evolution import BASE, LEGS
from longwave.topics.co_evolution.models.coordination import coupling_degree

BINS = 20


def chance_chart(usual: npt.NDArray[np.float64], corrected: npt.NDArray[np.float64]) -> alt.VConcatChart:
    """Draw how often two random indices reach each degree of coupling, by the usual and by the corrected formula."""
    title = _("Two random indices score {usual:.2f} on average, and {corrected:.2f} when corrected").format(
        usual=usual.mean(), corrected=corrected.mean()
    )
    words = _(
        "{title}. Two rows of bars over the coupling degree from 0 to 1, from {many:,} random pairs. Usual: they pile "
        "up at 1, and {high:.0%} are above 0.8. Corrected: they spread over the scale, and {low:.0%} are above 0.8."
    ).format(title=title, many=len(usual), high=(usual > 0.8).mean(), low=(corrected > 0.8).mean())
    parts = [
        _chance_row("usual", _("Usual formula"), usual, BLUE),
        _chance_row("corrected", _("Corrected formula"), corrected, RUST),
    ]
    note = _("Drawn at random: both indices even over 0 to 1, independent. Black line: the mean.")
    return finish(alt.vconcat(*parts, spacing=14), title, words, subtitle=note, width=None, height=None)


def _chance_row(name: str, heading: str, degrees: npt.NDArray[np.float64], color: str) -> alt.LayerChart:
    counts = np.histogram(degrees, BINS, range=(0, 1))[0] / len(degrees)
    edges = np.arange(BINS) / BINS
    bins = pd.DataFrame({"from": edges, "to": edges + 1 / BINS, "share": counts, "floor": 0})
    x = alt.X("from:Q", title=_("Coupling degree C"), scale=alt.Scale(domain=[0, 1]))
    y = alt.Y("share:Q", title=_("Share of pairs"), scale=alt.Scale(domain=[0, 0.5]), axis=alt.Axis(format="%"))
    bars = alt.Chart(data(f"{name}_bins", bins)).mark_bar(fill=color, opacity=0.8, stroke="white")
    bars = bars.encode(x=x, x2=alt.X2("to:Q"), y=y, y2=alt.Y2("floor:Q"))
    mean = pd.DataFrame(
        {"from": [degrees.mean()], "share": [0.43], "label": [_("mean {mean:.2f}").format(mean=degrees.mean())]}
    )
    base = alt.Chart(data(f"{name}_mean", mean)).encode(x=x)
    rule = base.mark_rule(color=INK, strokeWidth=2)
    text = base.mark_text(align="right", dx=-6, fontSize=13).encode(y=y, text=alt.Text("label:N"))
    joined = alt.layer(bars, rule, text, title=alt.TitleParams(heading, fontSize=13))
    return joined.properties(width=560, height=120)


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
    kinds = {"usual": _("usual"), "corrected": _("corrected")}
    rows = pairs.rename(columns=kinds).melt("pair", var_name="formula", value_name="degree")
    rows["label"] = rows["degree"].map("{:.2f}".format)
    order = list(kinds.values())
    legend = alt.Legend(orient="top", title=None)
    y = alt.Y("pair:N", title=_("Pair, at the end"), sort=list(pairs["pair"]), axis=alt.Axis(labelLimit=160))
    axis = alt.Axis(values=[0, 0.5, 1], format=".1f")
    x = alt.X("degree:Q", title=_("Coupling degree C"), scale=alt.Scale(domain=[0, 1.05], nice=False), axis=axis)
    base = alt.Chart(data("pairs", rows)).encode(x=x, y=y)
    points = base.mark_point(size=110, filled=True, opacity=0.9).encode(
        color=alt.Color("formula:N", legend=legend, scale=alt.Scale(domain=order, range=[BLUE, RUST])),
        shape=alt.Shape("formula:N", legend=legend, scale=alt.Scale(domain=order, range=["circle", "diamond"])),
    )
    above, below = (
        base.transform_filter(alt.datum.formula == kind)
        .mark_text(dy=shift, fontSize=12)
        .encode(text=alt.Text("label:N"))
        for kind, shift in zip(order, (-15, 16), strict=True)
    )
    return alt.layer(points, above, below)


def walks_chart(first: npt.NDArray[np.float64], second: npt.NDArray[np.float64]) -> alt.HConcatChart:
    """Draw two indices over the years, and beside them their changes from year to year, one against the other."""
    levels = np.corrcoef(first, second)[0, 1]
    steps = pd.DataFrame({"first": np.diff(first), "second": np.diff(second)})
    changes = steps["first"].corr(steps["second"])
    apart = levels > 0.8 and abs(changes) < 0.5
    sentence = (
        _("The levels agree ({levels}), and the changes do not ({changes})")
        if apart
        else _("The levels correlate at {levels}, the changes at {changes}")
    )
    title = sentence.format(levels=f"{levels:.2f}".replace("-", "−"), changes=f"{changes:.2f}".replace("-", "−"))
    words = _(
        "{title}. Left: two indices over {years} years, one from {first_start:.2f} to {first_end:.2f}, the other from "
        "{second_start:.2f} to {second_end:.2f}. Right: {count} points, a change of the one against the change of the "
        "other in the same year."
    ).format(
        title=title,
        years=len(first),
        first_start=first[0],
        first_end=first[-1],
        second_start=second[0],
        second_end=second[-1],
        count=len(steps),
    )
    lines, points = _walk_lines(first, second), _change_points(steps)
    note = _("Two random walks with drift, drawn independently: not data. In brackets: correlations.")
    joined = alt.hconcat(lines, points, spacing=30)
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _walk_lines(first: npt.NDArray[np.float64], second: npt.NDArray[np.float64]) -> alt.Chart:
    names = [_("first index"), _("second index")]
    rows = pd.DataFrame({names[0]: first, names[1]: second}).assign(year=np.arange(1, len(first) + 1))
    legend = alt.Legend(orient="top", title=None, symbolStrokeWidth=3)
    chart = alt.Chart(data("walks", rows.melt("year", var_name="index", value_name="level")), width=300, height=220)
    return chart.mark_line(strokeWidth=2.5).encode(
        x=alt.X("year:Q", title=_("Year"), scale=alt.Scale(domain=[1, len(first)], nice=False)),
        y=alt.Y("level:Q", title=_("Index, from 0 to 1"), scale=alt.Scale(domain=[0, 1])),
        color=alt.Color("index:N", legend=legend, scale=alt.Scale(domain=names, range=[BLUE, RUST])),
        strokeDash=alt.StrokeDash("index:N", legend=legend, scale=alt.Scale(domain=names, range=[[1, 0], [6, 4]])),
    )


def _change_points(steps: pd.DataFrame) -> alt.Chart:
    chart = alt.Chart(data("changes", steps), width=230, height=220)
    return chart.mark_point(size=70, filled=True, color=GREEN, opacity=0.85).encode(
        x=alt.X("first:Q", title=_("Change of the first index"), axis=alt.Axis(tickCount=5)),
        y=alt.Y("second:Q", title=_("Change of the second index"), axis=alt.Axis(tickCount=5)),
    )
