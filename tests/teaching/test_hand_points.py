"""What a person gives in formgrader: every comment reaches the page, and points are flagged if their text changed."""

import pytest

from longwave.teaching.folder.gradebook import enrol, open_gradebook
from longwave.teaching.grading.grade import _keep
from longwave.teaching.grading.graded_notebook import graded_notebook
from longwave.teaching.grading.job import Graded, Job, _result
from longwave.teaching.grading.results import read_result
from longwave.teaching.intake.submission import read_submission
from longwave.teaching.judging.judge import Judgement, Outcome
from longwave.teaching.notebooks import notebook_of, text_of
from longwave.teaching.returning.feedback import student_page
from longwave.teaching.returning.marks import marks_of
from tests.teaching.classroom import LESSON, RIGHT, bytes_of, written

ARGUED = "18-argued-index-answer"
FOUND = Judgement({f"{task}-tests": Outcome(True, "right") for task in RIGHT})


def graded(course, answers=RIGHT, argued="Wait, and draw lots."):
    """Grade what Ann hands in, as if a sandbox had found every answer right."""
    path = course.submission("ann", LESSON)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes_of(written(answers, argued)))
    job = Job.of(course, LESSON, "ann")
    source, copy = notebook_of(job.source), notebook_of(job.copy)
    notebook = graded_notebook(source, copy, read_submission(path, copy.cells).cells, FOUND)
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
        _keep(course, gradebook, Graded(_result(job, notebook, FOUND, [], "graded"), text_of(notebook)))


def give(course, points=3.0, name=ARGUED, **comments):
    """Give points and comments, as formgrader does."""
    with open_gradebook(course) as gradebook:
        mark = gradebook.find_grade(name, LESSON, LESSON, "ann")
        mark.manual_score, mark.needs_manual_grade = points, False
        for cell, words in comments.items():
            gradebook.find_comment(cell.replace("_", "-"), LESSON, LESSON, "ann").manual_comment = words
        gradebook.db.commit()


def marks(course):
    with open_gradebook(course) as gradebook:
        return marks_of(gradebook, LESSON, "ann")


def page(course):
    return student_page(course, read_result(course, "ann", LESSON), marks(course), "Ann").decode()


def test_every_comment_reaches_the_page(course):
    graded(course)
    with open_gradebook(course) as gradebook:
        notebook = gradebook.find_submission_notebook(LESSON, LESSON, "ann")
        names = [comment.name for comment in notebook.comments]
        for name in names:
            gradebook.find_comment(name, LESSON, LESSON, "ann").manual_comment = f"about {name}"
        gradebook.db.commit()
    assert len(names) == 7
    assert [name for name in names if f"about {name}<" not in page(course)] == []


@pytest.mark.parametrize(
    ("answers", "argued", "again"),
    [
        (RIGHT, "Wait, and draw lots.", False),
        ({**RIGHT, "18-weight": "weight = 0.3"}, "Wait, and draw lots.", False),
        (RIGHT, "Wait,  and draw lots.", True),
        (RIGHT, "Do not wait.", True),
        (RIGHT, "", True),
    ],
)
def test_points_are_flagged_when_and_only_when_their_text_changed(course, answers, argued, again):
    graded(course)
    give(course)
    graded(course, answers, argued)
    mark = marks(course).by_task["18-argued-index"]
    assert (mark.points, mark.again) == (3, again)
    assert (marks(course).total is None) == again
    assert ("To be looked at again" in page(course)) == again
    assert ("3 of 4 points were given to an earlier text" in page(course)) == again


def test_what_is_to_be_looked_at_again_stays_so_until_a_person_has_looked(course):
    graded(course)
    give(course)
    graded(course, argued="Do not wait.")
    graded(course, argued="Do not wait.")
    assert marks(course).by_task["18-argued-index"].again
    give(course, 2.0)
    graded(course, argued="Do not wait.")
    assert not marks(course).by_task["18-argued-index"].again
    assert marks(course).total == 11


def test_a_damaged_notebook_leaves_the_points_to_be_looked_at(course):
    graded(course)
    give(course)
    (course.autograded / "ann" / LESSON / f"{LESSON}.ipynb").write_bytes(b"{")
    graded(course)
    assert marks(course).by_task["18-argued-index"].again


def test_points_that_a_person_puts_in_the_place_of_a_tests_are_explained(course):
    graded(course)
    give(course, 0.5, "18-weight-tests")
    assert "0.5 of 1 points: given by a person in place of the 1 from the test." in page(course)
    graded(course)
    assert not marks(course).by_task["18-weight"].again
    graded(course, {**RIGHT, "18-weight": "weight = 1 / 4"})
    assert marks(course).by_task["18-weight"].again
