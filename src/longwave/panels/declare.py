"""Declare a panel: its controls, the values that they can take, and the function that draws a chart from them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any

from longwave.i18n import _

if TYPE_CHECKING:
    from altair.typing import ChartType


class PanelError(ValueError):
    """A panel or a control that cannot be used as it is declared; the message says what to change."""


@dataclass(frozen=True)
class Slider:
    """A number between two limits, in steps. Whole numbers throughout make it a slider of whole numbers.

    Args:
        word: What the number is, as the reader sees it.
        symbol: Its symbol in the lesson's equation, or an empty text.
        low: The lowest value.
        high: The highest value.
        step: What one press of an arrow key adds.
        start: The value at the start.

    Raises:
        PanelError: The limits are in the wrong order, the step is not positive, or the start is outside them.

    >>> Slider("Licences", "k", 1, 3, 1, 2).corners()
    [1, 2, 3]
    """

    word: str
    symbol: str
    low: float
    high: float
    step: float
    start: float

    def __post_init__(self) -> None:
        """Refuse limits, a step or a start that do not fit together."""
        if not self.low <= self.start <= self.high or self.low == self.high or self.step <= 0:
            raise PanelError(f"The slider {self.word!r} needs low <= start <= high, low < high, and a step above 0.")

    @property
    def is_whole(self) -> bool:
        """Whether all its values are whole numbers."""
        return all(float(number).is_integer() for number in (self.low, self.high, self.step, self.start))

    def corners(self) -> list[Any]:
        """Return the values at which it must be tested: its ends and its start."""
        number = int if self.is_whole else float
        return sorted({number(self.start), *self.ends()})

    def ends(self) -> list[Any]:
        """Return its lowest and its highest value."""
        number = int if self.is_whole else float
        return [number(self.low), number(self.high)]


@dataclass(frozen=True)
class Choice:
    """A list to choose from.

    Args:
        word: What is chosen, as the reader sees it.
        symbol: Its symbol, or an empty text.
        options: What is read, mapped to the value that the drawing function gets.
        start: The value at the start.

    Raises:
        PanelError: The start is none of the options.

    >>> Choice("Licences", "k", {"one": 1, "two": 2}, 1).corners()
    [1, 2]
    """

    word: str
    symbol: str
    options: Mapping[str, Any]
    start: Any

    def __post_init__(self) -> None:
        """Refuse a start that is none of the options."""
        if self.start not in self.options.values():
            raise PanelError(f"The choice {self.word!r} has no option with the value {self.start!r}.")

    def corners(self) -> list[Any]:
        """Return the values at which it must be tested: all of them."""
        return list(self.options.values())

    def ends(self) -> list[Any]:
        """Return all its values: none lies between two others."""
        return self.corners()


@dataclass(frozen=True)
class Switch:
    """A box to tick.

    >>> Switch("Readers know of the fakes", False).corners()
    [False, True]
    """

    word: str
    start: bool

    def corners(self) -> list[Any]:
        """Return the values at which it must be tested: both."""
        return [False, True]

    def ends(self) -> list[Any]:
        """Return both values."""
        return self.corners()


Control = Slider | Choice | Switch


@dataclass(frozen=True)
class Panel:
    """Controls around a live chart. Show it as the last line of a cell.

    Args:
        draw: Gets the value of each control by its name and returns the chart; it must be a pure function.
        controls: The controls by the names of the function's parameters, in the order in which they are shown.
        presets: The words on a button, mapped to the values that it sets; other values stay as they are.
        play: The name of a slider that gets Play buttons, or an empty text.

    Raises:
        PanelError: A preset names a control that is not there, or `play` names no slider.
    """

    draw: "Callable[..., ChartType]"
    controls: Mapping[str, Control]
    presets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    play: str = ""

    def __post_init__(self) -> None:
        """Refuse presets and a `play` that name what the panel does not have."""
        for words, values in self.presets.items():
            if unknown := values.keys() - self.controls.keys():
                raise PanelError(f"The preset {words!r} sets {sorted(unknown)}, and the panel has no such control.")
        if self.play and not isinstance(self.controls.get(self.play), Slider):
            raise PanelError(f"{self.play!r} cannot be played: it is not a slider of this panel.")

    @property
    def start(self) -> dict[str, Any]:
        """The value of each control at the start."""
        return {name: control.start for name, control in self.controls.items()}

    def corners(self) -> Iterator[dict[str, Any]]:
        """Yield every combination of ends and options, each control's values beside the start, and each preset."""
        ends = product(*(control.ends() for control in self.controls.values()))
        wanted = [dict(zip(self.controls, values, strict=True)) for values in ends]
        for name, control in self.controls.items():
            wanted += [{**self.start, name: value} for value in control.corners()]
        wanted += [{**self.start, **preset} for preset in self.presets.values()]
        yield from (values for place, values in enumerate(wanted) if values not in wanted[:place])

    def __repr__(self) -> str:
        """Return what a cell shows where the panel is not displayed: its controls, and how to see it."""
        return _("A panel of {controls}. To see it, run the notebook's first cell, which calls lesson(…).").format(
            controls=", ".join(control.word for control in self.controls.values())
        )
