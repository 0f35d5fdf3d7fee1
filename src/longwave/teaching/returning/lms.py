"""Grades as files that Canvas and Moodle import.

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

from longwave.i18n import _, plural
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import task_of
from longwave.teaching.concepts.notebooks import AFTER, BEFORE
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import is_there, open_gradebook
from longwave.teaching.folder.names import cell
from longwave.teaching.folder.roster import Student, students_of
from longwave.teaching.intake.receipts import read_receipt
from longwave.teaching.returning.rubric_table import rubric_tables
from longwave.teaching.returning.scores import LessonScores, Score, lesson_scores

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
    return _canvas(course, _scores(course, lessons), per_task)


def moodle_csv(course: Course, lessons: Sequence[str], per_task: bool = False) -> str:
    """Return grades for Moodle's gradebook import: a column for each lesson, or for each task."""
    return _moodle(course, _scores(course, lessons), per_task)


def moodle_worksheet(course: Course, lesson: str) -> str:
    """Return a lesson's grades as the grading worksheet of Moodle's assignment."""
    return _worksheet(course, *_scores(course, [lesson]))


def gradebook_step(
    course: Course, lessons: Sequence[str], dry_run: bool = False, so_far: bool = False, bar: Bar = plain
) -> GradebookReport:
    """Write the files for Canvas and Moodle into `lms/`; without lessons, of all that the gradebook has.

    What a person has still to grade is left empty, and so is the student's sum; with `so_far` it counts as nothing.
    """
    scores = _scores(course, lessons)
    remarks = _remarks(course, scores, so_far)
    for score in (score for one in scores for score in one.students.values() if so_far):
        score.count_open_as_nothing()
    part = scores[0].lesson if len(lessons) == 1 else "all"
    files = {f"canvas-{part}.csv": _canvas(course, scores, per_task=False)}
    files[f"canvas-{part}-tasks.csv"] = _canvas(course, scores, per_task=True)
    files[f"moodle-{part}.csv"] = _moodle(course, scores, per_task=False)
    files[f"moodle-{part}-tasks.csv"] = _moodle(course, scores, per_task=True)
    for one in scores:
        worksheet = _worksheet(course, one)
        if worksheet.count("\n") > 1:
            files[f"moodle-worksheet-{one.lesson}.csv"] = worksheet
    files |= rubric_tables(course, [one.lesson for one in scores], dry_run)
    report = GradebookReport(dry_run, remarks=remarks)
    for name, text in bar(list(files.items()), _("gradebook")):
        if not dry_run:
            write_whole(course.lms / name, text.encode("utf-8-sig"), mode=0o600, durable=True)
        report.files.append(course.lms / name)
    return report


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


def _canvas(course: Course, scores: list[LessonScores], per_task: bool) -> str:
    rows: list[list[str]] = [[*CANVAS, *_titles(course, scores, per_task)]]
    rows.append([POINTS_POSSIBLE, *[""] * (len(CANVAS) - 1), *_most(scores, per_task)])
    for student in students_of(course):
        name = ", ".join(part for part in (student.last_name, student.first_name) if part)
        start = [name, student.lms_id, student.student_id, student.student_id, student.section]
        rows.append([*map(cell, start), *_points(student, scores, per_task)])
    return _text(rows)


def _moodle(course: Course, scores: list[LessonScores], per_task: bool) -> str:
    rows: list[list[str]] = [[*MOODLE, *_titles(course, scores, per_task)]]
    for student in students_of(course):
        start = [student.first_name, student.last_name, student.lms_id or student.student_id, student.email]
        rows.append([*map(cell, start), *_points(student, scores, per_task)])
    return _text(rows)


def _worksheet(course: Course, scores: LessonScores) -> str:
    rows: list[list[str]] = [list(WORKSHEET)]
    for student in students_of(course):
        receipt = read_receipt(course, scores.lesson, student.student_id)
        score = scores.students.get(student.student_id)
        if receipt and receipt.participant.isdecimal() and score is not None and score.total is not None:
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


def _points(student: Student, scores: list[LessonScores], per_task: bool) -> list[str]:
    """Return a student's cells; if nothing is graded yet they are empty: whether it is a zero, a person decides."""
    found: list[str] = []
    for one in scores:
        score = one.students.get(student.student_id)
        if not per_task:
            found.append(number(score.total) if score and score.total is not None else "")
        else:
            found += _points_of_tasks(one, score)
    return found


def _points_of_tasks(scores: LessonScores, score: Score | None) -> list[str]:
    found = [number(score.tasks[name]) if score and name in score.tasks else "" for name in scores.points]
    return found + ([number(-score.penalty) if score else ""] if scores.has_penalty else [])


def number(points: float) -> str:
    """Return points with at most two decimals, as both systems keep them.

    >>> number(3.0), number(0.125), number(-0.0)
    ('3', '0.12', '0')
    """
    return f"{round(points, 2) + 0:.2f}".rstrip("0").rstrip(".")


def _text(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _remarks(course: Course, scores: list[LessonScores], so_far: bool) -> list[str]:
    """Return what a person should know before they import the files."""
    students = students_of(course)
    listed = {student.student_id for student in students}
    remarks = []
    for one in scores:
        sentence = _("{lesson}: {count} of {all} students are graded by machine, for at most {points} points in all.")
        graded = len(listed & one.students.keys())
        words = {"lesson": one.lesson, "count": graded, "all": len(listed), "points": number(one.most)}
        remarks.append(sentence.format(**words))
        waiting = sorted(student for student, score in one.students.items() if score.waits and student in listed)
        if waiting:
            sentence = plural(
                "{lesson}: a person has still to grade answers of {count} student: {students}",
                "{lesson}: a person has still to grade answers of {count} students: {students}",
                len(waiting),
            )
            remarks.append(sentence.format(lesson=one.lesson, count=len(waiting), students=", ".join(waiting)))
        if any(score.open for score in one.students.values()):
            remarks.append(_("These answers count as 0.") if so_far else _left_empty())
        gone = sorted(one.students.keys() - listed)
        if gone:
            sentence = _("{lesson}: graded, but not on the roster, and so not in the files: {students}")
            remarks.append(sentence.format(lesson=one.lesson, students=", ".join(gone)))
    without = [student.student_id for student in students if not student.lms_id]
    if without:
        sentence = _("Without an lms_id on the roster, Canvas goes by the student id: {students}")
        remarks.append(sentence.format(students=", ".join(without)))
    return remarks


def _left_empty() -> str:
    return _("What nobody has graded is left empty, and so is the student's sum. To count it as 0: --so-far")
