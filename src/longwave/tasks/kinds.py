"""Building tasks: one function for each kind of task.

Right answers are computed from the models when they are needed, and a choice is kept as a digest: a reader
who opens a lesson's module meets questions and mistakes, not a list of answers. In each function `words` are
the task's title, hints (three steps, the last says where to look) and explanation (shown with a right
answer).
"""

import hashlib
import inspect
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Literal

from longwave.i18n import _
from longwave.tasks.agreement import agrees, as_plain, differences, settled
from longwave.tasks.answers import choice_reader, read_number, shown
from longwave.tasks.functions import Case, function_reader, written
from longwave.tasks.mistakes import (
    WrongValue,
    bound_to_functions,
    bound_to_values,
    function_mistake,
    no_if_refused,
    value_mistake,
)
from longwave.tasks.several import coalitions_reader, numbers_reader
from longwave.tasks.slips import Unit, number_slips, numbers_slips
from longwave.tasks.tables import table_reader
from longwave.tasks.task import Mistake, Task

__all__ = [
    "Mistake",
    "choice_digest",
    "choice_task",
    "function_mistake",
    "function_task",
    "number_task",
    "numbers_task",
    "property_task",
    "table_task",
    "value_mistake",
]


def number_task(
    task_id: str,
    *,
    expects: str,
    right: Callable[[], Any],
    mistakes: Iterable[Mistake | WrongValue],
    tolerance: float | None = None,
    unit: Unit = "",
    given: Iterable[float] = (),
    **words: Any,
) -> Task:
    """Ask for one number; `right` returns it from the model.

    `tolerance` is absolute; by default three digits are enough. With the unit "share" or "per cent" a reader who
    takes one for the other is told so. `given` are numbers that the task gives and that are near the right one: a
    reader who copies one of them has not rounded.
    """
    return Task(
        task_id,
        expects,
        "number",
        is_right=lambda answer: agrees(answer, as_plain(right), tolerance),
        read=read_number,
        mistakes=bound_to_values(mistakes, tolerance),
        slips=number_slips(lambda: as_plain(right), tolerance, unit, tuple(given)),
        settle=lambda answer: settled(answer, as_plain(right), tolerance),
        right=lambda: float(as_plain(right)),
        tolerance=tolerance,
        **words,
    )


def choice_task(
    task_id: str,
    *,
    options: Iterable[str],
    right: str,
    mistakes: Mapping[str, tuple[str, str]],
    expects: str = "",
    **words: Any,
) -> Task:
    """Ask for one of several letters, such as options="abc".

    `right` is `choice_digest(task_id, letter)`, written out. `mistakes` has for each wrong letter a pair: the
    mistake's name and its message.
    """
    letters = tuple(options)
    if right not in [choice_digest(task_id, letter) for letter in letters]:
        raise ValueError(f"{task_id}: right must be the text that choice_digest({task_id!r}, letter) gives.")
    wrong = [letter for letter in letters if choice_digest(task_id, letter) != right]
    if sorted(mistakes) != sorted(wrong):
        raise ValueError(f"{task_id}: each wrong letter, and no other, needs the name of a mistake and a message.")
    named = tuple(Mistake(name, partial(operator.eq, letter), message) for letter, (name, message) in mistakes.items())
    return Task(
        task_id,
        expects or _("one letter in quotes: {letters}").format(letters=", ".join(letters)),
        "choice",
        is_right=lambda answer: choice_digest(task_id, answer) == right,
        read=choice_reader(letters),
        mistakes=named,
        **words,
    )


def choice_digest(task_id: str, letter: str) -> str:
    """Return the text that hides a letter in a lesson's module. For authors.

    >>> choice_digest("00-letter", "a") == choice_digest("00-other", "a")
    False
    """
    return hashlib.sha256(f"longwave {task_id} {letter}".encode()).hexdigest()[:12]


def numbers_task(
    task_id: str,
    *,
    expects: str,
    labels: Iterable[str],
    right: Callable[[], Any],
    mistakes: Iterable[Mistake | WrongValue],
    tolerance: float | None = None,
    **words: Any,
) -> Task:
    """Ask for several labelled numbers; `right` returns a mapping or Series with these labels, or more."""
    labels = tuple(labels)

    def reference() -> dict[str, float]:
        numbers = as_plain(right)
        return {label: numbers[label] for label in labels}

    return Task(
        task_id,
        expects,
        "numbers",
        is_right=lambda answer: agrees(answer, reference(), tolerance),
        read=numbers_reader(labels),
        mistakes=bound_to_values(mistakes, tolerance),
        slips=numbers_slips(reference, tolerance),
        locate=lambda answer: _look_at(differences(answer, reference(), tolerance)),
        settle=lambda answer: settled(answer, reference(), tolerance),
        **words,
    )


def table_task(
    task_id: str,
    *,
    expects: str,
    key: str,
    columns: Iterable[str],
    right: Callable[[], Any],
    mistakes: Iterable[Mistake | WrongValue],
    tolerance: float | None = None,
    **words: Any,
) -> Task:
    """Ask for a table whose rows are named by the column `key`; `right` returns it. Their order is free."""
    read = table_reader(tuple(columns), key)
    return Task(
        task_id,
        expects,
        "table",
        is_right=lambda answer: agrees(answer, read(right()), tolerance),
        read=read,
        mistakes=bound_to_values(mistakes, tolerance, lambda value: read(value() if callable(value) else value)),
        locate=lambda answer: _look_at(differences(answer, read(right()), tolerance)),
        settle=lambda answer: settled(answer, read(right()), tolerance),
        key=key,
        **words,
    )


def _look_at(places: Sequence[str]) -> str:
    return _("Look again at: {places}.").format(places=", ".join(places[:8]))


def function_task(
    task_id: str,
    *,
    expects: str,
    right: Callable[..., Any],
    cases: Sequence[Any],
    mistakes: Iterable[Mistake | WrongValue],
    returns: Iterable[str] = (),
    tolerance: float | None = None,
    **words: Any,
) -> Task:
    """Ask for a function, which is called on each case; `right` is the function that is right.

    A case is a tuple of arguments, or one argument. The names of the parameters of `right` are used in
    messages. The result is a number, or several numbers with the labels `returns`.
    """
    calls = [case if isinstance(case, tuple) else (case,) for case in cases]
    names = tuple(inspect.signature(right).parameters)
    labels = tuple(returns)
    read_result = numbers_reader(labels) if labels else read_number

    def wrong_call(results: list[Any]) -> str:
        pairs = zip(results, calls, strict=True)
        return next(
            _wrong_result(r, case, names) for r, case in pairs if not agrees(r, as_plain(right(*case)), tolerance)
        )

    return Task(
        task_id,
        expects,
        "function",
        is_right=lambda results: agrees(results, [as_plain(right(*case)) for case in calls], tolerance),
        read=function_reader(calls, names, read_result),
        mistakes=bound_to_functions(mistakes, right, calls, tolerance),
        locate=wrong_call,
        read_result=read_result,
        settle=lambda result, *inputs: settled(result, as_plain(right(*inputs)), tolerance),
        **words,
    )


def _wrong_result(result: Any, case: Case, names: tuple[str, ...]) -> str:
    """Say what a function gave for a case in which it is wrong."""
    given = shown(result) if isinstance(result, float) else ", ".join(f"{k}: {v:.6g}" for k, v in result.items())
    return _("For {arguments} your function gives {given}, which is not it.").format(
        arguments=written(case, names), given=given
    )


def property_task(
    task_id: str,
    kind: Literal["number", "numbers", "coalitions", "table"],
    accepts: Iterable[str] = (),
    *,
    expects: str,
    is_right: Callable[[Any], bool],
    mistakes: Iterable[Mistake | WrongValue],
    **words: Any,
) -> Task:
    """Ask for anything that has a property, such as a game whose core is empty: there are many right answers.

    `kind` says what is read, and `accepts` its names: "number"; "numbers" with labels; "coalitions" with
    players; "table" with the key column and then the others. `is_right` and the mistakes take the answer in
    plain form: a float; {label: float}; {("A", "B"): float} with every coalition but the empty one; {row:
    {column: value}}.
    """
    return Task(
        task_id,
        expects,
        kind,
        is_right=no_if_refused(is_right),
        read=_property_reader(task_id, kind, tuple(accepts)),
        mistakes=bound_to_values(mistakes, None),
        key=tuple(accepts)[0] if kind == "table" else "",
        **words,
    )


def _property_reader(task_id: str, kind: str, names: tuple[str, ...]) -> Callable[[object], Any]:
    if kind == "number":
        return read_number
    if kind == "numbers":
        return numbers_reader(names)
    if kind == "coalitions":
        return coalitions_reader(names)
    if kind == "table":
        return table_reader(names[1:], names[0])
    raise ValueError(f"{task_id}: kind must be number, numbers, coalitions or table, not {kind!r}.")
