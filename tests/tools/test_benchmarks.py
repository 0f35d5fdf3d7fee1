"""The benchmark of the estimators: each agrees with its peer, or says why not."""

import pytest

from benchmarks.__main__ import table

OTHERWISE = {"statsmodels GLM, binomial", "diff-diff, default errors", "diff-diff, errors by firm"}


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
