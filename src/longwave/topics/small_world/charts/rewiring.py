"""Chart of the small world: a ring with some links moved, what that does to paths, and who comes to know."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, GROUND, INK, PALE, RUST, data, finish
from longwave.i18n import _

RING_SIZE, CURVE_WIDTH, PANEL_HEIGHT = 245, 230, 185
SHARE_DOMAIN = [0, 1.1]
BENT_STEPS = 4


def _places(firms: int) -> pd.DataFrame:
    """Return where each firm is on the circle, firm 1 at the top, by firm."""
    angles = [2 * math.pi * firm / firms for firm in range(firms)]
    return pd.DataFrame(
        {"x": [math.sin(angle) for angle in angles], "y": [math.cos(angle) for angle in angles]},
        index=range(1, firms + 1),
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
        "{title}. Left, {firms} firms on a circle with {links} links, of which {moved} are moved, drawn as "
        "dashes; {reach} firms come to know. Right, three lines against the links moved; at {moved}: mean path "
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
        return _("Links moved: {moved}. Paths are {way:.0%} shorter; news is everywhere in {last} weeks").format(
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
    firms = places.round(3).assign(
        state=["start" if step == 0 else "never" if step == math.inf else "knows" for step in heard]
    )
    scale, states = alt.Scale(domain=[-1.08, 1.08]), ["knows", "never", "start"]
    x, y = alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale)
    shape = alt.Shape("state:N", legend=None, scale=alt.Scale(domain=states, range=["circle", "square", "diamond"]))
    fill = alt.Fill("state:N", legend=None, scale=alt.Scale(domain=states, range=[BLUE, GROUND, PALE[GREEN]]))
    return alt.layer(
        _curves_of_links("old_links", links[~links["moved"]], len(heard))
        .mark_line(color=GREY, strokeWidth=0.7, opacity=0.8, interpolate="basis")
        .encode(x=x, y=y),
        _curves_of_links("moved_links", links[links["moved"]], len(heard))
        .mark_line(color=RUST, strokeWidth=1.8, strokeDash=[6, 3], interpolate="basis")
        .encode(x=x, y=y),
        alt.Chart(data("firms", firms))
        .mark_point(size=55, opacity=1, stroke=INK, strokeWidth=1)
        .encode(x=x, y=y, shape=shape, fill=fill),
    )


def _curves_of_links(name: str, links: pd.DataFrame, firms: int) -> alt.Chart:
    """Return the links, one row each, as curves of three points: links between near firms bend inwards to be seen.

    The points are computed where the chart is drawn, so that a stored chart has two numbers for a link, not six.
    """
    turn, apart = 2 * math.pi / firms, "abs(datum.from - datum.to)"
    one, two = f"{turn} * (datum.from - 1)", f"{turn} * (datum.to - 1)"
    points = {
        axis: f"[{wave}({one}), ({wave}({one}) + {wave}({two})) / 2 * datum.pull, {wave}({two})]"
        for axis, wave in (("x", "sin"), ("y", "cos"))
    }
    return (
        alt.Chart(data(name, links[["from", "to"]]))
        .transform_calculate(steps=f"min({apart}, {firms} - {apart})", link=f"datum.from * {firms + 1} + datum.to")
        .transform_calculate(pull=f"datum.steps <= {BENT_STEPS} ? 1 - 0.07 * datum.steps : 1")
        .transform_calculate(**points)
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
        "path": _("mean path (full, dot)"),
        "clustering": _("clustering (dashed, square)"),
        "reach": _("firms that learn (dotted, triangle)"),
    }
    label = _label_expression(names)
    legend = alt.Legend(orient="bottom", title=None, direction="vertical", labelLimit=260, labelExpr=label)
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
