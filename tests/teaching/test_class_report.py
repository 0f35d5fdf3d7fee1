"""The class report: titles for ids, hand points, rubrics and requests, and classes in which there is little to say."""

import shutil

import pandas as pd
import pytest

from longwave.teaching.argued.codes import code_name
from longwave.teaching.argued.regrading import regrade
from longwave.teaching.argued.taking import marks_import
from longwave.teaching.folder.course import find_course
from longwave.teaching.grading.results import Result, TaskResult
from longwave.teaching.returning.class_report_chart import points_chart, statuses_chart
from longwave.teaching.returning.items import item_table, points_table, status_table, with_hand_points
from longwave.teaching.returning.report import report, report_page
from tests.teaching.classroom import LESSON
from tests.teaching.read_course import TASK, in_formgrader, read_course

TITLES = {"a": "1. Which of the two cities should the ministry pay first?", "b": "2. Wait?"}


def result(student, *points, status=None):
    tasks = tuple(
        TaskResult(name, float(given), 1.0, status or ("right" if given else "wrong"))
        for name, given in zip(("a", "b"), points, strict=True)
    )
    return Result(student, LESSON, "graded", tasks=tasks)


def titles_of(results, titles=None):
    items = item_table(points_table(results))
    totals = pd.Series({one.student: sum(task.points for task in one.tasks) for one in results})
    charts = points_chart(totals, 2), statuses_chart(status_table(results), items, titles)
    return [chart.to_dict()["title"]["text"] for chart in charts]


@pytest.mark.parametrize(
    ("points", "spread", "tasks"),
    [
        ([(1, 1)], "The only submission has 2 of 2 points", "The only submission earned all points of 2 of 2 tasks"),
        ([(1, 1)] * 3, "All 3 submissions have 2 of 2 points", "Everybody earned all points of every task"),
        ([(0, 0)] * 3, "All 3 submissions have 0 of 2 points", "Nobody earned a point of any task"),
        (
            [(1, 0), (0, 1)],
            "All 2 submissions have 1 of 2 points",
            "No task was harder than another: 50% of the points of each were earned",
        ),
        (
            [(1, 0), (0, 0), (1, 1)],
            "The median of 3 submissions is 1 of 2 points",
            "“b” was the hardest: 33% of its points were earned",
        ),
    ],
)
def test_each_class_gets_a_sentence_that_is_true_of_it(points, spread, tasks):
    assert titles_of([result(f"s{number}", *given) for number, given in enumerate(points)]) == [spread, tasks]


def test_a_task_is_called_by_its_title_which_is_not_cut_at_the_edge():
    results = [result("ann", 0, 1), result("bob", 0, 0), result("cyd", 1, 1)]
    assert titles_of(results, TITLES)[1] == (
        "“1. Which of the two cities should the …” was the hardest: 33% of its points were earned"
    )
    chart = statuses_chart(status_table(results), item_table(points_table(results)), TITLES).to_dict()
    y = chart["layer"][0]["encoding"]["y"]
    assert y["sort"] == ["1. Which of the two cities\nshould the ministry pay first?", "2. Wait?"]
    assert y["axis"]["labelLimit"] == 0
    assert "1. Which of the two cities should the ministry pay first?: right 1, wrong 2" in chart["description"]


def test_tasks_of_one_title_keep_their_ids():
    results = [result("ann", 0, 1), result("bob", 0, 0)]
    chart = statuses_chart(status_table(results), item_table(points_table(results)), {"a": "Same", "b": "Same"})
    assert chart.to_dict()["layer"][0]["encoding"]["y"]["sort"] == ["a", "b"]


@pytest.mark.parametrize("most", [1, 2, 9, 10, 13, 17, 29])
def test_points_are_counted_in_bins_that_end_at_whole_points(most):
    chart = points_chart(pd.Series([0, most, most / 2]), most).to_dict()
    ticks = chart["layer"][0]["encoding"]["x"]["axis"]["values"]
    assert ticks == sorted(set(map(int, ticks)))
    assert (ticks[0], ticks[-1]) == (0, most)
    assert len(ticks) <= 11
    assert sum(row["students"] for row in chart["layer"][0]["data"]["values"]) == 3


def test_hand_points_have_a_share_where_they_are_given_and_are_missing_elsewhere():
    points = points_table([result(f"s{number}", number % 2, 1) for number in range(8)])
    table = with_hand_points(points, {f"s{number}": {"c": 4.0 * (number % 2)} for number in range(6)}, {"c": 4.0})
    items = item_table(table)
    assert items.loc["c", "solved"] == 0.5
    assert items.loc["c", "discrimination"] == pytest.approx(1)
    assert items.loc["a", "solved"] == 0.5
    assert "c" not in with_hand_points(points, {}, {"c": 4.0})


def test_a_class_of_which_nothing_could_be_graded_has_a_page():
    page = report_page(LESSON, [Result("ann", LESSON, "unreadable", notes=("Not a notebook.",))], ["1 submission."])
    assert "no chart is drawn" in page.decode()
    assert "Not a notebook." in page.decode()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return read_course(tmp_path_factory.mktemp("report") / "course").root


@pytest.fixture
def course(made, tmp_path):
    return find_course(shutil.copytree(made, tmp_path / "course"))


def page_of(course):
    return report(course, LESSON).file.read_text("utf-8")


def test_hand_points_are_in_the_spread_once_all_are_given(course):
    assert "All 4 submissions have 4 of 9 points" in page_of(course)
    in_formgrader(course, "ann", 4.0)
    page = page_of(course)
    assert "All 4 submissions have 4 of 9 points" in page
    assert "7. Argue: pay by the index, or wait for a test?" in page
    for student, points in (("bob", 2.0), ("cyd", 1.0)):
        in_formgrader(course, student, points)
    page = page_of(course)
    assert "The median of 4 submissions is 5.5 of 13 points" in page  # 8, 6, 5 and, for who wrote nothing, 4
    assert "<title>Exercises 18: alike, or linked? – class report</title>" in page


def test_the_report_has_rows_markers_and_open_requests(course, tmp_path):
    code, table = code_name(course.secret(), TASK, "ann"), tmp_path / "marks.csv"
    for marker, points, second in (("eve", (1, 1, 0, 0), False), ("zoe", (1, 1, 1, 1), True)):
        lines = [f"{code},{row},{given}," for row, given in enumerate(points, 1)]
        table.write_text("\n".join(["code,row,points,comment", *lines]))
        marks_import(course, LESSON, table, marker, second=second)
    regrade(course, LESSON, "ann", why="See <b>row</b> 3.")
    found = report(course, LESSON)
    page = found.file.read_text("utf-8")
    assert "By hand: 1 of 3 answers have points." in found.lines()
    assert "Open requests to look again: ann" in found.lines()
    assert f"{code}: 2 from eve, 4 from zoe; rows 3, 4" in page
    assert "names an observation, as a number" in page
    assert "See &lt;b&gt;row&lt;/b&gt; 3." in page
    regrade(course, LESSON, "ann", answer="It stays.")
    assert "Requests to look again" not in page_of(course)
