import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.waves import (
    band_pass,
    dated_waves,
    dominant_period,
    filtered_periods,
    ideal_weight,
    next_length,
    random_walk,
    shrinking_tests,
    sterman_long_wave,
    trend_in_lengths,
    wave_lengths,
    wave_period,
)

careful = settings(deadline=None, derandomize=True)
lengths_of_waves = st.lists(st.floats(20, 90), min_size=3, max_size=9)


def sine(period, count=400, start=0.7):
    return np.sin(2 * np.pi * np.arange(count) / period + start)


# Filters


@pytest.mark.parametrize("period", [8, 12, 20])
def test_a_sine_inside_the_band_passes_and_one_outside_does_not(period):
    inside = band_pass(sine(period), 6, 32, drift=False)[100:-100]
    assert inside.to_numpy() == pytest.approx(sine(period)[100:-100], abs=0.05)
    outside = band_pass(sine(period), 40, 90, drift=False)[100:-100]
    assert np.abs(outside).max() < 0.08


@careful
@given(st.lists(st.floats(-100, 100), min_size=3, max_size=40), st.floats(-50, 50), st.floats(-50, 50))
def test_a_straight_line_added_changes_nothing_that_is_kept(values, level, slope):
    line = level + slope * np.arange(len(values))
    kept = band_pass(np.array(values), 6, 32).to_numpy()
    assert band_pass(np.array(values) + line, 6, 32).to_numpy() == pytest.approx(kept, abs=1e-6)


@careful
@given(st.integers(3, 60), st.floats(-1000, 1000))
def test_the_weights_of_each_date_sum_to_zero(count, level):
    assert band_pass([level] * count, 6, 32, drift=False).to_numpy() == pytest.approx(np.zeros(count), abs=1e-8)


def test_backwards_in_time_the_filter_does_the_same():
    values = random_walk(60, np.random.default_rng(4)).to_numpy()
    assert band_pass(values[::-1], 5, 20).to_numpy() == pytest.approx(band_pass(values, 5, 20).to_numpy()[::-1])


def test_an_inner_date_gets_the_ideal_weights_of_an_endless_filter():
    impulse = np.zeros(41)
    impulse[20] = 1
    kept = band_pass(impulse, 6, 32, drift=False).to_numpy()
    assert kept[20] == pytest.approx(ideal_weight(0, 6, 32))
    assert kept[25] == pytest.approx(ideal_weight(5, 6, 32))


def test_a_series_keeps_its_index():
    years = pd.Series(sine(10, 30), index=range(1901, 1931))
    assert list(band_pass(years, 5, 20).index) == list(range(1901, 1931))
    assert list(band_pass([1.0, 3.0, 2.0], 2, 3).index) == [1, 2, 3]


@pytest.mark.parametrize("period", [12, 33.3, 50, 61])
def test_the_period_of_a_sine_is_found(period):
    assert dominant_period(sine(period)) == pytest.approx(period, rel=0.02)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: band_pass([1, 2, 3], 20, 10), "low must be below high"),
        (lambda: band_pass([1, 2, 3], 1, 10), "low must be a finite number of at least 2"),
        (lambda: band_pass([1, 2], 2, 10), "series must have at least 3 values"),
        (lambda: band_pass([1, np.nan, 3], 2, 10), "series must be finite numbers"),
        (lambda: dominant_period([4, 4, 4, 4]), "a constant has no period"),
    ],
)
def test_what_cannot_be_filtered_is_refused(wrong, message):
    with pytest.raises(InputError, match=message):
        wrong()


# Filtered chance


@pytest.mark.parametrize(("band", "walk", "noise"), [((20, 70), 45, 34), ((10, 40), 28, 17), ((30, 100), 65, 53)])
def test_slutsky_filtered_chance_shows_the_band_as_a_regression_value(band, walk, noise):
    for null, median in (("walk", walk), ("noise", noise)):
        found = filtered_periods(*band, 600, np.random.default_rng(2), null=null)
        assert np.median(found) == pytest.approx(median, abs=4)


def test_only_walks_and_noise_are_filtered():
    with pytest.raises(InputError, match='null must be "walk" or "noise"'):
        filtered_periods(20, 70, 2, np.random.default_rng(1), null="memory")


# Lengths


def test_the_lengths_63_47_56_43_give_a_regression_value():
    trend = trend_in_lengths([63, 47, 56, 43])
    assert trend["slope"] == pytest.approx(-5.1)
    assert trend["p_value"] == pytest.approx(0.268, abs=0.001)


@careful
@given(lengths_of_waves)
def test_the_trend_is_scipys_regression(lengths):
    from scipy.stats import linregress

    trend, peer = trend_in_lengths(lengths), linregress(range(len(lengths)), lengths)
    assert trend["slope"] == pytest.approx(peer.slope, abs=1e-9)
    if peer.stderr > 1e-6:
        assert trend["standard_error"] == pytest.approx(peer.stderr, rel=1e-6)
        assert trend["p_value"] == pytest.approx(peer.pvalue, abs=1e-6)


@careful
@given(lengths_of_waves, st.floats(0.1, 10))
def test_another_unit_of_time_changes_no_p_value(lengths, unit):
    here, there = trend_in_lengths(lengths), trend_in_lengths([unit * length for length in lengths])
    assert there["slope"] == pytest.approx(unit * here["slope"], abs=1e-8)
    if here["standard_error"] > 1e-6:
        assert there["p_value"] == pytest.approx(here["p_value"], abs=1e-6)


@careful
@given(lengths_of_waves)
def test_backwards_the_slope_turns_and_p_stays(lengths):
    here, there = trend_in_lengths(lengths), trend_in_lengths(lengths[::-1])
    assert there["slope"] == pytest.approx(-here["slope"], abs=1e-9)
    assert there["p_value"] == pytest.approx(here["p_value"], abs=1e-6)


def test_four_waves_forecast_hardly_anything_of_a_fifth():
    forecast = next_length([63, 47, 56, 43])
    assert forecast["length"] == pytest.approx(41.4)
    assert (forecast["low"], forecast["high"]) == (pytest.approx(0.38, abs=0.01), pytest.approx(82.42, abs=0.01))
    narrower = next_length([63, 47, 56, 43], confidence=0.5)
    assert forecast["low"] < narrower["low"] < narrower["high"] < forecast["high"]


def test_ranges_count_by_their_middle_and_what_is_no_wave_is_left_out():
    row = {"author": "A", "wave": 1, "kind": "wave", "start_earliest_year": 1780, "start_latest_year": 1790}
    datings = pd.DataFrame(
        [
            row | {"end_earliest_year": 1840, "end_latest_year": 1850},
            row | {"wave": 2, "end_earliest_year": None, "end_latest_year": None},
            row | {"kind": "cluster of innovations", "end_earliest_year": 1840, "end_latest_year": 1850},
        ]
    )
    assert dated_waves(datings)["length"].tolist() == [60.0]
    assert shrinking_tests(dated_waves(datings)).empty


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: trend_in_lengths([50, 40]), "two are always on a line"),
        (lambda: trend_in_lengths([50, 0, 40]), "lengths must be positive"),
        (lambda: wave_lengths([1800, 1800]), "each later than the one before"),
        (lambda: wave_lengths([1800]), "two or more years"),
        (lambda: next_length([50, 40, 30], confidence=1), "strictly between 0 and 1"),
        (lambda: dated_waves(pd.DataFrame({"author": ["A"]})), "it lacks wave, kind"),
    ],
)
def test_what_cannot_be_lengths_is_refused(wrong, message):
    with pytest.raises(InputError, match=message):
        wrong()


# Sterman's economy


def test_sterman_1985_the_wave_takes_about_47_years():
    history = sterman_long_wave()
    assert wave_period(history) == pytest.approx(47.45, abs=0.5)
    late = history[history["year"] > 200]["output"]
    assert (late.min(), late.max()) == (pytest.approx(0.92, abs=0.01), pytest.approx(4.15, abs=0.02))


@pytest.mark.parametrize(("life", "ratio", "period"), [(30, 3, 44.0), (15, 3, 52.1), (10, 1.5, 17.7)])
def test_other_economies_give_regression_values(life, ratio, period):
    assert wave_period(sterman_long_wave(life, ratio)) == pytest.approx(period, abs=0.1)


def test_a_stiff_case_comes_to_rest_and_has_no_period():
    history = sterman_long_wave(5, 0.75)
    assert history["output"].iloc[-1] == pytest.approx(1 / (1 - 0.75 / 5), rel=1e-3)
    with pytest.raises(InputError, match="its output comes to rest"):
        wave_period(history)


@settings(deadline=None, derandomize=True, max_examples=15)
@given(st.floats(8, 40), st.floats(0.05, 0.3), st.floats(0.5, 5))
def test_at_rest_the_economy_stays_there(life, share, demand):
    history = sterman_long_wave(life, share * life, demand=demand, years=5, shock=0)
    assert history["output"].to_numpy() == pytest.approx(demand / (1 - share), rel=1e-6)


def test_twice_the_demand_gives_the_same_wave_twice_as_high():
    one, two = sterman_long_wave(years=60), sterman_long_wave(years=60, demand=2)
    assert two["output"].to_numpy() == pytest.approx(2 * one["output"].to_numpy(), rel=1e-3)


@pytest.mark.parametrize(
    ("given_values", "message"),
    [
        ({"capital_life": 3}, "capital_output_ratio must be below capital_life"),
        ({"adjustment": 0}, "adjustment must be a finite number of at least 0.1"),
        ({"years": 0}, "years must be a finite number from 1"),
        ({"shock": -1}, "shock must be a finite number"),
    ],
)
def test_what_cannot_be_an_economy_is_refused(given_values, message):
    with pytest.raises(InputError, match=message):
        sterman_long_wave(**given_values)


def test_a_history_too_short_for_two_waves_is_refused():
    with pytest.raises(InputError, match="history is too short"):
        wave_period(sterman_long_wave(years=120))
