import numpy as np
import pytest

from longwave.data import load
from longwave.topics.tipping import (
    invented_slopes,
    pairs,
    ridge_chart,
    share_with_ridge,
    state_series,
    steepest_slope,
    yearly_additions,
)


@pytest.fixture(scope="module")
def series():
    return list(state_series(yearly_additions(load("photovoltaics_countries"))).values())


def test_no_ridge_is_found_in_586_country_years(series):
    states, changes = pairs(series)
    assert (len(series), len(states)) == (48, 586)
    assert steepest_slope(states, changes)["slope"] == pytest.approx(-0.047, abs=1e-3)
    assert steepest_slope(*pairs(series, relative=True))["slope"] == pytest.approx(-0.227, abs=1e-3)


def test_the_second_search_looks_surer(series):
    pooled, relative = (share_with_ridge(series, np.random.default_rng(1), 100, choice) for choice in (False, True))
    assert 0.1 < pooled < 0.4
    assert relative < 0.02


def test_the_sample_turns_the_sign():
    added = yearly_additions(load("photovoltaics_countries"))
    slopes = [steepest_slope(*pairs(list(state_series(added, size).values())))["slope"] for size in (300, 100, 50, 30)]
    assert slopes == pytest.approx([-0.047, -0.003, 0.026, 0.048], abs=1e-3)


def test_a_walk_at_random_looks_like_a_ridge(series):
    lengths = [len(one) for one in series]
    walks = invented_slopes(0, lengths, np.random.default_rng(2), 200)
    assert (walks["slope"] > 0).mean() == pytest.approx(0.85, abs=0.05)
    assert walks["slope"].quantile(0.95) == pytest.approx(0.05, abs=0.01)
    assert (walks["slope"] <= -0.047).mean() < 0.01


@pytest.mark.parametrize(("pull", "noise"), [(0.25, 0.77), (1, 0.86), (2, 0.93), (4, 1.08)])
def test_with_the_scatter_of_the_data_the_test_hardly_sees_a_ridge(series, pull, noise):
    worlds = invented_slopes(pull, [len(one) for one in series], np.random.default_rng(2), 200, noise)
    assert worlds["scatter"].mean() == pytest.approx(0.649, abs=0.025)
    assert (worlds["slope"] > 0).mean() < 0.5
    assert (worlds["slope"] > 0.05).mean() < 0.25
    assert 0.25 < (worlds["slope"] <= -0.047).mean() < 0.5


def test_one_weak_well_gives_what_the_data_give(series):
    lengths = [len(one) for one in series]
    worlds = invented_slopes(0.03, lengths, np.random.default_rng(2), 200, 0.67, wells=False)
    assert 0.15 < (worlds["slope"] <= -0.047).mean() < 0.45


def test_from_the_median_no_ridge_is_seen_nor_where_ridges_scatter(series):
    lengths = [len(one) for one in series]
    for law in ({"relative": True}, {"spread": 1.0}):
        assert (invented_slopes(1, lengths, np.random.default_rng(2), 40, 0.86, **law)["slope"] > 0).mean() < 0.1


def test_the_slope_of_a_known_law_is_found():
    x = np.linspace(-2, 2, 81)
    found = steepest_slope(x, 0.3 * (x - x**3))
    assert (found["slope"], found["at"], found["scatter"]) == pytest.approx((0.3, 0, 0), abs=1e-6)


def test_the_chart_says_the_slope(series):
    chart = ridge_chart(*pairs(series))
    assert chart.title.text == "The fitted line never rises: its largest slope is −0.05"
    assert "586 country-years" in chart.description
    x = np.linspace(-1, 1, 50)
    assert ridge_chart(x, 0.3 * (x - x**3)).title.text == "The fitted line rises: its largest slope is 0.30"
