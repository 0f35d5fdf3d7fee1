"""Charts of a chain whose inputs nothing replaces: where reliability feeds itself, and where output falls."""

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, RUST, data, finish
from longwave.i18n import _


def reliability_chart(
    steps: pd.DataFrame, branches: pd.DataFrame, point: pd.Series, inputs: int, suppliers: int
) -> alt.HConcatChart:
    """Draw where firms' reliability feeds itself, and output against the reliability of links.

    `steps` is DataFrame(before, after), `branches` DataFrame(branch, link, output) with the branches "stable" and
    "tipping" and "nothing", `point` holds link, start, output, the tipping level, and the critical_link and
    critical_output.
    """
    title = _reliability_title(point)
    words = _(
        "{title}. {inputs} inputs, {suppliers} suppliers each. Left, what firms reach if their suppliers reach r, "
        "against r; from {start:.0%} running, the chain ends at {output:.1%}. Right, output against the share of links "
        "that work: the upper branch ends at {critical_link:.3f}, where output is {critical_output:.1%}, and the line "
        "of standstill runs along the bottom."
    ).format(title=title, inputs=inputs, suppliers=suppliers, **point)
    left, right = _step_view(steps, point), _branch_view(branches, point)
    left.width, left.height, right.width, right.height = 255, 255, 285, 255
    joined = alt.hconcat(left, right, spacing=26).resolve_scale(color="independent", strokeDash="independent")
    note = _("A model chain: each firm needs every input, and each of its suppliers is a firm of the same kind.")
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _reliability_title(point: pd.Series) -> str:
    if point["output"] == 0 and point["link"] >= point["critical_link"] and point["start"] < 1:
        return _("Links work {link:.1%} of the time, yet the chain stops: {tipping:.0%} must run together").format(
            **point
        )
    if point["output"] == 0:
        return _("Links work {link:.1%} of the time: nobody produces; it takes {critical_link:.2%}").format(**point)
    if point["critical_output"] == 0:
        return _("Links work {link:.1%} of the time: {output:.1%} produce, and no jump waits below").format(**point)
    return _("Links work {link:.1%} of the time: {output:.1%} produce; below {critical_link:.2%}, none").format(**point)


def _step_view(steps: pd.DataFrame, point: pd.Series) -> alt.LayerChart:
    percent, scale = alt.Axis(format="%", values=[0, 0.5, 1]), alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("before:Q", title=_("Suppliers that produce (r)"), scale=scale, axis=percent)
    y = alt.Y("after:Q", title=_("Firms that then produce"), scale=scale, axis=percent)
    diagonal = data("diagonal", pd.DataFrame({"before": [0.0, 1.0], "after": [0.0, 1.0]}))
    meeting = data("meeting", pd.DataFrame({"before": [point["output"]], "after": [point["output"]]}))
    words = pd.DataFrame({"before": [0.97], "after": [0.06], "label": [_("dashed: as many as before")]})
    return alt.layer(
        alt.Chart(diagonal).mark_line(color=GREY, strokeDash=[6, 4]).encode(x=x, y=y),
        alt.Chart(data("steps", steps)).mark_line(color=BLUE, strokeWidth=2.5).encode(x=x, y=y),
        alt.Chart(meeting).mark_point(filled=True, shape="diamond", size=150, color=INK, opacity=1).encode(x=x, y=y),
        alt.Chart(data("diagonal words", words))
        .mark_text(align="right", color=MUTED)
        .encode(x=x, y=y, text=alt.Text("label:N")),
    )


def _branch_view(branches: pd.DataFrame, point: pd.Series) -> alt.LayerChart:
    names = {"stable": _("output"), "tipping": _("tipping level"), "nothing": _("standstill")}
    rows = branches.assign(branch=branches["branch"].map(names))
    percent = alt.Axis(format="%", values=[0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    x = alt.X(
        "link:Q", title=_("Links that work (share, x)"), scale=alt.Scale(domain=[0.3, 1], nice=False), axis=percent
    )
    y = alt.Y(
        "output:Q",
        title=_("Firms that produce (share)"),
        scale=alt.Scale(domain=[0, 1], nice=False),
        axis=alt.Axis(format="%", values=[0, 0.5, 1]),
    )
    domain = list(names.values())
    legend = alt.Legend(orient="top", symbolStrokeWidth=3, symbolSize=300)
    color = alt.Color("branch:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, RUST, GREY]))
    dash = alt.StrokeDash(
        "branch:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[[1, 0], [3, 3], [8, 3]])
    )
    edge = pd.DataFrame({"link": [point["critical_link"]], "output": [0.0], "top": [point["critical_output"]]})
    here = data("here", pd.DataFrame({"link": [point["link"]], "output": [point["output"]]}))
    return alt.layer(
        alt.Chart(data("edge", edge)).mark_rule(color=INK, strokeDash=[1, 3]).encode(x=x, y=y, y2=alt.Y2("top:Q")),
        alt.Chart(data("branches", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
        alt.Chart(here).mark_point(filled=True, shape="diamond", size=150, color=INK, opacity=1).encode(x=x, y=y),
    )
