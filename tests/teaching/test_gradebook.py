"""nbgrader's gradebook in SQLite: made whole, filled again and again without a change, and safe for grades."""

import dataclasses
import os
import sqlite3

import nbformat
import pytest
from nbgrader import api

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.gradebook import _connect, enrol, is_there, open_gradebook, register
from tests.teaching.made_up_course import DEADLINE, LESSON

POINTS = {
    "18-corrected-tests": 1,
    "18-level-tests": 1,
    "18-rest-tests": 2,
    "18-weight-tests": 1,
    "18-apart-tests": 2,
    "18-back-tests": 2,
    "18-argued-index-answer": 4,
}


def solution(course):
    return nbformat.read(course.solution(LESSON), as_version=4)


def cell(notebook, name):
    return next(one for one in notebook.cells if one.id == name)


def dump(course):
    with sqlite3.connect(course.gradebook_file) as database:
        return list(database.iterdump())


def test_a_release_registers_the_assignment_its_deadline_and_its_points(course):
    with open_gradebook(course) as gradebook:
        notebook = gradebook.find_notebook(LESSON, LESSON)
        assert {one.name: one.max_score for one in notebook.grade_cells} == POINTS
        assert gradebook.find_assignment(LESSON).duedate == DEADLINE.replace(tzinfo=None)
        assert "practice(" in gradebook.find_source_cell("18-weight-tests", LESSON, LESSON).source
        assert "0.15 / " not in gradebook.find_source_cell("18-weight-answer", LESSON, LESSON).source


def test_registering_again_changes_no_row(course):
    before = dump(course)
    with open_gradebook(course) as gradebook:
        assert register(course, gradebook, LESSON, solution(course)) is False
    assert dump(course) == before


def test_a_new_deadline_reaches_the_gradebook(course):
    later = dataclasses.replace(course, deadlines={})
    with open_gradebook(later) as gradebook:
        assert register(later, gradebook, LESSON, solution(course)) is True
        assert gradebook.find_assignment(LESSON).duedate is None


def test_other_points_reach_the_gradebook_and_grades_stay(course):
    notebook = solution(course)
    cell(notebook, "18-weight-tests").metadata.nbgrader.points = 5
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
        gradebook.add_submission(LESSON, "ann")
        gradebook.find_grade("18-weight-tests", LESSON, LESSON, "ann").auto_score = 1
        gradebook.db.commit()
        assert register(course, gradebook, LESSON, notebook) is True
        assert gradebook.find_grade_cell("18-weight-tests", LESSON, LESSON).max_score == 5
        assert gradebook.find_grade("18-weight-tests", LESSON, LESSON, "ann").auto_score == 1


def test_cells_on_which_grades_hang_cannot_go(course):
    notebook = solution(course)
    notebook.cells.remove(cell(notebook, "18-weight-tests"))
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
        gradebook.add_submission(LESSON, "ann")
        with pytest.raises(ExpectedError, match="Added or gone: 18-weight-tests"):
            register(course, gradebook, LESSON, notebook)


def test_students_come_in_once_are_kept_up_to_date_and_never_go(course):
    with open_gradebook(course) as gradebook:
        assert enrol(course, gradebook) == 3
        assert enrol(course, gradebook) == 0
    course.roster.write_text("student_id,first_name,lms_id\nann,Anna,99\n")
    with open_gradebook(course) as gradebook:
        assert enrol(course, gradebook) == 0
        assert {student.id for student in gradebook.students} == {"ann", "bob", "s_3"}
        ann = gradebook.find_student("ann")
        assert (ann.first_name, ann.lms_user_id) == ("Anna", "99")
        assert gradebook.find_student("s_3").last_name == "王"


def test_a_gradebook_that_was_stopped_while_it_was_made_is_made_anew(course, monkeypatch):
    course.gradebook_file.unlink()

    def stop(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            _connect(course)
    assert not is_there(course)
    with open_gradebook(course) as gradebook:
        assert register(course, gradebook, LESSON, solution(course)) is True
    assert "alembic_version" in "\n".join(dump(course))


def test_a_file_that_is_no_gradebook_is_an_error_in_words(course):
    course.gradebook_file.write_bytes(b"not a database, at any rate not one of SQLite" * 100)
    with pytest.raises(ExpectedError, match="gradebook cannot be opened: .*not a database"), open_gradebook(course):
        pass


def test_the_search_path_is_as_before(course, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    course.gradebook_file.unlink()
    api.get_alembic_version.cache_clear()
    with open_gradebook(course):
        assert os.environ["PATH"] == "/nowhere"
