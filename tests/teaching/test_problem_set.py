"""A problem set goes the way of a lesson: released, collected, graded, returned, and with numbers of one's own."""

import nbformat
import pytest

from longwave.reader.files import write_whole
from longwave.tasks import check, hint
from longwave.tasks.feedback import NotYetError
from longwave.teaching.folder.course import public_notebook
from longwave.teaching.folder.student_copy import student_copy
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.results import read_result
from longwave.teaching.handout.release import release
from longwave.teaching.handout.variants import numbers_of, personal, variant
from longwave.teaching.intake.collect import collect
from longwave.teaching.notebooks import serialise
from longwave.teaching.returning.feedback import feedback
from tests.teaching.classroom import bytes_of, cell_of
from tests.teaching.made_course import made_course

SET = "p1-investment"
POINTS = {"p1-range": 1, "p1-income": 2, "p1-sure": 1, "p1-turn": 3, "p1-report": 1, "p1-second": 1}
# Each names the mistake that the report and the feedback page then speak of.
NATURAL = {
    "p1-range": ('types = {"books": 541, "downloads": 398}', "last stored rank"),
    "p1-income": ("income = {'books': 7962.86, 'downloads': 7975.83}", "teaching forgotten"),
    "p1-sure": ("least = 2_000", "most for least"),
    "p1-turn": ("case = {'alone': 2532.86, 'followed': -1153.65, 'lead': 2.5647}", "follower in every type"),
    "p1-report": ("worth = 305.45", "hand-overs forgotten"),
    "p1-second": ("shared = 0.0467", "both failing taken for sharing"),
}


def public(part):
    return nbformat.read(public_notebook(part, SET), as_version=4)


def written(answers, memo="Build, and keep the offer open."):
    notebook = public("exercises")
    for task, source in answers.items():
        cell_of(notebook, f"{task}-answer").source = source
    cell_of(notebook, "p1-argued-memo-answer").source = memo
    return notebook


def right_answers():
    """Return the code between the marks of each solution."""
    cells = {task: cell_of(public("solutions"), f"{task}-answer").source for task in POINTS}
    return {task: source.split("### BEGIN SOLUTION\n")[1].split("\n### END")[0] for task, source in cells.items()}


def handed_in(pack):
    work = {"ann": written(right_answers()), "bob": written({task: source for task, (source, _) in NATURAL.items()})}
    return pack({f"{student}/{SET}.ipynb": bytes_of(made) for student, made in work.items()})


def test_right_answers_and_natural_mistakes_are_collected_graded_and_returned(course, pack, kind):
    release(course, "p1-investment")
    collected = collect(course, SET, handed_in(pack))
    assert "Missing: 1 (s_3)" in "\n".join(collected.lines())
    graded = grade(course, course.lesson("p1"), kind, workers=1)
    assert graded.failed == []
    ann, bob = (read_result(course, student, SET) for student in ("ann", "bob"))
    assert {task.id: task.points for task in ann.tasks} == POINTS
    assert {task.id: (task.points, task.mistake) for task in bob.tasks} == {
        task: (0, name) for task, (_, name) in NATURAL.items()
    }
    assert [(one.id, one.max_points, one.answered) for one in ann.argued] == [("p1-argued-memo", 8, True)]
    assert set(feedback(course, SET).waiting) == {"ann", "bob"}  # for the memo, which a person grades
    page = (course.feedback / "bob" / SET / f"{SET}.html").read_text("utf-8")
    assert "You stop at a rank that the table happens to store." in page


def test_each_student_gets_numbers_of_her_own_and_is_graded_by_them(kind, tmp_path):
    course = made_course(tmp_path / "course", {}, SET)
    course.roster.write_text("student_id\nown\npublic\n")
    variant(course, SET)
    numbers = numbers_of(SET, "own", course.secret())
    assert set(numbers) == {"p1-sure", "p1-report", "p1-second"}
    own = personal(public("solutions"), "own", course.secret())
    copy = student_copy(own)
    for task in POINTS:
        cell_of(copy, f"{task}-answer").source = cell_of(own, f"{task}-answer").source
    write_whole(course.submission("own", SET), serialise(copy))
    write_whole(course.submission("public", SET), serialise(written(right_answers())))
    assert grade(course, SET, kind, workers=1).failed == []
    found = {student: read_result(course, student, SET).tasks for student in ("own", "public")}
    assert {task.id: task.points for task in found["own"]} == POINTS
    assert {task.id for task in found["public"] if not task.points} == set(numbers)


def test_check_and_hint_know_the_set(capsys):
    assert check("p1-sure", 1_400).status == "right"
    with pytest.raises(NotYetError, match="same owner"):
        check("p1-sure", 1_800)
    assert "however hard" in str(hint("p1-sure")) + capsys.readouterr().out


def test_the_setup_line_says_what_is_ready():
    from longwave.lesson import lesson

    assert repr(lesson(SET)) == "Problem set 1 is ready."
    for name in ("p-investment", "ps1-investment", "p1"):
        with pytest.raises(ValueError, match="is not a lesson's name"):
            lesson(name)
