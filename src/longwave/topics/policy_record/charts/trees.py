"""Chart of a threat as a game tree, with the moves that backward induction makes."""

from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, GROUND, INK, RUST, data, finish
from longwave.i18n import _
from longwave.topics.policy_record.models.bargains import Tree, bills_made, solve

DEPTH = 3  # moves from the root to the farthest leaf
FAINT = "#A3ABB5"


def move_names() -> dict[str, str]:
    """Return the words for each move of a threat tree."""
    return {
        "let pass": _("Senate lets chips pass"),
        "block": _("Senate blocks chips"),
        "announce": _("budget bill announced"),
        "drop": _("budget bill dropped"),
        "pass": _("House passes chips"),
        "stop": _("House stops chips"),
    }


def tree_chart(tree: Tree) -> alt.LayerChart:
    """Draw a threat tree from left to right; the path that is played is thick, the other moves are thin.

    `tree` is one of `threat_tree`. A move that would be made at a node that is never reached is drawn dark and thin.
    The colour and shape of a node say who moves there.
    """
    path, _worth = solve(tree)
    edges, nodes, leaves = _placed(tree, path)
    title = _finding(path)
    moves = move_names()
    words = _(
        "{title}. A tree with {count} ends, each with the payoffs of minority and majority: {ends}. Played: {path}. "
        "Moves that would be made elsewhere: {others}."
    ).format(
        title=title,
        count=len(leaves),
        ends="; ".join(leaf["label"] for leaf in leaves),
        path=", ".join(moves[move] for move in path),
        others=", ".join(moves[edge["move"]] for edge in edges if edge["kind"] == "best") or _("none"),
    )
    layers = [*_lines(pd.DataFrame(edges)), *_points(pd.DataFrame(nodes)), _ends(pd.DataFrame(leaves))]
    note = [
        _("Circle: the minority moves. Square: the majority. Thick: played. Thin and dark: would be played there."),
        _("At each end: the bills made, then the payoffs of minority and majority."),
    ]
    return finish(alt.layer(*layers), title, words, subtitle=note, width=600, height=330)


def _finding(path: tuple[str, ...]) -> str:
    return {
        "both": _("The threat is worth nothing: both bills are made"),
        "chips only": _("The threat works: chips pass and the budget bill is dropped"),
        "budget only": _("The threat is carried out: chips die and the budget bill is made"),
        "neither": _("Neither bill is made"),
    }[bills_made(path)]


def _placed(
    tree: Tree, path: tuple[str, ...]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the edges, nodes and leaves of a tree with their places; leaves stand one below another."""
    edges: list[dict[str, Any]] = []
    nodes: list[dict[str, Any]] = []
    leaves: list[dict[str, Any]] = []
    made = {"both": _("both"), "chips only": _("chips"), "budget only": _("budget"), "neither": _("neither")}

    def place(part: Tree, moves: tuple[str, ...]) -> float:
        if not isinstance(part, tuple):
            height = float(len(leaves))
            label = f"{made[bills_made(moves)]}: {part['minority']:g}, {part['majority']:g}".replace("-", "−")
            leaves.append({"x": len(moves), "y": height, "label": label, "played": moves == path})
            return height
        player, branches = part
        best = solve(part)[0][0]
        heights = {move: place(branch, (*moves, move)) for move, branch in branches.items()}
        here = sum(heights.values()) / len(heights)
        nodes.append({"x": len(moves), "y": here, "player": player})
        for move, height in heights.items():
            played = path[: len(moves) + 1] == (*moves, move)
            kind = "played" if played else "best" if move == best else "other"
            ends = {"x": len(moves), "y": here, "x2": len(moves) + 1, "y2": height}
            edges.append({**ends, "move": move, "label": move_names()[move], "kind": kind})
        return here

    place(tree, ())
    return edges, nodes, leaves


def _axes() -> dict[str, Any]:
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.15, DEPTH + 0.75], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[5.5, -0.5], nice=False))
    return {"x": x, "y": y}


def _lines(edges: pd.DataFrame) -> list[alt.Chart]:
    looks = {"played": (RUST, 4.0), "best": (INK, 1.6), "other": (FAINT, 1.0)}
    colors, widths = ({kind: look[part] for kind, look in looks.items()} for part in (0, 1))
    drawn = edges.assign(color=edges["kind"].map(colors), width=edges["kind"].map(widths))
    lines = (
        alt.Chart(data("edges", drawn[["x", "y", "x2", "y2", "color", "width"]]))
        .mark_rule(opacity=1)
        .encode(
            **_axes(),
            x2="x2:Q",
            y2="y2:Q",
            color=alt.Color("color:N", legend=None, scale=None),
            strokeWidth=alt.StrokeWidth("width:Q", legend=None, scale=None),
        )
    )
    middle = edges.assign(x=edges["x"] + 0.58, y=edges["y"] + 0.58 * (edges["y2"] - edges["y"]))
    words = alt.Chart(data("moves", middle[["x", "y", "label"]])).encode(**_axes(), text="label:N")
    halo = words.mark_text(fontSize=11, stroke=GROUND, strokeWidth=5, strokeJoin="round", color=GROUND)
    return [lines, halo, words.mark_text(fontSize=11, color=INK)]


def _points(nodes: pd.DataFrame) -> list[alt.Chart]:
    minority = nodes["player"] == "minority"
    drawn = nodes[["x", "y"]].assign(
        color=minority.map({True: BLUE, False: GREY}), shape=minority.map({True: "circle", False: "square"})
    )
    points = (
        alt.Chart(data("nodes", drawn))
        .mark_point(filled=True, size=170, opacity=1)
        .encode(
            **_axes(),
            color=alt.Color("color:N", legend=None, scale=None),
            shape=alt.Shape("shape:N", legend=None, scale=None),
        )
    )
    return [points]


def _ends(leaves: pd.DataFrame) -> alt.Chart:
    drawn = leaves[["x", "y", "label"]].assign(color=leaves["played"].map({True: RUST, False: INK}))
    return (
        alt.Chart(data("ends", drawn))
        .mark_text(align="left", dx=6, fontSize=12)
        .encode(**_axes(), text="label:N", color=alt.Color("color:N", legend=None, scale=None))
    )
