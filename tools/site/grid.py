"""At which values of its controls a panel is drawn for the site: a grid that fits a budget."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from longwave.i18n import _, written_number
from longwave.panels import Choice, Control, Panel, Slider

STATES = 1000
ROUNDING = 1e-9


@dataclass(frozen=True)
class Axis:
    """A control and the values of it that are stored, of how many it has."""

    name: str
    control: Control
    values: tuple[Any, ...]
    of: int

    def words(self) -> list[str]:
        """Return each value as a reader sees it."""
        if isinstance(self.control, Choice):
            named = {repr(value): words for words, value in self.control.options.items()}
            return [named[repr(value)] for value in self.values]
        if isinstance(self.control, Slider):
            return [written_number(value) for value in self.values]
        return ["", ""]


def grid(panel: Panel, budget: int = STATES) -> list[Axis]:
    """Return the axes of a panel's grid, with at most `budget` states where the panel allows it.

    The ends, the start and the values of presets are always there, and every value of a choice, a switch, and the
    slider that plays. Sliders lose steps in turn, the one with most steps first, and keep even distances if they can.

    >>> from longwave.panels import Panel, Slider
    >>> panel = Panel(max, {"a": Slider("A", "", 0, 100, 1, 7)}, {"Half": {"a": 50}})
    >>> grid(panel, budget=5)[0].values
    (0, 7, 50, 100)
    """
    counts = {name: len(_all_values(control)) for name, control in panel.controls.items()}
    free = {name for name, control in panel.controls.items() if isinstance(control, Slider) and name != panel.play}
    kept = dict(counts)
    axes = [_axis(panel, name, kept[name], counts[name]) for name in panel.controls]
    while size(axes) > budget:
        shrinking = [axis for axis in axes if axis.name in free and kept[axis.name] > 2]
        if not shrinking:
            break
        longest = max(shrinking, key=lambda axis: len(axis.values)).name
        kept[longest] = max(2, min(kept[longest] - 1, int(kept[longest] * 0.9)))
        axes = [_axis(panel, name, kept[name], counts[name]) for name in panel.controls]
    return axes


def size(axes: list[Axis]) -> int:
    """Return how many states a grid has."""
    return math.prod(len(axis.values) for axis in axes)


def states(axes: list[Axis]) -> Iterator[dict[str, Any]]:
    """Yield the values of the controls in each state; the last control changes fastest."""
    for values in product(*(axis.values for axis in axes)):
        yield dict(zip((axis.name for axis in axes), values, strict=True))


def note(axes: list[Axis]) -> str:
    """Return what the page must say of steps that are left out; an empty text where none is."""
    thinned = [axis for axis in axes if len(axis.values) < axis.of]
    if not thinned:
        return ""
    sentence = _("{word}: {count} of {all} steps")
    listed = [sentence.format(word=axis.control.word, count=len(axis.values), all=axis.of) for axis in thinned]
    return _("This page holds some of the steps; the notebook has all. {steps}.").format(steps="; ".join(listed))


def _axis(panel: Panel, name: str, kept: int, of: int) -> Axis:
    control = panel.controls[name]
    every = _all_values(control)
    if not isinstance(control, Slider):
        return Axis(name, control, tuple(every), of)
    # a start or a preset may lie between two steps: the notebook shows it exactly, and so does the page
    needed = [control.start, *(preset[name] for preset in panel.presets.values() if name in preset)]
    if kept >= of:
        return Axis(name, control, _sorted(every, needed), of)
    even = [every[round(place * (of - 1) / (kept - 1))] for place in range(kept)]
    return Axis(name, control, _sorted(even, needed), of)


def _sorted(values: list[Any], needed: list[Any]) -> tuple[Any, ...]:
    """Return values in order with those that are needed, each once; a number that differs by rounding is the same."""
    missing = [value for value in needed if abs(values[_nearest(values, value)] - value) > ROUNDING]
    return tuple(sorted({*values, *missing}))


def _nearest(values: list[Any], wanted: float) -> int:
    return min(range(len(values)), key=lambda place: abs(values[place] - wanted))


def _all_values(control: Control) -> list[Any]:
    """Return every value that a control can take in a notebook."""
    if not isinstance(control, Slider):
        return control.corners()
    number = int if control.is_whole else float
    count = int((control.high - control.low) / control.step + ROUNDING) + 1
    return [number(round(control.low + place * control.step, 10)) for place in range(count)]


def places(axes: list[Axis], values: dict[str, Any]) -> dict[str, int]:
    """Return at which place of its axis each given value is."""
    found = {}
    for axis in axes:
        if axis.name in values:
            wanted = values[axis.name]
            if isinstance(axis.control, Slider):
                found[axis.name] = _nearest(list(axis.values), wanted)
            else:
                found[axis.name] = axis.values.index(wanted)
    return found
