"""On honest submissions the grades are those of plain `nbgrader autograde`."""

import pytest

from longwave.teaching.folder.gradebook import open_gradebook
from longwave.teaching.grading.grade import grade
from longwave.teaching.sandbox.kinds import Kind
from tests.teaching.classroom import HONEST, LESSON, bytes_of
from tests.teaching.made_course import copied, made_course


def scores(course):
    """Return what the gradebook holds: points, and what waits for a person, by student and cell."""
    with open_gradebook(course) as gradebook:
        return {
            (submission.student.id, mark.name): (mark.auto_score, mark.needs_manual_grade)
            for submission in gradebook.assignment_submissions(LESSON)
            for notebook in submission.notebooks
            for mark in notebook.grades
        }


def comments(course):
    with open_gradebook(course) as gradebook:
        return {
            (submission.student.id, comment.name): comment.auto_comment
            for submission in gradebook.assignment_submissions(LESSON)
            for notebook in submission.notebooks
            for comment in notebook.comments
        }


@pytest.mark.parametrize("trusted", [False, True], ids=["sandbox", "no sandbox"])
def test_grades_equal_those_of_plain_nbgrader(tmp_path, request, trusted, nbgraders):
    course, expected, notes = nbgraders
    kind = Kind("none", isolates=False) if trusted else request.getfixturevalue("kind")
    ours = copied(course, tmp_path / "ours")
    grade(ours, LESSON, kind)
    assert scores(ours) == expected
    assert comments(ours) == notes


@pytest.fixture(scope="module")
def nbgraders(tmp_path_factory):
    """Grade a class with nbgrader alone: its converter, its kernels, its gradebook."""
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    folder = tmp_path_factory.mktemp("nbgrader")
    honest = {name: bytes_of(make()) for name, (make, _points) in HONEST.items()}
    course = made_course(folder / "clean", honest)
    theirs = copied(course, folder / "theirs")
    config = Config()
    config.CourseDirectory.root = str(theirs.root)
    config.CourseDirectory.source_directory = "solutions"
    config.CourseDirectory.release_directory = "exercises"
    config.CourseDirectory.db_url = theirs.gradebook_url
    config.CourseDirectory.course_id = theirs.course_id
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    for student in honest:
        told = api.autograde(LESSON, student)
        assert told["success"], told.get("error") or told["log"]
    return course, scores(theirs), comments(theirs)
