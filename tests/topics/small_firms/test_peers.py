"""The same effects by statsmodels and by diff-diff."""

import numpy as np
import pandas as pd
import pytest

from longwave.topics.small_firms import difference_in_differences, difference_of_changes, firm_panel, two_periods

FIRMS = 60


def panels() -> list[pd.DataFrame]:
    """Return panels with a clear, a faint and no effect; of each also one whose first firms did not answer."""
    whole = [
        two_periods(firm_panel(effect=effect, firms=FIRMS, seed=seed)) for effect in (3, 0.4, 0) for seed in (1, 2)
    ]
    return [*whole, *(panel.iloc[17:] for panel in whole)]


def of_diff_diff(rows: pd.DataFrame, **options: str) -> list[float]:
    effects = pytest.importorskip("diff_diff")
    found = effects.DifferenceInDifferences(**options).fit(rows, "outcome", "treated", "post")
    return [found.att, found.se, found.p_value]


def changes(panel: pd.DataFrame) -> list[list[float]]:
    wide = panel.pivot(index=["treated", "firm"], columns="post", values="outcome")
    return [(wide[1] - wide[0]).loc[group].tolist() for group in (1, 0)]


@pytest.mark.parametrize("panel", panels())
def test_statsmodels_finds_the_same_effect_as_an_interaction(panel):
    models = pytest.importorskip("statsmodels.formula.api")
    fit = models.ols("outcome ~ treated * post", panel).fit()
    expected = [found["treated:post"] for found in (fit.params, fit.bse, fit.pvalues)]
    assert difference_in_differences(panel).tolist() == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("panel", panels())
def test_diff_diff_finds_the_same_effect_with_classical_errors(panel):
    expected = of_diff_diff(panel, vcov_type="classical")
    assert difference_in_differences(panel).tolist() == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("panel", panels())
def test_the_default_errors_of_diff_diff_differ_only_where_cells_differ_in_size(panel):
    ours, theirs = difference_in_differences(panel).tolist(), of_diff_diff(panel)
    alike = panel.groupby(["treated", "post"]).size().nunique() == 1
    assert ours[0] == pytest.approx(theirs[0], abs=1e-9)
    assert (ours[1] == pytest.approx(theirs[1], abs=1e-9)) is alike


@pytest.mark.parametrize("panel", panels()[:6])
def test_diff_diff_finds_the_same_difference_of_changes_with_firms_and_years_fixed(panel):
    effects = pytest.importorskip("diff_diff")
    model = effects.TwoWayFixedEffects(vcov_type="classical")
    found = model.fit(panel, "outcome", "treated", post="post", unit="firm")
    expected = [found.att, found.se, found.p_value]
    assert difference_of_changes(*changes(panel)).tolist() == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("panel", panels()[:6])
def test_errors_clustered_by_firm_differ_by_a_known_factor(panel):
    models = pytest.importorskip("statsmodels.formula.api")
    by_firm = {"groups": panel["firm"].to_numpy()}
    fit = models.ols("outcome ~ treated * post", panel).fit(cov_type="cluster", cov_kwds=by_firm)
    factor = np.sqrt((FIRMS - 2) * (2 * FIRMS - 1) / ((FIRMS - 1) * (2 * FIRMS - 4)))
    ours = difference_of_changes(*changes(panel))
    assert fit.bse["treated:post"] == pytest.approx(factor * ours["standard_error"], abs=1e-9)
    assert of_diff_diff(panel, cluster="firm")[1] == pytest.approx(factor * ours["standard_error"], abs=1e-9)
