"""The same regressions by statsmodels, and the same least squares by another search."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import curve_fit

from longwave.data import load
from longwave.topics.diffusion import bass, fisher_pry, fit_bass, fit_fisher_pry, ols_bass

models = pytest.importorskip("statsmodels.api")

SALES = {product: table["adoptions"].to_numpy(float) for product, table in load("bass_sales").groupby("product")}


def noisy_share(seed: int) -> pd.Series:
    years = np.arange(1951, 1991)
    odds = 1 / fisher_pry(years, midpoint=1970, takeover_time=20) - 1
    return 1 / (1 + odds * np.exp(0.3 * np.random.default_rng(seed).standard_normal(years.size)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_statsmodels_draws_the_same_line_through_the_logits(seed):
    share = noisy_share(seed)
    fit = models.OLS(np.log(share / (1 - share)).to_numpy(), models.add_constant(share.index - 1970.0)).fit()
    expected = [1970 - fit.params[0] / fit.params[1], np.log(81) / fit.params[1], fit.rsquared]
    assert fit_fisher_pry(share).tolist() == pytest.approx(expected, abs=1e-9)


@pytest.mark.filterwarnings("ignore:Perfect separation")  # of the curve on which nothing scatters
def test_a_logit_regression_finds_the_same_curve_where_nothing_scatters_and_a_near_one_elsewhere():
    clean, noisy = fisher_pry(np.arange(1951, 1991), midpoint=1970, takeover_time=20), noisy_share(1)
    for share, apart in ((clean, 1e-6), (noisy, 1.0)):
        terms = models.add_constant(share.index - 1970.0)
        start, pace = np.asarray(models.GLM(share.to_numpy(), terms, models.families.Binomial()).fit().params)
        assert fit_fisher_pry(share)["takeover_time"] == pytest.approx(np.log(81) / pace, abs=apart)
        assert fit_fisher_pry(share)["midpoint"] == pytest.approx(1970 - start / pace, abs=apart)


@pytest.mark.parametrize("product", SALES)
def test_statsmodels_fits_the_parabola_of_the_same_bass_model(product):
    sales = SALES[product]
    before = np.cumsum(sales) - sales
    expected = models.OLS(sales, np.column_stack([before**0, before, before**2])).fit().params
    fit = ols_bass(sales)
    market = fit["market_size"]
    parabola = [fit["innovation"] * market, fit["imitation"] - fit["innovation"], -fit["imitation"] / market]
    assert parabola == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("product", SALES)
def test_another_search_finds_no_better_bass_model(product):
    sales, found = SALES[product], fit_bass(SALES[product])

    def curve(year, innovation, imitation, market):
        return bass(innovation, imitation, market * sales.sum(), year.size)["adopters"].to_numpy()

    start = [found["innovation"] * 1.2, found["imitation"] * 0.9, 1.1 * found["market_size"] / sales.sum()]
    best, _spread = curve_fit(curve, np.arange(sales.size), sales, p0=start, bounds=([1e-9, 1e-9, 0.2], [2, 6, 100]))
    error = np.sqrt(np.mean((sales - curve(np.arange(sales.size), *best)) ** 2))
    assert found["error"] == pytest.approx(error, rel=1e-5)
