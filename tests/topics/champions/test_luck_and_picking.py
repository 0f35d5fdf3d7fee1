"""Luck, a noisy pick and a list of chosen firms: given values, limits, and what is refused."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.champions import (
    against_a_lottery,
    expected_best,
    expected_pick,
    firm_records,
    implied_spread,
    leaders_kept,
    leaders_kept_by_luck,
    lucky_giants,
    lucky_shares,
    noise_of_record,
    right_pick,
    top_share,
)

careful = settings(deadline=None, derandomize=True)


def test_luck_alone_makes_the_giants_of_the_lesson():
    table = lucky_giants()
    assert table.loc["first", "median"] == pytest.approx(5, abs=0.2)
    assert table.loc["ten", "median"] == pytest.approx(23, abs=0.5)
    assert table.loc["ten", "low"] < 20 < 30 < table.loc["ten", "high"]


def test_shares_sum_to_one_and_fall_and_a_calmer_year_makes_smaller_giants():
    shares = lucky_shares(firms=50, histories=20)
    assert np.allclose(shares.sum(axis=1), 1)
    assert (np.diff(shares, axis=1) <= 0).all()
    assert lucky_giants(spread=0.2, histories=200).loc["ten", "median"] < 12


def test_luck_keeps_six_of_ten_leaders_and_lasting_quality_keeps_more():
    luck, quality = leaders_kept_by_luck(), leaders_kept_by_luck(lasting=0.05)
    assert luck["kept"] == pytest.approx(5.9, abs=0.1)
    assert quality["kept"] == pytest.approx(7.0, abs=0.1)
    assert quality["low"] <= 6 <= luck["high"]


def test_the_real_lists_keep_six_seven_and_six():
    assert [len(leaders_kept(*pair)) for pair in [(2011, 2016), (2016, 2021), (2011, 2021)]] == [6, 7, 6]
    assert "Suntech" in leaders_kept(2011, 2021)
    assert "Suntech" not in leaders_kept(2011, 2016)
    with pytest.raises(InputError, match="two of 2010"):
        leaders_kept(2012, 2016)


def test_the_best_of_ten_and_the_pick_have_the_given_values():
    assert expected_best(1) == pytest.approx(0, abs=1e-9)
    assert expected_best(2) == pytest.approx(np.pi**-0.5)
    assert [round(expected_pick(10, noise), 2) for noise in (0, 1, 2)] == [1.54, 1.09, 0.69]
    assert [round(right_pick(10, noise), 2) for noise in (0, 1, 2)] == [1, 0.43, 0.27]


def test_a_simulated_pick_is_as_good_as_the_formula_says():
    rng = np.random.default_rng(1)
    quality = rng.standard_normal((40_000, 10))
    picked = (quality + 1.5 * rng.standard_normal(quality.shape)).argmax(axis=1)
    assert np.take_along_axis(quality, picked[:, None], 1).mean() == pytest.approx(expected_pick(10, 1.5), abs=0.02)


def test_a_record_gets_clearer_with_the_root_of_its_years():
    assert noise_of_record(36) == pytest.approx(1)
    assert noise_of_record(9) == pytest.approx(2)
    records = firm_records(years=5, firms=20_000)
    assert records["past"].corr(records["later"]) == pytest.approx(1 / (1 + noise_of_record(5) ** 2), abs=0.02)


@careful
@given(st.floats(0.01, 0.5), st.floats(0.01, 3))
def test_the_implied_spread_undoes_the_share(part, spread):
    assert implied_spread(part, top_share(part, spread)) == pytest.approx(spread, abs=1e-6)


def test_the_list_of_the_lesson_looks_like_a_ranking_with_a_small_spread():
    assert implied_spread(0.035, 0.137) == pytest.approx(0.72, abs=0.005)
    assert implied_spread(0.03, 0.097) == pytest.approx(0.58, abs=0.005)
    assert top_share(0.035, 0.3 * 30**0.5) == pytest.approx(0.43, abs=0.005)
    sizes = np.sort(np.exp(0.72 * np.random.default_rng(2).standard_normal(200_000)))[::-1]
    assert sizes[:7000].sum() / sizes.sum() == pytest.approx(0.137, abs=0.003)


def test_a_lottery_of_all_firms_is_no_better_than_a_list_of_all():
    records = firm_records(firms=20)
    found = against_a_lottery(records, records["firm"].tolist(), draws=50)
    assert found["yours"] == pytest.approx(found["lottery"])
    best = records.nlargest(5, "later")["firm"].tolist()
    assert against_a_lottery(records, best)["beaten"] > 0.99


def test_over_many_records_the_fastest_gain_three_points():
    gains = []
    for seed in range(1, 301):
        records = firm_records(seed=seed)
        gains.append(records.nlargest(10, "past")["later"].mean() - records["later"].mean())
    assert np.mean(gains) == pytest.approx(3.0, abs=0.6)


@pytest.mark.parametrize(
    "call",
    [
        lambda: lucky_shares(firms=10),
        lambda: lucky_giants(spread=0),
        lambda: leaders_kept_by_luck(lasting=-1),
        lambda: expected_best(0),
        lambda: expected_pick(10, -1),
        lambda: right_pick(101, 1),
        lambda: noise_of_record(0),
        lambda: top_share(1, 1),
        lambda: implied_spread(0.2, 0.1),
        lambda: firm_records(firms=5),
        lambda: against_a_lottery(firm_records(), [1, 1]),
        lambda: against_a_lottery(firm_records(), [500]),
        lambda: against_a_lottery(firm_records(), []),
    ],
)
def test_parameters_outside_their_range_are_refused(call):
    with pytest.raises(InputError):
        call()


def test_records_are_the_same_each_time():
    assert firm_records().equals(firm_records())
    assert isinstance(firm_records(seed=2), pd.DataFrame)
    assert not firm_records(seed=2).equals(firm_records(seed=3))
