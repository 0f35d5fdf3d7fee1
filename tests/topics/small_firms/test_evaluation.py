"""Differences in differences, and the invented panel in which the truth is known."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from longwave.checks import InputError
from longwave.topics.small_firms import (
    before_after,
    difference_in_differences,
    difference_of_changes,
    expected_bias,
    firm_panel,
    repeated,
    turning_selection,
    two_periods,
)

careful = settings(deadline=None, derandomize=True, max_examples=50)
outcomes = arrays(float, 12, elements=st.floats(-100, 100, width=32))
DESIGN = {"treated": [1] * 6 + [0] * 6, "post": [0, 0, 0, 1, 1, 1] * 2}


def frame(values) -> pd.DataFrame:
    return pd.DataFrame({**DESIGN, "outcome": values})


def eight() -> pd.DataFrame:
    rows = {"treated": [1] * 4 + [0] * 4, "post": [0, 0, 1, 1] * 2, "outcome": [10, 11, 15, 18, 9, 10, 12, 13]}
    return pd.DataFrame(rows)


def test_the_reference_case_of_the_readme_of_diff_diff():
    found = difference_in_differences(eight())
    assert found.index.tolist() == ["estimate", "standard_error", "p_value"]
    assert found.tolist() == pytest.approx([3.0, 1.7320508, 0.1583024], abs=1e-6)


def test_it_is_the_interaction_of_a_regression():
    rows = frame(np.random.default_rng(1).normal(size=12))
    design = np.column_stack([np.ones(12), rows.treated, rows.post, rows.treated * rows.post])
    fitted, squares, *_rest = np.linalg.lstsq(design, rows.outcome, rcond=None)
    error = math.sqrt(squares[0] / 8 * np.linalg.inv(design.T @ design)[3, 3])
    assert difference_in_differences(rows).tolist()[:2] == pytest.approx([fitted[3], error])


@careful
@given(outcomes, st.floats(-50, 50), st.floats(-50, 50), st.floats(-50, 50))
def test_levels_and_common_changes_drop_out_and_an_effect_comes_through(values, level, common, effect):
    rows = frame(values)
    moved = rows.outcome + level * rows.treated + common * rows.post + effect * rows.treated * rows.post
    before, after = difference_in_differences(rows), difference_in_differences(rows.assign(outcome=moved))
    assert after["estimate"] == pytest.approx(before["estimate"] + effect, abs=1e-9)
    assert after["standard_error"] == pytest.approx(before["standard_error"], abs=1e-8)
    sooner, later = before_after(rows)["estimate"], before_after(rows.assign(outcome=moved))["estimate"]
    assert later == pytest.approx(sooner + common + effect, abs=1e-9)


@careful
@given(outcomes)
def test_changing_the_groups_changes_the_sign_only(values):
    rows = frame(values)
    here, there = difference_in_differences(rows), difference_in_differences(rows.assign(treated=1 - rows.treated))
    assert here["estimate"] == pytest.approx(-there["estimate"], abs=1e-9)
    assert here["p_value"] == pytest.approx(there["p_value"], abs=1e-9)
    assert 0 <= here["p_value"] <= 1


def test_without_any_spread_the_effect_is_certain_and_no_effect_is_not():
    rows = pd.DataFrame({"treated": [1, 1, 1, 1, 0, 0], "post": [0, 0, 1, 1, 0, 1], "outcome": [1, 1, 4, 4, 2, 2]})
    assert difference_in_differences(rows).tolist() == [3, 0, 0]
    assert difference_in_differences(rows.assign(outcome=1)).tolist() == [0, 0, 1]


def test_the_eight_numbers_as_four_firms():
    found = difference_of_changes([5, 7], [3, 3])
    assert found.tolist() == pytest.approx([3, 1, 2 * (0.5 - 3 / (2 * math.sqrt(11)))], abs=1e-9)


@careful
@given(st.lists(st.integers(-50, 50), min_size=2, max_size=6), st.lists(st.integers(-50, 50), min_size=2, max_size=6))
def test_a_difference_of_changes_is_the_test_of_two_means(treated, others):
    from scipy.stats import ttest_ind

    found = difference_of_changes(treated, others)
    if min(len(set(treated)), len(set(others))) > 1:
        assert found["p_value"] == pytest.approx(ttest_ind(treated, others).pvalue, abs=1e-9)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ({"treated": [1, 0], "outcome": [1, 2]}, "missing: post"),
        ({"treated": [2, 0], "post": [0, 1], "outcome": [1, 2]}, "treated must be 0 or 1"),
        ({"treated": [1, 0] * 3, "post": [0, 1] * 3, "outcome": [1.0] * 6}, "all four cells"),
        ({"treated": [1, 1, 0, 0], "post": [0, 1, 0, 1], "outcome": [1.0] * 4}, "five or more"),
        ({"treated": [1, 1, 0, 0, 0], "post": [0, 1, 0, 1, 1], "outcome": [1, 2, 3, 4, math.nan]}, "outcome must be"),
    ],
)
def test_what_cannot_be_estimated_is_refused(rows, says):
    with pytest.raises(InputError, match=says):
        difference_in_differences(pd.DataFrame(rows))


def test_a_change_needs_joiners_at_both_times_and_an_error_three_firms():
    with pytest.raises(InputError, match="before"):
        before_after(pd.DataFrame({"treated": [1, 0], "post": [1, 0], "outcome": [1, 2]}))
    with pytest.raises(InputError, match="three or more"):
        difference_of_changes([1], [2])


def test_the_truth_of_a_panel_is_what_was_put_in():
    panel = firm_panel(effect=2, spill=-1)
    gap = (panel.outcome - panel.without).groupby([panel.treated, panel.year >= 6]).mean()
    assert gap.round(9).to_dict() == {(0, False): 0, (0, True): -1, (1, False): 0, (1, True): 2}
    assert panel.groupby("treated").firm.nunique().tolist() == [200, 200]


def test_a_panel_is_the_same_each_time_and_other_seeds_give_others():
    assert firm_panel().equals(firm_panel())
    assert not firm_panel(seed=1).outcome.equals(firm_panel(seed=2).outcome)


def test_a_bad_year_shows_only_in_the_year_before_the_start():
    panel = firm_panel(effect=0, selection=1)
    means = panel.groupby(["treated", "year"]).without.mean()
    gap = means[0] - means[1]
    assert gap[5] - gap.drop(5).mean() == pytest.approx(4 * math.sqrt(2 / math.pi), abs=0.4)
    assert gap.drop(5).std() < 0.3


def test_a_placebo_uses_no_year_with_a_programme():
    panel = firm_panel(effect=50, spill=-50)
    nothing = firm_panel(effect=0)
    assert two_periods(panel, 3, placebo=True).equals(two_periods(nothing, 3, placebo=True))
    assert two_periods(panel, 5, placebo=True).groupby("post").size().tolist() == [400, 400]


@pytest.mark.parametrize("before", [1, 5])
@pytest.mark.parametrize("world", [{"trend": 0.75}, {"selection": 0.94}, {"spill": -3}, {"trend": 0.3, "spill": 1}])
def test_the_expected_bias_is_the_mean_miss_over_many_panels(world, before):
    drawn = [two_periods(firm_panel(effect=0, seed=seed, **world), before) for seed in range(40)]
    misses = [difference_in_differences(rows)["estimate"] for rows in drawn]
    assert np.mean(misses) == pytest.approx(expected_bias(**world, before=before), abs=0.15)


def test_the_placebo_sees_a_trend_and_a_bad_year_and_no_spill():
    alarms = {
        name: repeated(20, before, effect=0, **world)["alarm"]
        for name, before, world in [
            ("trend", 5, {"trend": 0.75}),
            ("year", 1, {"selection": 0.94}),
            ("spill", 1, {"spill": -3}),
        ]
    }
    assert alarms["trend"] > 0.9
    assert alarms["year"] > 0.9
    assert alarms["spill"] < 0.2


def test_the_placebo_of_a_bad_year_has_the_other_sign_and_a_small_trend_passes():
    trend, dip, mild = (
        repeated(20, before, effect=0, **world)
        for before, world in [(5, {"trend": 0.75}), (1, {"selection": 0.94}), (1, {"trend": 0.3})]
    )
    assert trend["placebo"] * trend["estimate"] > 0 > dip["placebo"] * dip["estimate"]
    assert mild["found"] > 0.5 > 0.25 > mild["alarm"]


@pytest.mark.parametrize("loss", [-0.5, -1, -3])
def test_at_the_turning_selection_a_loss_shows_as_nothing(loss):
    pull = turning_selection(loss)
    assert loss + expected_bias(selection=pull) == pytest.approx(0)
    assert loss + expected_bias(selection=pull + 0.05) > 0
    drawn = [difference_in_differences(two_periods(firm_panel(loss, selection=pull, seed=seed))) for seed in range(40)]
    assert np.mean([found["estimate"] for found in drawn]) == pytest.approx(0, abs=0.15)


def test_the_selection_of_the_preset_gives_three():
    assert turning_selection(-3) == pytest.approx(0.94, abs=0.0005)


@pytest.mark.parametrize(
    "call",
    [
        lambda: firm_panel(selection=1.5),
        lambda: firm_panel(firms=2),
        lambda: two_periods(firm_panel(firms=4), 0),
        lambda: expected_bias(before=6),
        lambda: repeated(0),
        lambda: turning_selection(1),
    ],
)
def test_parameters_outside_their_range_are_refused(call):
    with pytest.raises(InputError):
        call()
