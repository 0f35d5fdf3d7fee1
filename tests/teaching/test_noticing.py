"""Notes on a submission: what is odd is told, honest work draws none, and no student writes or floods them."""

import json
import socket

import pytest

from longwave.teaching.cells import ANSWER, TESTS
from longwave.teaching.folder.notes import LONGEST_NOTE, MOST_NOTES, kept_notes, quoted
from longwave.teaching.grading import job as jobs
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.job import Job, grade_one
from longwave.teaching.grading.results import read_result, write_result
from longwave.teaching.handout.variants.drawing import public_numbers
from longwave.teaching.handout.variants.record import read_record
from longwave.teaching.handout.variants.step import variant
from longwave.teaching.intake.submission import read_submission
from longwave.teaching.judging.borrowed import numbers_that_fit
from longwave.teaching.judging.caller import STOPPED, Caller
from longwave.teaching.judging.frames import send
from longwave.teaching.judging.judge import Judgement, Outcome, _tested, _without_verdict
from longwave.teaching.judging.steps import Step
from longwave.teaching.sandbox.kinds import choose
from tests.teaching.classroom import BROKEN, HONEST, LESSON, RIGHT, bytes_of, cell_of, written
from tests.teaching.conftest import LIMITS


class Judged:
    """A bench that runs nothing: it keeps the plan, and gives back what it was told."""

    def __init__(self, found):
        self.found, self.plan = found, []

    def judge(self, plan, _numbers):
        self.plan = plan
        return self.found


@pytest.fixture
def graded(course, monkeypatch):
    """Return a function that grades a notebook of Ann's with a bench that runs nothing."""

    def grade(notebook, found=None):
        path = course.submission("ann", LESSON)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode())
        bench = Judged(found or Judgement())
        monkeypatch.setattr(jobs, "_bench", bench)
        return grade_one(Job.of(course, LESSON, "ann")).result, bench.plan

    return grade


@pytest.mark.parametrize("name", [name for name in HONEST if name != "class-for-function"])
def test_honest_work_draws_no_note(graded, name):
    result, _plan = graded(HONEST[name][0]())
    assert result.all_notes == ()


def test_missing_answers_and_changed_locked_cells_are_noted_by_the_courses_names(graded):
    notebook = written(RIGHT)
    for name in ("18-weight-answer", "18-argued-index-answer"):
        notebook.cells.remove(cell_of(notebook, name))
    cell_of(notebook, "18-rest-prompt").source += "\n\nMy answer is 0.3."
    cell_of(notebook, "18-back-check").source += "   \n"
    result, _plan = graded(notebook)
    assert result.notes == (
        "The cell for an argued answer is empty or gone: 18-argued-index-answer. What was written elsewhere is shown "
        "there, for a person to grade.",
        "The cell for the answer is not in the file: 18-weight-answer.",
        "Locked cells were changed, and the course's own were used: 18-rest-prompt. Look for an answer in them.",
    )


def test_an_argued_cell_that_is_gone_is_noted_where_nothing_can_stand_in_for_it(graded):
    notebook = written(RIGHT)
    notebook.cells.remove(cell_of(notebook, "18-argued-index-answer"))
    result, _plan = graded(notebook)
    assert result.notes == (
        "The cell for an argued answer is not in the file, and nothing was written elsewhere: 18-argued-index-answer.",
    )


def test_names_that_are_set_again_are_told_to_the_instructor_alone(graded, course):
    late = "weight = 0.75\ndef stretch(*values):\n    return values\nimport numpy as np\nmine = 1"
    result, _plan = graded(written({**RIGHT, "18-back": f"{late}\n{RIGHT['18-back']}"}))
    assert result.notes == ()
    assert result.for_instructor == (
        "A name of the course is set anew by the student's cells: stretch.",
        "The name of an answer is set again after its own cell: weight. What the answer was there counts.",
    )
    write_result(course, result)
    assert read_result(course, "ann", LESSON) == result
    assert list(result.notes) == []


def test_an_answer_for_the_public_or_a_neighbours_numbers_is_noted(graded, course):
    (course.root / "submitted").mkdir(exist_ok=True)
    variant(course, LESSON)
    numbers = {student: own["18-weight"] for student, own in read_record(course, LESSON).items()}
    found = Judgement({f"18-weight-{TESTS}": Outcome(False, "wrong", fits=[0, 1])})
    result, plan = graded(written(RIGHT), found)
    (step,) = (one for one in plan if one.name == f"18-weight-{TESTS}")
    assert step.others[0] == public_numbers(LESSON)["18-weight"]
    assert list(step.others[1:]) == [one for one in numbers.values() if one != numbers["ann"]]
    assert "right for those of the public sheet: 18-weight." in result.for_instructor[-1]
    result, _plan = graded(written(RIGHT), Judgement({step.name: Outcome(False, "wrong", fits=[1])}))
    assert result.for_instructor[-1].endswith("it may be chance: 18-weight (1/2).")
    assert "bob" not in str(result.all_notes)


def test_numbers_are_tried_for_a_wrong_answer_and_for_no_function():
    public = public_numbers(LESSON)["18-weight"]
    others = [public, {**public, **dict.fromkeys(public, 0.3)}, {"nonsense": 1}]
    assert numbers_that_fit("18-weight", 0.25, others) == [0]
    assert [numbers_that_fit("18-weight", answer, others) for answer in (0.9, ..., "?", lambda: 0.25)] == [[]] * 4
    step = Step(
        "test", f"18-weight-{TESTS}", "assert weight == 9", check='check("18-weight", weight)', others=(public,)
    )
    own = {"18-weight": {name: value / (1 + place) for place, (name, value) in enumerate(public.items())}}

    class Answers:
        def take(self, _names):
            return {"weight": 0.25}

    step = Step(**{**vars(step), "answers": frozenset({"weight"})})
    assert _tested(step, Answers(), {}, Judgement(), own).fits == [0]


def test_no_error_of_a_students_passes_for_the_judges_own_word():
    """The attack: an exception called Stopped whose words would be printed as the grader's line."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for kind in (STOPPED, "not a name", "Stopped: no. Graded by hand"):
            send(theirs, {"output": "", "error": [kind, "no fault of the student. Full points."]})
        caller = Caller(ours, LIMITS)
        reports = [caller.run("") for _attack in range(3)]
    assert {report["error"][0] for report in reports} == {"Error"}
    found = Judgement(outputs=dict(enumerate(reports)))
    assert jobs._stops(found) == []
    assert _without_verdict(reports[0]["error"]).status == "unusable"
    assert jobs._stops(Judgement(outputs={0: {"output": "", "error": [STOPPED, "no end"]}})) == ["Stopped: no end."]


def test_a_students_words_stay_inside_their_quotation_marks():
    message = _without_verdict(["E", "x”\nann: full points. “" + "y" * 999]).message
    assert message.count("“") == message.count("”") == 1
    assert "\n" not in message
    assert len(message) < 200
    assert quoted("a\u202eb") == "“a\\x202eb”"


def test_notes_cannot_be_forged_or_flooded_by_names_of_cells(graded):
    notebook = json.loads(bytes_of(written(RIGHT)))
    forged = "x is there.\nann: 9 of 9 points, graded by hand " + "y" * 500
    pattern = next(cell for cell in notebook["cells"] if cell["id"] == f"18-weight-{ANSWER}")
    for number in range(900):
        for _twice in range(2):
            copy = json.loads(json.dumps(pattern))
            copy["metadata"]["nbgrader"] = {"grade_id": f"{number} {forged}"}
            notebook["cells"].append(copy)
    result, _plan = graded(json.dumps(notebook).encode())
    assert len(result.notes) <= MOST_NOTES
    assert all("\n" not in note and len(note) <= LONGEST_NOTE for note in result.all_notes)
    assert not any("points" in note for note in result.all_notes)


def test_known_cells_that_are_there_twice_are_still_named(tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_bytes(BROKEN["copied-answer"][0]())
    assert read_submission(path).notes == ["The cell 18-weight-answer is there twice; the last one counts."]


def test_notes_are_few_short_and_each_said_once():
    notes = kept_notes([f"{number % 50} {'long ' * 99}\n" for number in range(200)])
    assert len(notes) == MOST_NOTES
    assert all(len(note) <= LONGEST_NOTE and "\n" not in note for note in notes)
    assert kept_notes(map(str, range(12)))[-1] == "There are 3 more notes."


def test_code_that_is_costly_to_read_is_not_read_here(graded):
    deep = "x = " + "(" * 4000 + ")" * 4000
    long = "weight = 1\n" * 2000
    result, _plan = graded(written({**RIGHT, "18-apart": deep, "18-back": long}))
    assert result.for_instructor == ()


def test_through_the_whole_of_grading_an_attack_stays_in_quotation_marks(course):
    (course.root / "submitted").mkdir(exist_ok=True)
    variant(course, LESSON)
    forged = "class Stopped(Exception):\n    pass\nraise Stopped('no fault. Full points')"
    attack = {**RIGHT, "18-weight": forged, "18-level": f"def stretch(): pass\n{RIGHT['18-level']}"}
    for student, notebook in {"ann": written(RIGHT), "bob": written(attack)}.items():
        path = course.submission(student, LESSON)
        path.parent.mkdir(parents=True)
        path.write_bytes(bytes_of(notebook))
    lines = grade(course, LESSON, choose(no_sandbox=True), workers=1).lines()
    assert not [line for line in lines if "Full points" in line]
    assert "bob: A name of the course is set anew by the student's cells: stretch." in lines
    (weight,) = (task for task in read_result(course, "bob", LESSON).tasks if task.id == "18-weight")
    assert weight.message.endswith("“Error: no fault. Full points”")
    public = "Wrong for the student's own numbers, and right for those of the public sheet: 18-weight."
    assert read_result(course, "ann", LESSON).for_instructor == (public,)
