import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.diffusion import (
    bass,
    bass_peak,
    fisher_pry,
    fit_bass,
    fit_bass_with_market,
    fit_fisher_pry,
    fit_threshold,
    hidden_futures,
    interval_score,
    logistic,
    market_profile,
    nearly_as_good,
    ols_bass,
    threshold_sales,
)

careful = settings(deadline=None, derandomize=True)
rates, pulls = st.floats(1e-4, 0.2), st.floats(0.01, 1.5)
COOL = [96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500]
PEAKS = {
    "Electric refrigerators": (20.1, 2.2),
    "Home freezers": (11.6, 1.2),
    "Black and white television": (7.8, 7.5),
    "Water softeners": (8.9, 0.5),
    "Room air conditioners": (8.6, 1.8),
    "Clothes dryers": (8.1, 1.5),
    "Power lawnmowers": (10.3, 4.0),
    "Electric bed coverings": (14.9, 4.8),
    "Automatic coffee makers": (9.0, 4.8),
    "Steam irons": (6.8, 5.5),
    "Record players": (4.8, 3.8),
}


@pytest.mark.parametrize("product", PEAKS)
def test_the_peaks_of_bass_1969(product):
    row = load("bass_durables").set_index("product").loc[product]
    peak = bass_peak(row["innovation_per_year"], row["imitation_per_year"], row["market_thousand_units"] / 1000)
    assert peak["time"] == pytest.approx(PEAKS[product][0], abs=0.3)
    assert peak["sales"] == pytest.approx(PEAKS[product][1], abs=0.2)


def test_the_published_regression_on_perfect_data_is_biased_a_regression_value():
    fit = ols_bass(bass(0.03, 0.38, 100, periods=20)["adopters"])
    assert fit.to_list() == pytest.approx([0.041268, 0.347593, 99.3547], abs=1e-4)


def test_the_takeover_time_of_fisher_and_pry_1971_is_that_from_10_to_90_per_cent():
    alpha = 0.1
    takeover = math.log(81) / (2 * alpha)
    assert takeover == pytest.approx(2.1972 / alpha, abs=1e-3)
    for time in (-30, 0, 4.5, 20):
        assert fisher_pry(time, 0, takeover) == pytest.approx(0.5 * (1 + math.tanh(alpha * time)))
        assert logistic(time, 0, 2 * alpha) == pytest.approx(fisher_pry(time, 0, takeover))


@careful
@given(rates, pulls, st.integers(1, 60))
def test_adopters_add_up_and_never_exceed_the_market(innovation, imitation, periods):
    sales = bass(innovation, imitation, 100, periods)
    assert list(sales.columns) == ["period", "adopters", "cumulative"]
    assert (sales["adopters"] >= -1e-9).all()
    assert sales["adopters"].cumsum().to_numpy() == pytest.approx(sales["cumulative"].to_numpy())
    assert sales["cumulative"].iloc[-1] <= 100 + 1e-9


@careful
@given(rates, pulls)
def test_the_curve_obeys_its_equation_and_is_highest_at_the_peak(innovation, imitation):
    step = 1e-3
    peak = bass_peak(innovation, imitation, 1)
    fine = bass(innovation * step, imitation * step, 1, periods=40_000)
    share = fine["cumulative"].to_numpy()
    rate = (innovation + imitation * share) * (1 - share)
    np.testing.assert_allclose(np.gradient(share, step)[1:-1], rate[1:-1], rtol=0, atol=1e-3 * rate.max() + 1e-9)
    if peak["time"] < 39:
        assert rate.max() == pytest.approx(peak["sales"], rel=1e-2)
        assert (np.argmax(rate) + 1) * step == pytest.approx(peak["time"], abs=2 * step)


@settings(deadline=None, derandomize=True, max_examples=10)
@given(st.floats(0.003, 0.1), st.floats(0.2, 0.9), st.floats(10, 1e5))
def test_least_squares_finds_what_made_the_data(innovation, imitation, market):
    sales = bass(innovation, imitation, market, periods=20)["adopters"]
    fit = fit_bass(sales)
    assert fit[["innovation", "imitation"]].to_list() == pytest.approx([innovation, imitation], rel=1e-3)
    assert fit["market_size"] == pytest.approx(market, rel=1e-3)
    held = fit_bass_with_market(sales, market)
    assert held["imitation"] == pytest.approx(imitation, rel=1e-3)


def test_pure_growth_leaves_the_market_at_the_limit_of_the_search():
    growth = 1.6 ** np.arange(6)
    assert fit_bass(growth)["market_size"] == pytest.approx(100 * growth.sum(), rel=0.01)
    assert nearly_as_good(market_profile(growth, 3))["times_sold"].max() == pytest.approx(100)


def test_one_more_year_moves_the_market_from_endless_to_nearly_sold_out_regression_values():
    assert fit_bass(COOL[:5])["market_size"] == pytest.approx(195_400, rel=1e-3)
    assert fit_bass(COOL[:6])["market_size"] == pytest.approx(4754, rel=1e-3)


def test_the_profile_holds_the_best_fit():
    profile = market_profile(COOL[:8], ahead=3)
    fit = fit_bass(COOL[:8])
    best = profile.loc[profile["error"].idxmin()]
    assert best["error"] == pytest.approx(fit["error"], rel=1e-6)
    assert best["market_size"] == pytest.approx(fit["market_size"], rel=1e-6)
    assert profile["times_sold"].is_monotonic_increasing


@pytest.mark.parametrize("seen", [7, 8, 10])
def test_the_kept_markets_end_where_the_misfit_passes_the_limit(seen):
    profile = market_profile(COOL[:seen], ahead=3)
    kept, limit = nearly_as_good(profile), 1.25 * profile["error"].min()
    ends = kept.loc[[kept["times_sold"].idxmin(), kept["times_sold"].idxmax()]]
    inside = ends[(ends["times_sold"] > 1) & (ends["times_sold"] < 99)]
    assert len(inside) > 0
    assert (inside["error"] > 0.93 * limit).all()


def test_the_hidden_futures_catch_3_of_6_for_air_conditioners_a_regression_value():
    futures = hidden_futures(COOL, ahead=3)
    assert futures.index.tolist() == [5, 6, 7, 8, 9, 10]
    assert futures["caught"].tolist() == [True, True, False, True, False, False]
    assert futures["outcome"].tolist() == COOL[7:]


@careful
@given(st.floats(-500, 500), st.floats(0.1, 200), st.floats(-500, 500))
def test_the_logistic_curve_is_symmetric_and_its_logit_straight(midpoint, takeover, away):
    share, mirrored = (fisher_pry(midpoint + sign * away, midpoint, takeover) for sign in (1, -1))
    assert share + mirrored == pytest.approx(1)
    if 1e-9 < share < 1 - 1e-9:
        assert math.log(share / (1 - share)) == pytest.approx(math.log(81) * away / takeover, abs=1e-5, rel=1e-6)


@careful
@given(st.floats(1800, 2100), st.floats(2, 150))
def test_a_line_gives_back_its_midpoint_and_takeover_time(midpoint, takeover):
    years = [midpoint + takeover * step for step in (-0.6, -0.2, 0.1, 0.5)]
    fit = fit_fisher_pry(fisher_pry(years, midpoint, takeover))
    assert fit.to_list() == pytest.approx([midpoint, takeover, 1], rel=1e-6)


def test_shares_are_named_by_their_times():
    assert fisher_pry([1960, 1970], 1970, 20).index.tolist() == [1960, 1970]
    assert logistic(-1e6, 0, 1) == 0
    assert logistic(1e6, 0, 1) == 1


def test_the_refrigerator_and_the_internet_took_over_alike_a_regression_value():
    homes = load("household_adoption").query("5 < percent < 95")
    times = [
        fit_fisher_pry(rows.set_index("year")["percent"] / 100)["takeover_time"]
        for name, rows in homes.groupby("technology")
        if name in ("Household refrigerator", "Internet")
    ]
    assert times == pytest.approx([24.71, 24.75], abs=0.01)


@settings(deadline=None, derandomize=True, max_examples=10)
@given(st.floats(4, 12), st.floats(1, 4), st.floats(10, 1e5))
def test_a_threshold_fit_finds_what_made_the_data(midpoint, spread, market):
    sales = threshold_sales(midpoint, spread, market, periods=15)
    assert fit_threshold(sales)[["midpoint", "spread"]].to_list() == pytest.approx([midpoint, spread], rel=1e-3)


def test_bass_sees_strong_imitation_where_there_is_none():
    sales = threshold_sales(8, 3, 100, periods=15)
    fit = fit_bass(sales)
    assert fit["imitation"] > 0.5
    assert 1 - fit["error"] ** 2 / sales.var(ddof=0) > 0.995


def test_the_interval_score_of_gneiting_and_raftery_2007_is_least_at_the_quantiles():
    outcomes = np.random.default_rng(7).normal(size=4000)
    low, high = np.quantile(outcomes, [0.1, 0.9])

    def mean_score(bottom: float, top: float) -> float:
        return float(np.mean([interval_score(bottom, top, x) for x in outcomes]))

    best = mean_score(low, high)
    for bottom, top in [(low - 0.3, high), (low + 0.3, high), (low, high + 0.3), (low - 0.3, high + 0.3)]:
        assert mean_score(bottom, top) > best


@careful
@given(st.floats(-10, 10), st.floats(0, 10), st.floats(-30, 30))
def test_a_range_pays_its_width_and_ten_times_its_miss(low, width, outcome):
    missed = max(low - outcome, outcome - low - width, 0)
    assert interval_score(low, low + width, outcome) == pytest.approx(width + 10 * missed, abs=1e-9)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: bass(0, 0.3, 100, 5), "innovation must be above 0, not 0"),
        (lambda: bass(0.1, -1, 100, 5), "imitation must be a finite number of at least 0, not -1"),
        (lambda: bass(0.1, 0.3, 100, 0), "periods must be a whole number of at least 1, not 0"),
        (lambda: bass_peak(0.1, 0.3, float("nan")), "market_size must be a finite number"),
        (lambda: fit_bass([1, 2, 3]), "sales must be those of at least 4 years"),
        (lambda: fit_bass([0, 0, 0, 0]), "sales must be those of at least 4 years, and not all 0"),
        (lambda: fit_bass([1, -2, 3, 4]), "sales must be finite numbers of at least 0"),
        (lambda: fit_bass_with_market([1, 2, 3, 2], 0), "market_size must be above 0"),
        (lambda: ols_bass([1, 2, 4, 8, 16, 32]), "sales must bend down again"),
        (lambda: fisher_pry(0, 0, 0), "takeover_time must be above 0"),
        (lambda: logistic(0, 0, -1), "rate must be a finite number of at least 0, not -1"),
        (lambda: fit_fisher_pry([0.1, 0.5, 0.9]), "share must be a Series indexed by time"),
        (lambda: fit_fisher_pry(pd.Series([0.1, 0.5, 1.0])), "share must have three or more values above 0 and below"),
        (lambda: fit_fisher_pry(pd.Series([0.9, 0.5, 0.1])), "share must rise with time"),
        (lambda: fit_threshold([1, 2]), "sales must be those of at least 4 years"),
        (lambda: threshold_sales(1, 0, 1, 3), "spread must be above 0"),
        (lambda: market_profile(COOL, 0), "ahead must be a whole number of at least 1"),
        (lambda: hidden_futures(COOL, 3, first=11), "first must be a whole number from 4 to 10, not 11"),
        (lambda: nearly_as_good(pd.DataFrame({"error": [1.0]}), 0.5), "slack must be a finite number of at least 1"),
        (lambda: interval_score(2, 1, 0), "low must not be above high"),
        (lambda: interval_score(1, 2, 0, alpha=0), "alpha must be above 0"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
