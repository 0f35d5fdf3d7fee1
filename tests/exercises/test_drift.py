"""The folder of exercises is what the solutions give, to the byte; anything else turns the check red."""

import pytest

from tools import exercises
from tools.files import serialise

NAME = "02-made-up/02-made-up.ipynb"


@pytest.fixture
def course(solution_notebook, solution_path, tmp_path):
    """A course of one notebook of tasks with a file beside it, its exercises made."""
    solution_path.write_bytes(serialise(solution_notebook))
    (solution_path.parent / "bids.csv").write_text("bid\n10\n8\n")
    (solution_path.parent / ".ipynb_checkpoints").mkdir()
    (solution_path.parent / ".ipynb_checkpoints" / "old.ipynb").write_text("not a notebook")
    folders = tmp_path / "solutions", tmp_path / "exercises"
    assert exercises.main([], *folders) == 0
    return folders


def test_generated_exercises_agree_and_extra_files_come_along(course, capsys):
    assert exercises.main(["--check"], *course) == 0
    assert "Exercises are what the solutions give." in capsys.readouterr().out
    assert exercises.present_files(course[1]) == {
        (course[1] / NAME).relative_to(course[1]),
        (course[1] / "02-made-up" / "bids.csv").relative_to(course[1]),
    }
    assert (course[1] / "02-made-up" / "bids.csv").read_text() == "bid\n10\n8\n"


def test_generating_again_changes_no_byte_and_touches_no_file(course):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in course[1].rglob("*.*")}
    exercises.main([], *course)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in course[1].rglob("*.*")} == before


def edit_exercise(source, target):
    path = target / NAME
    path.write_bytes(path.read_bytes().replace(b"floor = ...", b"floor = 9"))
    return f"{NAME} differs"


def edit_solution(source, target):
    path = source / NAME
    path.write_bytes(path.read_bytes().replace(b"What is sure?", b"What is certain?"))
    return f"{NAME} differs"


def delete_exercise(source, target):
    (target / NAME).unlink()
    return f"{NAME} is missing"


def edit_extra_file(source, target):
    (source / "02-made-up" / "bids.csv").write_text("bid\n11\n")
    return "bids.csv differs"


def add_exercise(source, target):
    (target / "03-other.ipynb").write_text("{}")
    return "03-other.ipynb has no source in solutions"


CHANGES = [edit_exercise, edit_solution, delete_exercise, edit_extra_file, add_exercise]


@pytest.mark.parametrize("change", CHANGES)
def test_any_drift_is_red_and_names_the_cure(change, course, capsys):
    expected = change(*course)
    assert exercises.main(["--check"], *course) == 1
    said = capsys.readouterr().out
    assert expected in said
    assert "run: python -m tools.exercises" in said


@pytest.mark.parametrize("change", CHANGES[:4])
def test_the_cure_cures(change, course):
    change(*course)
    exercises.main([], *course)
    assert exercises.main(["--check"], *course) == 0


def test_a_file_without_a_source_is_named_and_kept(course, capsys):
    add_exercise(*course)
    exercises.main([], *course)
    assert "03-other.ipynb has no source in solutions; delete it" in capsys.readouterr().out
    assert (course[1] / "03-other.ipynb").exists()


def test_a_solution_that_cannot_be_cleared_is_named_without_a_traceback(course, capsys):
    path = course[0] / NAME
    path.write_bytes(path.read_bytes().replace(b"### END SOLUTION", b"", 1))
    assert exercises.main([], *course) == 1
    said = capsys.readouterr().err
    assert f"{NAME} cannot become a student's copy: no end solution statement found" in said
    assert "Traceback" not in said
