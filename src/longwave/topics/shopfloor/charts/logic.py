"""Chart of a figure of paper 000: from digital technology over two kinds of management to four effects on value."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, MUTED, PALE, RUST, data, finish
from longwave.i18n import _

FULL = 100.0  # both axes run from 0 to this
BOX_HEIGHT = 15.0
HEIGHT_IN_PIXELS = 340


class _Box(NamedTuple):
    """A box: its middle, its width, its kind (both, left, right), and what is written into it."""

    x: float
    y: float
    width: float
    kind: str
    head: str
    line: str


def _boxes() -> list[_Box]:
    return [
        _Box(50, 91, 74, "both", _("Digital technology"), _("internet of things, information and communication")),
        _Box(
            50,
            70,
            74,
            "both",
            _("Connect (interaction: lesson 01)"),
            _("products, machines; suppliers, buyers, users"),
        ),
        _Box(50, 49, 74, "both", _("Mine"), _("data in great numbers, which flow fast")),
        _Box(25, 28, 48, "left", _("Control production (creation)"), _("use factors better, build value networks")),
        _Box(
            75,
            28,
            48,
            "right",
            _("Optimise operations (interaction, capture)"),
            _("mine users' value, start business models"),
        ),
        _Box(25, 7, 48, "left", _("Efficiency and carrier of value"), _("lessons 04 and 07; lessons 08 and 09")),
        _Box(75, 7, 48, "right", _("Way of creating, and capture"), _("lessons 05 and 06; lessons 02, 03 and 10")),
    ]


def logic_chart(left_only: bool = False) -> alt.LayerChart:
    """Draw figure 1 of paper 000: connect, mine, then control and optimise side by side, and what each branch gains.

    Args:
        left_only: Whether to leave out the right branch, which optimises operations.
    """
    title, words = _words_of_the_left_branch() if left_only else _words_of_both()
    rows = _rows([box for box in _boxes() if not (left_only and box.kind == "right")])
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, FULL], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-2, FULL], nice=False))
    ends = {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}
    kinds, colors = ["both", "left", "right"], [GREY, BLUE, RUST]
    stroke = alt.Stroke("kind:N", legend=None, scale=alt.Scale(domain=kinds, range=colors))
    fill = alt.Fill("kind:N", legend=None, scale=alt.Scale(domain=kinds, range=[PALE[c] for c in colors]))
    text, frames, links = alt.Chart(data("words", rows["words"])), rows["frames"], rows["links"]
    return finish(
        alt.layer(
            alt.Chart(data("links", links)).mark_rule(color=MUTED, strokeWidth=2).encode(x=x, y=y, **ends),
            alt.Chart(data("heads", links[["x2", "y2"]].set_axis(["x", "y"], axis=1)))
            .mark_point(shape="triangle-down", filled=True, size=90, color=MUTED, opacity=1)
            .encode(x=x, y=y),
            alt.Chart(data("frames", frames))
            .mark_rect(strokeWidth=2)
            .encode(x=x, y=y, **ends, stroke=stroke, fill=fill),
            text.mark_text(fontSize=13, fontWeight=600, dy=-9, color=INK).encode(x=x, y=y, text=alt.Text("head:N")),
            text.mark_text(fontSize=12.5, dy=10, color=INK).encode(x=x, y=y, text=alt.Text("line:N")),
        ),
        title,
        words,
        subtitle=_("Figure 1 of paper 000, redrawn. Brackets: the effect on value."),
        height=HEIGHT_IN_PIXELS,
    )


def _words_of_both() -> tuple[str, str]:
    """Return the title and the description of the whole figure."""
    title = _("The paper's figure puts efficiency at the end of its left branch only")
    words = _(
        "{title}. A drawing of seven boxes. Digital technology leads to connecting, which is the interaction of "
        "lesson 01, and connecting to mining. Then two branches run side by side. On the left, control of production "
        "leads to efficiency and a wider carrier of value: lessons 04 and 07, and lessons 08 and 09. On the right, "
        "better operations lead to another way of creating value and to more capture: lessons 05 and 06, and lessons "
        "02, 03 and 10."
    ).format(title=title)
    return title, words


def _words_of_the_left_branch() -> tuple[str, str]:
    """Return the title and the description of the figure without its right branch."""
    title = _("From data to efficiency: the left branch of the paper's figure")
    words = _(
        "{title}. A drawing of five boxes, one below the other: digital technology, connecting, mining, control of "
        "production, and at the end efficiency and a wider carrier of value, which are lessons 04 and 07, and lessons "
        "08 and 09."
    ).format(title=title)
    return title, words


def _rows(boxes: list[_Box]) -> dict[str, pd.DataFrame]:
    """Return frames, words and links of the boxes; each box is linked to those right below it."""
    half = BOX_HEIGHT / 2
    frames = [
        {"x": b.x - b.width / 2, "x2": b.x + b.width / 2, "y": b.y - half, "y2": b.y + half, "kind": b.kind}
        for b in boxes
    ]
    links = [
        {"x": b.x, "y": _above(b, boxes).y - half, "x2": b.x, "y2": b.y + half + 1} for b in boxes[1:]
    ]  # the first box is the top one
    words = [{"x": b.x, "y": b.y, "head": b.head, "line": b.line} for b in boxes]
    return {"frames": pd.DataFrame(frames), "words": pd.DataFrame(words), "links": pd.DataFrame(links)}


def _above(box: _Box, boxes: list[_Box]) -> _Box:
    """Return the box right above one, on its own branch or before the branches part."""
    return min((b for b in boxes if b.y > box.y and b.kind in ("both", box.kind)), key=lambda b: b.y)
