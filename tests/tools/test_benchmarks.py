"""The benchmarks: each can be imported, and each estimator agrees with its peer, or says why not."""

import importlib
import pkgutil

import pytest

import benchmarks
from benchmarks.__main__ import table

OTHERWISE = {"statsmodels GLM, binomial", "diff-diff, default errors", "diff-diff, errors by firm"}


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(benchmarks.__path__)])
def test_each_benchmark_finds_what_it_takes_from_another(name):
    try:
        importlib.import_module(f"benchmarks.{name}")
    except ModuleNotFoundError as error:
        if error.name.startswith(("benchmarks", "longwave", "tools")):
            raise
        pytest.skip(f"not installed: {error.name}")


@pytest.fixture(scope="module")
def rows() -> list[dict]:
    for peer in ("statsmodels", "diff_diff"):
        pytest.importorskip(peer)
    from benchmarks.estimators import measure

    return measure(repeats=1)


def test_each_estimator_agrees_with_its_peer_or_says_why_not(rows):
    assert {row["peer"] for row in rows if not row["agrees"]} == OTHERWISE
    assert all(bool(row["why"]) != row["agrees"] for row in rows)
    assert all(row["tolerance"] <= 1e-4 for row in rows)


def test_the_table_puts_both_times_side_by_side(rows):
    head, *lines = table(rows).splitlines()
    assert head.split()[:6] == ["what", "size", "peer", "longwave_ms", "peer_ms", "tolerance"]
    assert len(lines) == len(rows)


def test_a_way_to_grade_that_gives_other_points_is_not_timed():
    from benchmarks.grading import _refuse_other_points

    earned = {("ann", "18-rest-tests"): 2.0, ("ann", "18-weight-tests"): 0.0}
    _refuse_other_points("a way", dict(earned), earned)
    for other in ({("ann", "18-rest-tests"): 2.0}, {**earned, ("ann", "18-weight-tests"): 1.0}):
        with pytest.raises(RuntimeError, match="a way gave other points .*18-weight-tests"):
            _refuse_other_points("a way", other, earned)


def test_the_notebooks_to_grade_are_honest_and_their_points_are_known_beforehand(tmp_path):
    pytest.importorskip("nbgrader")
    from benchmarks.grading import LESSON, _course

    folder, earned = _course(tmp_path / "course", 8)
    sums = [sum(points for (name, _cell), points in earned.items() if name == f"student{n:03}") for n in range(1, 9)]
    assert sums[0] == sums[7] == max(sums) == 9
    assert sorted(9 - points for points in sums[1:7]) == [1, 1, 1, 2, 2, 2]
    texts = {path.read_text("utf-8") for path in folder.glob(f"submitted/*/{LESSON}/*.ipynb")}
    assert len(texts) == 7
