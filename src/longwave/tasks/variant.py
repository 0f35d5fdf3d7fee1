"""Other numbers for a task: which ones it may be asked with, so that students need not get the same."""

import inspect
import itertools
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from longwave.i18n import _
from longwave.tasks.agreement import ABSOLUTE, RELATIVE
from longwave.tasks.task import NumbersError, Task

Number = int | float


def _any(**_numbers: Number) -> bool:
    return True


@dataclass(frozen=True)
class Variant:
    """A task whose numbers can be others.

    Attributes:
        build: Returns the task; its parameters' defaults are the numbers that the notebook prints. No two are the
            same: the notebook is rewritten number by number.
        numbers: For each parameter the values that it may take, its default among them.
        fits: Returns whether the task can be asked with a combination: the answer is defined, no named mistake is
            right, and the answer is not the one that the public solution gives away.
        right: Returns the right answer from those of the numbers that it asks for. With it, `fits` need not look at
            the public solution: one number at least then differs from it by a hundredth.
    """

    build: Callable[..., Task]
    numbers: Mapping[str, tuple[Number, ...]]
    fits: Callable[..., bool] = _any
    right: Callable[..., Mapping[str, float]] | None = None

    def __post_init__(self) -> None:
        """Refuse numbers that could not be told apart, or whose default is not among them."""
        defaults = self.defaults
        if len(set(defaults.values())) < len(defaults):
            raise ValueError(f"two of the printed numbers are the same: {defaults}")
        for name, values in self.numbers.items():
            if defaults[name] not in values or len(set(values)) < len(values):
                raise ValueError(f"{name} must have different values, and {defaults[name]} among them")

    @property
    def defaults(self) -> dict[str, Number]:
        """The numbers that the notebook prints, by name."""
        parameters = inspect.signature(self.build).parameters
        return {name: parameters[name].default for name in self.numbers}

    def task(self, numbers: Mapping[str, Number]) -> Task:
        """Return the task with these numbers; those that are not named stay as they are.

        Raises:
            NumbersError: if a name is none of the task's, or a value is no plain number.
        """
        for name, value in numbers.items():
            if name not in self.numbers:
                message = _("The numbers of this task are called {names}; there is no {name}.")
                raise NumbersError(message.format(names=", ".join(self.numbers), name=repr(name)[:60]))
            whole = all(type(allowed) is int for allowed in self.numbers[name])
            if type(value) not in (int, float) or not math.isfinite(value) or (whole and type(value) is not int):
                message = _("{name} must be a whole number.") if whole else _("{name} must be a plain number.")
                raise NumbersError(message.format(name=name))
        return self.build(**numbers)

    def allows(self, numbers: Mapping[str, Number]) -> bool:
        """Return whether a student may get this combination. Nobody gets the one of the public solution."""
        return dict(numbers) != self.defaults and bool(self.fits(**numbers)) and self._is_not_public(numbers)

    def _is_not_public(self, numbers: Mapping[str, Number]) -> bool:
        if self.right is None:
            return True
        asked = inspect.signature(self.right).parameters
        own, public = (self.right(**{name: known[name] for name in asked}) for known in (numbers, self.defaults))
        return any(apart(number, public[label], share=0.01) for label, number in own.items())

    def combinations(self) -> Iterator[dict[str, Number]]:
        """Yield every combination that a student may get."""
        for values in itertools.product(*self.numbers.values()):
            numbers = dict(zip(self.numbers, values, strict=True))
            if self.allows(numbers):
                yield numbers


def apart(*values: Any, share: float = 5 * RELATIVE) -> bool:
    """Return whether numbers differ from each other, each pair by more than a share of the larger.

    >>> apart(0.25, 0.75, 0.5), apart(0.25, 0.2501)
    (True, False)
    """
    return all(
        abs(a - b) > max(share * max(abs(a), abs(b)), 5 * ABSOLUTE)
        for a, b in itertools.combinations(map(float, values), 2)
    )


def same_for_all() -> dict[str, str]:
    """Return the exercises that ask for one number and have no other numbers, with the reason."""
    fact = _("it asks for what is printed or recorded, and that is one number for everybody")
    turn = _("it asks where the lesson's conclusion turns, and the lesson's own numbers settle that")
    search = _("the answer is found by trying, and its wrong turns are known for these numbers alone")
    several = _("several answers are right, and each student looks for one")
    return {
        "02-second-day": fact,
        "07-break-popular": several,
        "08-break-sharing": turn,
        "10-break-hour": turn,
        "11-clock": fact,
        "13-peak": search,
        "15-flow-cut": turn,
        "20-share": fact,
        "20-survive": several,
        "23-break-grants": turn,
        "31-break-free": turn,
        "33-alarm-share": search,
    }
