"""Chart of 18 women and the parties that they shared: the strongest ties next to as many at random."""

import math
from typing import Literal

import altair as alt
import numpy as np
import pandas as pd

from longwave.charts.theme import BLUE, GREEN, GROUND, INK, PALE, RUST, data, finish
from longwave.i18n import _
from longwave.topics.small_world.models.strength import group_sizes

WIDTH, HEIGHT = 240, 205
STATES = ("first", "second", "none")


def parties_chart(ties: pd.DataFrame, strong: int, seed: int) -> alt.HConcatChart:
    """Draw the ties of `strong` parties or more on the left, and as many of all ties, drawn at random, on the right.

    `ties` has the columns from, to and parties, as `shared_parties` gives them; `seed` is of the draw.
    """
    people = sorted(set(ties["from"]) | set(ties["to"]))
    most = ties[ties["parties"] >= strong]
    drawn = ties.iloc[np.sort(np.random.default_rng(seed).permutation(len(ties))[: len(most)])]
    sizes, joined = group_sizes(most, people), group_sizes(drawn, people)[0]
    title = _("Strong ties stay in two circles, one of {first} women and one of {second}").format(
        first=sizes[0], second=sizes[1] if len(sizes) > 1 else 0
    )
    words = _(
        "{title}. Two pictures of the same {all} women. Left, {most} ties of {strong} parties or more: two separate "
        "groups. Right, as many ties drawn at random, which join {joined} women."
    ).format(title=title, all=len(people), most=len(most), strong=strong, joined=joined)
    women = _placed(most, people)
    left = _circle(women, most, "strong_ties", BLUE, _("{count} strongest ties").format(count=len(most)))
    right = _circle(women, drawn, "drawn_ties", RUST, _("{count} ties at random").format(count=len(drawn)))
    note = _("Circles and squares: the two groups of the left picture. Triangles: no strong tie.")
    return finish(alt.hconcat(left, right, spacing=20), title, words, subtitle=note, width=None, height=None)


def _placed(strong: pd.DataFrame, people: list[str]) -> pd.DataFrame:
    """Return each woman's place on a circle, group by group, with the women who have no strong tie between."""
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(people)
    graph.add_edges_from(strong[["from", "to"]].itertuples(index=False, name=None))
    groups = sorted((sorted(group) for group in networkx.connected_components(graph)), key=lambda group: -len(group))
    both = [group if len(group) > 1 else [] for group in (*groups, [], [])][:2]
    alone = [name for group in groups if group not in both for name in group]
    half = len(alone) // 2
    order = [*both[0], *alone[:half], *both[1], *alone[half:]]
    state = dict.fromkeys(both[0], STATES[0]) | dict.fromkeys(both[1], STATES[1])
    rows = []
    for place, name in enumerate(order):
        angle = 2 * math.pi * (place + 0.5) / len(order)
        rows.append((name, name.split()[0], math.sin(angle), math.cos(angle), state.get(name, STATES[2])))
    return pd.DataFrame(rows, columns=["name", "first", "x", "y", "state"])


def _circle(women: pd.DataFrame, ties: pd.DataFrame, name: str, colour: str, title: str) -> alt.LayerChart:
    at = women.set_index("name")[["x", "y"]]
    start, end = at.loc[ties["from"]].to_numpy(), at.loc[ties["to"]].to_numpy()
    lines = pd.DataFrame({"x": start[:, 0], "y": start[:, 1], "x2": end[:, 0], "y2": end[:, 1]}).round(2)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.6, 1.6]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1.32, 1.32]))
    shape = alt.Shape("state:N", legend=None, scale=alt.Scale(domain=STATES, range=["circle", "square", "triangle-up"]))
    fill = alt.Fill("state:N", legend=None, scale=alt.Scale(domain=STATES, range=[PALE[BLUE], PALE[GREEN], GROUND]))
    drawn = alt.layer(
        alt.Chart(data(name, lines)).mark_rule(color=colour, strokeWidth=1.2).encode(x=x, y=y, x2="x2:Q", y2="y2:Q"),
        # No data of their own: what the three layers share is stored once.
        alt.Chart().mark_point(size=80, opacity=1, stroke=INK, strokeWidth=1).encode(x=x, y=y, shape=shape, fill=fill),
        _names("left", "datum.x > 0").encode(y=y),
        _names("right", "datum.x <= 0").encode(y=y),
        data=data("women", women[["first", "x", "y", "state"]].round(2)),
    )
    return drawn.properties(width=WIDTH, height=HEIGHT, title=alt.TitleParams(title, fontSize=13, fontWeight=500))


def _names(align: Literal["left", "right"], side: str) -> alt.Chart:
    """Return the first names on one side of the circle, a little outside it."""
    chart = alt.Chart().transform_filter(side).transform_calculate(x="datum.x * 1.13", y="datum.y * 1.18")
    drawn: alt.Chart = chart.mark_text(align=align, baseline="middle", fontSize=11).encode(
        x=alt.X("x:Q", axis=None), text=alt.Text("first:N")
    )
    return drawn
