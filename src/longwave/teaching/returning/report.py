"""The class report of a lesson: how the points spread, what each task did, and which mistakes were made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from longwave.teaching.returning.hand_tables import HandPart, hand_part
from longwave.teaching.returning.sheet import Sheet, sheet_of, sheet_title


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
    hand = hand_part(course, lesson, dry_run, members)
    summary = [*_summary(results, absent, has_deadline=lesson in course.deadlines), *hand.summary]
    found = ClassReport(summary)
    for content in bar([lesson], lesson) if not dry_run else []:
        found.file = course.reports / f"{_named(content, section)}.html"
        guesses, sheet = handed_in_guesses(course, lesson, section), sheet_of(course, lesson)
        sheet = replace(sheet, title=f"{sheet.title} ({section.strip()})") if section else sheet
        write_whole(found.file, report_page(content, results, summary, guesses, sheet, hand))
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
        title = _("{lesson} – guesses").format(lesson=sheet_title(course, content))
        found.file = course.reports / f"{_named(content, section)}-guesses.html"
        words = {"title": title, "summary": found.summary, "charts": charts}
        write_whole(found.file, page("report", tables=[{**table, "note": ""}], **words))
    return found


def report_page(
    lesson: str,
    results: Sequence[Result],
    summary: list[str],
    guesses: HandedIn | None = None,
    sheet: Sheet | None = None,
    hand: HandPart | None = None,
) -> bytes:
    """Return the page of a lesson's results.

    Args:
        lesson: the lesson's slug.
        results: what the machine found.
        summary: the lines at its top.
        guesses: the class's guesses, where the lesson asks for any.
        sheet: what the lesson and its tasks are called; by default slug and ids.
        hand: what people gave.
    """
    from longwave.teaching.returning.items import item_table, mistakes_table, points_table, with_hand_points

    sheet, hand = sheet or Sheet(lesson), hand or HandPart()
    graded = [one for one in results if one.tasks]
    items = item_table(with_hand_points(points_table(graded), hand.points, hand.worth))
    charts = _charts(graded, items, sheet, hand)
    summary = (
        summary if charts else [*summary, _("No submission has a task that the machine graded: no chart is drawn.")]
    )
    tables = [_items(items, sheet), *hand.tables, _mistakes(mistakes_table(graded), sheet), _notes(results)]
    if guesses is not None and guesses.guesses:
        charts += guess_charts(guesses, is_revealed=True)
        tables.insert(-1, guess_table(guesses, is_revealed=True))
    title = _("{lesson} – class report").format(lesson=sheet.title)
    return page("report", title=title, summary=summary, charts=[drawn(chart) for chart in charts], tables=tables)


def _charts(graded: Sequence[Result], items: pd.DataFrame, sheet: Sheet, hand: HandPart) -> list[Any]:
    """Return the charts of a class; none if the machine graded nothing."""
    from longwave.teaching.returning.class_report_chart import points_chart, statuses_chart
    from longwave.teaching.returning.items import status_table

    most = sum(task.max_points for task in graded[0].tasks) if graded else 0.0
    if not most:
        return []
    totals = pd.Series({one.student: sum(task.points for task in one.tasks) for one in graded})
    waiting = [one.student for one in graded if one.student in hand.open or one.student not in hand.points]
    note = ""
    if hand.worth and not waiting:
        totals += pd.Series({student: sum(hand.points[student].values()) for student in totals.index})
        most += sum(hand.worth.values())
        note = _("Points given by hand are in it.")
    elif hand.worth and len(waiting) < len(graded):
        words = _("Points given by hand are left out, as {count} of {all} submissions wait for theirs.")
        note = words.format(count=len(waiting), all=len(graded))
    statuses = status_table(graded)
    by_machine = items.loc[[task for task in items.index if task in set(statuses["task"])]]
    return [points_chart(totals, most, note), statuses_chart(statuses, by_machine, sheet.tasks)]


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


def _items(items: pd.DataFrame, sheet: Sheet) -> dict[str, Any]:
    rows = [
        [
            _with_id(sheet, str(task)),
            f"{row['solved']:.0%}",
            "–" if pd.isna(row["discrimination"]) else f"{row['discrimination']:.2f}",
        ]
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


def _with_id(sheet: Sheet, task: str) -> str:
    """Return what a task is called, and the id by which commands and files name it."""
    return f"{sheet.task(task)} ({task})" if task in sheet.tasks else task


def _mistakes(mistakes: pd.DataFrame, sheet: Sheet) -> dict[str, Any]:
    mistakes = mistakes.assign(task=mistakes["task"].map(sheet.task))
    return {
        "title": _("Commonest mistakes"),
        "note": "" if len(mistakes) else _("None."),
        "columns": [_("mistake"), _("task"), _("students")],
        "rows": mistakes[["mistake", "task", "students"]].head(15).to_numpy().tolist(),
    }


def _notes(results: Sequence[Result]) -> dict[str, Any]:
    rows = [[one.student, note] for one in results for note in one.all_notes]
    return {
        "title": _("To look at"),
        "note": "" if rows else _("Nothing."),
        "columns": [_("student"), _("note")],
        "rows": rows,
    }
