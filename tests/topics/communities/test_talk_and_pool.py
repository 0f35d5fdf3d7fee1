import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.communities import (
    herd_error,
    leader_changes,
    least_most,
    majority_error,
    pool_machines,
    survey_finds,
    talk_finds,
)

careful = settings(deadline=None, derandomize=True)


def test_ten_owners_who_talk_find_more_than_a_survey_of_them():
    assert survey_finds(0.1, 10) == pytest.approx(1 - 0.99**10)
    assert talk_finds(0.1, 10) == pytest.approx((1 - 0.9**10) ** 2)
    held = np.random.default_rng(5).random((100_000, 10, 2)) < 0.1
    assert held.all(axis=2).any(axis=1).mean() == pytest.approx(survey_finds(0.1, 10), abs=0.004)
    assert held.any(axis=1).all(axis=1).mean() == pytest.approx(talk_finds(0.1, 10), abs=0.006)


def test_talk_adds_most_among_32_owners_and_next_to_nothing_among_500():
    added = {people: talk_finds(0.1, people) - survey_finds(0.1, people) for people in range(1, 501)}
    assert max(added, key=added.get) == 32
    assert added[32] == pytest.approx(0.657, abs=0.001)
    assert added[500] < 0.01
    three = {people: talk_finds(0.1, people, 3) - survey_finds(0.1, people, 3) for people in range(1, 501)}
    assert max(three, key=three.get) == 55


@careful
@given(st.floats(0, 1), st.integers(1, 50), st.integers(1, 5))
def test_talk_never_finds_less_and_alone_there_is_nobody_to_talk_to(chance, people, pieces):
    assert talk_finds(chance, people, pieces) >= survey_finds(chance, people, pieces) - 1e-12
    assert talk_finds(chance, 1, pieces) == pytest.approx(survey_finds(chance, 1, pieces), abs=1e-12)


def test_a_firm_that_joins_the_answers_of_its_survey_finds_what_talk_finds():
    held = np.random.default_rng(5).random((100_000, 10, 2)) < 0.1
    joined = (held[:, :, 0].any(axis=1) & held[:, :, 1].any(axis=1)).mean()
    assert joined == pytest.approx(talk_finds(0.1, 10), abs=0.006)


def said_last(signs, tosses=None):
    """Let people speak in a row as the docstring says, and return what the last one says."""
    lead = 0
    for place, sign in enumerate(signs):
        if abs(lead) >= 2:
            lead += 1 if lead > 0 else -1
        elif tosses is not None and lead * sign < 0:
            lead += tosses[place]
        else:
            lead += sign
    return lead > 0


def test_a_row_of_verdicts_is_worth_between_five_and_seven_separate_reports():
    assert herd_error(0.7) == pytest.approx(0.09 / 0.58)
    assert majority_error(0.7, 7) < herd_error(0.7) < majority_error(0.7, 5)
    assert majority_error(0.9, 5) < herd_error(0.9) < majority_error(0.9, 3)
    apart = np.random.default_rng(8).random((100_000, 7)) < 0.7
    assert (apart.sum(axis=1) <= 3).mean() == pytest.approx(majority_error(0.7, 7), abs=0.004)
    signs = np.where(np.random.default_rng(6).random((20_000, 101)) < 0.7, 1, -1)
    assert np.mean([not said_last(row) for row in signs.tolist()]) == pytest.approx(herd_error(0.7), abs=0.01)


def test_bikhchandani_and_others_1992_with_their_coin_the_row_is_worth_between_one_report_and_three():
    rng = np.random.default_rng(7)
    signs = np.where(rng.random((20_000, 101)) < 0.7, 1, -1).tolist()
    tosses = np.where(rng.random((20_000, 101)) < 0.5, 1, -1).tolist()
    wrong = np.mean([not said_last(row, coins) for row, coins in zip(signs, tosses, strict=True)])
    assert wrong == pytest.approx(herd_error(0.7, coin=True), abs=0.01)
    assert herd_error(0.7, coin=True) == pytest.approx(0.2468, abs=0.0001)
    assert majority_error(0.7, 3) < herd_error(0.7, coin=True) < majority_error(0.7, 1)


def test_the_pool_of_the_lesson_needs_34_machines_and_its_doubt_runs_from_7_to_415():
    edge, holds = pool_machines(50, 200, 100, 3_000)
    assert (round(edge), round(holds)) == (34, 2216)
    # What each share of the 3,000 leads to in a round: no margin at the edge.
    after = [3_000 * max(0, 1 - 50 * (start + 100) / (200 * start)) for start in (33, 34, 50)]
    assert after == pytest.approx([0, 44, 750], abs=0.2)
    edges = [
        pool_machines(50, most, half, 3_000)["critical_mass"] for most in (100, 200, 400) for half in (50, 100, 300)
    ]
    assert (round(min(edges)), round(max(edges))) == (7, 415)


@careful
@given(st.floats(1, 100), st.floats(1.05, 20), st.floats(1, 500), st.integers(100, 100_000))
def test_at_both_sizes_the_last_owner_pays_the_price(price, times, half, machines):
    most = price * times
    if most < least_most(price, half, machines) * 1.001:
        return
    for size in pool_machines(price, most, half, machines):
        assert most * (1 - size / machines) * size / (size + half) == pytest.approx(price, rel=1e-6)


def test_no_pool_holds_below_what_the_keenest_must_pay():
    assert least_most(50, 100, 3_000) == pytest.approx(71.9, abs=0.05)
    assert pool_machines(50, 71.9, 100, 3_000)["critical_mass"] < pool_machines(50, 71.9, 100, 3_000)["stable"]
    with pytest.raises(InputError, match="no pool holds at a price of 50"):
        pool_machines(50, 71.8, 100, 3_000)


def test_the_leading_browser_lost_3_3_points_a_year_with_an_interval_that_holds_zero():
    changes = leader_changes(load("browser_shares"))
    half = 2.179 * changes.std() / math.sqrt(len(changes))
    assert len(changes) == 13
    assert (changes.mean() - half, changes.mean(), changes.mean() + half) == pytest.approx(
        (-6.74, -3.29, 0.15), abs=0.01
    )
    assert changes.mean() + 1.96 * changes.std() / math.sqrt(13) < 0  # what a normal in a small sample would claim


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: survey_finds(1.1, 2), "chance must be a finite number from 0 to 1"),
        (lambda: talk_finds(0.1, 0), "people must be a whole number of at least 1"),
        (lambda: herd_error(0.5), "accuracy must be above 0.5"),
        (lambda: herd_error(0.4), "accuracy must be a finite number from 0.5 to 1"),
        (lambda: majority_error(0.7, 4), "reports must be odd"),
        (lambda: pool_machines(50, 50, 1, 10), "price must be below most"),
        (lambda: pool_machines(50, 60, 0, 10), "half must be above 0"),
        (lambda: leader_changes(pd.DataFrame({"month": []})), "must have the columns month, browser and percent"),
        (
            lambda: leader_changes(pd.DataFrame({"month": ["2002-01"], "browser": ["A"], "percent": [1]})),
            "two Januaries or more",
        ),
    ],
)
def test_what_cannot_be_computed_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
