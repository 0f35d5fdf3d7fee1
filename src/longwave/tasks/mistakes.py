"""Mistakes that are known by what they lead to, and how they become part of a task."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from longwave.tasks.agreement import agrees, as_plain
from longwave.tasks.functions import Case
from longwave.tasks.task import Mistake


@dataclass(frozen=True)
class WrongValue:
    """A mistake known by the value or function that it leads to. The task decides what counts as equal."""

    name: str
    value: Any
    message: str


def value_mistake(name: str, value: Any, message: str) -> WrongValue:
    """Name the mistake of a reader who gives this value: number, mapping, frame, or a callable for one.

    Where several numbers are asked, a mapping of some labels is compared at those labels only.
    """
    return WrongValue(name, value, message)


def function_mistake(name: str, wrong: Callable[..., Any], message: str) -> WrongValue:
    """Name the mistake of a function that, wherever it is wrong, gives what the function `wrong` gives."""
    return WrongValue(name, wrong, message)


def bound_to_values(
    mistakes: Iterable[Mistake | WrongValue], tolerance: float | None, plain: Callable[[Any], Any] = as_plain
) -> tuple[Mistake, ...]:
    """Return mistakes that can be tried on a plain answer; `plain` brings a wrong value into its form."""

    def matcher(value: Any) -> Callable[[Any], bool]:
        return lambda answer: agrees(answer, plain(value), tolerance)

    return _bound(mistakes, matcher, lambda value: lambda: plain(value))


def bound_to_functions(
    mistakes: Iterable[Mistake | WrongValue], right: Callable[..., Any], cases: Sequence[Case], tolerance: float | None
) -> tuple[Mistake, ...]:
    """Return mistakes that can be tried on the results of a function in the task's cases."""

    def matcher(wrong: Callable[..., Any]) -> Callable[[list[Any]], bool]:
        return lambda results: all(
            agrees(result, as_plain(right(*case)), tolerance) or agrees(result, as_plain(wrong(*case)), tolerance)
            for result, case in zip(results, cases, strict=True)
        )

    return _bound(mistakes, matcher)


def _bound(
    mistakes: Iterable[Mistake | WrongValue],
    matcher: Callable[[Any], Callable[[Any], bool]],
    example: Callable[[Any], Callable[[], Any] | None] = lambda _value: None,
) -> tuple[Mistake, ...]:
    def bound(mistake: Mistake | WrongValue) -> Mistake:
        if isinstance(mistake, Mistake):
            return replace(mistake, matches=no_if_refused(mistake.matches))
        return Mistake(mistake.name, matcher(mistake.value), mistake.message, example(mistake.value))

    return tuple(map(bound, mistakes))


def no_if_refused(condition: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Return a condition that does not hold where a model refuses the reader's numbers, or they divide by zero.

    The errors of the models are kinds of ValueError with names of their own. A plain ValueError is a fault of the
    task, and goes through.
    """

    def holds(plain: Any) -> bool:
        try:
            return bool(condition(plain))
        except ArithmeticError:
            return False
        except ValueError as error:
            if type(error) is ValueError:
                raise
            return False

    return holds
