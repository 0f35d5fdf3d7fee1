"""Each hidden test stands alone: it reads its own task's answer and the course's own cells, and nothing else.

So one mistake costs one task, and a right answer stays right where the other tasks are unanswered, and where the lines
that its cell was given out with are gone.
"""

import contextlib
import io
from pathlib import Path

import nbformat
import pytest

from longwave.marks import name_of
from longwave.teaching.cells import CHECK, Cell, is_answer, is_code, is_test, name_in_task, task_of
from longwave.teaching.judging.givens import given_lines
from longwave.teaching.judging.steps import second_argument


def run(source: str, names: dict) -> None:
    """Run a cell without showing what it prints."""
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(source, "cell", "exec"), names)


def needs_more(test: Cell, check: str, course: dict, answered: dict) -> str:
    """Return what a test lacks if its own answer alone is there beside what the course's cells define."""
    name = second_argument(check)
    try:
        run(test.source, {**course, name: answered[name]})
    except Exception as lack:
        return f"{name_of(test)}: {type(lack).__name__}: {lack}"
    return ""


def faults(file: Path) -> list[str]:
    """Return what the tests of a solution read beside their own answers, a sentence each."""
    cells = [cell for cell in nbformat.read(file, as_version=4).cells if is_code(cell)]
    sources = {name_of(cell): cell.source for cell in cells}
    course, answered, found = {"__name__": "__main__"}, {"__name__": "__main__"}, []
    for cell in cells:
        if is_test(cell):
            check = sources[name_in_task(task_of(name_of(cell)), CHECK)].strip().splitlines()[-1]
            found.append(needs_more(cell, check, course, answered))
            continue
        run(cell.source, answered)
        task = task_of(name_of(cell))
        ours = given_lines(cell.source, second_argument(sources[f"{task}-{CHECK}"])) if is_answer(cell) else cell.source
        with contextlib.suppress(Exception):  # a check of what nobody has answered
            run(ours, course)
    return [fault for fault in found if fault]


def test_each_test_needs_its_own_answer_alone(solution_file, monkeypatch, tmp_path):
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path))
    assert faults(solution_file) == []


@pytest.mark.parametrize(
    ("source", "given"),
    [
        ("### BEGIN SOLUTION\nx = 1\n### END SOLUTION", ""),
        ("import math\nn = 3\nx = ...\n### BEGIN SOLUTION\nx = n\n### END SOLUTION", "import math\nn = 3"),
        ("t = load()\n### BEGIN SOLUTION\nt = t * 2\nx = t\n### END SOLUTION", ""),
        ("n = 3\ndef x(a):\n    ### BEGIN SOLUTION\n    return a\n    ### END SOLUTION", "n = 3"),
        ("x = 5\nprint(x)", ""),
        ("n = (", ""),
        ("q1 = ...", ""),
        ("q1 = ...\n### BEGIN SOLUTION\n# a digest is kept\n### END SOLUTION", ""),
        ("def f(a): ...\nn = 2\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", "n = 2"),
        ("q1 = ...\nq2 = 5", ""),
    ],
)
def test_what_a_cell_was_given_out_with_is_what_no_solution_touches(source, given):
    assert given_lines(source, "x") == given


def test_the_proof_sees_a_test_that_reads_another_answer_or_the_head_of_its_own_cell():
    made = nbformat.v4.new_code_cell("assert doubled == 2 * given", metadata={"nbgrader": {"grade_id": "9-x-tests"}})
    answered = {"doubled": 4, "given": 2}
    assert "name 'given' is not defined" in needs_more(made, 'check("9-x", doubled)', {}, answered)
    assert needs_more(made, 'check("9-x", doubled)', {"given": 2}, answered) == ""
