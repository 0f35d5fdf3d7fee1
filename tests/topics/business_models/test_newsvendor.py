import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.business_models import (
    best_batch,
    break_even_cost,
    critical_ratio,
    made_to_order_profit,
    value_of_perfect_information,
)
from longwave.topics.business_models.models.newsvendor import batch_profit, leftover_and_missed

careful = settings(deadline=None, derandomize=True)
SUITS = {"price": 100, "cost": 40, "salvage": 10}
spreads = st.floats(0, 0.5)
trades = st.tuples(st.floats(0.5, 50), st.floats(0.5, 50), st.floats(-20, 20)).map(
    lambda steps: {"price": 40 + steps[0] + steps[1], "cost": 40 + steps[1], "salvage": 40 - abs(steps[2])}
)


def test_suits_break_even_at_53_as_the_curriculum_says():
    assert break_even_cost(**SUITS, cv=0.4) == pytest.approx(53.09, abs=0.005)
    assert best_batch(**SUITS, mean=100, cv=0.4)[["quantity", "profit"]].round(2).tolist() == [117.23, 4691.04]
    assert value_of_perfect_information(**SUITS, mean=100, cv=0.4) == pytest.approx(1308.96, abs=0.005)


def test_nearly_steady_demand_does_what_well_selling_leftovers_do():
    assert break_even_cost(**SUITS, cv=0.115) == pytest.approx(
        break_even_cost(**(SUITS | {"salvage": 35}), cv=0.4), abs=0.02
    )


def test_ten_per_cent_more_pays_later_if_one_buyer_in_ten_leaves():
    for cv, lost, pays in [(0.121, 0, False), (0.124, 0, True), (0.292, 0.1, False), (0.295, 0.1, True)]:
        assert (break_even_cost(**SUITS, cv=cv, lost=lost) > 44) == pays


def test_a_drawn_demand_agrees_with_the_formulas():
    demand = np.random.default_rng(7).normal(100, 40, 400_000)
    sold = np.minimum(demand, 117)
    drawn = (100 - 40) * sold - (40 - 10) * (117 - sold)
    assert batch_profit(117, **SUITS, mean=100, cv=0.4) == pytest.approx(drawn.mean(), abs=20)
    over, under = leftover_and_missed(117, mean=100, cv=0.4)
    assert over == pytest.approx(np.maximum(117 - demand, 0).mean(), abs=0.3)
    assert under == pytest.approx(np.maximum(demand - 117, 0).mean(), abs=0.3)


@careful
@given(trades, spreads, st.floats(0, 3))
def test_no_other_batch_earns_more_than_the_best(trade, cv, times):
    best = best_batch(**trade, mean=100, cv=cv)
    assert batch_profit(100 * times, **trade, mean=100, cv=cv) <= best["profit"] + 1e-6
    assert best["left_over"] - best["missed"] == pytest.approx(best["quantity"] - 100, abs=1e-6)


@careful
@given(trades, spreads, st.floats(0.01, 1e4))
def test_at_the_break_even_cost_both_ways_earn_the_same(trade, cv, mean):
    limit = break_even_cost(**trade, cv=cv)
    batch = best_batch(**trade, mean=mean, cv=cv)["profit"]
    assert trade["price"] - limit == pytest.approx(batch / mean, abs=1e-6)
    assert limit >= trade["cost"] - 1e-9


@careful
@given(trades, spreads)
def test_the_extra_cost_is_proportional_to_cv_where_the_best_batch_is_not_zero(trade, cv):
    if best_batch(**trade, mean=1, cv=cv)["quantity"] > 0:
        whole, half = (break_even_cost(**trade, cv=spread) - trade["cost"] for spread in (cv, cv / 2))
        assert half == pytest.approx(whole / 2, abs=1e-9)


@careful
@given(st.floats(0, 0.9), st.floats(0, 0.9))
def test_more_buyers_who_leave_lower_the_limit(one, other):
    low, high = sorted((one, other))
    assert break_even_cost(**SUITS, cv=0.4, lost=high) <= break_even_cost(**SUITS, cv=0.4, lost=low) + 1e-9


def test_steady_demand_leaves_nothing_to_gain():
    assert break_even_cost(**SUITS, cv=0) == 40
    assert leftover_and_missed(90, mean=100, cv=0) == (0, 10)
    assert best_batch(**SUITS, mean=100, cv=0)["quantity"] == 100


def test_made_to_order_earns_its_margin_on_those_who_wait():
    assert made_to_order_profit(100, 50, 100) == 5000
    assert made_to_order_profit(100, 50, 100, lost=1) == 0
    assert made_to_order_profit(100, 120, 10) == -200
    assert critical_ratio(100, 100, 10) == 0
    assert math.isclose(critical_ratio(100, 40, -20), 0.5)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: critical_ratio(100, 40, 40), "salvage must be below the cost"),
        (lambda: critical_ratio(30, 40, 10), "the cost at most the price, not 10, 40 and 30"),
        (lambda: critical_ratio(100, 40, float("nan")), "salvage must be a finite number"),
        (lambda: best_batch(40, 40, 10, 100, 0.4), "cost must be below the price"),
        (lambda: best_batch(**SUITS, mean=100, cv=0.7), "cv must be a finite number from 0 to 0.6"),
        (lambda: leftover_and_missed(-1, 100, 0.4), "quantity must be a finite number of at least 0"),
        (lambda: break_even_cost(**SUITS, cv=0.4, lost=1), "lost must be below 1"),
        (lambda: made_to_order_profit(100, 50, 100, lost=2), "lost must be a finite number from 0 to 1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
