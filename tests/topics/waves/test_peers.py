"""The filters and lines of statsmodels."""

import numpy as np
import pytest

from longwave.topics.waves import band_pass, next_length, random_walk, trend_in_lengths

filters = pytest.importorskip("statsmodels.tsa.filters.api")
models = pytest.importorskip("statsmodels.api")

LENGTHS = [[63, 47, 56, 43], [60, 50, 40, 55, 48, 61, 45]]


@pytest.mark.parametrize("years", [3, 4, 5, 70, 140, 400])
@pytest.mark.parametrize(("low", "high"), [(2, 8), (6, 32), (20, 70)])
@pytest.mark.parametrize("drift", [True, False])
def test_statsmodels_keeps_the_same_band(years, low, high, drift):
    walk = random_walk(years, np.random.default_rng(years))
    kept = filters.cffilter(walk, low, high, drift=drift)[0]
    assert band_pass(walk, low, high, drift=drift).to_numpy() == pytest.approx(kept.to_numpy(), abs=1e-9)


@pytest.mark.parametrize("lengths", LENGTHS, ids=len)
def test_statsmodels_finds_the_same_trend_in_lengths(lengths):
    fit = models.OLS(lengths, models.add_constant(np.arange(1.0, 1 + len(lengths)))).fit()
    expected = [fit.params[1], fit.bse[1], fit.pvalues[1]]
    assert trend_in_lengths(lengths).tolist() == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("lengths", LENGTHS, ids=len)
@pytest.mark.parametrize("confidence", [0.5, 0.95])
def test_statsmodels_forecasts_the_same_range_of_the_next_length(lengths, confidence):
    dates, count = np.concatenate([[0], np.cumsum(lengths)]), len(lengths)
    fit = models.OLS(dates, np.vander(np.arange(count + 1.0), 3)).fit()
    ahead = fit.get_prediction(np.vander([count + 1.0], 3)).summary_frame(alpha=1 - confidence)
    expected = ahead[["mean", "obs_ci_lower", "obs_ci_upper"]].to_numpy().ravel() - dates[-1]
    assert next_length(lengths, confidence).tolist() == pytest.approx(expected, abs=1e-9)
