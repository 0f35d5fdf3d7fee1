"""`longwave marks who`: code names of answers turned back into students, which only the course's folder can do."""

from collections.abc import Sequence
from dataclasses import dataclass

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.giving import pile_of
from longwave.teaching.argued.table import near
from longwave.teaching.folder.course import Course


@dataclass
class WhoReport:
    """Code name, task and student of each answer."""

    rows: list[tuple[str, str, str]]

    def lines(self) -> list[str]:
        """Return a line for each answer."""
        return [f"{code}  {student}  {task}" for code, task, student in self.rows]


def who(course: Course, lesson: str, codes: Sequence[str]) -> WhoReport:
    """Return whose answers have code names; without any, all of a lesson.

    Raises:
        ExpectedError: if one is none of the lesson's.
    """
    answers = {answer.code: answer for answer in pile_of(course, lesson, dry_run=True).answers}
    wanted = [code.casefold() for code in codes] or list(answers)
    for code in wanted:
        if code not in answers:
            sentence = _("{code} is no answer of this lesson.").format(code=repr(code)) + near(code, list(answers))
            raise ExpectedError(sentence)
    return WhoReport([(code, answers[code].question.task, answers[code].student) for code in wanted])
