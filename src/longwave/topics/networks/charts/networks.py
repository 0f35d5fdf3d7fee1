"""Charts of firms that stay out: the network that is left, the curves of three orders, and a chain that can stop."""

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, GROUND, INK, MUTED, RUST, Axes, data, finish
from longwave.i18n import _
from longwave.links import Firms, Links, read_links

LAYOUT_STEPS = 300
STATES = ("together", "cut off", "out")


def order_names() -> dict[str, str]:
    """Return the three orders in words."""
    return {
        "random": _("at random"),
        "smallest": _("fewest links first"),
        "largest": _("most links first"),
    }


def network_layout(links: Links, firms: Firms | None = None) -> pd.DataFrame:
    """Place firms so that linked ones are near each other: DataFrame(x, y), both from 0 to 1, by firm.

    All firms push each other away and links pull (Fruchterman and Reingold, 1991). The start is a spiral, not chance,
    so the picture is the same on every machine.
    """
    pairs, names = read_links(links, firms)
    (one, other), count = pairs.T, len(names)
    turn = np.arange(count) * 2.399963
    places = np.sqrt((np.arange(count) + 1.0) / count)[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])
    length = 1.6 / np.sqrt(count)
    for step in range(LAYOUT_STEPS):
        gaps = places[:, None, :] - places[None, :, :]
        squares = np.maximum((gaps**2).sum(axis=2), 1e-4)
        moves = (gaps * (length**2 / squares)[:, :, None]).sum(axis=1) - 0.25 * places
        pull = places[other] - places[one]
        pull = pull * np.sqrt((pull**2).sum(axis=1))[:, None] / length
        np.add.at(moves, one, pull)
        np.add.at(moves, other, -pull)
        lengths = np.maximum(np.sqrt((moves**2).sum(axis=1)), 1e-9)[:, None]
        places = places + moves / lengths * np.minimum(lengths, 0.12 * (1 - step / LAYOUT_STEPS))
    low, high = places.min(axis=0), places.max(axis=0)
    return pd.DataFrame((places - low) / (high - low), columns=["x", "y"]).round(3)


def _share_axes() -> Axes:
    percent = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])
    scale = alt.Scale(domain=[0, 1], nice=False)
    return Axes(
        x=alt.X("out:Q", title=_("Firms that stay out (share of all)"), scale=scale, axis=percent),
        y=alt.Y("share:Q", title=_("In the largest connected part (share of all)"), scale=scale, axis=percent),
    )


def _limit() -> alt.Chart:
    """Draw the line of all who stay: more than that cannot hold together."""
    ends = alt.Chart(data("limit", pd.DataFrame({"out": [0.0, 1.0], "share": [1.0, 0.0]})))
    return ends.mark_line(color=MUTED, strokeWidth=1).encode(**_share_axes())


def _curves(curves: pd.DataFrame) -> alt.Chart:
    names = order_names()
    rows = curves.assign(order=curves["order"].map(names))
    domain = [names[order] for order in ("smallest", "random", "largest")]
    legend = alt.Legend(orient="top", symbolStrokeWidth=3, symbolSize=300, labelLimit=200)
    color = alt.Color("order:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[GREEN, BLUE, RUST]))
    dash = alt.StrokeDash(
        "order:N",
        title=None,
        legend=legend,
        scale=alt.Scale(domain=domain, range=[[1, 0], [7, 4], [2, 3]]),
    )
    return (
        alt.Chart(data("curves", rows)).mark_line(strokeWidth=2.5).encode(**_share_axes(), color=color, strokeDash=dash)
    )


def participation_chart(
    firms: pd.DataFrame, links: pd.DataFrame, curves: pd.DataFrame, order: str, out: float
) -> alt.HConcatChart:
    """Draw seventy firms, with those out, cut off and together, beside the three curves of 10,000 firms.

    `firms` is DataFrame(x, y, links, state), `links` DataFrame(x, y, x_end, y_end) of the links that are left, `curves`
    DataFrame(order, out, share) from nobody to everybody out, and `out` the present share, one of the curves' values.
    """
    now = curves[np.isclose(curves["out"], out)].set_index("order")
    title = _participation_title(out, float(now["share"].loc[order]), order)
    counts = firms["state"].value_counts().reindex(STATES, fill_value=0)
    words = _(
        "{title}. Left, a network of {all} firms: {out} out, {together} hold together, {cut} cut off. "
        "Right, three falling curves for 10,000 firms. At {percent:.0%} out: fewest links first {smallest:.1%}, at "
        "random {random:.1%}, most links first {largest:.1%}."
    ).format(
        title=title,
        all=len(firms),
        out=counts["out"],
        together=counts["together"],
        cut=counts["cut off"],
        percent=out,
        **now["share"],
    )
    picture, lines = _network_view(firms, links), _present_view(curves, now.loc[[order]].reset_index())
    picture.width, picture.height, lines.width, lines.height = 262, 290, 270, 270
    own = dict.fromkeys(("color", "strokeDash", "fill", "stroke", "shape", "size"), "independent")
    joined = alt.hconcat(picture, lines, spacing=26).resolve_scale(**own)
    note = _(
        "Synthetic networks with hubs. Left: seventy firms, larger with more links. Right: 10,000 firms; diamond: now."
    )
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _participation_title(out: float, share: float, order: str) -> str:
    if out == 0:
        return _("Everybody is in, and all 10,000 firms hold together")
    titles = {
        "random": _("{out:.0%} out at random: {share:.1%} of all 10,000 firms hold together"),
        "smallest": _("{out:.0%} out, fewest links first: {share:.1%} of all 10,000 firms hold together"),
        "largest": _("{out:.0%} out, most links first: {share:.1%} of all 10,000 firms hold together"),
    }
    return titles[order].format(out=out, share=share)


def _network_view(firms: pd.DataFrame, links: pd.DataFrame) -> alt.LayerChart:
    names = {"together": _("largest part"), "cut off": _("cut off"), "out": _("out")}
    rows = firms.assign(state=firms["state"].map(names))
    domain = list(names.values())
    plain = alt.Scale(domain=[-0.04, 1.04], nice=False)
    x, y = (alt.X("x:Q", axis=None, scale=plain), alt.Y("y:Q", axis=None, scale=plain))
    legend = alt.Legend(orient="top", symbolSize=110, symbolStrokeWidth=1.5)
    fill = alt.Fill("state:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, RUST, GROUND]))
    stroke = alt.Stroke("state:N", title=None, legend=legend, scale=alt.Scale(domain=domain, range=[BLUE, RUST, GREY]))
    shapes = alt.Scale(domain=domain, range=["circle", "triangle-up", "circle"])
    shape = alt.Shape("state:N", title=None, legend=legend, scale=shapes)
    size = alt.Size("links:Q", legend=None, scale=alt.Scale(type="linear", domain=[0, 25], range=[40, 420]))
    lines = alt.Chart(data("links", links)).mark_rule(color=GREY, opacity=0.45, strokeWidth=1)
    points = alt.Chart(data("firms", rows)).mark_point(opacity=1, strokeWidth=1.3)
    return alt.layer(
        lines.encode(x=x, y=y, x2=alt.X2("x_end:Q"), y2=alt.Y2("y_end:Q")),
        points.encode(x=x, y=y, fill=fill, stroke=stroke, shape=shape, size=size),
    )


def _present_view(curves: pd.DataFrame, present: pd.DataFrame) -> alt.LayerChart:
    label = _("now: {share:.1%}").format(share=present["share"].iloc[0])
    # High on the right is the one place that no curve reaches.
    corner = pd.DataFrame({"out": [0.98], "share": [0.93], "label": [label]})
    axes = _share_axes()
    marked = alt.Chart(data("now", present[["out", "share"]]))
    words = alt.Chart(data("now words", corner))
    return alt.layer(
        _limit(),
        _curves(curves),
        marked.mark_point(filled=True, shape="diamond", size=150, color=INK, opacity=1).encode(**axes),
        words.mark_text(align="right", fontSize=14, fontWeight=600, color=INK).encode(**axes, text=alt.Text("label:N")),
    )


def chain_chart(links: Links, groups: int, row: int = 11) -> alt.LayerChart:
    """Draw a chain of groups of three workshops and their carriers with each firm's number, some groups a row."""
    firms = _chain_firms(groups, row)
    pairs, _names = read_links(links, len(firms))
    ends = [firms.loc[pairs[:, end], ["x", "y"]].to_numpy() for end in (0, 1)]
    rows = pd.DataFrame(np.hstack(ends), columns=["x", "y", "x_end", "y_end"])
    scale = {"x": alt.Scale(domain=[-0.2, row], nice=False), "y": alt.Scale(domain=[-1.35, 0.65], nice=False)}
    x, y = alt.X("x:Q", axis=None, scale=scale["x"]), alt.Y("y:Q", axis=None, scale=scale["y"])
    domain = [_("workshop"), _("carrier")]
    shape = alt.Shape(
        "kind:N",
        title=None,
        legend=alt.Legend(orient="top"),
        scale=alt.Scale(domain=domain, range=["circle", "square"]),
    )
    color = alt.Color("kind:N", title=None, scale=alt.Scale(domain=domain, range=[BLUE, RUST]))
    base = alt.Chart(data("chain", firms))
    title = _("{groups} groups of workshops depend on {carriers} carriers").format(groups=groups, carriers=groups - 1)
    words = _(
        "{title}. A chain of {firms} numbered firms in rows: three workshops, all linked, then one carrier that links "
        "them to the next group. The chain turns round at the end of a row."
    ).format(title=title, firms=len(firms))
    return finish(
        alt.layer(
            alt.Chart(data("chain links", rows))
            .mark_rule(color=GREY, opacity=0.5)
            .encode(x=x, y=y, x2=alt.X2("x_end:Q"), y2=alt.Y2("y_end:Q")),
            base.mark_point(filled=True, size=60, opacity=1).encode(x=x, y=y, shape=shape, color=color),
            base.mark_text(fontSize=10).encode(
                x=x, y=alt.Y("label_y:Q", axis=None, scale=scale["y"]), text=alt.Text("firm:Q")
            ),
        ),
        title,
        words,
        subtitle=_("Invented. Each number is a firm, from 0 on."),
        height=230,
    )


def _chain_firms(groups: int, row: int) -> pd.DataFrame:
    """Return the places and kinds of the firms of a chain: DataFrame(firm, x, y, label_y, kind)."""
    firms = pd.DataFrame({"firm": range(4 * groups - 1)})
    group, part = firms["firm"] // 4, firms["firm"] % 4
    along = group % row + part.map({0: 0.0, 1: 0.25, 2: 0.5, 3: 0.75})
    # Every other row runs back, so that a row begins below the end of the one above.
    firms["x"] = along.where(group // row % 2 == 0, row - 0.25 - along)
    firms["y"] = -(group // row) + part.map({0: 0.0, 1: 0.45, 2: 0.0, 3: 0.0})
    firms["label_y"] = firms["y"] + part.map({0: -0.13, 1: 0.15, 2: -0.13, 3: 0.13})
    firms["kind"] = np.where(part == 3, _("carrier"), _("workshop"))
    return firms
