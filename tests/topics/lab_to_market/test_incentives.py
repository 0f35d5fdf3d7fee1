"""Shares, penalties and bonuses: the given values, what holds for all, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.lab_to_market import (
    best_filings,
    best_share,
    implied_elasticity,
    kept_income,
    needed_elasticity,
    stopping_chance,
)

careful = settings(deadline=None, derandomize=True)


def test_best_shares_and_needed_elasticities_are_those_of_the_plan():
    assert [round(best_share(elasticity), 3) for elasticity in (0.5, 1, 2)] == [0.333, 0.5, 0.667]
    assert (needed_elasticity(0.5), round(needed_elasticity(0.7), 2)) == (1, 2.33)


@careful
@given(st.floats(0.05, 5), st.floats(0, 1))
def test_no_share_keeps_more_than_the_best(elasticity, share):
    assert kept_income(share, elasticity) <= kept_income(best_share(elasticity), elasticity) + 1e-12


@careful
@given(st.floats(0.05, 5))
def test_what_a_cut_implies_is_what_made_it(elasticity):
    assert implied_elasticity(1, 1 / 3, (1 / 3) ** elasticity) == pytest.approx(elasticity)


def test_norway_read_as_an_answer_to_the_share():
    elasticity = implied_elasticity(1, 1 / 3, 0.5)
    assert (round(elasticity, 2), round(best_share(elasticity), 2)) == (0.63, 0.39)


def test_copying_stops_at_the_given_chances():
    assert (stopping_chance(10, 20), stopping_chance(10, 50)) == (0.5, 0.2)
    assert stopping_chance(10, 20, gain_is_lost=True) == pytest.approx(1 / 3)


@careful
@given(st.integers(1, 40), st.floats(0, 20), st.floats(0, 5), st.floats(0.1, 5))
def test_the_last_application_pays_and_one_more_would_not(claims, bonus, fee, split_cost):
    filings = best_filings(claims, bonus, fee, split_cost)
    assert 1 <= filings <= claims
    assert filings == 1 or bonus - fee - split_cost * (filings - 1) >= -1e-6
    assert filings == claims or bonus - fee - split_cost * filings < 1e-6


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: needed_elasticity(1), "share must be below 1"),
        (lambda: kept_income(1.2, 1), "share must be a finite number"),
        (lambda: best_share(-1), "elasticity must be a finite number"),
        (lambda: implied_elasticity(0.5, 0.5, 0.9), "after must differ"),
        (lambda: implied_elasticity(1, 0, 0.9), "after must be above 0"),
        (lambda: stopping_chance(10, 0), "penalty must be above 0"),
        (lambda: best_filings(0, 1, 1, 1), "claims must be a whole number"),
        (lambda: best_filings(5, 1, 1, 0), "split_cost must be above 0"),
    ],
)
def test_what_has_no_answer_is_refused(call, says):
    with pytest.raises(InputError, match=says):
        call()
