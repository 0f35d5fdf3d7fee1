"""The class report of a lesson: how the points spread, what each task did, and which mistakes were made."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import file_name
from longwave.teaching.folder.sections import in_section
from longwave.teaching.grading.results import Result, results_of
from longwave.teaching.intake.groups import counting, with_mates
from longwave.teaching.pages.page import drawn, page
from longwave.teaching.returning.class_guesses import HandedIn, handed_in_guesses, questions_of
from longwave.teaching.returning.class_guesses_page import guess_charts, guess_table


@dataclass
class ClassReport:
    """Where the page is, and what it says in two lines."""

    summary: list[str]
    file: Path | None = None

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        return [*self.summary, *([_("The page: {file}").format(file=self.file)] if self.file else [])]


def report(course: Course, lesson: str, dry_run: bool = False, section: str = "", bar: Bar = plain) -> ClassReport:
    """Write the class report of a lesson.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        dry_run: say what it says in two lines, and write nothing.
        section: report only on the students of this section, and on what their groups handed in.
        bar: shows how far it is.

    Raises:
        ExpectedError: if nothing of the lesson is graded.
    """
    enrolled = in_section(course, section)
    members = with_mates(course, lesson, enrolled) if section else None
    results = [one for one in results_of(course, lesson) if members is None or one.student in members]
    if not results:
        raise ExpectedError(_("Nothing of {lesson} is graded. Run: longwave grade {lesson}").format(lesson=lesson))
    counted = counting(course, lesson, dict.fromkeys(one.student for one in results))
    absent = [student.student_id for student in enrolled if student.student_id not in counted]
    summary = _summary(results, absent, has_deadline=lesson in course.deadlines)
    found = ClassReport(summary)
    for content in bar([lesson], lesson) if not dry_run else []:
        found.file = course.reports / f"{_named(content, section)}.html"
        about = f"{content} ({section.strip()})" if section else content
        write_whole(found.file, report_page(about, results, summary, handed_in_guesses(course, lesson, section)))
    return found


def _named(lesson: str, section: str) -> str:
    return f"{lesson}-{file_name(section.strip())}" if section else lesson


def guesses_report(
    course: Course, lesson: str, dry_run: bool = False, section: str = "", bar: Bar = plain
) -> ClassReport:
    """Write a page of the class's guesses alone, to show before the reveal: no truth, no name, no points are on it.

    Raises:
        ExpectedError: if the lesson asks for no guess, or if nothing of it is collected.
    """
    if not questions_of(lesson):
        raise ExpectedError(_("{lesson} asks for no guess.").format(lesson=lesson))
    handed_in = handed_in_guesses(course, lesson, section)
    if not handed_in.notebooks:
        raise ExpectedError(_("Nothing of {lesson} is collected. Run: longwave collect").format(lesson=lesson))
    table = guess_table(handed_in, is_revealed=False)
    found = ClassReport([table.pop("note")])
    for content in bar([lesson], lesson) if not dry_run else []:
        charts = [drawn(chart) for chart in guess_charts(handed_in, is_revealed=False)]
        title = _("Guesses: {lesson}").format(lesson=content)
        found.file = course.reports / f"{_named(content, section)}-guesses.html"
        words = {"title": title, "summary": found.summary, "charts": charts}
        write_whole(found.file, page("report", tables=[{**table, "note": ""}], **words))
    return found


def report_page(lesson: str, results: Sequence[Result], summary: list[str], guesses: HandedIn | None = None) -> bytes:
    """Return the page of a lesson's results, and of the class's guesses where the lesson asks for any."""
    from longwave.teaching.returning.class_report_chart import points_chart, statuses_chart
    from longwave.teaching.returning.items import item_table, mistakes_table, points_table, status_table

    graded = [one for one in results if one.tasks]
    points = points_table(graded)
    items = item_table(points)
    totals = pd.Series({one.student: sum(task.points for task in one.tasks) for one in graded})
    most = sum(task.max_points for task in graded[0].tasks)
    charts = [points_chart(totals, most), statuses_chart(status_table(graded), items)]
    tables = [_items(items), _mistakes(mistakes_table(graded)), _notes(results)]
    if guesses is not None and guesses.guesses:
        charts += guess_charts(guesses, is_revealed=True)
        tables.insert(2, guess_table(guesses, is_revealed=True))
    title = _("Class report: {lesson}").format(lesson=lesson)
    return page("report", title=title, summary=summary, charts=[drawn(chart) for chart in charts], tables=tables)


def _summary(results: Sequence[Result], missing: Sequence[str], has_deadline: bool) -> list[str]:
    counts = {
        "students": len(results),
        "late": sum(one.late_seconds > 0 for one in results),
        "unreadable": sum(one.state == "unreadable" for one in results),
    }
    sentence = _("{students} submissions, {late} late, {unreadable} unreadable.")
    if not has_deadline:
        sentence = _("{students} submissions, {unreadable} unreadable. Without a deadline none of them is late.")
    nothing = _("Nothing graded from: {students}").format(students=", ".join(missing))
    return [sentence.format(**counts), *([nothing] if missing else [])]


def _items(items: pd.DataFrame) -> dict[str, Any]:
    rows = [
        [task, f"{row['solved']:.0%}", "–" if pd.isna(row["discrimination"]) else f"{row['discrimination']:.2f}"]
        for task, row in items.iterrows()
    ]
    return {
        "title": _("Tasks"),
        "note": _(
            "Discrimination is the correlation of a task's points with those of the other tasks. Near 0 or below, the "
            "task does not separate strong from weak submissions: read its answers, and its wording."
        ),
        "columns": [_("task"), _("points earned"), _("discrimination")],
        "rows": rows,
    }


def _mistakes(mistakes: pd.DataFrame) -> dict[str, Any]:
    return {
        "title": _("Commonest mistakes"),
        "note": "" if len(mistakes) else _("None."),
        "columns": [_("mistake"), _("task"), _("students")],
        "rows": mistakes[["mistake", "task", "students"]].head(15).to_numpy().tolist(),
    }


def _notes(results: Sequence[Result]) -> dict[str, Any]:
    rows = [[one.student, note] for one in results for note in one.notes]
    return {
        "title": _("To look at"),
        "note": "" if rows else _("Nothing."),
        "columns": [_("student"), _("note")],
        "rows": rows,
    }
