"""Chart of the small world: a ring with some links changed, what that does to paths, and who comes to know."""

import math

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GREY, GROUND, INK, PALE, RUST, data, finish
from longwave.i18n import _

RING_SIZE, CURVE_WIDTH, PANEL_HEIGHT = 245, 230, 185
BENT_STEPS = 4


def _places(firms: int) -> pd.DataFrame:
    """Return where each firm is on the circle, firm 1 at the top, by firm."""
    angles = [2 * math.pi * firm / firms for firm in range(firms)]
    return pd.DataFrame(
        {"x": [math.sin(angle) for angle in angles], "y": [math.cos(angle) for angle in angles]},
        index=range(1, firms + 1),
    )


def _percent_axis() -> alt.Axis:
    return alt.Axis(format="%", values=[0, 0.5, 1, 1.5, 2, 2.5])


def _kinds(colours: dict[str, str], legend: alt.Legend | None = None) -> tuple[alt.Color, alt.StrokeDash, alt.Shape]:
    """Return colour, dash and shape for the kinds of curve; each alone tells them apart."""
    kinds = list(colours)
    dashes, shapes = [[1, 0], [6, 3], [2, 3]], ["circle", "square", "triangle-up"]
    return (
        alt.Color("kind:N", legend=legend, scale=alt.Scale(domain=kinds, range=list(colours.values()))),
        alt.StrokeDash("kind:N", legend=legend, scale=alt.Scale(domain=kinds, range=dashes[: len(kinds)])),
        alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=kinds, range=shapes[: len(kinds)])),
    )


def rewiring_chart(
    links: pd.DataFrame, heard: pd.Series, curves: pd.DataFrame, needed: int, change: str = "moved"
) -> alt.HConcatChart:
    """Draw a ring with its links and who comes to know, next to how path, reach and weeks change with the links.

    `links` has the columns from, to and kind (kept, new or gone), one row for each link; `heard` is from `first_heard`;
    `curves` has the columns moved, path, reach and weeks (shares of the ring's; weeks missing where some never know),
    one row for each number of links; `needed` is how many partners must teach a firm; `change` is moved, added or
    removed.
    """
    counts, firms = links["kind"].value_counts(), len(heard)
    new, gone = int(counts.get("new", 0)), int(counts.get("gone", 0))
    moved = max(new, gone)
    now = curves[curves["moved"] == moved].iloc[0]
    reach = round(now["reach"] * firms)
    title = _panel_title(_change_words(change, moved), reach, firms, needed, now, heard)
    weeks = _("some never know") if math.isnan(now["weeks"]) else _("{weeks:.0%} of the weeks")
    words = _(
        "{title}. Left, {firms} firms on a circle, with {new} new links drawn as dashes and {gone} links that were "
        "given up drawn as dots; {reach} firms come to know. Right, three lines against the number of links; at "
        "{moved}: mean path {path:.0%} of the ring's, firms that learn {share:.0%}, {weeks}."
    ).format(
        title=title,
        firms=firms,
        new=new,
        gone=gone,
        moved=moved,
        reach=reach,
        path=now["path"],
        share=now["reach"],
        weeks=weeks.format(weeks=now["weeks"]),
    )
    left, right = _ring_view(links, heard), _curves_view(curves, moved)
    left.width, left.height = RING_SIZE, RING_SIZE
    right.width, right.height = CURVE_WIDTH, PANEL_HEIGHT
    joined = alt.hconcat(left, right, spacing=26).resolve_scale(
        color="independent", shape="independent", strokeDash="independent"
    )
    note = [
        _("Rust dashes: new links. Black dots: links given up."),
        _("Diamonds: know from the start. Blue circles: will know. White squares: never."),
    ]
    return finish(joined, title, words, subtitle=note, width=None, height=None)


def _change_words(change: str, count: int) -> str:
    words = {
        "moved": _("Links moved: {count}"),
        "added": _("Links added: {count}"),
        "removed": _("Links removed: {count}"),
    }
    return words[change].format(count=count)


def _panel_title(changed: str, reach: int, firms: int, needed: int, now: pd.Series, heard: pd.Series) -> str:
    last = int(heard[heard < math.inf].max())
    if needed == 1:
        return _("{changed}. The mean path is {way:.0%} of the ring's; news is everywhere in {last} weeks").format(
            changed=changed, way=now["path"], last=last
        )
    if reach == firms:
        return _("{changed}. A knack that needs {needed} teachers takes {last} weeks to reach all").format(
            changed=changed, needed=needed, last=last
        )
    return _("{changed}. A knack that needs {needed} teachers stops at {reach} of {firms} firms").format(
        changed=changed, needed=needed, reach=reach, firms=firms
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
        _curves_of_links("old_links", links[links["kind"] == "kept"], len(heard))
        .mark_line(color=GREY, strokeWidth=0.7, opacity=0.8, interpolate="basis")
        .encode(x=x, y=y),
        _curves_of_links("new_links", links[links["kind"] == "new"], len(heard))
        .mark_line(color=RUST, strokeWidth=1.8, strokeDash=[6, 3], interpolate="basis")
        .encode(x=x, y=y),
        _curves_of_links("gone_links", links[links["kind"] == "gone"], len(heard))
        .mark_line(color=INK, strokeWidth=2.4, strokeDash=[1, 3], strokeCap="round", interpolate="basis")
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
    kinds = {"path": BLUE, "weeks": RUST, "reach": GREEN}
    rows = curves.melt("moved", list(kinds), var_name="kind", value_name="share").dropna().round({"share": 3})
    most = int(curves["moved"].max())
    x = alt.X("moved:Q", title=_("Links moved, added or removed"), scale=alt.Scale(domain=[0, most], nice=False))
    y = alt.Y(
        "share:Q",
        title=_("Share of the ring's value"),
        scale=alt.Scale(zero=True),
        axis=_percent_axis(),
    )
    names = {
        "path": _("mean path (circle)"),
        "weeks": _("weeks until all know, where they do (square)"),
        "reach": _("firms that learn (triangle)"),
    }
    label = _label_expression(names)
    legend = alt.Legend(
        orient="bottom", title=None, direction="vertical", labelLimit=260, labelExpr=label, symbolStrokeWidth=0
    )
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
