"""One drawing of where paper 003 comes from: the line of ideas that it follows, and earlier work."""

from typing import Any

import altair as alt
import pandas as pd

from longwave.charts.theme import BLUE, GREY, INK, PALE, RUST, data, finish
from longwave.i18n import _

Box = dict[str, str | float]
SURE, DOUBTFUL = "sure", "doubtful"


def lineage_chart() -> alt.LayerChart:
    """Draw the boxes and arrows from Kuhn to paper 003; a dashed box has a name or year that is doubted."""
    boxes, arrows = pd.DataFrame(_ideas() + _literatures() + _paper()), _arrows()
    doubted = int((boxes["state"] == DOUBTFUL).sum())
    title = _("Four steps lead to the paradigm of paper 003, and {doubted} are doubtful as printed").format(
        doubted=doubted
    )
    words = _("{title}. Boxes: {boxes}. Arrows lead from each idea to the next, and from all to the paper.").format(
        title=title,
        boxes="; ".join(
            _("{head}, {body}").format(head=row["head"], body=row["body"].replace("\n", " "))
            for row in boxes.to_dict("records")
        ),
    )
    x = alt.X("left:Q", axis=None, scale=alt.Scale(domain=[0, 100], nice=False))
    y = alt.Y("low:Q", axis=None, scale=alt.Scale(domain=[0, 100], nice=False))
    lines = alt.Chart(data("arrows", arrows)).mark_rule(color=GREY, strokeWidth=1.8)
    layers = [
        lines.encode(x=x, y=y, x2=alt.X2("right:Q"), y2=alt.Y2("high:Q")),
        *(_heads(arrows, shape).encode(x=x, y=y) for shape in ("triangle-right", "triangle-down")),
        *(_frames(boxes, state).encode(x=x, y=y) for state in (SURE, DOUBTFUL)),
        *(layer.encode(x=x, y=y) for layer in _texts(boxes)),
    ]
    return finish(
        alt.layer(*layers),
        title,
        words,
        subtitle=_(
            "Above, the line of ideas; at the left, earlier work, mostly on one level. Dashed box: doubtful as printed."
        ),
        width=680,
        height=310,
    )


def _box(left: float, low: float, width: float, height: float, head: str, body: str, state: str = SURE) -> Box:
    return {
        "left": left,
        "low": low,
        "right": left + width,
        "high": low + height,
        "head": head,
        "body": body,
        "state": state,
    }


def _ideas() -> list[Box]:
    return [
        _box(0, 68, 23.5, 30, _("Kuhn, 1962"), _("paradigm in science\n(printed: Kuhn and\nHacking)"), DOUBTFUL),
        _box(25.5, 68, 23.5, 30, _("Dosi, 1982"), _("technological\nparadigm: problems\nand ways to solve them")),
        _box(51, 68, 23.5, 30, _("Perez, 1983"), _("techno-economic\nparadigm, as a system\n(no year printed)")),
        _box(
            76.5,
            68,
            23.5,
            30,
            _("Freeman and Perez"),
            _("1988 (printed: 1992)\nfirm, industry,\nwhole economy"),
            DOUBTFUL,
        ),
    ]


def _literatures() -> list[Box]:
    return [
        _box(0, 40, 46, 15, _("1 Push"), _("costs, trade, demand, growth")),
        _box(0, 21, 46, 15, _("2 Merging"), _("new forms, products and models")),
        _box(0, 2, 46, 15, _("3 Transformation"), _("value made anew, rivals in symbiosis")),
    ]


def _paper() -> list[Box]:
    return [
        _box(
            66,
            10,
            34,
            36,
            _("Paper 003"),
            _("technology, structure and\ninstitutions move together,\nin firm, industry, economy"),
        )
    ]


def _arrows() -> pd.DataFrame:
    steps = [(23.5, 83, 25.5, 83), (49, 83, 51, 83), (74.5, 83, 76.5, 83)]
    sideways = [*steps, (46, 47.5, 66, 40), (46, 28.5, 66, 28), (46, 9.5, 66, 16)]
    rows = [(*ends, "triangle-right") for ends in sideways] + [(88, 68, 88, 46, "triangle-down")]
    return pd.DataFrame(rows, columns=["left", "low", "right", "high", "shape"])


def _heads(arrows: pd.DataFrame, shape: str) -> alt.Chart:
    ends = arrows.loc[arrows["shape"] == shape, ["right", "high"]].set_axis(["left", "low"], axis="columns")
    # The tip is just before the frame of the box, not under it.
    ends = ends - ([0.8, 0] if shape == "triangle-right" else [0, -1.8])
    name = shape.replace("-", "_")
    return alt.Chart(data(name, ends)).mark_point(shape=shape, filled=True, size=90, color=GREY, opacity=1)


def _frames(boxes: pd.DataFrame, state: str) -> alt.Chart:
    part = boxes.loc[boxes["state"] == state, ["left", "low", "right", "high"]]
    looks: dict[str, dict[str, Any]] = {
        SURE: {"fill": PALE[BLUE], "stroke": BLUE},
        DOUBTFUL: {"fill": PALE[RUST], "stroke": RUST, "strokeDash": [6, 4], "strokeWidth": 2},
    }
    bars = alt.Chart(data(f"{state}_boxes", part)).mark_rect(cornerRadius=4, **looks[state])
    return bars.encode(x2=alt.X2("right:Q"), y2=alt.Y2("high:Q"))


def _texts(boxes: pd.DataFrame) -> list[alt.Chart]:
    places = boxes.assign(left=boxes["left"] + 1.2, low=boxes["high"])
    heads = alt.Chart(data("heads", places[["left", "low", "head"]])).mark_text(
        align="left", baseline="top", dy=6, fontSize=12, fontWeight=600, color=INK
    )
    bodies = alt.Chart(data("bodies", places[["left", "low", "body"]])).mark_text(
        align="left", baseline="top", dy=24, fontSize=11, lineBreak="\n", lineHeight=15, color=INK
    )
    return [heads.encode(text=alt.Text("head:N")), bodies.encode(text=alt.Text("body:N"))]
