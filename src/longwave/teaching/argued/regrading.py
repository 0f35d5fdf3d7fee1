"""`longwave regrade`: a student's request to look again, in the log and in the report until somebody answers it."""

from collections.abc import Sequence
from dataclasses import dataclass

from longwave.i18n import _
from longwave.marks import name_of
from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.log import append, event, read_log
from longwave.teaching.argued.standing import Request, standing
from longwave.teaching.cells import Cells, is_graded, task_of
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import tidy
from longwave.teaching.grading.results import read_result
from longwave.teaching.notebooks import read_notebook

LONGEST = 2_000  # characters


@dataclass
class RegradeReport:
    """What was noted, and what is open."""

    said: list[str]
    open: list[Request]

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        return [*self.said, *map(request_words, self.open)]


def regrade(
    course: Course,
    lesson: str,
    student: str | None = None,
    why: str = "",
    answer: str = "",
    task: str | None = None,
    who: str = "instructor",
    dry_run: bool = False,
) -> RegradeReport:
    """Note a request to look again, answer it, or list what is open.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        student: whose work is meant; without it the open requests are listed.
        why: what the student says.
        answer: what came of it. It does not change points: they come by formgrader or a table.
        task: the task that is meant; the whole sheet if it is left out.
        who: who notes or answers it, for the log.
        dry_run: write nothing.

    Raises:
        ExpectedError: if nothing of the student is graded, if there is nothing to answer, or if a reason is missing.
    """
    requests = standing(read_log(course, lesson)).requests
    if student is None:
        if why or answer:
            raise ExpectedError(_("Name the student: longwave regrade LESSON STUDENT --why “…”"))
        return RegradeReport([] if open_of(requests) else [_("No request is open.")], open_of(requests))
    if bool(tidy(why)) == bool(tidy(answer)) or len(why) > LONGEST or len(answer) > LONGEST:
        sentence = _("Give either --why, what the student says, or --answer, with at most {most} characters.")
        raise ExpectedError(sentence.format(most=LONGEST))
    _refuse_unknown(course, lesson, student, task)
    theirs = [one for one in open_of(requests) if one.student == student and task in (None, one.task)]
    if answer and not theirs:
        raise ExpectedError(_("No request of {student} is open.").format(student=student))
    about = {"task": task or "", "student": student, "why": tidy(answer or why)}
    if not dry_run:
        append(course, lesson, [event("answered" if answer else "asked", who, **about)])
    said = _("Answered: {student}.") if answer else _("Noted: {student}. The report shows it until it is answered.")
    left = open_of(standing(read_log(course, lesson)).requests)
    return RegradeReport([said.format(student=student)], left)


def _refuse_unknown(course: Course, lesson: str, student: str, task: str | None) -> None:
    if read_result(course, student, lesson) is None:
        sentence = _("Nothing of {student} is graded in {lesson}.")
        raise ExpectedError(sentence.format(student=student, lesson=lesson))
    if task is not None:
        cells = Cells(read_notebook(course.solution(lesson)).cells)
        tasks = [task_of(name_of(cell)) for cell in cells.all if is_graded(cell)]
        if task not in tasks:
            sentence = _("There is no task {task}. The lesson has: {tasks}")
            raise ExpectedError(sentence.format(task=task, tasks=", ".join(tasks)))


def open_of(requests: Sequence[Request]) -> list[Request]:
    """Return the requests that nobody has answered, the oldest first."""
    return [request for request in requests if not request.answer]


def request_words(request: Request) -> str:
    """Return a request in a line."""
    sentence = _("{student}, {task}, since {day}: {why}")
    task = request.task or _("the whole sheet")
    return sentence.format(student=request.student, task=task, day=request.asked[:10], why=request.why)
