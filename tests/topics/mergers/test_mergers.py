"""Models of mergers: the published cases, what must hold for all numbers, and each refusal."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from longwave.checks import InputError
from longwave.topics.mergers import (
    REGIMES,
    answer_slope,
    chain_merger,
    chain_price,
    research_regimes,
    saving_needed,
    side_merger,
    turning_cost,
)

careful = settings(deadline=None, derandomize=True)
spillovers = st.floats(0, 1)


def test_two_firms_in_a_row_as_spengler_has_it():
    found = chain_merger("posted", 1)
    assert found[["before", "after", "profit_before", "profit_after"]].tolist() == [80, 60, 1200, 1600]


def test_two_buyers_with_secret_contracts_as_hart_and_tirole_have_it():
    found = chain_merger("secret", 2)
    assert (round(found["before"], 1), found["after"]) == (46.7, 60)
    assert found["profit_before"] == pytest.approx(2 * (80 / 3) ** 2)
    assert found["saving_needed"] == pytest.approx(80 / 3)


@careful
@given(st.integers(1, 30), st.floats(1, 50), st.floats(1, 100))
def test_a_posted_price_is_never_below_the_merged_one_and_a_secret_one_never_above(buyers, cost, gap):
    after = chain_merger("exclusive", buyers, cost + gap, cost)["after"]
    assert chain_price("posted", buyers, cost + gap, cost) >= after - 1e-9
    assert chain_price("secret", buyers, cost + gap, cost) <= after + 1e-9
    assert chain_price("exclusive", buyers, cost + gap, cost) == after


def test_the_saving_that_is_needed_leaves_the_price_where_it_was():
    needed = chain_merger("secret", 3, 200, 90)["saving_needed"]
    found = chain_merger("secret", 3, 200, 90, saving=needed)
    assert found["after"] == pytest.approx(found["before"])


def test_three_of_five_lose_a_quarter_and_the_outsiders_gain():
    found = side_merger(5, 3)
    assert found["gain"] == pytest.approx(-25)
    assert found["outsider_gain"] == pytest.approx(125)
    assert found[["index_before", "index_summed"]].tolist() == pytest.approx([2000, 4400])
    assert found["index_after"] == pytest.approx(1e4 / 3)


def test_four_of_five_are_even_and_five_gain():
    assert side_merger(5, 4)["gain"] == pytest.approx(0)
    assert side_merger(5, 5)["gain"] == pytest.approx(80)
    assert side_merger(5, 5)["outsider_gain"] == 0


@pytest.mark.parametrize(("firms", "merging"), [(5, 3), (10, 4), (4, 2), (6, 6)])
def test_each_saving_makes_its_own_side_even(firms, merging):
    needed = 100 * saving_needed(firms, merging)["of_range"]  # of a highest price of 200 and a cost of 100
    if needed["merging"] > 0:
        assert side_merger(firms, merging, needed["merging"], 200, 100)["gain"] == pytest.approx(0, abs=1e-9)
    same = side_merger(firms, merging, needed["buyers"], 200, 100)
    assert same["price_after"] == pytest.approx(same["price_before"])


def test_the_savings_of_three_of_five_are_those_of_the_lesson():
    needed = saving_needed(5, 3)
    assert needed["of_range"].round(3).tolist() == [0.052, 0.333]
    assert needed["of_markup"].round(2).tolist() == [0.31, 2.0]
    assert needed["of_range"]["merging"] == pytest.approx((4 / math.sqrt(12) - 1) / 3)


def test_research_and_output_are_those_of_the_lesson():
    high, low = research_regimes(0.8).round(3), research_regimes(0.2).round(3)
    assert high["research"].tolist() == [0.076, 0.122, 0.141]
    assert high["output"].tolist() == [0.758, 0.813, 0.627]
    assert low["research"].tolist() == [0.114, 0.072, 0.082]


def test_whoever_shares_all_does_most_research_at_every_spillover():
    for beta in np.linspace(0, 1, 11):
        x = research_regimes(beta, inside=1)["research"]
        assert (x["laboratories"], x["firms"]) == (pytest.approx(1 / 7), pytest.approx(1 / 6))
        assert x["apart"] == research_regimes(beta)["research"]["apart"] < x["laboratories"]
    assert research_regimes(1, inside=1).equals(research_regimes(1))


def test_the_cut_fits_into_a_cost_as_large_as_the_range():
    for beta in (0.72, 0.8, 1):
        cut = (1 + beta) * research_regimes(beta, turning_cost(beta) + 1e-9)["research"]["firms"]
        assert cut < 1
    assert 80 * 1.8 * research_regimes(0.8)["research"]["firms"] > 20


def profit_apart(own, other, beta, gamma):
    return (1 + (2 - beta) * own + (2 * beta - 1) * other) ** 2 / 9 - gamma * own**2 / 2


@pytest.mark.parametrize("beta", [0, 0.2, 0.5, 0.8, 1])
def test_no_regime_gains_by_another_research(beta):
    x = research_regimes(beta)["research"]
    goals = {
        "apart": lambda own: profit_apart(own, x["apart"], beta, 4),
        "laboratories": lambda own: 2 * profit_apart(own, own, beta, 4),
        "firms": lambda own: (1 + (1 + beta) * own) ** 2 / 4 - 4 * own**2,
    }
    for regime in REGIMES:
        best = minimize_scalar(lambda own, goal=goals[regime]: -goal(own), bounds=(0, 2), method="bounded")
        assert best.x == pytest.approx(x[regime], abs=1e-4)
        assert -best.fun * (2 if regime == "apart" else 1) == pytest.approx(research_regimes(beta)["profit"][regime])


@careful
@given(spillovers, st.floats(1.5, 10))
def test_laboratories_overtake_at_one_half_and_firms_at_seven_seventeenths(beta, gamma):
    x = research_regimes(beta, gamma)["research"]
    for regime, turn in (("laboratories", 0.5), ("firms", 7 / 17)):
        if abs(beta - turn) > 1e-6:
            assert (x[regime] > x["apart"]) == (beta > turn)


@pytest.mark.parametrize("beta", [0.7, 0.8, 1])
def test_below_the_turning_cost_merged_firms_sell_more(beta):
    turn = turning_cost(beta)
    for cost, more in ((turn + 0.01, False), (turn - 0.01, True)):
        output = research_regimes(beta, cost)["output"]
        assert (output["firms"] > output["apart"]) == more
    assert turning_cost(0.1) == 0


def test_rivals_apart_settle_where_henriques_says():
    below, above = (answer_slope(beta, 1) for beta in (0.17, 0.18))
    assert below < -1 < above
    assert answer_slope((3 - math.sqrt(7)) / 2, 1) == pytest.approx(-1)
    assert all(abs(answer_slope(beta)) < 1 for beta in np.linspace(0, 1, 21))


def test_what_is_out_of_range_is_refused_by_name():
    with pytest.raises(InputError, match="contract must be one of"):
        chain_price("open", 2)
    with pytest.raises(InputError, match="highest_price must be above cost"):
        chain_price("posted", 1, 20, 20)
    with pytest.raises(InputError, match="saving must be"):
        chain_merger("posted", 1, saving=21)
    with pytest.raises(InputError, match="merging must be a whole number"):
        side_merger(5, 6)
    with pytest.raises(InputError, match="highest_price must be above cost"):
        side_merger(5, 2, 0, 10, 20)
    with pytest.raises(InputError, match="research would pay without end"):
        research_regimes(1, 1)
    with pytest.raises(InputError, match="research would pay without end"):
        answer_slope(0, 0.8)
    with pytest.raises(InputError, match="spillover must be"):
        turning_cost(1.1)
