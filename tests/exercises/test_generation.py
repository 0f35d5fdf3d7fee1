"""How a student's copy is made from a notebook of tasks."""

import os
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import compute_checksum
from traitlets.config import Config

from tools import exercises
from tools.files import serialise


def cell(notebook, name):
    return next(one for one in notebook.cells if one.id == name)


def answer(notebook, source):
    """Return the student's cell for an answer cell of this text."""
    cell(notebook, "02-floor-answer").source = source
    return cell(exercises.student_copy(notebook), "02-floor-answer").source


def test_a_students_copy_has_no_answer_no_hidden_test_and_no_output(solution_notebook):
    student = exercises.student_copy(solution_notebook)
    text = serialise(student).decode()
    assert "floor = 8" not in text
    assert "practice(" not in text
    assert "SOLUTION" not in text
    assert "HIDDEN" not in text
    assert "costs the floor" not in text
    assert all(one.outputs == [] and one.execution_count is None for one in student.cells if one.cell_type == "code")


def test_a_students_copy_keeps_prompts_checks_ids_and_order(solution_notebook):
    student = exercises.student_copy(solution_notebook)
    assert [one.id for one in student.cells] == [*(one.id for one in solution_notebook.cells), "receipt"]
    for name in ("setup", "02-floor-prompt", "02-floor-check", "02-argument-prompt"):
        assert cell(student, name).source == cell(solution_notebook, name).source
    assert cell(student, "02-argument-answer").source == exercises.TEXT_STUB


def test_making_a_copy_leaves_the_solution_as_it_was(solution_notebook):
    before = serialise(solution_notebook)
    exercises.student_copy(solution_notebook)
    assert serialise(solution_notebook) == before


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("floor = ...\n### BEGIN SOLUTION\nfloor = 8\n### END SOLUTION", "floor = ..."),
        (
            "# In money.\nfloor = ...  # yours\n### BEGIN SOLUTION\n8\n### END SOLUTION",
            "# In money.\nfloor = ...  # yours",
        ),
        ("low = ...\nhigh = ...\n### BEGIN SOLUTION\nlow, high = 1, 2\n### END SOLUTION\n", "low = ...\nhigh = ...\n"),
        ("floor = ...\n# Think.\n### BEGIN SOLUTION\nfloor = 8\n### END SOLUTION", "floor = ...\n# Think."),
        ("def floor(a):\n    ### BEGIN SOLUTION\n    return a\n    ### END SOLUTION", "def floor(a):\n    ..."),
    ],
)
def test_a_student_gets_one_place_to_fill(source, expected, solution_notebook):
    assert answer(solution_notebook, source) == expected


def test_cells_are_locked_and_signed_as_nbgrader_does_it(solution_notebook):
    student = exercises.student_copy(solution_notebook)
    MetadataValidator().validate_nb(student)
    tests, reply = cell(student, "02-floor-tests"), cell(student, "02-floor-answer")
    for one in (tests, cell(student, "receipt")):
        assert (one.metadata.deletable, one.metadata.editable) == (False, False)
    assert reply.metadata.deletable is False
    assert "editable" not in reply.metadata
    assert all(one.metadata.nbgrader.checksum == compute_checksum(one) for one in (tests, reply))


def test_the_copy_is_what_nbgraders_own_assignment_command_makes(solution_notebook, tmp_path, monkeypatch):
    # nbgrader looks for the command alembic, which lies beside this Python.
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for one in solution_notebook.cells:
        if one.id.endswith("-answer") and one.cell_type == "code":
            # nbgrader keeps the second row of dots that this course drops, so the answers here are functions.
            one.source = "def floor(a):\n    ### BEGIN SOLUTION\n    return a\n    ### END SOLUTION"
    source = tmp_path / "solutions" / "02-made-up"
    source.mkdir(parents=True)
    (source / "02-made-up.ipynb").write_bytes(serialise(solution_notebook))
    config = Config()
    config.CourseDirectory.root = str(tmp_path)
    config.Exchange.root = str(tmp_path)
    config.CourseDirectory.source_directory = "solutions"
    config.CourseDirectory.release_directory = "exercises"
    config.ClearSolutions.code_stub = {"python": "..."}
    config.ClearSolutions.text_stub = exercises.TEXT_STUB
    made = NbGraderAPI(config=config).generate_assignment("02-made-up")
    assert made["success"], made["log"]
    theirs = nbformat.read(tmp_path / "exercises" / "02-made-up" / "02-made-up.ipynb", as_version=4)
    ours = exercises.student_copy(solution_notebook)
    assert ours.cells.pop().id == "receipt"
    assert serialise(theirs) == serialise(ours)
