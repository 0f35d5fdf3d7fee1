"""Restaurants and training grants: the published values, what they depend on, and the same by statsmodels."""

import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.small_firms import (
    GRANT_EFFECTS,
    changes_of,
    difference_in_differences,
    difference_of_changes,
    fixed_effects,
    scrap_panel,
    store_jobs,
    store_rows,
)


def compared(jobs: pd.DataFrame, equal_spread: bool = False) -> pd.Series:
    here, there = (jobs.loc[jobs.new_jersey == state, "change"].dropna() for state in (1, 0))
    return difference_of_changes(here, there, equal_spread)


def test_all_jobs_that_were_told_give_the_published_means_and_difference():
    jobs = store_jobs()
    means = jobs.groupby("new_jersey")[["before", "after"]].mean().to_numpy()
    assert means == pytest.approx(np.array([[23.33, 21.17], [20.44, 21.03]]), abs=0.005)
    assert difference_in_differences(store_rows(jobs))["estimate"] == pytest.approx(2.7536, abs=5e-5)


def test_restaurants_that_told_both_times_give_the_published_balanced_value_and_error():
    jobs = store_jobs()
    found = compared(jobs)
    assert jobs.change.count() == 384
    assert found["estimate"] == pytest.approx(2.75, abs=5e-5)
    assert found["standard_error"] == pytest.approx(1.34, abs=0.005)
    assert found["p_value"] < 0.05


def test_rows_taken_as_separate_have_the_larger_error():
    rows = difference_in_differences(store_rows(store_jobs()))
    assert rows["standard_error"] == pytest.approx(1.688, abs=5e-4)
    assert rows["p_value"] > 0.1


def test_the_sign_turns_without_ten_restaurants_of_pennsylvania():
    jobs = store_jobs()
    here = jobs.loc[jobs.new_jersey == 1, "change"].mean()
    there = jobs.loc[jobs.new_jersey == 0, "change"].dropna().sort_values()
    assert here - there.iloc[9:].mean() > 0
    assert here - there.iloc[10:].mean() < 0


def test_the_sign_stays_when_both_ends_of_both_states_are_cut_alike():
    jobs = store_jobs()
    here, there = (jobs.loc[jobs.new_jersey == state, "change"].dropna().sort_values() for state in (1, 0))
    assert here.iloc[41:-41].mean() - there.iloc[10:-10].mean() == pytest.approx(2.31, abs=0.005)
    assert here.mean() - there.iloc[10:-10].mean() == pytest.approx(2.16, abs=0.005)


def test_grants_have_the_published_effects_and_errors():
    found = fixed_effects(scrap_panel(), "log_scrap", GRANT_EFFECTS, "firm")
    assert found.estimate.tolist() == pytest.approx([-0.0802, -0.2472, -0.2523, -0.4216], abs=5e-5)
    assert found.loc[["grant", "year_after"], "standard_error"].tolist() == pytest.approx([0.151, 0.210], abs=5e-4)
    assert found.loc[["grant", "year_after"], "clustered_error"].tolist() == pytest.approx([0.143, 0.282], abs=5e-4)
    assert found.loc["year_after", "p_value"] < 0.05
    assert (found.clustered_p > 0.05).all()


def test_one_firm_of_54_turns_the_verdict():
    panel = scrap_panel()
    turned = [
        int(firm)
        for firm in panel.firm.unique()
        if (fixed_effects(panel[panel.firm != firm], "log_scrap", GRANT_EFFECTS, "firm").clustered_p[2:] < 0.05).all()
    ]
    assert turned == [410565]


def test_first_differences_of_one_year_and_their_placebo():
    panel = scrap_panel()
    early, late, never, all_late = (
        changes_of(panel, name, 1987, 1988) for name in ("grant in 1988", "grant in 1989", "no grant", "not in 1988")
    )
    assert sorted(all_late.index) == sorted([*late.index, *never.index])
    assert difference_of_changes(early, all_late).tolist()[:2] == pytest.approx([-0.317, 0.164], abs=5e-4)
    assert difference_of_changes(late, never).tolist()[:2] == pytest.approx([-0.217, 0.201], abs=5e-4)


def test_the_ten_later_firms_fall_more_a_year_before_their_grant_than_in_its_year():
    panel = scrap_panel()
    before, own = (
        difference_of_changes(
            *(changes_of(panel, name, first, first + 1) for name in ("grant in 1989", "no grant")), equal_spread=False
        )
        for first in (1987, 1988)
    )
    assert before.round(3).tolist() == [-0.217, 0.148, 0.154]
    assert own.round(3).tolist() == [-0.060, 0.157, 0.704]


def test_statsmodels_finds_the_same_with_firm_means_taken_off():
    models = pytest.importorskip("statsmodels.api")
    panel = scrap_panel()
    x = panel[GRANT_EFFECTS] - panel.groupby("firm")[GRANT_EFFECTS].transform("mean")
    y = panel.log_scrap - panel.groupby("firm").log_scrap.transform("mean")
    fit = models.OLS(y, x).fit(cov_type="cluster", cov_kwds={"groups": panel.firm}, use_t=True)
    found = fixed_effects(panel, "log_scrap", GRANT_EFFECTS, "firm")
    assert found.estimate.tolist() == pytest.approx(fit.params.tolist(), abs=1e-9)
    assert found.clustered_error.tolist() == pytest.approx(fit.bse.tolist(), abs=1e-9)
    assert found.clustered_p.tolist() == pytest.approx(fit.pvalues.tolist(), abs=1e-9)


def test_statsmodels_finds_the_same_with_a_dummy_for_each_firm():
    models = pytest.importorskip("statsmodels.formula.api")
    fit = models.ols(f"log_scrap ~ {' + '.join(GRANT_EFFECTS)} + C(firm)", scrap_panel()).fit()
    found = fixed_effects(scrap_panel(), "log_scrap", GRANT_EFFECTS, "firm")
    assert found.standard_error.tolist() == pytest.approx(fit.bse[GRANT_EFFECTS].tolist(), abs=1e-9)
    assert found.p_value.tolist() == pytest.approx(fit.pvalues[GRANT_EFFECTS].tolist(), abs=1e-9)


def test_two_spreads_are_welch():
    from scipy.stats import ttest_ind

    here, there = [1.0, 2.0, 6.0, 3.5], [0.0, 1.0, 0.5]
    assert difference_of_changes(here, there, equal_spread=False)["p_value"] == pytest.approx(
        ttest_ind(here, there, equal_var=False).pvalue, abs=1e-12
    )


@pytest.mark.parametrize(
    "call",
    [
        lambda: store_jobs(1.5),
        lambda: fixed_effects(scrap_panel().assign(same=1), "log_scrap", ["same"], "firm"),
        lambda: difference_of_changes([1, 2, 3], [1], equal_spread=False),
    ],
)
def test_what_cannot_be_estimated_is_refused(call):
    with pytest.raises(InputError):
        call()


def test_no_restaurant_that_closed_for_good_has_jobs_after():
    closed = load("card_krueger").query("second_interview == 3")
    assert len(closed) == 6
    assert store_jobs().loc[closed.index, "after"].tolist() == [0] * 6
