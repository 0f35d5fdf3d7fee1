"""The rows of the rubrics as files for a spreadsheet: a line for each student, a column for each row.

Learning platforms have no place for rows, so they are not in the files for Canvas and Moodle.
"""

import csv
import io
from collections.abc import Sequence

from longwave.i18n import _
from longwave.teaching.argued.hands import seen
from longwave.teaching.argued.log import log_file
from longwave.teaching.argued.rubric import Question, argued_tasks
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import open_gradebook
from longwave.teaching.folder.names import cell
from longwave.teaching.folder.roster import Student, students_of
from longwave.teaching.returning.hand_rows import HandRow, rows_given

_ABOUT = ("First name", "Last name", "Student ID")


def rubric_tables(course: Course, lessons: Sequence[str], dry_run: bool = False) -> dict[str, str]:
    """Return a file's content by its name, for each lesson in which somebody has points by row."""
    found = {}
    with open_gradebook(course) as gradebook:
        for lesson in lessons:
            questions = [one for one in _questions(course, lesson) if one.rows]
            if not questions:
                continue
            hands, log = seen(course, gradebook, lesson, questions, dry_run)
            rows = {
                (question.task, student): rows_given(question, student, hands[question.task, student].points, log)
                for question in questions
                for student in {student for _task, student in hands}
                if (question.task, student) in hands
            }
            if any(rows.values()):
                found[f"rubric-{lesson}.csv"] = _table(questions, students_of(course), rows)
    return found


def _questions(course: Course, lesson: str) -> list[Question]:
    """Return the argued tasks of a lesson in which anybody gave points by row; without a log nobody did."""
    read = log_file(course, lesson).is_file() and course.solution(lesson).is_file()
    return argued_tasks(course, lesson) if read else []


def _table(
    questions: Sequence[Question], students: Sequence[Student], rows: dict[tuple[str, str], tuple[HandRow, ...]]
) -> str:
    text = io.StringIO(newline="")
    write = csv.writer(text)
    header = list(_ABOUT)
    for question in questions:
        name = _("{task} {row} (of {most:g}): {words}")
        header += [
            name.format(task=question.task, row=one.name, most=one.most, words=one.words) for one in question.rows
        ]
        header.append(_("{task}: sum").format(task=question.task))
    write.writerow([cell(name) for name in header])
    for student in students:
        line = [student.first_name, student.last_name, student.student_id]
        for question in questions:
            given = rows.get((question.task, student.student_id), ())
            points = [f"{row.points:g}" for row in given] or [""] * len(question.rows)
            line += [*points, f"{sum(row.points for row in given):g}" if given else ""]
        write.writerow([cell(word) for word in line])
    return text.getvalue()
