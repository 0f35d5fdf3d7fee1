"""Releasing a lesson: students get the exercise and nothing else, and an instructor learns what is not as it was."""

import base64
import dataclasses
import shutil
import sqlite3
import zipfile

import nbformat
import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import public_lessons, public_notebook
from longwave.teaching.folder.founding import new_course
from longwave.teaching.folder.student_copy import graded_cells, student_copy
from longwave.teaching.handout import release as releasing
from longwave.teaching.handout.leaks import leaks, private_lines
from longwave.teaching.handout.release import release
from longwave.teaching.notebooks import serialise
from tests.teaching.made_up_course import LESSON


def cell(notebook, name):
    return next(one for one in notebook.cells if one.id == name)


def edit(course, name, change, path=None):
    """Change a cell of the course's own solution."""
    path = path or course.solution(LESSON)
    notebook = nbformat.read(path, as_version=4)
    change(cell(notebook, name))
    path.write_bytes(serialise(notebook))


def say(text):
    return lambda one: one.__setitem__("source", text)


@pytest.fixture
def unreleased(course):
    """A course whose gradebook is there already, as making one takes seconds, and nothing else of the lesson."""
    for folder in ("solutions", "exercises", "released"):
        shutil.rmtree(course.root / folder)
    return course


def test_students_get_the_public_exercise_in_a_zip_of_one_notebook(course):
    content = course.exercise(LESSON).read_bytes()
    assert content == public_notebook("exercises", LESSON).read_bytes()
    with zipfile.ZipFile(course.released / f"{LESSON}.zip") as bundle:
        assert bundle.namelist() == [f"{LESSON}.ipynb"]
        assert bundle.read(f"{LESSON}.ipynb") == content


def test_the_private_source_is_a_copy_of_the_public_one(course):
    assert course.solution(LESSON).read_bytes() == public_notebook("solutions", LESSON).read_bytes()


def test_releasing_again_changes_nothing(course, everything):
    before = everything(course.root)
    report = release(course, LESSON)
    assert everything(course.root) == before
    assert "Nothing has changed" in "\n".join(report.lines())


def test_two_releases_give_the_same_bytes(unreleased, released_course):
    release(unreleased, LESSON)
    name = f"released/{LESSON}.zip"
    assert (unreleased.root / name).read_bytes() == (released_course / name).read_bytes()


def test_the_report_names_points_deadline_and_files(unreleased):
    course = unreleased
    text = "\n".join(release(course, LESSON).lines())
    assert "7 graded cells, 13 points" in text
    assert "Due: 2026-12-01 15:59 (UTC)" in text
    assert "no deadline" in "\n".join(release(dataclasses.replace(course, deadlines={}), LESSON).lines())
    assert f"released/{LESSON}.zip" in text


def test_a_dry_run_writes_nothing_and_says_what_it_would(tmp_path, everything):
    course = new_course(tmp_path / "mine")
    before = everything(course.root)
    report = release(course, LESSON, dry_run=True)
    assert everything(course.root) == before
    assert report.changed == [
        f"solutions/{LESSON}/{LESSON}.ipynb",
        "the gradebook",
        f"released/{LESSON}.zip",
        f"exercises/{LESSON}/{LESSON}.ipynb",
    ]
    assert "For your students" not in "\n".join(report.lines())
    release(course, LESSON)
    before = everything(course.root)
    assert release(course, LESSON, dry_run=True).changed == []
    assert everything(course.root) == before


def test_a_bar_sees_each_part(course):
    seen = []
    release(course, LESSON, bar=lambda items, words: seen.append((len(list(items)), words)) or items)
    assert seen == [(3, LESSON)]


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_stopped_at_any_point_and_repeated_it_ends_the_same(unreleased, monkeypatch, everything, stop_at):
    course, count = unreleased, 0
    write = releasing.write_whole

    def stop(*arguments, **named):
        nonlocal count
        count += 1
        if count == stop_at:
            raise KeyboardInterrupt
        return write(*arguments, **named)

    monkeypatch.setattr(releasing, "write_whole", stop)
    with pytest.raises(KeyboardInterrupt):
        release(course, LESSON)
    monkeypatch.undo()
    release(course, LESSON)
    whole = everything(course.root)
    assert f"released/{LESSON}.zip" in whole
    assert f"exercises/{LESSON}/{LESSON}.ipynb" in whole
    assert release(course, LESSON).changed == []


def test_a_visible_cell_that_differs_from_the_public_one_is_named(course, everything):
    edit(course, "18-rest-prompt", say("## 3. Another question"))
    edit(course, "18-apart-check", say('check("18-apart", None)'))
    before = everything(course.root)
    with pytest.raises(ExpectedError, match="18-rest-prompt, 18-apart-check.*--changed"):
        release(course, LESSON)
    assert everything(course.root) == before


def test_another_model_answer_is_no_drift_and_students_see_no_change(course):
    edit(course, "18-weight-answer", lambda one: one.__setitem__("source", one.source.replace("0.15 / (", "0.15 / +(")))
    edit(course, "18-argued-index-answer", say("Draw lots, and say so before you look at the figures."))
    assert release(course, LESSON).changed == []


def test_other_hidden_tests_and_points_are_no_drift(course):
    def harder(one):
        one.source = one.source.replace("practice(", "assert 0.2 < weight < 0.3\npractice(")
        one.metadata.nbgrader.points = 3

    edit(course, "18-weight-tests", harder)
    with pytest.raises(ExpectedError, match="differs from this one: 18-weight-tests.*--again"):
        release(course, LESSON)
    report = release(course, LESSON, again=True)
    assert report.points == 15
    assert b"0.2 < weight" not in course.exercise(LESSON).read_bytes()
    with sqlite3.connect(course.gradebook_file) as database:
        stored = "\n".join(database.iterdump())
    assert "0.2 < weight" in stored


def test_a_changed_prompt_goes_out_only_when_asked_for_twice(course):
    edit(course, "18-rest-prompt", say("## 3. Another question"))
    with pytest.raises(ExpectedError, match="Students have an exercise.*18-rest-prompt"):
        release(course, LESSON, changed=True)
    report = release(course, LESSON, changed=True, again=True)
    assert b"Another question" in course.exercise(LESSON).read_bytes()
    assert f"released/{LESSON}.zip" in report.changed


def test_cells_in_another_order_or_gone_are_drift(course):
    path = course.solution(LESSON)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[2], notebook.cells[6] = notebook.cells[6], notebook.cells[2]
    path.write_bytes(serialise(notebook))
    with pytest.raises(ExpectedError, match="18-level-prompt, 18-corrected-prompt"):
        release(course, LESSON)
    notebook.cells.pop(2)
    path.write_bytes(serialise(notebook))
    with pytest.raises(ExpectedError, match="18-level-prompt"):
        release(course, LESSON)


HIDDEN = "assert abs(replicator([0.5, 0.5], [0.15 * (1 - weight), 0.45 * weight], 10)[0] - 0.5) < 0.002"
ANSWER = "weight = 0.15 / (0.15 + 0.45)"
IN_BASE_64 = base64.b64encode(f"look: {ANSWER}".encode()).decode()


@pytest.mark.parametrize(
    ("place", "leak"),
    [
        ("18-weight-prompt", say(f"A hint: `{ANSWER}`")),
        ("18-weight-check", lambda one: one.metadata.__setitem__("note", {"for me": [HIDDEN]})),
        ("18-weight-check", lambda one: one.metadata.__setitem__(HIDDEN, 1)),
        ("18-weight-prompt", lambda one: one.__setitem__("attachments", {"a.svg": {"image/svg+xml": ANSWER}})),
        ("18-weight-prompt", lambda one: one.__setitem__("attachments", {"a.png": {"image/png": IN_BASE_64}})),
        ("18-weight-prompt", lambda one: one.metadata.__setitem__("note", "### BEGIN SOLUTION")),
    ],
    ids=["source", "metadata", "key", "attachment", "base 64", "mark"],
)
def test_nothing_of_an_answer_or_test_gets_out_at_any_place(course, everything, place, leak):
    edit(course, place, leak)
    before = everything(course.root)
    with pytest.raises(ExpectedError, match=f"would give away: {place}"):
        release(course, LESSON, again=True, changed=True)
    assert everything(course.root) == before


def test_an_output_that_nbgrader_would_leave_is_caught(course):
    solution = nbformat.read(course.solution(LESSON), as_version=4)
    student = student_copy(solution)
    cell(student, "18-weight-check").outputs = [nbformat.v4.new_output("stream", text=["left\n", ANSWER + "\n"])]
    assert leaks(course, solution, student, None) == [f"18-weight-check, outputs: {ANSWER}"]


@pytest.mark.parametrize("form", ["hex", "upper", "base64"])
def test_no_secret_gets_out_and_none_is_shown(course, form):
    secret = course.secret()
    written = {"hex": secret.hex(), "upper": secret.hex().upper(), "base64": base64.b64encode(secret).decode()}[form]
    edit(course, "title", lambda one: one.metadata.__setitem__("mine", f"({written})"))
    with pytest.raises(ExpectedError, match="title, metadata: secret.txt") as told:
        release(course, LESSON, again=True, changed=True)
    assert written not in str(told.value)


def test_the_gradebooks_password_does_not_get_out(course):
    solution = nbformat.read(course.solution(LESSON), as_version=4)
    cell(solution, "title").source += "\n\nThe password is Sesame-42."
    remote = dataclasses.replace(course, gradebook_url="postgresql+psycopg://ann:Sesame%2D42@host/db")
    found = leaks(remote, solution, student_copy(solution), student_copy(solution))
    assert found == ["title, source: the gradebook's password"]


@pytest.mark.parametrize("lesson", public_lessons())
def test_no_public_lesson_is_taken_for_a_leak_and_each_has_something_to_hide(course, lesson):
    solution = nbformat.read(public_notebook("solutions", lesson), as_version=4)
    student, public = student_copy(solution), nbformat.read(public_notebook("exercises", lesson), as_version=4)
    assert leaks(course, solution, student, public) == []
    assert len(private_lines(solution)) > 10
    assert leaks(course, solution, graded_cells(solution), public) != []


def test_an_own_lesson_without_a_public_one_is_released_and_watched(course):
    notebook = nbformat.read(course.solution(LESSON), as_version=4)
    own = course.solution("90-ours")
    own.parent.mkdir(parents=True)
    own.write_bytes(serialise(notebook))
    assert release(course, "90-ours").points == 13
    cell(notebook, "title").metadata["note"] = ANSWER
    own.write_bytes(serialise(notebook))
    with pytest.raises(ExpectedError, match="would give away: title, metadata"):
        release(course, "90-ours", again=True)


def test_a_solution_that_cannot_be_cleared_is_named_without_a_traceback(course):
    edit(course, "18-weight-answer", lambda one: one.__setitem__("source", one.source.replace("### END SOLUTION", "")))
    with pytest.raises(ExpectedError, match="cannot become a student's copy"):
        release(course, LESSON)
    course.solution(LESSON).write_text('{"cells": [')
    with pytest.raises(ExpectedError, match="cannot be read"):
        release(course, LESSON)


def test_without_a_solution_anywhere_one_learns_where_to_put_it(course, monkeypatch):
    monkeypatch.setattr(releasing, "public_notebook", lambda part, lesson: None)
    with pytest.raises(ExpectedError, match="Put one into .*91-none.ipynb"):
        release(course, "91-none")


def test_the_zip_holds_no_time_and_no_owner(course):
    with zipfile.ZipFile(course.released / f"{LESSON}.zip") as bundle:
        entry = bundle.infolist()[0]
    assert (entry.date_time, entry.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 0o644)
