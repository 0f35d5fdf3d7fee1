"""What goes back to a student: one page with each task's result, the mistake's name and a hint, but not the test."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.tasks.feedback import marked_up
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import ANSWER, PROMPT, Cell, Cells, is_code, name_in_task
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import open_gradebook
from longwave.teaching.folder.roster import read_roster
from longwave.teaching.grading.graded_notebook import written_in
from longwave.teaching.grading.results import Result, TaskResult, results_of
from longwave.teaching.handout.zips import moodle_folder, zipped
from longwave.teaching.intake.groups import counting
from longwave.teaching.intake.receipts import read_receipt
from longwave.teaching.notebooks import read_notebook
from longwave.teaching.pages.page import page
from longwave.teaching.returning.hand_rows import ByHand, HandRow, by_hand
from longwave.teaching.returning.marks import Mark, Marks, marks_of
from longwave.teaching.returning.plain_feedback import plain_text
from longwave.teaching.returning.ruled import arrival_of, for_member, ruled, rules_words
from longwave.teaching.returning.sheet import sheet_title
from longwave.teaching.returning.typeset import pictures_of, typeset

_RUBRIC = re.compile(r"^\|\s*(\d[\d./–-]*)\s*\|\s*(.+?)\s*\|\s*$", re.M)
_NOTHING = ByHand()
_OPEN = ("…", "open")
_LOOKS = {"right": ("✓", "right"), "unanswered": _OPEN, "open": _OPEN, "again": _OPEN, "graded": ("●", "right")}


@dataclass
class FeedbackReport:
    """What was written, whose argued tasks still wait for a person, and whose pages have no answers."""

    pages: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    archive: Path | None = None

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        found = [_("{count} pages.").format(count=len(self.pages))]
        if self.waiting:
            words = _("Not graded by hand yet, and the page says so: {students}")
            found.append(words.format(students=", ".join(self.waiting)))
        if self.bare:
            words = _(
                "Without the answers, as the graded notebook is gone or damaged (longwave grade --again): {students}"
            )
            found.append(words.format(students=", ".join(self.bare)))
        if self.archive:
            found.append(_("For the learning platform: {file}").format(file=self.archive))
        return found


def feedback(course: Course, lesson: str, dry_run: bool = False, bar: Bar = plain) -> FeedbackReport:
    """Write a page for each graded submission of a lesson, the same as plain text, and all pages as a zip.

    Raises:
        ExpectedError: if nothing of the lesson is graded.
    """
    results = {result.student: result for result in results_of(course, lesson)}
    report = FeedbackReport()
    if not results:
        raise ExpectedError(_("Nothing of {lesson} is graded. Run: longwave grade {lesson}").format(lesson=lesson))
    names = {student.student_id: student.full_name for student in read_roster(course)}
    files: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    places: dict[str, str] = {}
    with open_gradebook(course) as gradebook:
        whose = counting(course, lesson, {student: arrival_of(result) for student, result in results.items()})
        given = by_hand(course, gradebook, lesson, dry_run)
        for student, source in bar(sorted(whose.items()), lesson):
            marks = marks_of(gradebook, lesson, source)
            if marks is None:
                continue
            name = names.get(student, "")
            cells = _graded_cells(course, results[source])
            result = for_member(results[source], student, names.get(source, ""))
            said = _said(course, result, marks, name, cells, given.get(source) or _NOTHING)
            files[student], texts[student] = page("feedback", **said), plain_text(**said)
            places[student] = place_in_zip(course, lesson, student, name)
            report.pages.append(student)
            if marks.total is None:
                report.waiting.append(student)
            if not cells.all:
                report.bare.append(student)
    if not dry_run:
        report.archive = _write(course, lesson, files, texts, places)
    return report


def _write(
    course: Course, lesson: str, files: Mapping[str, bytes], texts: Mapping[str, bytes], places: Mapping[str, str]
) -> Path:
    """Write each student's page and text, and the pages into a zip, at their places there; return the zip."""
    for student, content in files.items():
        write_whole(course.feedback / student / lesson / f"{lesson}.html", content)
        write_whole(course.feedback / student / lesson / f"{lesson}.txt", texts[student])
    archive = course.released / f"{lesson}-feedback.zip"
    write_whole(archive, zipped({places[student]: content for student, content in files.items()}))
    return archive


def place_in_zip(course: Course, lesson: str, student: str, full_name: str) -> str:
    """Return where a student's page is in the zip: in a folder of the student's.

    For a notebook that came from Moodle the folder has the name that Moodle's import of feedback files needs. Canvas
    would take files by the names of its download, but shows each under the name of the student's own file (its
    app/models/assignment.rb): a page would then end in .ipynb, and would not open.
    """
    receipt = read_receipt(course, lesson, student)
    if receipt is None or not receipt.participant:
        return f"{student}/{lesson}.html"
    return f"{moodle_folder(full_name or student, receipt.participant)}/{lesson}.html"


def student_page(
    course: Course,
    result: Result,
    marks: Marks,
    full_name: str,
    cells: Cells | None = None,
    given: ByHand | None = None,
) -> bytes:
    """Return one student's page; the graded notebook is read if its cells are not given.

    Args:
        course: the instructor's course.
        result: what the machine found.
        marks: all points.
        full_name: the student's name.
        cells: the cells of the graded notebook.
        given: what people gave by row, and what the student asked them.
    """
    cells = _graded_cells(course, result) if cells is None else cells
    return page("feedback", **_said(course, result, marks, full_name, cells, given or _NOTHING))


def _said(course: Course, result: Result, marks: Marks, full_name: str, cells: Cells, given: ByHand) -> dict[str, Any]:
    """Return what a student is told: the words of the page, the notes, and what is said of each task."""
    marks = ruled(course, result, marks)
    results = {task.id: task for task in result.tasks}
    left_open = {task.id for task in result.argued if not task.answered}
    tasks = [
        _task(place, task, mark, results.get(task) or _by_hand(mark, task in left_open), cells, given.rows.get(task))
        for place, (task, mark) in enumerate(marks.by_task.items(), 1)
    ]
    who = full_name or result.student
    words = {
        "title": _("{lesson} – feedback for {who}").format(lesson=sheet_title(course, result.lesson), who=who),
        "sum": _sum(marks),
        "mistake": _("It looks like:"),
        "hint": _("A hint:"),
        "comment": _("From your instructor:"),
        "rubric": _("How it is graded"),
        "points": _("points"),
        "given": _("your points"),
        "what": _("what the answer does"),
        "answer": _("Your answer"),
        "output": _("What it printed"),
        "picture": _("A picture in your answer"),
    }
    notes = [*result.notes, *given.notes, *rules_words(course, result, marks)]
    return {"words": words, "notes": notes, "comments": marks.comments, "tasks": tasks}


def _sum(marks: Marks) -> str:
    if marks.total is None:
        done = sum(mark.points or 0.0 for mark in marks.by_task.values() if not mark.again)
        return _("{done:g} of {most:g} points so far; a part is graded by hand.").format(done=done, most=marks.most)
    sentence = _("{total:g} of {most:g} points.").format(total=marks.total, most=marks.most)
    if marks.penalty:
        sentence += " " + _("{penalty:g} points were taken off for lateness.").format(penalty=marks.penalty)
    return sentence


def _by_hand(mark: Mark, left_open: bool) -> str:
    """Return the status of a task that a person grades; if nothing was written, the machine gives no points."""
    if mark.again:
        return "again"
    if left_open and not mark.points:
        return "unanswered"
    return "open" if mark.points is None else "graded"


def _graded_cells(course: Course, result: Result) -> Cells:
    """Return the cells of the graded notebook, none if it is gone or damaged: the points are not in it."""
    try:
        path = course.autograded / result.student / result.lesson / f"{result.lesson}.ipynb"
        return Cells(read_notebook(path).cells)
    except ExpectedError:
        return Cells([])


def _task(
    place: int, task: str, mark: Mark, found: TaskResult | str, cells: Cells, rows: Sequence[HandRow] | None
) -> dict[str, Any]:
    """Return what the page says of a task: `found` is the machine's result, or a status where a person grades."""
    answer, prompt = (cells.find(name_in_task(task, part)) for part in (ANSWER, PROMPT))
    graded, status = (None, found) if isinstance(found, str) else (found, found.status)
    status = "again" if mark.again else status
    sign, look = _LOOKS.get(status, ("✗", "wrong"))
    heading = next(iter(re.findall(r"^##\s*(.+)$", prompt.get("source", ""), re.M)), f"{place}. {task}")
    return {
        "sign": sign,
        "look": look,
        "heading": _marked(heading),
        "word": _word(status),
        "points": _points(mark, graded),
        "message": _marked(graded.message) if graded else "",
        "mistake": graded.mistake if graded else "",
        "hint": _marked(graded.hint) if graded else "",
        "comment": mark.comment,
        "rubric": [] if graded or rows else [(points, _marked(row)) for points, row in _rubric_rows(prompt)],
        "rows": [
            {"most": f"{row.most:g}", "words": _marked(row.words), "given": f"{row.points:g}", "comment": row.comment}
            for row in rows or ()
        ],
        "answer": _answer(answer),
        "pictures": pictures_of(answer.get("attachments", {})),
        "output": "\n".join(_texts(answer.get("outputs", []))),
    }


def _answer(cell: Cell) -> Any:
    """Return an answer as it was typed; of an argument, formulas are drawn."""
    if not cell or is_code(cell):
        return cell.get("source", "")
    return typeset(written_in(cell))


def _rubric_rows(prompt: Cell) -> list[tuple[str, str]]:
    """Return the rows of the rubric in a task's prompt: points, and what earns them."""
    return _RUBRIC.findall(prompt.get("source", ""))


def _marked(text: str) -> Any:
    """Return a sentence of the course as HTML: `code`, *stress* and formulas as in a notebook, all else escaped."""
    return typeset(text, marked_up)


def _texts(outputs: Iterable[Any]) -> list[str]:
    return [output.get("text") or f"{output.get('ename')}: {output.get('evalue')}" for output in outputs]


def _points(mark: Mark, graded: TaskResult | None) -> str:
    """Return the points in words; where a person has changed the machine's, that is said."""
    if mark.points is None:
        return _("{most:g} points, not given yet").format(most=mark.max_points)
    if mark.again:
        sentence = _("{points:g} of {most:g} points were given to an earlier text, and so was the comment.")
        return sentence.format(points=mark.points, most=mark.max_points)
    if graded and mark.points != graded.points:
        sentence = _("{points:g} of {most:g} points: given by a person in place of the {machine:g} from the test.")
        return sentence.format(points=mark.points, most=mark.max_points, machine=graded.points)
    return _("{points:g} of {most:g} points").format(points=mark.points, most=mark.max_points)


def _word(status: str) -> str:
    """Return a status in words."""
    return {
        "right": _("Right."),
        "wrong": _("Not right."),
        "unanswered": _("Not answered."),
        "unusable": _("Cannot be used."),
        "other numbers": _("Right for the numbers of the check, wrong for others."),
        "stopped": _("Stopped."),
        "open": _("To be graded by hand."),
        "again": _("To be looked at again, as the answer has changed."),
        "graded": _("Graded by hand."),
    }.get(status, status)
