"""What goes back to a student: one page with each task's result, the mistake's name and a hint, but not the test."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.tasks.feedback import marked_up
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import ANSWER, PROMPT, Cell, Cells, name_in_task
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import open_gradebook
from longwave.teaching.folder.roster import read_roster
from longwave.teaching.grading.results import Result, TaskResult, results_of
from longwave.teaching.handout.zips import moodle_folder, zipped
from longwave.teaching.intake.receipts import read_receipt
from longwave.teaching.lateness import time_late
from longwave.teaching.notebooks import read_notebook
from longwave.teaching.pages.page import page
from longwave.teaching.returning.marks import Mark, Marks, marks_of
from longwave.teaching.returning.plain_feedback import plain_text

_RUBRIC = re.compile(r"^\|\s*(\d[\d./–-]*)\s*\|\s*(.+?)\s*\|\s*$", re.M)
_LOOKS = {"right": ("✓", "right"), "unanswered": ("…", "open"), "open": ("…", "open"), "graded": ("●", "right")}


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
    results, report = results_of(course, lesson), FeedbackReport()
    if not results:
        raise ExpectedError(_("Nothing of {lesson} is graded. Run: longwave grade {lesson}").format(lesson=lesson))
    names = {student.student_id: student.full_name for student in read_roster(course)}
    files: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    places: dict[str, str] = {}
    with open_gradebook(course) as gradebook:
        for result in bar(results, lesson):
            marks = marks_of(gradebook, lesson, result.student)
            if marks is None:
                continue
            name = names.get(result.student, "")
            cells = _graded_cells(course, result)
            said = _said(result, marks, name, cells)
            files[result.student], texts[result.student] = page("feedback", **said), plain_text(**said)
            places[result.student] = place_in_zip(course, lesson, result.student, name)
            report.pages.append(result.student)
            if marks.total is None:
                report.waiting.append(result.student)
            if not cells.all:
                report.bare.append(result.student)
    if not dry_run:
        for student, content in files.items():
            write_whole(course.feedback / student / lesson / f"{lesson}.html", content)
            write_whole(course.feedback / student / lesson / f"{lesson}.txt", texts[student])
        report.archive = course.released / f"{lesson}-feedback.zip"
        write_whole(report.archive, zipped({places[student]: content for student, content in files.items()}))
    return report


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


def student_page(course: Course, result: Result, marks: Marks, full_name: str, cells: Cells | None = None) -> bytes:
    """Return one student's page; the graded notebook is read if its cells are not given."""
    cells = _graded_cells(course, result) if cells is None else cells
    return page("feedback", **_said(result, marks, full_name, cells))


def _said(result: Result, marks: Marks, full_name: str, cells: Cells) -> dict[str, Any]:
    """Return what a student is told: the words of the page, the notes, and what is said of each task."""
    results = {task.id: task for task in result.tasks}
    left_open = {task.id for task in result.argued if not task.answered}
    tasks = [
        _task(place, task, mark, results.get(task) or _by_hand(mark, task in left_open), cells)
        for place, (task, mark) in enumerate(marks.by_task.items(), 1)
    ]
    who = full_name or result.student
    words = {
        "title": _("{lesson}: feedback for {who}").format(lesson=result.lesson, who=who),
        "sum": _sum(marks),
        "mistake": _("It looks like:"),
        "hint": _("A hint:"),
        "comment": _("From your instructor:"),
        "rubric": _("How it is graded"),
        "points": _("points"),
        "what": _("what the answer does"),
        "answer": _("Your answer"),
        "output": _("What it printed"),
    }
    return {"words": words, "notes": _notes(result), "tasks": tasks}


def _sum(marks: Marks) -> str:
    if marks.total is None:
        done = sum(mark.points or 0.0 for mark in marks.by_task.values())
        return _("{done:g} of {most:g} points so far; a part is graded by hand.").format(done=done, most=marks.most)
    sentence = _("{total:g} of {most:g} points.").format(total=marks.total, most=marks.most)
    if marks.penalty:
        sentence += " " + _("{penalty:g} points were taken off for lateness.").format(penalty=marks.penalty)
    return sentence


def _notes(result: Result) -> list[str]:
    notes = list(result.notes)
    if result.late_seconds > 0:
        # Canvas says late but not how late: the one second that stands for it would be shown as a minute.
        sentence = _("Handed in {time} after the deadline.") if result.late_seconds > 1 else _late_by_mark()
        notes.append(sentence.format(time=time_late(result.late_seconds)))
    return notes


def _late_by_mark() -> str:
    return _("Handed in after the deadline.")


def _by_hand(mark: Mark, left_open: bool) -> str:
    """Return the status of a task that a person grades; if nothing was written, the machine gives no points."""
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


def _task(place: int, task: str, mark: Mark, found: TaskResult | str, cells: Cells) -> dict[str, Any]:
    """Return what the page says of a task: `found` is the machine's result, or a status where a person grades."""
    answer, prompt = (cells.find(name_in_task(task, part)) for part in (ANSWER, PROMPT))
    graded, status = (None, found) if isinstance(found, str) else (found, found.status)
    sign, look = _LOOKS.get(status, ("✗", "wrong"))
    heading = next(iter(re.findall(r"^##\s*(.+)$", prompt.get("source", ""), re.M)), f"{place}. {task}")
    return {
        "sign": sign,
        "look": look,
        "heading": heading,
        "word": _word(status),
        "points": _points(mark),
        "message": _marked(graded.message) if graded else "",
        "mistake": graded.mistake if graded else "",
        "hint": _marked(graded.hint) if graded else "",
        "comment": mark.comment,
        "rubric": [] if graded else [(points, _marked(row)) for points, row in _rubric_rows(prompt)],
        "answer": answer.get("source", ""),
        "output": "\n".join(_texts(answer.get("outputs", []))),
    }


def _rubric_rows(prompt: Cell) -> list[tuple[str, str]]:
    """Return the rows of the rubric in a task's prompt: points, and what earns them."""
    return _RUBRIC.findall(prompt.get("source", ""))


def _marked(text: str) -> Any:
    """Return a sentence of the course as HTML: `code` and *stress* as in a notebook, all else escaped."""
    from markupsafe import Markup

    return Markup(marked_up(text))


def _texts(outputs: Iterable[Any]) -> list[str]:
    return [output.get("text") or f"{output.get('ename')}: {output.get('evalue')}" for output in outputs]


def _points(mark: Mark) -> str:
    if mark.points is None:
        return _("{most:g} points, not given yet").format(most=mark.max_points)
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
        "graded": _("Graded by hand."),
    }.get(status, status)
