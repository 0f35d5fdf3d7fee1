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

# Each names the mistake that the report and the feedback page then speak of.
INVESTMENT = {
    "p1-range": ('types = {"books": 541, "downloads": 398}', "last stored rank", 1),
    "p1-income": ("income = {'books': 7962.86, 'downloads': 7975.83}", "teaching forgotten", 2),
    "p1-sure": ("least = 2_000", "most for least", 1),
    "p1-turn": ("case = {'alone': 2532.86, 'followed': -1153.65, 'lead': 2.5647}", "follower in every type", 3),
    "p1-report": ("worth = 305.45", "hand-overs forgotten", 1),
    "p1-second": ("shared = 0.0467", "both failing taken for sharing", 1),
}
WIND = {
    "p2-rules": ("rules = [1.2163, 14.462, 10_000, 23_193]", "last start only", 2),
    "p2-range": ('mine = {"low": 46_000, "high": 10_000}', "ends turned round", 1),
    "p2-lands": ("lands = [16_447, 56_658, 0.7]", "share of today", 1),
    "p2-price": ("price = [5_793.1, 3_896.8, 4_226.07]", "clock a year short", 2),
    "p2-claim": ("claim = [0.0929, 0.0929]", "tries forgotten", 2),
    "p2-push": ("support = [2.383, 3.211]", "softest for hardest", 1),
    "p2-degree": ("degree = [1, 1, 0.53308]", "from 0 to 1", 1),
    "p2-turn": ("case = [-148.6, -1_009.19, 0.05944, 0.04037]", "forced to build", 2),
}
MIDTERM = {
    "p3-floor": ("sure = [120, 200, 255]", "the last licensee's bid", 2),
    "p3-types": ("types = [7, 22]", "exponent for its inverse", 1),
    "p3-sellers": ("market = [5, 245]", "one seller's profit shared out", 2),
    "p3-hops": ("heard = [0.4, 3]", "errors added", 1),
    "p3-takeover": ("reached = [2027.25, 2042.25]", "a straight line in shares", 2),
    "p3-parts": ("parts = [-1.8, -3.6, -5.4]", "new shares for old", 2),
    "p3-lock": ("lock = [0.00726, 0.4152]", "one straight run", 1),
    "p3-tries": ("chance = [0.06, 0.06]", "tries forgotten", 1),
}
FINAL = {
    "p4-rider": ("rider = [48, 48]", "threat believed", 2),
    "p4-club": ("club = [750, 0.375]", "where the cap begins", 1),
    "p4-paid": ("money = [448.054, 2.04, 2.04]", "ratio for the increment", 2),
    "p4-swing": ("swing = [16.2, 0.12963]", "sign forgotten", 1),
    "p4-effect": ("grants = [-3.3, 1.28788]", "before and after", 2),
    "p4-denied": ("supply = [3, 1.7]", "nobody fills in", 1),
    "p4-levers": ("output = [1.47, 1.54008, 1.156667]", "mean for weakest", 1),
    "p4-turn": ("plan = [92.307692, 0.125]", "the whole of the large lever", 2),
}
SETS = {"p1-investment": INVESTMENT, "p2-wind": WIND, "p3-midterm": MIDTERM, "p4-final": FINAL}
OWN = {
    "p1-investment": {"p1-sure", "p1-report", "p1-second"},
    "p2-wind": {"p2-push", "p2-turn"},
    "p3-midterm": set(MIDTERM),
    "p4-final": set(FINAL),
}
SPOKEN = {
    "p1-investment": "You stop at a rank that the table happens to store.",
    "p2-wind": "Your factors are those of the last start.",
    "p3-midterm": "You let the last licensee drive up the price.",
    "p4-final": "You believe that nothing follows a veto.",
}

each_set = pytest.mark.parametrize("slug", SETS)


def public(part, slug):
    return nbformat.read(public_notebook(part, slug), as_version=4)


def points(slug):
    return {task: number for task, (_, _, number) in SETS[slug].items()}


def written(slug, answers, memo="Build, and keep the offer open."):
    notebook = public("exercises", slug)
    for task, source in answers.items():
        cell_of(notebook, f"{task}-answer").source = source
    cell_of(notebook, f"{slug[:2]}-argued-memo-answer").source = memo
    return notebook


def right_answers(slug):
    """Return the code between the marks of each solution."""
    cells = {task: cell_of(public("solutions", slug), f"{task}-answer").source for task in SETS[slug]}
    return {task: source.split("### BEGIN SOLUTION\n")[1].split("\n### END")[0] for task, source in cells.items()}


def handed_in(slug, pack):
    natural = {task: source for task, (source, _, _) in SETS[slug].items()}
    work = {"ann": written(slug, right_answers(slug)), "bob": written(slug, natural)}
    return pack({f"{student}/{slug}.ipynb": bytes_of(made) for student, made in work.items()})


@each_set
def test_right_answers_and_natural_mistakes_are_collected_graded_and_returned(course, pack, kind, slug):
    release(course, slug)
    collected = collect(course, slug, handed_in(slug, pack))
    assert "Missing: 1 (s_3)" in "\n".join(collected.lines())
    graded = grade(course, course.lesson(slug[:2]), kind, workers=1)
    assert graded.failed == []
    ann, bob = (read_result(course, student, slug) for student in ("ann", "bob"))
    assert {task.id: task.points for task in ann.tasks} == points(slug)
    assert {task.id: (task.points, task.mistake) for task in bob.tasks} == {
        task: (0, name) for task, (_, name, _) in SETS[slug].items()
    }
    assert [(one.id, one.max_points, one.answered) for one in ann.argued] == [(f"{slug[:2]}-argued-memo", 8, True)]
    assert set(feedback(course, slug).waiting) == {"ann", "bob"}  # for the memo, which a person grades
    page = (course.feedback / "bob" / slug / f"{slug}.html").read_text("utf-8")
    assert SPOKEN[slug] in page


@each_set
def test_each_student_gets_numbers_of_her_own_and_is_graded_by_them(kind, tmp_path, slug):
    course = made_course(tmp_path / "course", {}, slug)
    course.roster.write_text("student_id\nown\npublic\n")
    variant(course, slug)
    numbers = numbers_of(slug, "own", course.secret())
    assert set(numbers) == OWN[slug]
    own = personal(public("solutions", slug), "own", course.secret())
    copy = student_copy(own)
    for task in SETS[slug]:
        cell_of(copy, f"{task}-answer").source = cell_of(own, f"{task}-answer").source
    write_whole(course.submission("own", slug), serialise(copy))
    write_whole(course.submission("public", slug), serialise(written(slug, right_answers(slug))))
    assert grade(course, slug, kind, workers=1).failed == []
    found = {student: read_result(course, student, slug).tasks for student in ("own", "public")}
    assert {task.id: task.points for task in found["own"]} == points(slug)
    assert {task.id for task in found["public"] if not task.points} == set(numbers)


def test_check_and_hint_know_the_set(capsys):
    assert check("p1-sure", 1_400).status == "right"
    with pytest.raises(NotYetError, match="same owner"):
        check("p1-sure", 1_800)
    assert "however hard" in str(hint("p1-sure")) + capsys.readouterr().out


def test_the_setup_line_says_what_is_ready():
    from longwave.lesson import lesson

    said = [repr(lesson(slug)) for slug in SETS]
    assert said == ["Problem set 1 is ready.", "Problem set 2 is ready.", *["The exam is ready."] * 2]
    for name in ("p-investment", "ps1-investment", "p1"):
        with pytest.raises(ValueError, match="is not a lesson's name"):
            lesson(name)
