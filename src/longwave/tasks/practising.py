"""What a practice cell calls: the tests of an answer, for tasks whose verdict a student may know at once."""

from collections.abc import Mapping
from typing import Any

from longwave.i18n import _
from longwave.tasks import scoring
from longwave.tasks.feedback import PlainError
from longwave.tasks.task import find_task, is_exam


class ExamError(PlainError):
    """A task is an exam's: whether an answer is right is told when the exam comes back."""


def practice(task_id: str, answer: object, numbers: Mapping[str, float] | None = None) -> None:
    """Raise a NotYetError unless the answer is right. In cells that are scored `...` must fail too.

    Raises:
        ExamError: if the task is an exam's.
    """
    _refuse_exams(task_id)
    scoring.practice(task_id, answer, numbers)


def plain_answer(task_id: str, answer: Any, numbers: Mapping[str, float] | None = None) -> Any:
    """Return an answer in the one form that tests work with, as `scoring.plain_answer` does.

    A right answer becomes the model's own there, so this, too, would tell which answer is right.

    Raises:
        ExamError: if the task is an exam's.
    """
    _refuse_exams(task_id)
    return scoring.plain_answer(task_id, answer, numbers)


def _refuse_exams(task_id: str) -> None:
    if is_exam(find_task(task_id).id[:2]):
        raise ExamError(_("An exam does not say whether an answer is right before it is handed in."))
