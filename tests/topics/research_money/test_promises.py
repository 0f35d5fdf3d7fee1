import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.research_money import (
    anyway_at,
    brought,
    brought_by_response,
    chance_to_show,
    denominators,
    divisor_share,
    even_inflation,
    growth_by,
    measured_means,
    money_chain,
    pairs_of_years,
    prices,
    programmes_for_same_list,
    real_changes,
    response,
    sample_share,
    spread_of,
    tail_of,
    top_share,
    typical_winners,
)

careful = settings(deadline=None, derandomize=True, max_examples=60)
money = st.floats(0.01, 1e4)


@careful
@given(st.lists(money, min_size=2, max_size=6))
def test_the_shares_of_a_chain_multiply(sums):
    chain = money_chain({str(place): value for place, value in enumerate(sums)})
    assert chain["kept"].iloc[1:].prod() == pytest.approx(sums[-1] / sums[0])


def test_seven_tenths_of_what_was_authorised_for_2024_came():
    fact = load("us_cases").set_index("fact_id")["value"]
    given_sum = fact["21-nsf-2024"] + fact["21-nist-2024-earmarks"] + fact["21-doe-2024"]
    chain = money_chain({"authorised": fact["21-three-promised-2024"], "appropriated": given_sum})
    assert chain["of the promise"].iloc[-1] == pytest.approx(0.70, abs=0.001)


@careful
@given(money, money, st.floats(-2, 2))
def test_a_dollar_brings_what_did_not_come_anyway(others, federal, anyway):
    assert brought(others, federal, anyway) == pytest.approx(brought_by_response(others, federal, 1 - anyway))
    assert brought(others, federal, anyway_at(others, federal)) == pytest.approx(1)


def test_the_sign_of_crowding_turns_between_the_halves_and_neither_passes():
    changes = real_changes(load("research_payers"), prices())
    early, late, whole = response(changes.loc[:1995]), response(changes.loc[1996:]), response(changes)
    assert [round(found["elasticity"], 2) for found in (early, late, whole)] == [0.43, -0.59, -0.04]
    assert max(early["p alone"], late["p alone"]) < 0.05
    assert [round(found["p"], 3) for found in (early, late)] == [0.069, 0.088]
    assert whole["low"] < 0 < whole["high"] < 0.5


def test_years_without_memory_are_worth_themselves():
    random = np.random.default_rng(3)
    years = pd.DataFrame({"federal": random.normal(size=4000), "business": random.normal(size=4000)})
    found = response(years)
    assert found["worth"] == pytest.approx(4000, rel=0.01)
    assert found["p"] == pytest.approx(found["p alone"], rel=0.01)


def test_long_stretches_show_nothing_and_few_short_ones_do():
    changes = real_changes(load("research_payers"), prices())
    ends = [(first, last) for first in range(1971, 2007) for last in range(first + 14, 2021)]
    found = [response(changes.loc[first:last]) for first, last in ends]
    passed = [line["elasticity"] > 0 for line in found if line["p"] < 0.05]
    assert (len(found), len(passed), sum(passed)) == (666, 16, 4)


def test_a_fifth_of_the_rise_of_leverage_is_its_divisor():
    payers = load("research_payers").set_index("year")
    real = payers["federal_million_usd"] / prices()[payers.index]
    ratio = payers["all_million_usd"] / payers["federal_million_usd"] - 1
    assert divisor_share(real, ratio, 1987, 2000) == pytest.approx(0.19, abs=0.005)
    assert divisor_share(real, ratio, 2016, 2020) < 0
    with pytest.raises(InputError, match="must rise"):
        divisor_share(real, ratio, 2000, 2009)


def test_a_line_is_found_again_and_lags_go_first():
    changes = real_changes(load("research_payers"), prices())
    follows = changes.assign(business=2 * changes["federal"].shift(1)).dropna()
    assert response(follows, lag=1)["elasticity"] == pytest.approx(2)
    with pytest.raises(InputError, match="at least 4"):
        response(changes.iloc[:3])


def test_all_money_equals_the_national_total():
    payers = load("research_payers").set_index("year")["all_million_usd"] / 1000
    national = load("national_research").set_index("year")["national_rd_billion_usd"]
    assert (payers - national[payers.index]).abs().max() <= 0.051


def test_the_sign_of_growth_depends_on_the_denominator():
    spent = load("research_payers").set_index("year")["federal_million_usd"]
    found = growth_by(spent, denominators(), 1985, 2015)
    assert found.round(2).tolist() == [2.27, 1.18, 1.03, 0.54]
    pairs = pairs_of_years(spent, denominators(), apart=10)
    assert len(pairs) == 861
    assert even_inflation(spent[1985], spent[2015], 30) == pytest.approx(0.0277, abs=0.0001)


@careful
@given(st.floats(0.2, 0.95))
def test_tail_and_top_share_are_inverse(share):
    assert top_share(tail_of(share)) == pytest.approx(share)


def test_shares_of_scherer_and_harhoff_are_tails_near_one_and_a_half_and_one():
    assert [round(tail_of(share), 2) for share in (0.48, 0.93)] == [1.47, 1.03]


def test_both_laws_have_the_share_that_they_are_named_by():
    spread = spread_of(0.68)
    draws = np.sort(np.exp(spread * np.random.default_rng(5).standard_normal(1_000_000)))
    assert draws[-100_000:].sum() / draws.sum() == pytest.approx(0.68, abs=0.02)


def test_within_150_programmes_the_best_tenth_brings_less():
    assert sample_share(0.68, 150) == pytest.approx(0.53, abs=0.01)
    assert sample_share(0.68, 150, "log-normal") == pytest.approx(0.65, abs=0.01)


def test_what_150_programmes_show_turns_with_the_law():
    assert round(100 * chance_to_show(1.5, 0.68, 150)) == 55
    assert round(100 * chance_to_show(1.5, 0.68, 150, "log-normal")) == 91
    assert chance_to_show(1.5, 0.93, 1500) < 0.1 < chance_to_show(1.5, 0.93, 1500, "log-normal")


def test_typical_winners_agree_with_simulation():
    tail = 2.5
    draws = np.random.default_rng(1).pareto(tail, (20_000, 40)) + 1
    best = np.median(np.sort(draws, axis=1)[:, -5:].mean(axis=1)) * (1 - 1 / tail)
    assert typical_winners(1, tail, 40, 5) == pytest.approx(best, rel=0.02)


@careful
@given(st.floats(1.05, 3), st.floats(1.1, 5))
def test_equal_lists_have_equal_winners(tail, ratio):
    many = programmes_for_same_list(2000, ratio, tail)
    better, worse = typical_winners(ratio, tail, 2000, 12), typical_winners(1, tail, round(many), 12)
    assert worse == pytest.approx(better, rel=0.02)


def test_bad_arguments_are_refused():
    for call in (
        lambda: money_chain({"one": 1}),
        lambda: measured_means(1.0, 10),
        lambda: measured_means(0.6, 0),
        lambda: measured_means(0.6, 10, "normal"),
        lambda: typical_winners(1, 2, 5, 6),
        lambda: typical_winners(1, 1, 5, 2),
        lambda: pairs_of_years(load("research_payers").set_index("year")["all_million_usd"], {}, apart=60),
        lambda: growth_by(load("research_payers").set_index("year")["all_million_usd"], {}, 1960, 2000),
    ):
        with pytest.raises(InputError):
            call()
