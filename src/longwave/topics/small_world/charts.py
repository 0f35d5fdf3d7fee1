"""Charts of the small world: a ring with some links moved, and what falls first, the path or the clustering."""

import math

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, GROUND, INK, PALE, RUST, data, finish
from longwave.i18n import _

RING_SIZE, CURVE_WIDTH, PANEL_HEIGHT = 290, 250, 290
POWERS_OF_TEN = [1, 10, 100, 1000]
SHARE_DOMAIN = [0, 1.1]
BENT_STEPS = 4


def _places(firms: int) -> pd.DataFrame:
    """Return where each firm is on the circle, firm 1 at the top, by firm."""
    angles = [2 * math.pi * firm / firms for firm in range(firms)]
    return pd.DataFrame(
        {"x": [math.sin(angle) for angle in angles], "y": [math.cos(angle) for angle in angles]},
        index=range(1, firms + 1),
    )


def moved_chart(curve: pd.DataFrame, ring: pd.Series, links: int, marked: int) -> alt.LayerChart:
    """Draw how the mean path and the clustering fall, as shares of the ring's, while links are moved.

    `curve` is from `moving_curve`, with several seeds; `ring` has the ring's path and clustering; `links` is how many
    links there are, and `marked` the count that the title speaks of.
    """
    shares = pd.concat([_spread(curve, ring, kind) for kind in ("path", "clustering")])
    at = shares[shares["moved"] == marked].set_index("kind")["mean"]
    title = _("Moving {moved} of {links:,} links cuts the way by {way:.0%}, clustering by {clustering:.0%}").format(
        moved=marked, links=links, way=1 - at["path"], clustering=1 - at["clustering"]
    )
    words = _(
        "{title}. Two falling lines against the number of links moved, on a logarithmic scale, with a narrow band for "
        "the draws. The mean way, as a share of the ring's: {path}. The clustering: {clustering}."
    ).format(title=title, **{kind: _listed(shares[shares["kind"] == kind]) for kind in ("path", "clustering")})
    x = alt.X(
        "moved:Q",
        title=_("Links moved (of {links:,}, logarithmic)").format(links=links),
        scale=alt.Scale(type="log", domain=[1, links], nice=False),
        axis=alt.Axis(values=POWERS_OF_TEN, format=","),
    )
    y_title = _("Share of the ring's value")
    color, dash, shape = _kinds({"path": BLUE, "clustering": RUST})
    base = alt.Chart(data("shares", shares))
    y = alt.Y("mean:Q", title=y_title, scale=alt.Scale(domain=SHARE_DOMAIN), axis=_percent_axis())
    band = alt.Y("low:Q", title=y_title)
    rule = alt.Chart(data("marked", pd.DataFrame({"moved": [float(marked)]})))
    return finish(
        alt.layer(
            rule.mark_rule(color=GREY, strokeWidth=1.5, strokeDash=[2, 3]).encode(x=x),
            base.mark_area(opacity=0.2).encode(x=x, y=band, y2=alt.Y2("high:Q"), color=color),
            base.mark_line(strokeWidth=2.5).encode(x=x, y=y, color=color, strokeDash=dash),
            base.mark_point(filled=True, size=60, opacity=1).encode(x=x, y=y, color=color, shape=shape),
            _line_names(links).encode(x=x, y=alt.Y("mean:Q"), color=color, text=alt.Text("label:N")),
        ),
        title,
        words,
        subtitle=_("An invented valley. Lines: mean of the draws. Bands: lowest to highest draw."),
        height=290,
    )


def _spread(curve: pd.DataFrame, ring: pd.Series, kind: str) -> pd.DataFrame:
    """Return the mean, lowest and highest share of the ring's value by number of links moved."""
    share = curve[kind] / ring[kind]
    table = share.groupby(curve["moved"]).agg(["mean", "min", "max"]).reset_index()
    return table.rename(columns={"min": "low", "max": "high"}).assign(kind=kind)


def _listed(shares: pd.DataFrame) -> str:
    return ", ".join(
        _("{share:.0%} at {moved:,.0f}").format(share=row["mean"], moved=row["moved"])
        for row in shares.to_dict("records")
    )


def _percent_axis() -> alt.Axis:
    return alt.Axis(format="%", values=[0, 0.2, 0.4, 0.6, 0.8, 1])


def _kinds(colours: dict[str, str], legend: alt.Legend | None = None) -> tuple[alt.Color, alt.StrokeDash, alt.Shape]:
    """Return colour, dash and shape for the kinds of curve; each alone tells them apart."""
    kinds = list(colours)
    dashes, shapes = [[1, 0], [6, 3], [2, 3]], ["circle", "square", "triangle-up"]
    return (
        alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=kinds, range=list(colours.values()))),
        alt.StrokeDash("kind:N", legend=legend, scale=alt.Scale(domain=kinds, range=dashes[: len(kinds)])),
        alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=kinds, range=shapes[: len(kinds)])),
    )


def _line_names(links: int) -> alt.Chart:
    rows = pd.DataFrame(
        [
            {"kind": "path", "moved": 0.0006 * links, "mean": 0.16, "label": _("mean way (full line, dots)")},
            {"kind": "clustering", "moved": 0.00025 * links, "mean": 1.055, "label": _("clustering (dashes, squares)")},
        ]
    )
    return alt.Chart(data("names", rows)).mark_text(align="left", fontSize=13)


def rewiring_chart(links: pd.DataFrame, heard: pd.Series, curves: pd.DataFrame, needed: int) -> alt.HConcatChart:
    """Draw a ring with its links and who comes to know, next to how path, clustering and reach change as links move.

    `links` has the columns from, to and moved (true or false), one row for each link; `heard` is from `first_heard`;
    `curves` has the columns moved, path, clustering and reach (shares of the ring's), one row for each number of links
    moved; `needed` is how many partners must teach a firm.
    """
    moved, firms = int(links["moved"].sum()), len(heard)
    now = curves[curves["moved"] == moved].iloc[0]
    reach = round(now["reach"] * firms)
    title = _panel_title(moved, reach, firms, needed, now, heard)
    words = _(
        "{title}. Left, {firms} firms on a circle with {links} links, of which {moved} are moved and cross it as "
        "dashes; {reach} firms come to know. Right, three lines against the links moved; at {moved}: mean way "
        "{path:.0%} of the ring's, clustering {clustering:.0%}, firms that learn {share:.0%}."
    ).format(
        title=title,
        firms=firms,
        links=len(links),
        moved=moved,
        reach=reach,
        path=now["path"],
        clustering=now["clustering"],
        share=now["reach"],
    )
    left, right = _ring_view(links, heard), _curves_view(curves, moved)
    left.width, left.height = RING_SIZE, RING_SIZE
    right.width, right.height = CURVE_WIDTH, PANEL_HEIGHT
    joined = alt.hconcat(left, right, spacing=26).resolve_scale(
        color="independent", shape="independent", strokeDash="independent"
    )
    note = _("An invented ring. Rust dashes: moved links. Blue dots: will know. White squares: never. Diamonds: start.")
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _panel_title(moved: int, reach: int, firms: int, needed: int, now: pd.Series, heard: pd.Series) -> str:
    last = int(heard[heard < math.inf].max())
    if needed == 1:
        return _("Links moved: {moved}. The way is {way:.0%} shorter; news is everywhere in {last} weeks").format(
            moved=moved, way=1 - now["path"], last=last
        )
    if reach == firms:
        return _("Links moved: {moved}. A knack that needs {needed} teachers takes {last} weeks to reach all").format(
            moved=moved, needed=needed, last=last
        )
    return _("Links moved: {moved}. A knack that needs {needed} teachers stops at {reach} of {firms} firms").format(
        moved=moved, needed=needed, reach=reach, firms=firms
    )


def _ring_view(links: pd.DataFrame, heard: pd.Series) -> alt.LayerChart:
    places = _places(len(heard))
    firms = places.assign(state=["start" if step == 0 else "never" if step == math.inf else "knows" for step in heard])
    scale, states = alt.Scale(domain=[-1.08, 1.08]), ["knows", "never", "start"]
    x, y = alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale)
    shape = alt.Shape("state:N", legend=None, scale=alt.Scale(domain=states, range=["circle", "square", "diamond"]))
    fill = alt.Fill("state:N", legend=None, scale=alt.Scale(domain=states, range=[BLUE, GROUND, PALE[GREEN]]))
    return alt.layer(
        _curves_of_links("old_links", links[~links["moved"]], places)
        .mark_line(color=GREY, strokeWidth=0.7, opacity=0.8, interpolate="basis")
        .encode(x=x, y=y),
        _curves_of_links("moved_links", links[links["moved"]], places)
        .mark_line(color=RUST, strokeWidth=1.8, strokeDash=[6, 3], interpolate="basis")
        .encode(x=x, y=y),
        alt.Chart(data("firms", firms))
        .mark_point(size=55, opacity=1, stroke=INK, strokeWidth=1)
        .encode(x=x, y=y, shape=shape, fill=fill),
    )


def _curves_of_links(name: str, links: pd.DataFrame, places: pd.DataFrame) -> alt.Chart:
    """Return the links, one row each, as curves of three points: links between near firms bend inwards to be seen."""
    start, end = places.loc[links["from"]].to_numpy(), places.loc[links["to"]].to_numpy()
    apart = (links["from"] - links["to"]).abs().to_numpy()
    steps = np.minimum(apart, len(places) - apart)
    pull = np.where(steps <= BENT_STEPS, 1 - 0.07 * steps, 1.0)
    curves = np.round(np.stack([start, (start + end) / 2 * pull[:, None], end], axis=1), 3)
    rows = pd.DataFrame(
        {"link": range(1, len(links) + 1), "x": curves[:, :, 0].tolist(), "y": curves[:, :, 1].tolist()}
    )
    return (
        alt.Chart(data(name, rows))
        .transform_flatten(["x", "y"])
        .transform_window(step="row_number()", groupby=["link"])
        .encode(detail=alt.Detail("link:N"), order=alt.Order("step:Q"))
    )


def _curves_view(curves: pd.DataFrame, moved: int) -> alt.LayerChart:
    kinds = {"path": BLUE, "clustering": RUST, "reach": GREEN}
    rows = curves.melt("moved", list(kinds), var_name="kind", value_name="share")
    most = int(curves["moved"].max())
    x = alt.X("moved:Q", title=_("Links moved"), scale=alt.Scale(domain=[0, most], nice=False))
    y = alt.Y(
        "share:Q",
        title=_("Share of the ring's value"),
        scale=alt.Scale(domain=SHARE_DOMAIN),
        axis=_percent_axis(),
    )
    names = {
        "path": _("mean way (full, dot)"),
        "clustering": _("clustering (dashed, square)"),
        "reach": _("firms that learn (dotted, triangle)"),
    }
    label = _label_expression(names)
    legend = alt.Legend(orient="top", title=None, direction="vertical", labelLimit=260, labelExpr=label)
    color, dash, shape = _kinds(kinds, legend)
    marker = alt.Chart(data("here", rows[rows["moved"] == moved]))
    rule = alt.Chart(data("moved_now", pd.DataFrame({"moved": [float(moved)]})))
    return alt.layer(
        rule.mark_rule(color=GREY, strokeDash=[2, 3], strokeWidth=1.5).encode(x=x),
        alt.Chart(data("curves", rows)).mark_line(strokeWidth=2.2).encode(x=x, y=y, color=color, strokeDash=dash),
        marker.mark_point(filled=True, size=90, opacity=1).encode(x=x, y=y, color=color, shape=shape),
    )


def _label_expression(names: dict[str, str]) -> str:
    """Return a Vega expression that gives each kind its words in a legend."""
    cases = "".join(f"datum.label == '{kind}' ? '{words}' : " for kind, words in names.items())
    return f"{cases}datum.label"
