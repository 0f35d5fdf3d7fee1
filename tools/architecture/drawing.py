"""Draw the layers as an SVG: a bar for each, and a line from all who use a layer down into it.

The lines run in lanes beside the words, one lane for each layer that is used, those of higher layers further left. So
no line crosses another, and where the lanes of the topics' parts begin, those of higher layers have ended.
"""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from longwave.charts.theme import BLUE, FONT, GREEN, GROUND, INK, MUTED, PALE, PLUM, RULE, RUST
from tools.architecture.house import House

WIDTH, EDGE = 880, 16
TOP, ROW, GAP, PART, HEAD = 92, 46, 10, 40, 82
NAME, WORDS, LETTERS = EDGE + 16, 172, 57  # where names and words begin; letters in a line of words
FIRST_LANE, LANE = 566, 26
FAINT = "#F6F8FA"
COLOURS = (BLUE, RUST, GREEN, PLUM)
MONO = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
PART_WORDS = {
    "tasks": "questions, right answers, mistakes with a name",
    "panels": "controls, and one function that draws",
    "charts": "a table in, a chart and its alt text out",
    "models": "numbers in, a table out: equation, units, errors",
}


@dataclass(frozen=True)
class Bar:
    """The bar of a layer or of a part: its upper and lower edge."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its dots."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Lane:
    """A line down into a bar: its place, its colour, the heights of its dots, and where its arrow ends."""

    x: float
    colour: str
    dots: tuple[float, ...]
    end: float


def drawing(house: House) -> bytes:
    """Return the SVG of the house, the same bytes for the same code."""
    bars = bars_of(house)
    height = round(max(bar.bottom for bar in bars.values()) + EDGE)
    svg = _canvas(height, "The layers of Longwave, and which of them each one uses", in_words(house))
    _text(svg, EDGE, 34, "The layers of Longwave", size=20, font_weight="600")
    _text(svg, EDGE, 56, "A layer may use those below it, and no other. Follow a line down:", colour=MUTED)
    _text(svg, EDGE, 74, "its dots mark who uses a layer, and its arrow ends in that layer.", colour=MUTED)
    for level in house.levels:
        _level(svg, level, bars)
    for layer in house.layers:
        _layer(svg, house, layer, bars[layer])
    for part in house.parts:
        _part(svg, part, bars[f"topics.{part}"])
    for lane in [*inner_lanes(house, bars), *lanes_of(house, bars)]:
        _lane(svg, lane)
    ElementTree.indent(svg, " ")
    drawn: bytes = ElementTree.tostring(svg, encoding="utf-8", xml_declaration=True)
    return drawn + b"\n"


def bars_of(house: House) -> dict[str, Bar]:
    """Return the bar of each layer, and of each part of a topic as `topics.models`. Layers of one level touch."""
    bars, y = {}, float(TOP)
    for level in house.levels:
        for layer in level:
            inside = HEAD + PART * len(house.parts) if layer == "topics" else ROW
            bars[layer] = Bar(y, y + inside)
            y += inside
        y += GAP
    first = bars["topics"].top + HEAD - GAP
    for place, part in enumerate(house.parts):
        bars[f"topics.{part}"] = Bar(first + place * PART, first + (place + 1) * PART - 6)
    return bars


def lanes_of(house: House, bars: Mapping[str, Bar]) -> list[Lane]:
    """Return the lane of each layer that another one uses. What a topic uses has its dots at the topic's parts."""
    lanes = []
    for place, target in enumerate(_used(house)):
        users = [layer for layer in house.layers if target in house.uses.get(layer, ())]
        parts = [f"topics.{part}" for part in house.parts if target in house.outer.get(part, ())]
        dots = [bars[user].middle for user in [*(u for u in users if u != "topics" or not parts), *parts]]
        lanes.append(_lane_at(place, tuple(sorted(dots)), bars[target]))
    return lanes


def inner_lanes(house: House, bars: Mapping[str, Bar]) -> list[Lane]:
    """Return the lanes between the parts of a topic, where the lanes of higher layers have ended."""
    lanes, free = [], sum(bars[layer].top <= bars["topics"].top for layer in _used(house))
    for place, target in enumerate(house.parts[1:], free + 1 - len(house.parts)):
        users = [part for part in house.parts if target in house.inner.get(part, ())]
        dots = tuple(bars[f"topics.{part}"].middle for part in users)
        lanes.append(_lane_at(place, dots, bars[f"topics.{target}"]))
    return [replace(lane, colour=INK) for lane in lanes if lane.dots]


def in_words(house: House) -> str:
    """Return what the drawing shows, for those who do not see it."""
    said = [
        f"{layer} uses {', '.join(other for other in house.layers if other in house.uses[layer])}"
        for layer in house.layers
        if layer in house.uses
    ]
    parts = ", then ".join(house.parts)
    return (
        f"Bars from top to bottom: {', '.join(house.layers)}. {'; '.join(said)}. "
        f"There are {len(house.topics)} topics; inside each, from top to bottom: {parts}."
    )


def _used(house: House) -> list[str]:
    """Return the layers that another one uses, from top to bottom."""
    return [layer for layer in house.layers if any(layer in targets for targets in house.uses.values())]


def _lane_at(place: int, dots: tuple[float, ...], target: Bar) -> Lane:
    return Lane(FIRST_LANE + place * LANE, COLOURS[place % len(COLOURS)], dots, target.top + 15)


def _canvas(height: int, title: str, description: str) -> Element:
    """Return an empty drawing on a light ground, with its title and its words for screen readers."""
    size = {"viewBox": f"0 0 {WIDTH} {height}", "width": str(WIDTH), "height": str(height)}
    reading = {"role": "img", "aria-labelledby": "title description"}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **reading, "font-family": FONT})
    ElementTree.SubElement(svg, "title", id="title").text = title
    ElementTree.SubElement(svg, "desc", id="description").text = description
    _shape(svg, "rect", width=WIDTH, height=height, fill=GROUND)
    return svg


def _level(svg: Element, level: tuple[str, ...], bars: Mapping[str, Bar]) -> None:
    """Draw the box of a level, with a thin line between two layers of it."""
    box = {"x": EDGE, "width": WIDTH - 2 * EDGE, "y": bars[level[0]].top}
    fill, line = (PALE[BLUE], BLUE) if "topics" in level else (FAINT, RULE)
    _shape(svg, "rect", **box, height=bars[level[-1]].bottom - bars[level[0]].top, rx=6, fill=fill, stroke=line)
    for layer in level[1:]:
        _shape(svg, "path", d=f"M{NAME} {bars[layer].top:g}H{WIDTH - NAME}", stroke=RULE, stroke_dasharray="2 4")


def _layer(svg: Element, house: House, layer: str, bar: Bar) -> None:
    _text(svg, NAME, bar.top + 27, layer, font_family=MONO, size=14, font_weight="600")
    _words(svg, house.words[layer], bar.top + 22)
    if layer == "topics":
        _text(svg, NAME, bar.top + 60, f"{len(house.topics)} of them", font_weight="600")
        _text(svg, WORDS, bar.top + 60, "One from the inside; dark lines stay in the topic:")


def _part(svg: Element, part: str, bar: Bar) -> None:
    box = {"x": NAME, "width": WIDTH - EDGE - 16 - NAME, "y": bar.top, "height": bar.bottom - bar.top}
    _shape(svg, "rect", **box, rx=5, fill=GROUND, stroke=BLUE, stroke_opacity=0.35)
    _text(svg, NAME + 12, bar.middle + 5, part, font_family=MONO, size=14, font_weight="600")
    _text(svg, WORDS, bar.middle + 5, PART_WORDS[part])


def _words(svg: Element, words: str, y: float) -> None:
    """Write what a layer is for in one line or two, in the middle of its bar."""
    lines = textwrap.wrap(words, LETTERS)
    for place, line in enumerate(lines):
        _text(svg, WORDS, y + (place - (len(lines) - 1) / 2) * 16 + 5, line)


def _lane(svg: Element, lane: Lane) -> None:
    _shape(svg, "path", d=f"M{lane.x:g} {lane.dots[0]:g}V{lane.end - 7:g}", stroke=lane.colour, stroke_width=2)
    for y in lane.dots:
        _shape(svg, "circle", cx=lane.x, cy=y, r=5, fill=lane.colour, stroke=GROUND, stroke_width=1.5)
    _shape(svg, "path", d=f"M{lane.x - 6:g} {lane.end - 10:g}h12l-6 11z", fill=lane.colour)


def _shape(svg: Element, kind: str, **attributes: object) -> None:
    written = {name.replace("_", "-"): f"{v:g}" if isinstance(v, float) else str(v) for name, v in attributes.items()}
    ElementTree.SubElement(svg, kind, written)


def _text(svg: Element, x: float, y: float, words: str, *, size: int = 13, colour: str = INK, **style: str) -> None:
    named = {name.replace("_", "-"): value for name, value in style.items()}
    place = {"x": f"{x:g}", "y": f"{y:g}", "font-size": str(size), "fill": colour}
    ElementTree.SubElement(svg, "text", {**place, **named}).text = words
