"""A class's guesses: read from outputs that can hold anything, and shown without a name."""

import json
import re

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from longwave.charts.render import specification
from longwave.cli import commands
from longwave.reader.errors import ExpectedError
from longwave.tasks.guess import number_guess, range_guess
from longwave.tasks.guess_table import MIME
from longwave.teaching.cells import Cells
from longwave.teaching.grading.results import Result, TaskResult
from longwave.teaching.intake.submission import read_submission
from longwave.teaching.judging.bench import Bench
from longwave.teaching.judging.steps import steps
from longwave.teaching.returning import report as reports
from longwave.teaching.returning.class_guesses import (
    ClassGuess,
    HandedIn,
    guesses_in,
    handed_in_guesses,
    questions_of,
    table_in,
)
from longwave.teaching.returning.class_guesses_chart import class_guess_chart
from longwave.teaching.returning.class_guesses_page import guess_charts, guess_table
from tests.teaching.classroom import ROOT
from tests.teaching.conftest import LIMITS
from tests.teaching.made_course import made_course
from tools.pictures import complaints

LESSON = "02-who-captures-value"
FLOOR = "02-guess-floor"
WORDS = {"title": "What is sure", "expects": "money", "low": 0, "high": 20, "explanation": "Count."}
NUMBER = number_guess("02-guess-number", truth=lambda: 8, **WORDS)
RANGE = range_guess("02-guess-range", truth=lambda: 8, **WORDS)


def table(guess=9.0, revealed=True, after=None, **changes):
    guesses = {FLOOR: {"guess": guess, "revealed": revealed, "after": after}}
    return {"version": 1, "lesson": "02", "guesses": guesses, **changes}


def notebook(*tables):
    """Return a student's notebook whose last cells hold these tables in their outputs."""
    copy = json.loads((ROOT / "exercises" / LESSON / f"{LESSON}.ipynb").read_bytes())
    for content in tables:
        output = {"output_type": "display_data", "metadata": {}, "data": {MIME: content, "text/html": "<b>mine</b>"}}
        copy["cells"].append(
            {"cell_type": "code", "source": "", "metadata": {}, "outputs": [output], "execution_count": 1}
        )
    return copy


def read(*tables):
    """Return what is read of the lesson's first question in a notebook with these tables: guess, and guess after it."""
    found = table_in(notebook(*tables), "02")
    return None if found is None else guesses_in(found, questions_of(LESSON)[:1])[FLOOR]


def test_a_guess_and_the_one_after_the_reveal_are_read():
    assert read(table(9.0, True, 8)) == (9.0, 8.0)
    assert read(table(9.0, False, 8.0)) == (9.0, None)
    assert read(table(None)) == (None, None)


def test_the_last_table_of_a_notebook_counts():
    assert read(table(3.0), table(9.0), table(4.0, version=2), "no table") == (9.0, None)
    assert read() is None


@pytest.mark.parametrize(
    "guess",
    ["9", "<script>alert(1)</script>", True, [9.0], [7.0, 10.0], [10, 7], {"9": 9}, -1, 20.5, 1e300, 10**400]
    + [float("nan"), float("inf"), [[9]], [], ["9", "9"]],
)
def test_what_is_no_answer_to_the_question_is_left_out(guess):
    assert read(table(guess, True, guess)) == (None, None)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": True},
        {"version": "1"},
        {"lesson": "03"},
        {"lesson": ["02"]},
    ],
)
def test_a_table_of_another_version_or_lesson_is_none(change):
    assert read(table(**change)) is None


@pytest.mark.parametrize("guesses", [None, [], "02-guess-floor", {FLOOR: 9}, {FLOOR: None}, {FLOOR: {}}, {"x": {}}])
def test_a_table_without_the_question_holds_no_guess(guesses):
    assert read(table(guesses=guesses)) == (None, None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["outputs", "data", MIME, "version", "lesson", "guesses", FLOOR, "guess", "after", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(deadline=None, derandomize=True, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(JSON, max_size=4), JSON, JSON)
def test_whatever_a_file_holds_only_numbers_within_the_bounds_come_out(cells, guess, after):
    questions = questions_of(LESSON)[:1]
    whole = [{"outputs": [{"data": {MIME: table(guess, True, after)}}, *cells]}]
    for document in ({"cells": cells}, {"cells": [*whole, *cells]}):
        found = table_in(document, "02")
        for value in guesses_in(found, questions)[FLOOR] if found is not None else ():
            assert value is None or (type(value) is float and 0 <= value <= 20)


def test_a_file_with_many_outputs_is_read_only_so_far():
    data = {"data": {MIME: table()}}
    assert table_in({"cells": [{"outputs": [{}] * 100 + [data]}]}, "02") is None
    assert table_in({"cells": [{}] * 2000 + [{"outputs": [data]}]}, "02") is None
    assert table_in({"cells": [{"outputs": [data] * 101}]}, "02") is not None


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course in which lesson 02 was released, and a class of five handed in."""
    class_ = {
        "ann": notebook(table(9.0, True, 8.0)),
        "bob": notebook(table(7.0)),
        "cyd": notebook(table(None)),
        "dan": notebook(),
        "eve": notebook(table("<img src=x onerror=alert(1)>")),
    }
    content = {student: json.dumps(made).encode() for student, made in class_.items()}
    return made_course(tmp_path_factory.mktemp("courses") / "made-up", {**content, "fay": b"not a notebook"}, LESSON)


def test_the_guesses_of_a_class_are_gathered_without_names(course):
    found = handed_in_guesses(course, LESSON)
    assert (found.notebooks, found.tables) == (5, 4)
    first = found.guesses[0]
    assert (first.question.id, first.kept, first.after, first.median) == (FLOOR, (7.0, 9.0), (8.0,), 8.0)


def test_the_page_before_the_reveal_shows_no_truth_no_name_and_nothing_from_after_it(course):
    done = reports.guesses_report(course, LESSON)
    assert done.file == course.reports / f"{LESSON}-guesses.html"
    assert done.lines()[0].startswith("4 of 5 notebooks hold guesses.")
    text = re.sub(r"<style>.*?</style>", "", done.file.read_text("utf-8"), flags=re.S)
    assert "the median of 2 guesses is 8" in text
    for word in ("it is", "It is", "truth", "after", "ann", "bob", "onerror", "<script"):
        assert word not in text.replace("image", "").replace("standalone", ""), word
    assert reports.guesses_report(course, LESSON, dry_run=True).file is None


def test_the_command_writes_the_page_before_the_reveal(course):
    (course.reports / f"{LESSON}-guesses.html").unlink(missing_ok=True)
    words = ["report", "02", "--course", str(course.root), "--before-reveal"]
    dry = CliRunner().invoke(commands(), [*words, "--dry-run"])
    assert (dry.exit_code, "notebooks hold guesses" in dry.output) == (0, True)
    assert not list(course.reports.glob("*.html"))
    done = CliRunner().invoke(commands(), words)
    assert (done.exit_code, (course.reports / f"{LESSON}-guesses.html").is_file()) == (0, True)


def test_without_guesses_or_notebooks_there_is_nothing_to_show(course):
    with pytest.raises(ExpectedError, match="asks for no guess"):
        reports.guesses_report(course, "90-concepts-before")


def test_the_class_report_shows_the_guesses_beside_the_truth(course):
    tasks = (TaskResult("02-added-sum", 1.0, 1.0, "right"), TaskResult("02-stable-split", 0.0, 1.0, "unanswered"))
    results = [Result(student, LESSON, "graded", tasks=tasks) for student in ("s1", "s2")]
    text = reports.report_page(LESSON, results, ["2 submissions."], handed_in_guesses(course, LESSON)).decode()
    assert "the median of 2 guesses is 8; the answer is 8" in text
    assert "1, median 8" in text
    assert "onerror" not in text
    without = reports.report_page(LESSON, results, ["2 submissions."]).decode()
    assert "Guesses" not in without


def class_of(question, kept=(), after=()):
    return HandedIn(3, 2, [ClassGuess(question, tuple(kept), tuple(after))])


@pytest.mark.parametrize(
    ("found", "finding"),
    [
        (class_of(NUMBER, [7.0, 9.0, 9.0], [8.0]), "What is sure: the median of 3 guesses is 9; the answer is 8."),
        (class_of(NUMBER, [7.0]), "What is sure: 1 guess, at 7; the answer is 8."),
        (class_of(NUMBER, [], [8.0]), "What is sure: nobody guessed before the reveal; the answer is 8."),
        (class_of(RANGE, [(7.0, 10.0), (9.0, 9.0)], [(8.0, 8.0)]), "What is sure: 50% of 2 ranges hold 8."),
    ],
)
def test_a_chart_says_what_the_class_guessed(found, finding):
    (one,) = found.guesses
    spec = specification(class_guess_chart(one, 8.0))
    assert complaints(spec) == []
    assert spec["description"].startswith(finding)


@pytest.mark.parametrize("kept", [[7.0, 9.0], [(7.0, 10.0), (9.0, 9.0)]])
def test_before_the_reveal_a_chart_holds_nothing_of_what_comes_after(kept):
    question = RANGE if isinstance(kept[0], tuple) else NUMBER
    one = ClassGuess(question, tuple(kept), (8.125,))
    spec = specification(class_guess_chart(one, None))
    assert complaints(spec) == []
    assert "8.125" not in json.dumps(spec)
    assert "truth" not in json.dumps(spec)
    assert not guess_charts(HandedIn(1, 1, [ClassGuess(question, (), (8.125,))]), is_revealed=False)


@settings(deadline=None, derandomize=True, max_examples=40)
@given(
    st.lists(st.floats(0, 20), min_size=1, max_size=300),
    st.lists(st.tuples(st.floats(0, 20), st.floats(0, 20)).map(sorted).map(tuple), min_size=1, max_size=300),
)
def test_each_guess_of_a_class_is_a_mark_of_its_own_and_the_chart_stays_small(numbers, ranges):
    for question, kept in ((NUMBER, numbers), (RANGE, ranges)):
        spec = class_guess_chart(ClassGuess(question, tuple(kept)), 8.0).to_dict(validate=False)
        (rows,) = [part["data"]["values"] for part in spec["layer"] if part.get("data", {}).get("name") == "guesses"][
            :1
        ]
        assert len(rows) == len(kept)
        assert len({(row.get("guess"), row["place"]) for row in rows}) == len(kept)
        assert spec["height"] <= 420
        assert len(spec["description"]) < 3000


def test_the_table_has_the_medians_and_the_share_that_holds_the_truth(monkeypatch):
    monkeypatch.setattr("longwave.teaching.returning.class_guesses_page.truth_of", lambda guess_id: 8.0)
    ranges = class_of(RANGE, [(7.0, 10.0), (9.0, 9.0)], [(8.0, 9.0)])
    assert guess_table(ranges, is_revealed=True)["rows"] == [
        ["What is sure", "2, median 8.75", "8, in 50% of the ranges", "1, median 8.5"]
    ]
    numbers = class_of(NUMBER)
    assert guess_table(numbers, is_revealed=True)["rows"] == [["What is sure", "0", "8", "0"]]
    before = guess_table(ranges, is_revealed=False)
    assert before["columns"] == ["question", "guesses"]
    assert before["rows"] == [["What is sure", "2, median 8.75"]]


def test_the_table_of_guesses_costs_and_gives_no_point_in_the_sandbox(kind, tmp_path):
    solution = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)
    path = tmp_path / f"{LESSON}.ipynb"
    path.write_text(json.dumps(notebook(table())))
    submitted = read_submission(path).cells
    bench = Bench(kind, LIMITS, worker=11)
    try:
        found = bench.judge(steps(Cells(solution.cells), submitted), {})
    finally:
        bench.close()
    assert "your-guesses-table" not in found.outcomes
    place = submitted.place("your-guesses-table")
    assert place >= 0
    assert found.outputs.get(place, {"error": None})["error"] is None
    assert not found.stopped
