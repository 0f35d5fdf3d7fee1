"""The funnel: the given values, what holds for all rates, and what is refused."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.lab_to_market import conversion_rate, cured, gap_split, printed_rates, turning_use

careful = settings(deadline=None, derandomize=True)
part = st.floats(0.1, 0.95)


@st.composite
def owners_behind(draw):
    """Draw an owner that is behind its leader at both steps."""
    leader_used, conversion = draw(st.floats(20, 100)), draw(part)
    used = leader_used * draw(part)
    return used, used * conversion * draw(part), leader_used, leader_used * conversion


behind = owners_behind()
FIRMS, UNIVERSITIES, INSTITUTES = (63.2, 46), (12.3, 2.7), (30.6, 8.9)


def test_conversions_are_those_of_the_plan():
    assert [round(conversion_rate(*rates), 1) for rates in (FIRMS, UNIVERSITIES, INSTITUTES)] == [72.8, 22.0, 29.1]


def test_universities_with_the_firms_conversion_reach_less_than_nine():
    assert round(cured(*UNIVERSITIES, *FIRMS)["conversion"], 2) == 8.95
    assert cured(*UNIVERSITIES, *FIRMS)["use"] == pytest.approx(13.87, abs=0.01)


def test_universities_lose_more_at_use_and_institutes_at_conversion():
    assert gap_split(*UNIVERSITIES, *FIRMS).loc["logs"].round(2).to_dict() == {"use": 0.58, "conversion": 0.42}
    assert gap_split(*INSTITUTES, *FIRMS).loc["logs"].round(2).to_dict() == {"use": 0.44, "conversion": 0.56}


def test_the_printed_rates_are_those_of_the_paper():
    assert [tuple(row) for row in printed_rates().to_numpy()] == [FIRMS, UNIVERSITIES, INSTITUTES]


@careful
@given(behind)
def test_each_split_adds_up_and_a_cure_never_looks_larger_first_than_last(rates):
    table = gap_split(*rates)
    assert table.sum(axis=1).to_numpy() == pytest.approx([1] * 4)
    assert table["use"]["use first"] <= table["use"]["conversion first"] + 1e-9


@careful
@given(behind)
def test_the_step_with_the_larger_ratio_gains_more_alone_whatever_the_order(rates):
    steps, logs = cured(*rates), gap_split(*rates).loc["logs"]
    assume(abs(logs["use"] - 0.5) > 1e-6)
    assert (steps["use"] > steps["conversion"]) == (logs["use"] > 0.5)


def test_at_the_turning_use_both_steps_lose_alike():
    for rate, expected in ((2.7, 15.3), (8.9, 27.8)):
        used = turning_use(rate, *FIRMS)
        assert round(used, 1) == expected
        assert gap_split(used, rate, *FIRMS)["use"]["logs"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("rates", "says"),
    [
        ((10, 12, 60, 40), "industry must be at most used"),
        ((10, 0, 60, 40), "industry must be above 0"),
        ((10, 5, 60, 5), "leader_industry must be above 5"),
        ((110, 5, 60, 40), "used must be a finite number"),
    ],
)
def test_rates_that_cannot_be_are_refused(rates, says):
    with pytest.raises(InputError, match=says):
        cured(*rates)
