"""Real series against chance: shares of a band, a wave that is continued, and phases."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.waves import (
    band_pass,
    band_share,
    band_test,
    band_tests,
    best_breaks,
    breaks_by_chance,
    chance_changes,
    dominant_period,
    explained,
    fitted_wave,
    foretold,
    foretold_power,
    long_series,
    memory,
    memory_by_phases,
    planted_power,
    resolution,
    walks_p,
)
from longwave.topics.waves.models.chance import chance_matrix

careful = settings(deadline=None, derandomize=True, max_examples=25)
SETS = ("long_prices", "long_interest", "income_per_head", "us_patents", "england_industry")
short_series = st.lists(st.floats(-50, 50), min_size=8, max_size=11, unique=True)


@pytest.fixture(scope="module")
def ten():
    return long_series(*map(load, SETS))


@pytest.fixture(scope="module")
def price_changes():
    price = load("photovoltaics_world").set_index("year")["module_usd_2019_per_watt"].dropna()
    return 100 * np.log(price).diff().dropna()


# Ten series


def test_the_ten_are_whole_and_longer_than_a_century(ten):
    assert len(ten) == 10
    for series in ten.values():
        assert list(series.index) == list(range(series.index[0], series.index[-1] + 1))
        assert len(series) >= 110


def test_american_wholesale_prices_pass_and_do_not_if_they_end_in_1920(ten):
    found = band_test(ten["US wholesale prices"])
    assert found["period"] == pytest.approx(56, abs=0.5)
    assert found["share"] == pytest.approx(0.627, abs=0.001)
    assert found["walk"] == pytest.approx(0.0255, abs=0.0002)
    assert found["memory"] == pytest.approx(0.0357, abs=0.0002)
    assert walks_p(ten["US wholesale prices"].loc[:1920]) == pytest.approx(0.1073, abs=0.0002)


@pytest.mark.parametrize(
    ("name", "last", "band", "degree"),
    [
        ("US wholesale prices", 1932, (20, 70), 1),
        ("US wholesale prices", 1918, (20, 70), 1),
        ("UK wholesale prices", 1913, (45, 65), 1),
        ("US patents", 2015, (20, 70), 2),
    ],
)
def test_drawn_walks_have_as_much_as_often_as_the_computed_p_says(ten, name, last, band, degree):
    series, draws = ten[name].loc[:last], 4000
    steps = np.diff(series)
    rng = np.random.default_rng(11)
    walks = np.cumsum(rng.normal(steps.mean(), steps.std(), (draws, len(series))), axis=1)
    reached = band_share(series, *band, degree)
    drawn = np.mean([band_share(pd.Series(walk), *band, degree) >= reached for walk in walks])
    p = walks_p(series, *band, degree)
    assert drawn == pytest.approx(p, abs=4 * np.sqrt(p * (1 - p) / draws))


def test_with_20_to_70_years_the_prices_pass_in_nine_of_33_last_years(ten):
    series = ten["US wholesale prices"]
    passing = [last for last in range(1900, 1933) if walks_p(series.loc[:last]) < 0.05]
    assert passing == [1910, *range(1912, 1918), 1931, 1932]


def test_the_test_finds_a_wave_of_the_size_seen_in_a_fifth_of_walks(ten):
    wholesale = ten["US wholesale prices"]
    amplitude = fitted_wave(wholesale, 56)["amplitude"]
    assert amplitude == pytest.approx(0.286, abs=0.001)
    assert planted_power(wholesale, amplitude, 56) == pytest.approx(0.2, abs=0.03)
    assert planted_power(wholesale, 0, 56) == pytest.approx(0.05, abs=0.02)


def test_the_other_nine_do_not_pass_and_noise_would_let_five_through(ten):
    table = band_tests(ten)
    assert table.index[table["walk"] < 0.05].tolist() == ["US wholesale prices"]
    assert table.index[table["memory"] < 0.05].tolist() == ["US wholesale prices"]
    assert table.drop("US wholesale prices")["walk"].min() > 0.08
    assert int((table["noise"] < 0.05).sum()) == 5
    assert (table["least"] < table["most"]).all()


def test_the_share_is_the_variance_that_the_filter_keeps():
    series = pd.Series(np.random.default_rng(3).standard_normal(90).cumsum(), index=range(1900, 1990))
    about = series - np.polyval(np.polyfit(series.index, series, 1), series.index)
    expected = band_pass(series, 10, 40).var() / about.var()
    assert band_share(series, 10, 40) == pytest.approx(expected, rel=1e-6)


@careful
@given(st.floats(0.1, 10), st.floats(-5, 5), st.floats(-0.5, 0.5))
def test_neither_unit_nor_line_changes_the_share(unit, level, slope):
    series = pd.Series(np.random.default_rng(4).standard_normal(60).cumsum())
    other = unit * series + level + slope * np.arange(60)
    assert band_share(other, 10, 40) == pytest.approx(band_share(series, 10, 40), rel=1e-5)


def test_walks_pass_as_often_as_the_level_says():
    rng = np.random.default_rng(5)
    ps = [walks_p(pd.Series(rng.standard_normal(60).cumsum()), 10, 35) for _walk in range(400)]
    assert np.mean(np.array(ps) < 0.1) == pytest.approx(0.1, abs=0.05)
    assert np.mean(ps) == pytest.approx(0.5, abs=0.06)


@pytest.mark.parametrize(
    ("period", "peak", "r", "p"),
    [(50, 1968, -0.855, 0.998), (56, 1979, 0.06, 0.458), (60, 1987, 0.678, 0.057), (65, 1997, 0.752, 0.028)],
)
def test_whether_later_prices_follow_the_wave_depends_on_its_period(ten, period, peak, r, p):
    found = foretold(ten["US wholesale prices"], _later(), period)
    assert found["peak"] == pytest.approx(peak, abs=0.6)
    assert found["r"] == pytest.approx(r, abs=0.005)
    assert found["walk"] == pytest.approx(p, abs=0.001)


def test_drawn_walks_follow_the_wave_as_often_as_the_computed_p_says(ten):
    later = _later()
    years, peak = np.asarray(later.index, dtype=float), foretold(ten["US wholesale prices"], later, 60)["peak"]
    walks = np.random.default_rng(12).standard_normal((4000, len(later))).cumsum(axis=1)

    def follows(values):
        return np.corrcoef(*(_about(one, years) for one in (np.cos(2 * np.pi * (years - peak) / 60), values)))[0, 1]

    reached = follows(later.to_numpy())
    assert np.mean([follows(walk) >= reached for walk in walks]) == pytest.approx(0.057, abs=0.015)


def test_a_wave_that_went_on_with_its_old_size_would_be_found(ten):
    assert foretold_power(ten["US wholesale prices"], _later(), 56, draws=1000) > 0.98


def _later():
    return np.log(load("long_prices").set_index("year")["us_consumer"].loc[1933:])


def _about(values, years):
    return values - np.polyval(np.polyfit(years - 1970, values, 1), years - 1970)


def test_137_years_cannot_tell_44_from_65_nor_shrinking_waves_from_equal_ones():
    assert resolution(52.5, 137) == pytest.approx((44.1, 64.9), abs=0.06)
    years = np.arange(1870, 2008)
    for fifth in (41.4, 43):
        turns = np.interp(years, [1782, 1845, 1892, 1948, 1991, 1991 + fifth], range(6))
        assert 44.1 < dominant_period(np.cos(2 * np.pi * turns)) < 64.9


# Phases


def test_the_price_of_photovoltaics_breaks_in_1988_2008_and_2014(price_changes):
    phases = best_breaks(price_changes, 3)
    assert phases["first"].tolist()[1:] == [1988, 2008, 2014]
    assert phases["mean"].tolist() == pytest.approx([-23.0, -3.6, -29.7, -10.2], abs=0.1)
    assert memory(price_changes) == pytest.approx(0.478, abs=0.001)


@pytest.mark.parametrize(("count", "with_memory"), [(2, 0.185), (3, 0.096)])
def test_breaks_that_chance_hardly_has_are_common_with_memory(price_changes, count, with_memory):
    assert breaks_by_chance(price_changes, count, 0, draws=4000) < 0.004
    found = breaks_by_chance(price_changes, count, memory(price_changes), draws=20_000)
    assert found == pytest.approx(with_memory, abs=0.01)


@pytest.mark.parametrize(("count", "within", "p"), [(2, 0.14, 0.164), (3, -0.114, 0.374)])
def test_phases_without_memory_show_as_much_memory(price_changes, count, within, p):
    found = memory_by_phases(price_changes, count)
    assert found["within"] == pytest.approx(within, abs=0.001)
    assert found["p"] == pytest.approx(p, abs=0.015)


@careful
@given(short_series, st.integers(1, 2))
def test_no_way_to_place_the_breaks_is_better(values, count):
    series, shortest = pd.Series(values), 2
    best = best_breaks(series, count, shortest)
    left = _within(values, [*best["first"].tolist()[1:]])
    places = [
        cut
        for cut in itertools.combinations(range(shortest, len(values) - shortest + 1), count)
        if all(b - a >= shortest for a, b in itertools.pairwise([0, *cut, len(values)]))
    ]
    assert left <= min(_within(values, cut) for cut in places) + 1e-6
    total = float(((np.array(values) - np.mean(values)) ** 2).sum())
    assert explained(series, count, shortest) == pytest.approx(1 - left / total, abs=1e-6)


def _within(values, cut):
    parts = [np.array(values[a:b]) for a, b in itertools.pairwise([0, *cut, len(values)])]
    return float(sum(((part - part.mean()) ** 2).sum() for part in parts))


@pytest.mark.parametrize("share", [-0.5, 0.0, 0.6])
def test_chance_remembers_what_it_is_told(share):
    drawn = chance_changes(4000, share, 2, np.random.default_rng(6))
    assert memory(drawn[:, 0]) == pytest.approx(share, abs=0.05)
    assert drawn.std() == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("share", [0.48, 0.55])
def test_memory_reads_too_low_in_short_series(share):
    drawn = chance_changes(43, share, 4000, np.random.default_rng(8))
    found = np.mean([memory(column) for column in drawn.T])
    assert share - found == pytest.approx((1 + 4 * share) / 43, abs=0.008)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: chance_changes(5, 1, 1, np.random.default_rng(1)), "strictly between -1 and 1"),
        (lambda: memory([1, 1, 1]), "values must differ"),
        (lambda: memory([1, 2]), "at least 3 finite numbers"),
        (lambda: best_breaks(pd.Series([1.0, 2, 3]), 1), "at least 10 values"),
        (lambda: explained(pd.Series([1.0] * 20), 1), "series must move"),
        (lambda: band_share(pd.Series(range(10))), "at least 20 values"),
        (lambda: resolution(300, 137), "below twice the years"),
        (lambda: chance_matrix(20, "drift"), 'must be "walk", "memory" or "noise"'),
    ],
)
def test_what_is_too_short_or_still_is_refused(wrong, message):
    with pytest.raises(InputError, match=message):
        wrong()
