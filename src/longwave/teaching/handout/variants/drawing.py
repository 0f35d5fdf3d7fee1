"""Numbers of a student's own: drawn from the course's secret, and put into the notebook of a lesson."""

import hmac
import json
import math
from collections.abc import Mapping

from nbformat import NotebookNode

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.tasks.task import lesson_variants, lessons
from longwave.tasks.variant import Variant
from longwave.teaching.cells import PROMPT, is_code, seal, task_and_part
from longwave.teaching.handout.variants.numerals import Number, count_in_text, in_code, in_text, with_argument
from longwave.teaching.notebooks import copied

Numbers = dict[str, dict[str, Number]]  # by task, then by name
_CHECKERS = ("check", "practice")
_MOST_TRIES = 10_000


def draw(task_id: str, student_id: str, secret: bytes) -> dict[str, Number]:
    """Return a student's numbers for a task: the same on every machine, and impossible to guess without the secret.

    Every combination that the task allows is equally likely. One that it does not allow is drawn again, so that a
    change to what is allowed affects only the students who had a combination that is no longer allowed.

    Raises:
        ValueError: if the task allows no combination.
    """
    variant = _variants(task_id[:2])[task_id]
    for attempt in range(_MOST_TRIES):
        words = f"longwave variant\n{task_id}\n{student_id}\n{attempt}"
        place = int.from_bytes(hmac.digest(secret, words.encode(), "sha256"), "big")
        numbers = _combination(variant, place % math.prod(map(len, variant.numbers.values())))
        if variant.allows(numbers):
            return numbers
    raise ValueError(f"{task_id} allows no combination of its numbers")


def _combination(variant: Variant, place: int) -> dict[str, Number]:
    numbers = {}
    for name, values in variant.numbers.items():
        place, digit = divmod(place, len(values))
        numbers[name] = values[digit]
    return numbers


def numbers_of(lesson: str, student_id: str, secret: bytes) -> Numbers:
    """Return a student's numbers for each task of a lesson that has other numbers. The lesson is a slug."""
    return {task_id: draw(task_id, student_id, secret) for task_id in _variants(lesson[:2])}


def public_numbers(lesson: str) -> Numbers:
    """Return the numbers of the public sheet for each task of a lesson that has other numbers; the lesson is a slug."""
    return {task_id: variant.defaults for task_id, variant in _variants(lesson[:2]).items()}


def _variants(lesson: str) -> dict[str, Variant]:
    return lesson_variants(lesson) if lesson in lessons() else {}


def personal(notebook: NotebookNode, student_id: str, secret: bytes) -> NotebookNode:
    """Return a student's own form of a lesson's notebook, with or without its answers. The notebook stays as it is."""
    return with_numbers(notebook, {task_id: draw(task_id, student_id, secret) for task_id in varied_tasks(notebook)})


def varied_tasks(notebook: NotebookNode) -> list[str]:
    """Return the tasks of a notebook that can have other numbers, in its order."""
    return list(dict.fromkeys(found[0] for cell in notebook.cells if (found := _task_of(cell))))


def with_numbers(notebook: NotebookNode, numbers: Mapping[str, Mapping[str, Number]]) -> NotebookNode:
    """Return a notebook in which tasks have these numbers, by task; the notebook itself stays as it is.

    Raises:
        ExpectedError: if the notebook does not print a task's own numbers, or the task has none of these names.
    """
    own = copied(notebook)
    for cell in own.cells:
        task_id, part = _task_of(cell) or ("", "")
        if task_id in numbers:
            _renumber(cell, task_id, part, numbers[task_id])
    return own


def _task_of(cell: NotebookNode) -> tuple[str, str] | None:
    """Return the task of a cell that has other numbers, and the cell's part in it; None for any other cell."""
    task_id, part = task_and_part(cell)
    return (task_id, part) if part and task_id in _variants(task_id[:2]) else None


def _renumber(cell: NotebookNode, task_id: str, part: str, numbers: Mapping[str, Number]) -> None:
    swap = _swap(task_id, numbers)
    if is_code(cell):
        cell.source = in_code(cell.source, swap)
        in_order = {name: numbers[name] for name in _variants(task_id[:2])[task_id].numbers}
        cell.source = with_argument(cell.source, _CHECKERS, task_id, f"numbers={json.dumps(in_order)}")
        cell.outputs, cell.execution_count = [], None  # they came of other numbers
    else:
        if part == PROMPT:
            _refuse_unprinted(cell, task_id, swap)
        cell.source = in_text(cell.source, swap)
    seal(cell)


def _swap(task_id: str, numbers: Mapping[str, Number]) -> dict[Number, Number]:
    """Return what replaces each number of the public notebook."""
    defaults = _variants(task_id[:2])[task_id].defaults
    if defaults.keys() != numbers.keys():
        sentence = _("The numbers of {task} are of another version of the course: {names} in place of {others}.")
        raise ExpectedError(sentence.format(task=task_id, names=", ".join(numbers), others=", ".join(defaults)))
    return {defaults[name]: numbers[name] for name in defaults}


def _refuse_unprinted(cell: NotebookNode, task_id: str, swap: Mapping[Number, Number]) -> None:
    """Refuse a text that does not have each number of the task exactly once."""
    counts = count_in_text(cell.source)
    for number in swap:
        if counts[number] != 1:
            sentence = _("The text of {task} must have the number {number} once, and has it {count} times.")
            raise ExpectedError(sentence.format(task=task_id, number=number, count=counts[number]))
