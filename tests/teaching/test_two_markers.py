"""Two markers: how far they agree, where they differ, and requests to look again."""

import shutil

import numpy as np
import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.agreement import alike, kappa
from longwave.teaching.argued.codes import code_name
from longwave.teaching.argued.comparing import compare
from longwave.teaching.argued.giving import marks_export
from longwave.teaching.argued.log import read_log
from longwave.teaching.argued.regrading import regrade
from longwave.teaching.argued.taking import marks_import
from longwave.teaching.folder.course import find_course
from tests.teaching.classroom import LESSON
from tests.teaching.read_course import TASK, in_gradebook, read_course

# Two dermatologists on 88 patients, terrible to clear: "Agreement Study" in the guide to SAS's procedure FREQ, which
# prints a kappa of 0.3449 and, with linear weights, of 0.5082.
SKIN = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]


def marks_in(table):
    """Return the marks of both from a table of counts."""
    pairs = [(one, other) for one, row in enumerate(table) for other, count in enumerate(row) for _case in range(count)]
    return [list(marks) for marks in zip(*pairs, strict=True)]


@pytest.mark.parametrize(("weights", "printed"), [("none", 0.3449), ("linear", 0.5082)])
def test_kappa_is_that_of_a_published_table(weights, printed):
    assert kappa(*marks_in(SKIN), weights) == pytest.approx(printed, abs=5e-5)


@pytest.mark.parametrize("weights", ["none", "linear", "quadratic"])
def test_kappa_is_that_of_another_program(weights):
    rater = pytest.importorskip("statsmodels.stats.inter_rater")
    table = np.random.default_rng(7).integers(0, 9, (5, 5)) + 4 * np.eye(5, dtype=int)
    wanted = rater.cohens_kappa(table, wt=None if weights == "none" else weights, return_results=False)
    assert kappa(*marks_in(table.tolist()), weights) == pytest.approx(wanted)


def test_kappa_where_chance_leaves_nothing_is_no_number():
    assert np.isnan(kappa([1, 1], [1, 1]))
    assert alike([1, 1], [1, 1]) == 1
    with pytest.raises(ValueError, match="same things"):
        kappa([], [])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return read_course(tmp_path_factory.mktemp("two") / "course").root


@pytest.fixture
def course(made, tmp_path):
    return find_course(shutil.copytree(made, tmp_path / "course"))


@pytest.fixture
def mark(course, tmp_path):
    """Return a function that takes a marker's points by row, of some students."""

    def mark(marker, points, **options):
        path = tmp_path / f"{marker}.csv"
        lines = [
            f"{code_name(course.secret(), TASK, student)},{row},{given},"
            for student, rows in points.items()
            for row, given in enumerate(rows, 1)
        ]
        path.write_text("\n".join(["code,row,points,comment", *lines]))
        return marks_import(course, LESSON, path, marker, **options)

    return mark


EVE = {"ann": (1, 1, 0, 0), "bob": (1, 0, 0, 0), "cyd": (1, 1, 1, 1)}
ZOE = {"ann": (1, 1, 0, 1), "bob": (1, 1, 1, 0), "cyd": (1, 1, 1, 1)}


def test_two_markers_are_compared_by_row_and_their_differences_are_listed(course, mark):
    mark("eve", EVE)
    mark("zoe", ZOE, second=True)
    (found,) = compare(course, LESSON).comparisons
    assert (found.markers, found.count) == (("eve", "zoe"), 3)
    by_name = {one.name: one for one in found.agreements}
    assert by_name["1"].alike == 1
    assert np.isnan(by_name["1"].kappa)
    assert by_name["2"].alike == pytest.approx(2 / 3)
    pooled = [value for row in range(4) for value in (EVE[who][row] for who in EVE)]
    other = [value for row in range(4) for value in (ZOE[who][row] for who in ZOE)]
    assert by_name["rows"].kappa == pytest.approx(kappa(pooled, other))
    (far,) = found.far  # ann differs by one point, which is not more than a point
    assert (far.code, far.first, far.second) == (code_name(course.secret(), TASK, "bob"), 1, 3)
    assert far.rows == ("2", "3")
    assert any("say little yet" in line for line in compare(course, LESSON).lines())


def test_points_that_were_begun_from_anothers_are_no_second_reading(course, mark):
    mark("eve", EVE)
    mark("zoe", {"ann": (1, 1, 1, 1)}, over=True, why="row 3 was overlooked")
    assert in_gradebook(course, "ann")[0] == 4
    with pytest.raises(ExpectedError, match="--second"):
        compare(course, LESSON)


def test_a_decision_after_two_readings_is_logged_with_its_reason(course, mark):
    mark("eve", EVE)
    mark("zoe", ZOE, second=True)
    mark("zoe", {"bob": (1, 1, 0, 0)}, over=True, why="talked over with eve: row 3 asks for a number")
    assert in_gradebook(course, "bob")[0] == 2
    change = [one for one in read_log(course, LESSON) if one["event"] == "points"][-1]
    assert (change["from"], change["to"], change["why"][:11]) == (1, 2, "talked over")


def test_a_second_marker_begins_with_nothing_and_goes_on_with_the_own_points(course, mark):
    mark("eve", EVE)
    mark("zoe", {"ann": (1, 0)}, second=True)
    text = marks_export(course, LESSON, marker="zoe").files[0].read_text("utf-8-sig")
    ann, bob = (code_name(course.secret(), TASK, student) for student in ("ann", "bob"))
    assert f"{ann},1,1,\n{ann},2,0,\n{ann},3,,\n" in text
    assert f"{bob},1,," in text
    mark("zoe", {"ann": (1, 0, 0, 0)}, second=True)
    assert compare(course, LESSON).comparisons[0].count == 1


def test_a_request_is_open_until_it_is_answered(course):
    regrade(course, LESSON, "ann", why="Row 3: the cost is in my second paragraph.", task=TASK)
    regrade(course, LESSON, "bob", why="I was told 3 points.")
    assert [one.student for one in regrade(course, LESSON).open] == ["ann", "bob"]
    report = regrade(course, LESSON, "ann", answer="Read again by zoe: it stays.", who="zoe")
    assert [one.student for one in report.open] == ["bob"]
    events = [(one["event"], one["who"]) for one in read_log(course, LESSON)]
    assert events == [("asked", "instructor"), ("asked", "instructor"), ("answered", "zoe")]


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ({"student": "ann"}, "either --why"),
        ({"student": "ann", "why": "a", "answer": "b"}, "either --why"),
        ({"student": "nobody", "why": "a"}, "Nothing of nobody is graded"),
        ({"student": "ann", "answer": "b"}, "No request of ann is open"),
        ({"student": "ann", "why": "a", "task": "18-other"}, "18-argued-index"),
        ({"why": "a"}, "Name the student"),
    ],
)
def test_a_request_that_is_none_is_told_plainly(course, about, says):
    with pytest.raises(ExpectedError, match=says):
        regrade(course, LESSON, **about)
    assert read_log(course, LESSON) == []
