"""What the visible check takes, the hidden tests take: nobody is told that an answer is right and then loses points.

Each listed right answer is tried, and each right answer in other forms: rounded to three digits, at the edge of what
the check takes, with the last digits of binary arithmetic in it, as a Decimal, a Fraction, a number or an array of
numpy's, a list, a Series, a DataFrame, columns or rows; and functions that give such numbers.
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

from longwave.marks import name_of
from longwave.tasks.agreement import as_plain
from longwave.tasks.checking import verdict
from longwave.tasks.task import Task, find_task
from longwave.teaching.cells import is_graded, task_of
from longwave.teaching.judging.steps import second_argument
from tests.tasks.both_ways import load_lists

ROOT = Path(__file__).parents[2]
LISTED = load_lists(ROOT / "tests" / "topics") | load_lists(ROOT / "tests" / "problem_sets")


def rounded(number: float) -> float:
    """Return a number with three digits, as a careful student writes it."""
    small = 0 < abs(number) < 1000
    return round(number, 2 - math.floor(math.log10(abs(number)))) if small else number


def nearest(number: float) -> float:
    """Return a number to three places, as `round(number, 3)` gives it."""
    return round(number, 3)


# Each of these turns one number into another form; the check decides whether it takes it.
SAME: dict[str, Callable[[float], object]] = {
    "three digits": rounded,
    "noise below": lambda number: number * (1 - 1e-12),
    "upper edge": lambda number: number * 1.00095,
    "lower edge": lambda number: number * 0.99905,
}
KINDS: dict[str, Callable[[float], object]] = {
    "three places": lambda number: round(number, 3),
    "noise above": lambda number: number * (1 + 1e-12),
    "numpy": np.float32,
    "Fraction": Fraction,
    "Decimal": lambda number: Decimal(repr(number)),
    "no dimension": np.array,
    "one dimension": lambda number: np.array([number]),
    "Series": lambda number: pd.Series([number]),
}


def each(plain: object, change: Callable[[float], object]) -> object:
    """Return an answer in plain form with each of its numbers changed."""
    if isinstance(plain, dict):
        return {label: each(entry, change) for label, entry in plain.items()}
    return change(plain) if isinstance(plain, float) else plain


def changing(function: Callable, change: Callable[[float], object]) -> Callable:
    """Return a function that changes what another one returns."""

    def changes(*arguments: object) -> object:
        result = function(*arguments)
        return each(as_plain(result) if isinstance(result, dict) else float(result), change)

    return changes


def other_forms(task: Task, answer: object) -> Iterator[tuple[str, object]]:
    """Yield a right answer in other forms, by name, of which the check may take some and refuse others."""
    if task.kind == "function":
        yield from ((name, changing(answer, change)) for name, change in (SAME | KINDS).items())
        return
    plain = task.read(answer)
    if task.kind == "choice":
        yield "capital", f" {plain.upper()} "
        return
    for name, change in SAME.items():
        changed = each(plain, change)
        if task.kind == "table":
            yield from ((f"{name}, {form}", table) for form, table in tables(task.key, changed))
        else:
            yield name, changed
    if task.kind == "number":
        yield from ((name, change(plain)) for name, change in KINDS.items())
        yield from (("text", str(plain)), ("whole", round(plain)), ("numpy, whole", np.int64(round(plain))))
    if task.kind == "numbers":
        values = list(plain.values())
        yield from (("list", values), ("tuple", tuple(each(plain, Fraction).values())))
        yield from (("array", np.array(values)), ("labels", pd.Series(each(plain, np.float32))))


def tables(key: str, plain: dict) -> Iterator[tuple[str, object]]:
    """Yield a table in its forms."""
    frame = pd.DataFrame(plain).T.rename_axis(key)
    yield "key as index", frame
    yield "rows", frame.iloc[::-1].reset_index().to_dict("records")
    yield "columns", frame.reset_index().to_dict("list")


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
        listed = [(f"listed {place}", answer) for place, answer in enumerate(LISTED[task.id]["right"], 1)]
        for form, answer in [*listed, *other_forms(task, names[name])]:
            if verdict(task, answer).status == "right" and not passes(source, {**names, name: answer}):
                torn.append((task.id, form))
    assert torn == []


@pytest.mark.parametrize("form", [[1.4, 1.8, 0.3], pd.Series({"within": 1.4, "entry": 1.8, "exit": 0.3})])
def test_the_proof_sees_a_test_that_takes_one_form_only(form):
    source = 'assert parts["within"] == 1.4 and type(parts) is dict'
    assert passes(source, {"parts": {"within": 1.4}})
    assert not passes(source, {"parts": form})
