"""Grades as files that Canvas and Moodle import.

Who is excused has "EX" in Canvas's columns, which excuses there, and an empty cell in Moodle's; who is missing has 0.

Canvas (`lib/gradebook_importer.rb` and `gradebook_exporter.rb` of instructure/canvas-lms; "How do I import grades in
the Gradebook?" of its guides): first the columns Student, ID, SIS User ID, SIS Login ID, Section, then a column for
each assignment, named by its title, with its number in brackets if it is there already: "Exercises 18 (12345)". The row
after the header starts with "Points Possible". A student is found by ID, else by SIS User ID, else by SIS Login ID. A
title that Canvas does not know becomes a new assignment, after a question.

Moodle's grade import (docs.moodle.org, "Grade import"; `grade/import/csv/classes/load_data.php`): any columns; the
person who imports maps one of them to a user's email address (capitals count) or ID number, and each other one to a
grade item. An empty cell is no grade.

Moodle's grading worksheet (`mod/assign/gradingtable.php`, `mod/assign/feedback/offline/importgradeslib.php`): it needs
Identifier, Grade and "Last modified (grade)" under these names, which are those of the site's language. The identifier
is "Participant " and the number in the name of the student's folder in the download, so the worksheet has the students
whose notebooks came that way. A grade above the assignment's maximum is skipped.

Both read UTF-8, with the mark at its start that makes spreadsheets read it, too.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import task_of
from longwave.teaching.concepts.notebooks import AFTER, BEFORE
from longwave.teaching.folder import clock
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import is_there, open_gradebook
from longwave.teaching.folder.names import cell, file_name
from longwave.teaching.folder.roster import Student, students_of
from longwave.teaching.folder.sections import in_section
from longwave.teaching.intake.receipts import read_receipt
from longwave.teaching.returning.ledger import lines_of, totals_table, why_table
from longwave.teaching.returning.numbers import number
from longwave.teaching.returning.points import Points
from longwave.teaching.returning.remarks import remarks_on
from longwave.teaching.returning.rubric_table import rubric_tables
from longwave.teaching.returning.scores import LessonScores, lesson_scores

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE = "    Points Possible"  # with the blanks of Canvas's own export
MOODLE = ("First name", "Last name", "ID number", "Email address")
WORKSHEET = (
    "Identifier",
    "Full name",
    "Email address",
    "Status",
    "Grade",
    "Maximum Grade",
    "Grade can be changed",
    "Last modified (submission)",
    "Last modified (grade)",
)
_NUMBER_OF_ASSIGNMENT = re.compile(r" \(\d+\)$")


@dataclass
class GradebookReport:
    """What was written, and what is still to do before it is imported."""

    dry_run: bool
    files: list[Path] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        sentence = _("Would write: {file}") if self.dry_run else _("Written: {file}")
        return [*self.remarks, *(sentence.format(file=file) for file in self.files)]


def canvas_csv(course: Course, lessons: Sequence[str], per_task: bool = False) -> str:
    """Return grades for Canvas's gradebook import: a column for each lesson, or for each task."""
    return _canvas(course, _scores(course, lessons), students_of(course), per_task)


def moodle_csv(course: Course, lessons: Sequence[str], per_task: bool = False) -> str:
    """Return grades for Moodle's gradebook import: a column for each lesson, or for each task."""
    return _moodle(course, _scores(course, lessons), students_of(course), per_task)


def moodle_worksheet(course: Course, lesson: str) -> str:
    """Return a lesson's grades as the grading worksheet of Moodle's assignment."""
    return _worksheet(course, _scores(course, [lesson])[0], students_of(course))


def gradebook_step(
    course: Course,
    lessons: Sequence[str],
    dry_run: bool = False,
    so_far: bool = False,
    section: str = "",
    bar: Bar = plain,
) -> GradebookReport:
    """Write the files for Canvas and Moodle, and the instructor's own, into `lms/`.

    What a person has still to grade is left empty, and so is the student's sum; with `so_far` it counts as nothing.

    Args:
        course: the instructor's course.
        lessons: the lessons' slugs; none: all that the gradebook has.
        dry_run: say what would be written, and write nothing.
        so_far: count what a person has still to grade as nothing.
        section: write only the students of this section, into files of its own.
        bar: shows how far it is.
    """
    students_of(course)  # a roster without anybody is refused
    students, scores = in_section(course, section), _scores(course, lessons)
    remarks = remarks_on(course, scores, students, so_far)
    for score in (score for one in scores for score in one.students.values() if so_far):
        score.count_open_as_nothing()
    part = scores[0].lesson if len(lessons) == 1 else "all"
    report = GradebookReport(dry_run, remarks=remarks)
    files = _files(course, scores, students, part)
    files |= rubric_tables(course, [one.lesson for one in scores], students, dry_run)
    for name, text in bar(list(files.items()), _("gradebook")):
        path = course.lms / (f"{name}-{file_name(section.strip())}.csv" if section else f"{name}.csv")
        if not dry_run:
            write_whole(path, text.encode("utf-8-sig"), mode=0o600, durable=True)
        report.files.append(path)
    return report


def _files(course: Course, scores: list[LessonScores], students: Sequence[Student], part: str) -> dict[str, str]:
    """Return the text of each file by its name without an ending."""
    files = {}
    for platform, table in (("canvas", _canvas), ("moodle", _moodle)):
        files[f"{platform}-{part}"] = table(course, scores, students, False)
        files[f"{platform}-{part}-tasks"] = table(course, scores, students, True)
    for one in scores:
        worksheet = _worksheet(course, one, students)
        if worksheet.count("\n") > 1:
            files[f"moodle-worksheet-{one.lesson}"] = worksheet
    lines = lines_of(course, scores, students, clock.now())
    files[f"grades-{part}"] = _text(totals_table(scores, lines))
    files[f"grades-{part}-why"] = _text(why_table(course, scores, lines))
    return files


def _scores(course: Course, lessons: Sequence[str]) -> list[LessonScores]:
    """Return the scores of lessons, or of all released lessons.

    Raises:
        ExpectedError: if one is not in the gradebook.
    """
    if not is_there(course):
        raise ExpectedError(_("There is no gradebook yet. Release a lesson first: longwave release LESSON"))
    with open_gradebook(course) as gradebook:
        # The concept tests give no marks, so they have columns only if they are named.
        wanted = lessons or sorted({one.name for one in gradebook.assignments} - {BEFORE, AFTER})
        found = {lesson: lesson_scores(course, gradebook, lesson) for lesson in wanted}
    unknown = [lesson for lesson, scores in found.items() if scores is None]
    if unknown or not found:
        sentence = _("Not in the gradebook: {lessons}. Release it first: longwave release LESSON")
        raise ExpectedError(sentence.format(lessons=", ".join(unknown) or "–"))
    return [scores for scores in found.values() if scores is not None]


def _canvas(course: Course, scores: list[LessonScores], students: Sequence[Student], per_task: bool) -> str:
    rows: list[list[str]] = [[*CANVAS, *_titles(course, scores, per_task)]]
    rows.append([POINTS_POSSIBLE, *[""] * (len(CANVAS) - 1), *_most(scores, per_task)])
    points = Points(course, scores, per_task, excused="EX")
    for student in students:
        name = ", ".join(part for part in (student.last_name, student.first_name) if part)
        start = [name, student.lms_id, student.student_id, student.student_id, student.section]
        rows.append([*map(cell, start), *points.of(student)])
    return _text(rows)


def _moodle(course: Course, scores: list[LessonScores], students: Sequence[Student], per_task: bool) -> str:
    rows: list[list[str]] = [[*MOODLE, *_titles(course, scores, per_task)]]
    points = Points(course, scores, per_task, excused="")
    for student in students:
        start = [student.first_name, student.last_name, student.lms_id or student.student_id, student.email]
        rows.append([*map(cell, start), *points.of(student)])
    return _text(rows)


def _worksheet(course: Course, scores: LessonScores, students: Sequence[Student]) -> str:
    rows: list[list[str]] = [list(WORKSHEET)]
    for student in students:
        receipt = read_receipt(course, scores.lesson, student.student_id)
        score = scores.students.get(student.student_id)
        is_excused = course.rules.excused(student.student_id, scores.lesson)
        if not (receipt and receipt.participant.isdecimal()) or score is None or score.total is None or is_excused:
            continue
        start = [f"Participant {receipt.participant}", cell(student.full_name), cell(student.email)]
        grade = [number(score.total), number(scores.most)]
        rows.append([*start, "Submitted for grading", *grade, "Yes", "-", "-"])
    return _text(rows)


def _titles(course: Course, scores: list[LessonScores], per_task: bool) -> list[str]:
    titles = []
    for one in scores:
        title = course.titles.get(one.lesson, one.lesson)
        if per_task:
            short = _NUMBER_OF_ASSIGNMENT.sub("", title)
            titles += [f"{short}: {task_of(name)}" for name in one.points]
            titles += [_("{title}: late penalty").format(title=short)] if one.has_penalty else []
        else:
            titles.append(title)
    return [cell(title) for title in titles]


def _most(scores: list[LessonScores], per_task: bool) -> list[str]:
    if not per_task:
        return [number(one.most) for one in scores]
    found: list[str] = []
    for one in scores:
        found += [number(points) for points in one.points.values()] + (["0"] if one.has_penalty else [])
    return found


def _text(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()
