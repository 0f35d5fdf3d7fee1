import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.talent import subsidy_needed, training
from longwave.topics.talent.models.training import net_gains

careful = settings(deadline=None, derandomize=True, max_examples=30)
gains, costs = st.floats(0.5, 50), st.floats(0.1, 10)
shares, below_one = st.floats(0, 1), st.floats(0, 0.9)


@careful
@given(gains, costs, shares, shares, below_one)
def test_the_firm_trains_where_its_net_gain_is_highest(gain, cost, kept, quits, subsidy):
    result = training(gain, cost, kept, quits, subsidy)
    around = result["firm_weeks"] * np.array([0.9, 1, 1.1])
    firm = net_gains(gain, cost, kept, quits, subsidy, around)["firm"]
    assert firm.max() == pytest.approx(firm[1])
    assert firm[1] == pytest.approx(result["firm_profit"])


@careful
@given(gains, costs, shares)
def test_where_wages_take_all_of_the_gain_the_firm_pays_for_none(gain, cost, quits):
    assert training(gain, cost, 0, quits)["firm_weeks"] == 0
    assert subsidy_needed(0, quits) == 1


@careful
@given(gains, costs, shares, shares)
def test_without_a_subsidy_the_firm_never_trains_too_much(gain, cost, kept, quits):
    result = training(gain, cost, kept, quits)
    assert result["firm_weeks"] <= result["best_weeks"] + 1e-9
    assert result["value"] <= result["best_value"] + 1e-9


@careful
@given(gains, costs, st.floats(0.1, 1), st.floats(0, 0.8))
def test_the_subsidy_needed_reaches_what_is_best(gain, cost, kept, quits):
    result = training(gain, cost, kept, quits, min(subsidy_needed(kept, quits), 0.999))
    assert result["firm_weeks"] == pytest.approx(result["best_weeks"], rel=0.05)


@careful
@given(gains, costs, shares, shares, st.floats(-20, 20))
def test_a_wage_gap_that_does_not_grow_with_skill_changes_profit_and_no_week(gain, cost, kept, quits, wage_gap):
    without, with_gap = training(gain, cost, kept, quits), training(gain, cost, kept, quits, wage_gap=wage_gap)
    assert with_gap["firm_weeks"] == without["firm_weeks"]
    assert with_gap["firm_profit"] - without["firm_profit"] == pytest.approx((1 - quits) * wage_gap)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: training(0, 1, 0.5, 0), "gain must be above 0"),
        (lambda: training(1, 0, 0.5, 0), "cost must be above 0"),
        (lambda: training(1, 1, 1.5, 0), "kept must be"),
        (lambda: training(1, 1, 0.5, -1), "quits must be"),
        (lambda: training(1, 1, 0.5, 0, 1), "subsidy must be"),
        (lambda: net_gains(1, 1, 0.5, 0, 0, [-1]), "weeks must be"),
    ],
)
def test_what_cannot_be_training_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
