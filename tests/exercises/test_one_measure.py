"""What the visible check takes, the hidden tests take: nobody is told that an answer is right and then loses points.

Each listed right answer is tried, and each right answer in other forms: rounded to three digits, as a Decimal, a
Fraction, an array of one number, a list, a Series, a DataFrame or rows, and a function that rounds.
"""

import contextlib
import io
import math
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest

from longwave.tasks.checking import verdict
from longwave.tasks.task import Task, find_task
from longwave.teaching.cells import is_graded, name_of, task_of
from longwave.teaching.judging.steps import second_argument
from tests.tasks.both_ways import load_lists

ROOT = Path(__file__).parents[2]
LISTED = load_lists(ROOT / "tests" / "topics") | load_lists(ROOT / "tests" / "problem_sets")


def rounded(number: float) -> float:
    """Return a number with three digits, as a careful student writes it."""
    small = 0 < abs(number) < 1000
    return round(number, 2 - math.floor(math.log10(abs(number)))) if small else number


def rounding(function: Callable) -> Callable:
    """Return a function that rounds what another one returns."""

    def rounds(*arguments: object) -> object:
        result = function(*arguments)
        if isinstance(result, dict):
            return {label: rounded(float(number)) for label, number in result.items()}
        return rounded(float(result))

    return rounds


def other_forms(task: Task, answer: object) -> Iterator[object]:
    """Yield a right answer in other forms, of which the check may take some and refuse others."""
    if task.kind == "function":
        yield rounding(answer)
        return
    plain = task.read(answer)
    if task.kind == "number":
        yield from (rounded(plain), str(plain), Decimal(repr(plain)), Fraction(plain))
        yield from (np.array([plain]), pd.Series([plain]))  # what a solver of equations returns
    if task.kind == "numbers":
        yield from ({label: rounded(number) for label, number in plain.items()}, list(plain.values()), pd.Series(plain))
    if task.kind == "table":
        frame = pd.DataFrame(plain).T.rename_axis(task.key)
        yield from (frame, frame.reset_index(), frame.iloc[::-1].reset_index().to_dict("records"))


def passes(source: str, names: dict) -> bool:
    """Tell whether a cell of tests runs to its end."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "tests", "exec"), names)
    except Exception:
        return False
    return True


def graded_cells(file: Path) -> Iterator[tuple[Task, str, str, dict]]:
    """Yield each task of a solution with its answer's name, its tests and what is defined where they run."""
    cells = [cell for cell in nbformat.read(file, as_version=4).cells if cell.cell_type == "code"]
    sources, names = {name_of(cell): cell.source for cell in cells}, {"__name__": "__main__"}
    for cell in cells:
        if not is_graded(cell):
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(cell.source, cell.id, "exec"), names)
            continue
        task_id = task_of(name_of(cell))
        check = sources[f"{task_id}-check"].strip().splitlines()[-1]
        yield find_task(task_id), second_argument(check), cell.source, dict(names)


def test_the_hidden_tests_take_what_the_check_takes(solution_file, monkeypatch, tmp_path):
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path))
    torn = []
    for task, name, source, names in graded_cells(solution_file):
        assert name.isidentifier(), task.id
        answers = [*LISTED[task.id]["right"], *other_forms(task, names[name])]
        taken = [answer for answer in answers if verdict(task, answer).status == "right"]
        torn += [(task.id, answer) for answer in taken if not passes(source, {**names, name: answer})]
    assert torn == []


@pytest.mark.parametrize("form", [[1.4, 1.8, 0.3], pd.Series({"within": 1.4, "entry": 1.8, "exit": 0.3})])
def test_the_proof_sees_a_test_that_takes_one_form_only(form):
    source = 'assert parts["within"] == 1.4 and type(parts) is dict'
    assert passes(source, {"parts": {"within": 1.4}})
    assert not passes(source, {"parts": form})
