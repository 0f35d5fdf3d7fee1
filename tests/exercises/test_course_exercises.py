"""The course's own exercises: up to date, without an answer in them, and never stopping."""

import re

import nbformat

from tools import exercises
from tools.files import serialise
from tools.notebooks import execute

MARKED = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)\s*### END \1", re.S)
SHORTEST_LINE = 8


def lines_of(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if len(line.strip()) >= SHORTEST_LINE}


def hidden_lines(notebook) -> set[str]:
    """Return the lines that stand between marks, and nowhere else in the notebook."""
    inside, outside = set(), set()
    for cell in notebook.cells:
        inside |= {line for _, block in MARKED.findall(cell.source) for line in lines_of(block)}
        outside |= lines_of(MARKED.sub("", cell.source))
    return inside - outside


def test_exercises_are_what_the_solutions_give():
    assert exercises.drift(exercises.SOURCE, exercises.TARGET) == [], exercises.CURE


def test_no_line_of_an_answer_or_hidden_test_reaches_a_student(solution_file):
    solution = nbformat.read(solution_file, as_version=4)
    secret = hidden_lines(solution)
    assert secret
    student = exercises.student_copy(solution)
    left = set().union(*(lines_of(cell.source) for cell in student.cells))
    assert secret & left == set()
    assert not re.search("BEGIN (SOLUTION|HIDDEN)", serialise(student).decode())


def test_an_unanswered_copy_runs_to_its_end(solution_file, tmp_path):
    student = exercises.student_copy(nbformat.read(solution_file, as_version=4))
    done = execute(student, tmp_path)
    assert all(cell.execution_count for cell in done.cells if cell.cell_type == "code")
