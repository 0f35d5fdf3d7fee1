import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.talent import demand_slopes, effective_sample, lag_correlations, surrogate_correlations

YEARS, LAGS = range(1980, 2023), range(6)


@pytest.fixture(scope="module")
def students():
    return load("us_engineering_graduates").query("series_break != 'old'").set_index("year")


@pytest.fixture(scope="module")
def oil():
    barrel = load("oil_price").set_index("year")["brent_usd_a_barrel"]
    return np.log((barrel / load("long_prices").set_index("year")["us_consumer"]).dropna())


@pytest.fixture(scope="module")
def share(students):
    return np.log(students["petroleum"] / students["all_engineering"])


def test_the_share_follows_oil_best_after_three_years_and_its_neighbours_are_close(share, oil):
    found = lag_correlations(share, oil, YEARS, LAGS)
    assert found.round(2).tolist() == [0.54, 0.65, 0.76, 0.79, 0.76, 0.69]
    assert found[3] == pytest.approx(0.788, abs=0.0005)


def test_weaker_definitions_are_weaker(students, share, oil):
    heads = lag_correlations(np.log(students["petroleum"]), oil, YEARS, LAGS)
    changes = lag_correlations(share.diff(), oil.diff(), YEARS, LAGS)
    assert (heads.max(), changes.max()) == pytest.approx((0.64, 0.36), abs=0.005)
    assert lag_correlations(np.log(students["chemical"] / students["all_engineering"]), oil, YEARS, LAGS).max() < 0.05


def test_the_lag_is_two_in_the_second_half(share, oil):
    assert lag_correlations(share, oil, range(2001, 2023), LAGS).idxmax() == 2
    assert lag_correlations(share, oil, range(1980, 2001), LAGS).idxmax() == 3


def test_43_pairs_are_worth_five(share, oil):
    assert effective_sample(share.loc[1980:], oil.shift(3).loc[1980:2022]) == pytest.approx(5, abs=0.05)
    noise = np.random.default_rng(1).normal(size=(2, 4000))
    assert effective_sample(*noise) == pytest.approx(4000, rel=0.01)


def test_surrogates_swing_as_the_driver_does_and_rarely_do_as_well(share, oil):
    drawn = surrogate_correlations(share, oil, YEARS, LAGS, 2000, np.random.default_rng(22))
    assert drawn.shape == (2000, 6)
    assert abs(drawn[:, 3].mean()) < 0.05
    assert 0.01 < (drawn.max(axis=1) >= 0.788).mean() < 0.05


def test_a_missing_year_and_unequal_lengths_are_refused(share, oil):
    with pytest.raises(InputError, match="1974"):
        lag_correlations(share, oil, range(1974, 1990), [0])
    with pytest.raises(InputError, match="as many"):
        effective_sample([1, 2, 3], [1, 2])


@pytest.mark.parametrize(("years", "pay", "hoped"), [((1989, 1991), 0.088, 0.699), ((1990, 1991), 0.130, 0.375)])
def test_slopes_of_demand(years, pay, hoped):
    prices = load("long_prices").set_index("year")["us_consumer"]
    found = demand_slopes(load("petroleum_classes").set_index("year"), prices, *years)
    assert found.tolist() == pytest.approx([pay, hoped], abs=0.001)


def test_with_a_fixed_number_of_jobs_the_slope_is_one():
    rows = {"seekers": [300, 200], "pay_usd_a_month": [1000, 1000], "with_job_percent": [30, 45]}
    found = demand_slopes(pd.DataFrame(rows, index=[1, 2]), pd.Series({1: 1, 2: 1}), 1, 2)
    assert found.tolist() == pytest.approx([0, 1])


@pytest.mark.parametrize("years", [(1985, 1991), (1989, 1999)])
def test_slopes_refuse_a_class_without_pay_or_a_missing_one(years):
    prices = load("long_prices").set_index("year")["us_consumer"]
    with pytest.raises(InputError):
        demand_slopes(load("petroleum_classes").set_index("year"), prices, *years)


def test_departments_forecast_a_third_of_the_fall():
    facts = load("us_cases").set_index("fact_id")["value"]
    came = 100 * (facts["22-count-2016"] / facts["22-count-2015"] - 1)
    assert facts["22-forecast-2015"] == -7
    assert came == pytest.approx(-21.3, abs=0.05)
