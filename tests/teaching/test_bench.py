"""One grading worker: what is the student's fault, and what is the machine's."""

import copy
import json
from dataclasses import asdict, replace

import nbformat
import pytest

from longwave.teaching.cells import Cells
from longwave.teaching.grading.graded_notebook import graded_notebook
from longwave.teaching.judging import bench as benches
from longwave.teaching.judging import judge as judges
from longwave.teaching.judging.bench import Bench, MachineShortError
from longwave.teaching.judging.judge import Judgement
from longwave.teaching.judging.steps import steps
from longwave.teaching.sandbox.seeing import SandboxError
from tests.teaching.classroom import (
    ALL,
    BROKEN,
    HONEST,
    HOSTILE,
    LESSON,
    POINTS,
    RIGHT,
    ROOT,
    bytes_of,
    cell_of,
    handed_out,
    with_first,
    written,
)
from tests.teaching.conftest import LIMITS

SOURCE = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)


@pytest.fixture(scope="module")
def bench(kind):
    running = Bench(kind, LIMITS, worker=9)
    yield running
    running.close()


def points(found):
    return sum(POINTS[name.removesuffix("-tests")] for name, outcome in found.outcomes.items() if outcome.passed)


def judged(bench, notebook):
    return bench.judge(steps(Cells(SOURCE.cells), Cells(notebook.cells)), {})


def test_the_named_mistake_and_the_first_hint_reach_the_result(bench):
    found = judged(bench, HONEST["wrong"][0]()).outcomes
    assert found["18-corrected-tests"].mistake == "distance left out"
    assert found["18-weight-tests"].message.startswith("0.75 is the weight of *cost*")
    assert found["18-apart-tests"].status == "wrong"


def test_unanswered_is_told_from_wrong_and_from_what_cannot_be_used(bench):
    blank = judged(bench, HONEST["blank"][0]()).outcomes
    assert {outcome.status for outcome in blank.values()} == {"unanswered"}
    crashing = judged(bench, HONEST["crashing"][0]()).outcomes
    assert crashing["18-corrected-tests"].status == "unusable"
    assert crashing["18-rest-tests"].status == "unusable"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("level = (0.2 * 0.5", "SyntaxError: "),
        ("level = unknown + 1", "NameError: name 'unknown' is not defined"),
        ("raise ValueError", "ValueError"),
    ],
)
def test_a_cell_that_meets_an_error_is_told_which(bench, answer, told):
    found = judged(bench, written({**RIGHT, "18-level": answer})).outcomes
    outcome = found["18-level-tests"]
    assert (outcome.passed, outcome.status) == (False, "unusable")
    start, _colon, error = outcome.message.partition(": ")
    assert start == "Your cell stopped with an error, so there is no answer"
    assert error.startswith(f"“{told}")
    assert [name for name, one in found.items() if not one.passed] == ["18-level-tests"]


def test_a_function_that_prints_in_place_of_returning_is_told_so(bench):
    printing, silent = "def rest(base, support, held):\n    print(base)", "def level(*three):\n    three"
    found = judged(bench, written({"18-rest": printing, "18-level": silent}))
    assert found.outcomes["18-rest-tests"].status == "unusable"
    assert "prints its result and gives nothing back" in found.outcomes["18-rest-tests"].message
    assert found.outcomes["18-level-tests"].status == "unanswered"


def test_a_check_behind_other_lines_judges_the_answer_and_writes_no_progress(bench, tmp_path, monkeypatch):
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path))
    source = nbformat.read(ROOT / "solutions" / "08-weak-ties" / "08-weak-ties.ipynb", as_version=4)
    wrong = copy.deepcopy(source)
    cell_of(wrong, "08-shortcuts-answer").source = "shortcuts = [1, 2, 3, 4, 5, 6]"
    found = bench.judge(steps(Cells(source.cells), Cells(wrong.cells)), {}).outcomes
    assert found["08-shortcuts-tests"].status == "wrong"
    assert found["08-wide-bridge-tests"].passed
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_would_fill_the_judges_memory_is_refused(bench):
    forged = "import sys\nstudent = sys.modules['longwave.teaching.worker.student']\n"
    forged += "words = ['array', [9000], '', ['x' * 100000] + ['x'] * 8999]\n"
    forged += "student.Session.take = lambda self, names: {'values': dict.fromkeys(names, words)}\n"
    found = judged(bench, with_first(forged, RIGHT))
    assert "object of type Thing" in found.outcomes["18-weight-tests"].message


def test_right_for_the_check_and_wrong_for_other_numbers_is_told_apart(bench):
    only_the_checks = (
        "def rest(base, support, held):\n"
        "    seen = [(0.2, 0.5, 0.1), (0.3, 0.6, 0.05), (0.4, 0, 0.2), (0.1, 0.8, 0.3)]\n"
        "    return (base + support * held / 2) / (1 - support / 2) if (base, support, held) in seen else 0"
    )
    found = judged(bench, written({**RIGHT, "18-rest": only_the_checks})).outcomes["18-rest-tests"]
    assert (found.passed, found.status) == (False, "other numbers")


def test_one_bad_cell_costs_its_own_task(bench):
    found = judged(bench, with_first("import os\nos._exit(3)", RIGHT))
    assert points(found) == ALL - 1
    assert [told["error"] for told in found.outputs.values() if told["error"]] == [["Stopped", "its process ended"]]
    first = found.outcomes["18-corrected-tests"]
    assert (first.status, first.message) == ("stopped", "its process ended")


def test_a_function_that_outlasts_its_test_costs_its_own_task(bench, monkeypatch):
    monkeypatch.setattr(judges, "TEST_SECONDS", 5)
    monkeypatch.setattr(bench, "limits", replace(LIMITS, seconds=30))
    slow = "    import time\n    time.sleep(8)\n"
    first, rest = RIGHT["18-corrected"].split("\n", 1)
    found = judged(bench, written({**RIGHT, "18-corrected": f"{first}\n{slow}{rest}"}))
    assert points(found) == ALL - 1
    assert found.outcomes["18-corrected-tests"].status == "stopped"


def test_a_sandbox_that_does_not_come_up_is_not_the_students_fault(bench, monkeypatch):
    def broken(channel):
        raise TimeoutError("timed out")

    monkeypatch.setattr(benches, "wait_until_ready", broken)
    with pytest.raises(SandboxError, match="did not come up"):
        judged(bench, HONEST["right"][0]())


def test_a_machine_that_runs_short_is_not_the_students_fault(bench, monkeypatch):
    monkeypatch.setattr(bench.sandbox, "end", lambda end=bench.sandbox.end: end() and "machine")
    with pytest.raises(MachineShortError):
        judged(bench, HONEST["right"][0]())


def test_a_judge_that_is_held_up_ends_and_the_next_student_is_judged(bench, monkeypatch):
    monkeypatch.setattr(benches, "JUDGE_EXTRA_SECONDS", -benches.PATIENCE * LIMITS.seconds)
    found = judged(bench, HONEST["right"][0]())
    assert {outcome.message for outcome in found.outcomes.values()} == {"its answers could not be judged"}
    monkeypatch.undo()
    assert points(judged(bench, HONEST["right"][0]())) == ALL


@pytest.mark.parametrize("name", ["half-a-sign-printed", "half-a-sign-named"])
def test_half_a_sign_in_what_a_student_prints_or_names_can_be_written_to_a_file(bench, name):
    code, answers, most, _words = HOSTILE[name]
    found = judged(bench, with_first(code, answers))
    assert points(found) == most
    assert json.dumps(asdict(found), ensure_ascii=False).encode()


def test_half_a_sign_in_a_notebook_can_be_written_to_a_file(tmp_path):
    from longwave.teaching.intake.submission import read_submission

    path = tmp_path / "x.ipynb"
    path.write_bytes(BROKEN["half-a-sign"][0]())
    notebook = nbformat.v4.new_notebook(cells=read_submission(path).cells.all)
    assert "weight = 0.25  # ?" in nbformat.writes(notebook).encode().decode()


TERMINAL = "\x1b[2J"
ODD_ERRORS = {
    "one word": '["boo"]',
    "none": "[]",
    "no words": "[None, {}]",
    "steers the terminal": '["Stopped", "\\x1b[2J"]',
}


@pytest.mark.parametrize("error", ODD_ERRORS.values(), ids=ODD_ERRORS)
def test_a_forged_report_of_an_error_can_be_shown(bench, error):
    forged = "import sys\nstudent = sys.modules['longwave.teaching.worker.student']\n"
    forged += f"student.Session.run = lambda self, source: {{'output': 'x', 'error': {error}}}"
    found = judged(bench, with_first(forged))
    assert points(found) == 0
    for told in found.outputs.values():
        assert told["error"] is None or len(told["error"]) == 2
        assert TERMINAL not in str(told["error"])
    graded_notebook(SOURCE, handed_out(), Cells(with_first(forged).cells), found)


PICTURE = {"image/png": "iVBORw0KGgo="}
ATTACHED = {
    "no bundle": ("![x](attachment:a.png)", {"a.png": 3}),
    "missing": ("![x](attachment:no.png) [y]\n\n[y]: attachment&colon;no.png", {}),
    "svg": ("![x](attachment:a.svg)", {"a.svg": {"image/svg+xml": "<svg/>"}}),
    "breaks out": ("![x](attachment:a.png)", {"a.png": {"image/png": 'x" onerror="alert(1)'}}),
    "a blank": ("![x](attachment:my%20own%20(1).png)", {"my own (1).png": PICTURE}),
    "in parts": ("![x](attachment:a.png)", {"a.png": {"image/png": ["iVBORw", "0KGgo="]}}),
    "another script": ("![x](attachment:图.png)", {"图.png": PICTURE}),
}


@pytest.mark.parametrize("name", ATTACHED)
def test_pictures_in_a_text_are_shown_and_all_else_does_not_break_the_page(name, tmp_path):
    from nbconvert import HTMLExporter

    from longwave.teaching.intake.submission import read_submission

    document = json.loads(bytes_of(handed_out()))
    answer = next(cell for cell in document["cells"] if cell["id"] == "18-argued-index-answer")
    answer["source"], answer["attachments"] = ATTACHED[name]
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps(document))
    graded = graded_notebook(SOURCE, handed_out(), read_submission(path).cells, Judgement())
    page, _resources = HTMLExporter().from_notebook_node(graded)
    assert ("data:image/png;base64,iVBORw0KGgo=" in page) == (name in ("a blank", "in parts", "another script"))
    assert "onerror" not in page


def test_what_is_told_of_a_notebook_does_not_steer_the_terminal(tmp_path):
    from longwave.teaching.intake.reading import UnreadableError
    from longwave.teaching.intake.submission import read_submission

    path, notebook = tmp_path / "x.ipynb", handed_out()
    notebook.cells += [
        nbformat.v4.new_code_cell("1", metadata={"nbgrader": {"grade_id": TERMINAL}}) for _time in range(2)
    ]
    path.write_bytes(bytes_of(notebook))
    assert not [note for note in read_submission(path).notes if "[2J" in note]
    notebook.metadata.kernelspec = {"name": "x", "display_name": "x", "language": TERMINAL}
    path.write_bytes(bytes_of(notebook))
    with pytest.raises(UnreadableError, match=r"kernel: “\\x1b"):
        read_submission(path)


def test_hostile_bytes_are_no_notebook(tmp_path):
    from longwave.teaching.intake.reading import UnreadableError
    from longwave.teaching.intake.submission import read_submission

    path = tmp_path / "x.ipynb"
    for content in (b"", b"[" * 100_000, b"\xff\xfe", b'{"cells": 3}', b"null"):
        path.write_bytes(content)
        with pytest.raises(UnreadableError):
            read_submission(path)
    path.write_bytes(bytes_of(HONEST["right"][0]()))
    (tmp_path / "link.ipynb").symlink_to(path)
    with pytest.raises(UnreadableError, match="no file"):
        read_submission(tmp_path / "link.ipynb")
