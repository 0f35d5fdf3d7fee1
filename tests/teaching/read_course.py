"""A course whose argued answers wait for a person: graded as `grade` records it, without running anybody's code."""

from collections.abc import Mapping
from pathlib import Path

import nbformat

from longwave.teaching.cells import Cells
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import enrol, open_gradebook
from longwave.teaching.grading.graded_notebook import graded_notebook
from longwave.teaching.grading.job import Graded
from longwave.teaching.grading.recording import record
from longwave.teaching.grading.results import ArguedResult, Result, TaskResult, result_file, write_result
from longwave.teaching.handout.personal import personal_texts
from longwave.teaching.judging.judge import Judgement
from longwave.teaching.notebooks import notebook_of, text_of
from tests.teaching.classroom import LESSON, POINTS, bytes_of, written
from tests.teaching.made_course import made_course

TASK = "18-argued-index"
CELL = f"{TASK}-answer"
TEXTS = {
    "ann": "I wait for the test. **Half** of the cities lose 2 % a year.",
    "bob": "Pay by the index, since a < b.",
    "cyd": "Draw lots, and count the cost.",
    "dan": "",
}


def read_course(folder: Path, texts: Mapping[str, str] = TEXTS) -> Course:
    """Return a course of students with these argued answers; an empty text leaves the cell as it was given out."""
    course = made_course(folder, {student: bytes_of(written({}, text)) for student, text in texts.items()})
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
    for student, text in texts.items():
        grade_without_code(course, student, text)
    return course


def grade_without_code(course: Course, student: str, text: str, solved: int = 3) -> None:
    """Record what `grade` would: the first tasks right, and the argued one open if it has a text."""
    source, copy, _numbers = personal_texts(course, LESSON, student)
    handed_in = nbformat.reads(bytes_of(written({}, text)).decode(), as_version=4)
    cells = Cells([dict(cell) for cell in handed_in.cells])
    notebook = text_of(graded_notebook(notebook_of(source), notebook_of(copy), cells, Judgement()))
    tasks = tuple(
        TaskResult(task, float(most if place < solved else 0), most, "right" if place < solved else "wrong")
        for place, (task, most) in enumerate(POINTS.items())
    )
    argued = (ArguedResult(TASK, 4.0, bool(text)),)
    result = Result(student, LESSON, "graded", "2026-11-27T10:00:00", 0.0, (), tasks, argued)
    with open_gradebook(course) as gradebook:
        record(gradebook, Graded(result, notebook))
    path = result_file(course, student, LESSON).with_name(f"{LESSON}.ipynb")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(notebook, "utf-8")
    write_result(course, result)


def in_formgrader(course: Course, student: str, points: float | None, comment: str | None = None) -> None:
    """Give points as formgrader does: into the gradebook, and without a word to anybody."""
    with open_gradebook(course) as gradebook:
        mark = gradebook.find_grade(CELL, LESSON, LESSON, student)
        mark.manual_score, mark.needs_manual_grade = points, False
        if comment is not None:
            gradebook.find_comment(CELL, LESSON, LESSON, student).manual_comment = comment
        gradebook.db.commit()


def in_gradebook(course: Course, student: str) -> tuple[float | None, str, bool]:
    """Return what the gradebook has: hand points, comment, and whether a person has to look."""
    with open_gradebook(course) as gradebook:
        mark = gradebook.find_grade(CELL, LESSON, LESSON, student)
        comment = gradebook.find_comment(CELL, LESSON, LESSON, student).manual_comment
        return mark.manual_score, comment or "", mark.needs_manual_grade
