"""Charts of a chain whose inputs nothing replaces: what a round gains or loses, and where output falls."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, RUST, data, finish
from longwave.i18n import _

GAIN = 0.1  # the left part shows gains and losses of a round up to this share of all firms
NOBODY = 0.0005  # a share of firms that is printed as 0.0%


def reliability_chart(
    steps: pd.DataFrame, branches: pd.DataFrame, point: pd.Series, inputs: int, suppliers: int
) -> alt.HConcatChart:
    """Draw what a chain gains or loses in a round, and output against the reliability of links.

    `steps` is DataFrame(before, after), `branches` DataFrame(branch, link, output) with the branches "stable" and
    "tipping" and "nothing", `point` holds link, start, output, the tipping level (its critical mass), and the
    critical_link and critical_output.
    """
    title = _reliability_title(point)
    words = _(
        "{title}. Inputs of a firm: {inputs}; suppliers of each input: {suppliers}. Left, what one round adds to the "
        "share that runs, against that share; from {start:.0%} running, the chain ends at {output:.1%}. Right, output "
        "against the share of links that work: the upper branch ends at {critical_link:.3f}, where output is "
        "{critical_output:.1%}, and the line of standstill runs along the bottom."
    ).format(title=title, inputs=inputs, suppliers=suppliers, **point)
    left, right = _round_view(steps, point), _branch_view(branches, point)
    left.width, left.height, right.width, right.height = 255, 255, 285, 255
    joined = alt.hconcat(left, right, spacing=26).resolve_scale(color="independent", strokeDash="independent")
    note = _("A model of endlessly many firms. Square: start. Diamond: end. Open circle: critical mass.")
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _reliability_title(point: pd.Series) -> str:
    edge = f"{100 * point['critical_link']:.4g}%"
    if point["output"] >= NOBODY and point["critical_output"] == 0:
        return _("Links work {link:.1%} of the time: {output:.1%} produce, and no jump waits below").format(**point)
    if point["output"] >= NOBODY:
        return _("Links work {link:.1%} of the time: {output:.1%} produce; below {edge}, none").format(
            edge=edge, **point
        )
    if point["tipping"] > 0 and point["link"] >= point["critical_link"] and point["start"] < 1:
        return _(
            "Links work {link:.1%} of the time, but {start:.0%} running are too few: it takes {tipping:.0%} together"
        ).format(**point)
    if point["critical_output"] == 0:
        return _("Links work {link:.1%} of the time: nobody produces; it takes more than {edge}").format(
            edge=edge, **point
        )
    return _("Links work {link:.1%} of the time: nobody produces; it takes {edge}").format(edge=edge, **point)


def _round_view(steps: pd.DataFrame, point: pd.Series) -> alt.LayerChart:
    x = alt.X(
        "before:Q",
        title=_("Firms that run (share, r)"),
        scale=alt.Scale(domain=[-0.02, 1.02], nice=False),
        axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]),
    )
    y = alt.Y(
        "gain:Q",
        title=_("Gain or loss in one round (share of all)"),
        scale=alt.Scale(domain=[-GAIN, GAIN], nice=False),
        axis=alt.Axis(labelExpr="datum.value ? format(datum.value, '+.0%') : '0%'", values=[-0.1, -0.05, 0, 0.05, 0.1]),
    )
    rows = pd.DataFrame({"before": steps["before"], "gain": steps["after"] - steps["before"]})
    marks = [("start", point["start"]), ("end", point["output"])]
    if 0 < point["tipping"] < 1 and point["link"] >= point["critical_link"]:
        marks.append(("critical mass", point["tipping"]))
    places = pd.DataFrame(marks, columns=["mark", "before"]).assign(gain=0.0)
    zero = data("zero", pd.DataFrame({"before": [0.0, 1.0], "gain": [0.0, 0.0]}))
    return alt.layer(
        alt.Chart(zero).mark_line(color=GREY, strokeDash=[6, 4]).encode(x=x, y=y),
        alt.Chart(data("rounds", rows)).mark_line(color=BLUE, strokeWidth=2.5, clip=True).encode(x=x, y=y),
        _marks("marks", places, x, y),
    )


def _marks(name: str, places: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    """Draw the start as a square, the end as a diamond and the critical mass as an open circle."""
    kinds = ["start", "critical mass", "end"]
    shape = alt.Shape("mark:N", legend=None, scale=alt.Scale(domain=kinds, range=["square", "circle", "diamond"]))
    fill = alt.Fill("mark:N", legend=None, scale=alt.Scale(domain=kinds, range=[RUST, "white", INK]))
    marks = alt.Chart(data(name, places)).mark_point(size=110, stroke=INK, strokeWidth=1.3, opacity=1)
    return marks.encode(x=x, y=y, shape=shape, fill=fill)


def _branch_view(branches: pd.DataFrame, point: pd.Series) -> alt.LayerChart:
    names = {"stable": _("output"), "tipping": _("critical mass"), "nothing": _("standstill")}
    # The axis begins a little below the edge, or below the present links where these are worse.
    lowest = max(0.3, math.floor(10 * min(point["link"], point["critical_link"] - 0.05)) / 10)
    rows = branches.assign(branch=branches["branch"].map(names), link=branches["link"].clip(lower=lowest))
    # An unseen row at each end of the axis: so it follows the rows, and a live chart need not be drawn anew.
    corners = data("corners", pd.DataFrame({"link": [lowest - 0.01, 1.01], "output": [0.0, 0.0]}))
    x = alt.X(
        "link:Q",
        title=_("Links that work (share, x)"),
        scale=alt.Scale(zero=False, nice=False),
        axis=alt.Axis(format="%", values=[0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    )
    y = alt.Y(
        "output:Q",
        title=_("Firms that produce (share)"),
        scale=alt.Scale(domain=[-0.02, 1.02], nice=False),
        axis=alt.Axis(format="%", values=[0, 0.5, 1]),
    )
    domain = list(names.values())
    legend = alt.Legend(orient="top", symbolStrokeWidth=3, symbolSize=300)
    color = alt.Color("branch:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, RUST, GREY]))
    dash = alt.StrokeDash(
        "branch:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[[1, 0], [3, 3], [8, 3]])
    )
    edge = pd.DataFrame({"link": [point["critical_link"]], "output": [0.0], "top": [point["critical_output"]]})
    way = pd.DataFrame({"link": [point["link"]], "output": [point["start"]], "top": [point["output"]]})
    ends = [("start", point["link"], point["start"]), ("end", point["link"], point["output"])]
    places = pd.DataFrame(ends, columns=["mark", "link", "output"])
    return alt.layer(
        alt.Chart(corners).mark_point(opacity=0).encode(x=x, y=y),
        alt.Chart(data("edge", edge)).mark_rule(color=INK, strokeDash=[1, 3]).encode(x=x, y=y, y2=alt.Y2("top:Q")),
        alt.Chart(data("way", way)).mark_rule(color=INK, strokeWidth=1.3).encode(x=x, y=y, y2=alt.Y2("top:Q")),
        alt.Chart(data("branches", rows)).mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
        _marks("here", places, x, y),
    )
