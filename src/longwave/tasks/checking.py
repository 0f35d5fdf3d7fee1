"""Judging an answer, and two calls of a notebook: `check` and `hint`."""

import operator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, SupportsIndex

from longwave.i18n import _
from longwave.tasks import progress, record
from longwave.tasks.answers import UnansweredError, UnusableError, shown
from longwave.tasks.feedback import Feedback, PlainError, not_yet
from longwave.tasks.task import Task, find_task, is_exam

Status = Literal["right", "unanswered", "wrong", "unusable"]


class UnknownHintError(PlainError, ValueError):
    """A task has no hint of that number."""


@dataclass(frozen=True)
class Verdict:
    """What an answer is: right, unanswered, wrong (perhaps with a mistake's name) or unusable."""

    status: Status
    mistake_name: str = ""
    message: str = ""


def verdict(task: Task, answer: object) -> Verdict:
    """Judge an answer. The same answer always gets the same verdict; nothing is shown or recorded."""
    try:
        plain = task.read(answer)
    except UnansweredError as place:
        return Verdict("unanswered", "", _unanswered(task, str(place)))
    except UnusableError as error:
        message = _("{reason} The task asks for {expects}.").format(reason=error, expects=task.expects)
        return Verdict("unusable", "", message)
    return judge(task, plain)


def judge(task: Task, plain: Any) -> Verdict:
    """Judge an answer in plain form, as `task.read` returns it. This runs none of the reader's code."""
    if task.is_right(plain):
        return Verdict("right", "", task.explanation)
    for mistake in (*task.mistakes, *task.slips):
        if mistake.matches(plain):
            return Verdict("wrong", mistake.name, mistake.message.replace("{given}", _given(plain)))
    return Verdict("wrong", "", _nameless(task, plain))


def _given(plain: Any) -> str:
    return shown(plain) if isinstance(plain, float | str) else _("these values")


def _unanswered(task: Task, place: str) -> str:
    """Say what to write, and where."""
    request = _("In place of `...` put {expects}. Then run what you changed, and this check.").format(
        expects=task.expects
    )
    return f"{place} {request}" if place else request


def _nameless(task: Task, plain: Any) -> str:
    """Say that an answer is wrong where no mistake is recognised, and how to go on."""
    if task.locate is not None:
        return _("{place} Work one case by hand: where do your numbers part from it?").format(place=task.locate(plain))
    if isinstance(plain, float):
        return _("You gave {given}. The task asks for {expects}. Which step can you check by hand?").format(
            given=shown(plain), expects=task.expects
        )
    return _("The task asks for {expects}. Which of the conditions can you check by hand?").format(expects=task.expects)


def check(task_id: str, answer: object = ..., numbers: Mapping[str, float] | None = None) -> Feedback:
    """Show whether an answer is right. Record it in the reader's own progress file.

    `numbers` are the task's own in this copy of the notebook, where each student has others.

    A right answer, and one that is still `...`, return a card. A wrong one raises a NotYetError, which a
    notebook shows as a short message: the likely mistake and what to ask next, never the answer.
    In an exam the card says only that the answer can be read, and nothing is recorded.
    """
    task = find_task(task_id, numbers)
    result = verdict(task, answer)
    if result.status in ("right", "wrong") and is_exam(task.id[:2]):
        return Feedback("kept", _("Noted."), _("Your answer can be read. An exam does not say whether it is right."))
    if not is_exam(task.id[:2]):
        record.record_answer(task.id, result.status, result.mistake_name)
        progress.refresh_views()
    if result.status == "right":
        return Feedback("right", _("Right."), result.message)
    if result.status == "unanswered":
        return Feedback("unanswered", _("Not answered yet."), result.message)
    raise not_yet(result.message, task.id, hints_offered(task))


def hints_offered(task: Task) -> int:
    """Return how many hints a task gives: in an exam none."""
    return 0 if is_exam(task.id[:2]) else len(task.hints)


def hint(task_id: str, step: int | None = None) -> Feedback:
    """Show the next hint of a task, or the one of a number. The last says where in the lesson to look."""
    task = find_task(task_id)
    if is_exam(task.id[:2]):
        raise UnknownHintError(_("An exam gives no hints."))
    count = len(task.hints)
    if not count:
        raise UnknownHintError(_("This task has no hints."))
    if step is None:
        step = record.next_hint(task.id, count)
    else:
        step = _hint_number(step, count)
        record.record_hint(task.id, step)
    progress.refresh_views()
    word = _("Hint {step} of {count}.").format(step=step, count=count)
    return Feedback("hint", word, task.hints[step - 1])


def _hint_number(step: SupportsIndex, count: int) -> int:
    """Return the number of a hint, or raise an error that says which there are."""
    try:
        number = operator.index(step)
    except TypeError:
        number = 0
    if not 1 <= number <= count:
        raise UnknownHintError(_("There are {count} hints: give a whole number from 1.").format(count=count))
    return number
