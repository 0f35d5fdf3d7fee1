"""A gain that comes late: the year in which it is even, the rate at which it never is, and a firm below its peak."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.general_purpose import even_year, highest_rate, j_curve, shortfall

careful = settings(deadline=None, derandomize=True)


def test_the_numbers_are_those_of_the_lesson():
    assert even_year(0.1, 10, 0.3) == pytest.approx(40 / 3)
    assert pytest.approx(0.24, abs=0.001) == 1.1**-15
    assert highest_rate(0.1, 10, 0.3) == pytest.approx(4**0.1 - 1)
    assert math.isinf(even_year(0.1, 10, 0.3, 0.149))
    assert even_year(0, 10, 0) == 0
    assert math.isinf(even_year(0.1, 10, 0))


@careful
@given(st.floats(0.05, 0.3), st.integers(1, 12), st.floats(0.1, 0.6), st.floats(0.001, 0.1))
def test_the_balance_is_zero_where_it_is_even(share, years, gain, rate):
    even = even_year(share, years, gain, rate)
    if even > 90:
        return
    balance = j_curve(share, years, gain, rate, 100)["balance"]
    before, after = balance[math.floor(even)], balance[math.ceil(even)]
    assert before <= 1e-9
    assert after >= -1e-9


def test_the_curve_falls_while_it_builds_and_rises_afterwards():
    curve = j_curve(0.2, 5, 0.1, 0.05, 12)
    steps = curve["balance"].diff().dropna()
    assert (steps[:5] < 0).all()
    assert (steps[5:] > 0).all()
    assert curve["output"].tolist()[4:6] == [0.8, 1.1]


def test_the_shortfall_is_what_the_record_says():
    told = load("cn_cases").set_index("fact_id")["value"]
    later = pd.Series([told[f"29-revenue-{year}"] for year in range(2021, 2025)])
    assert shortfall(later, told["29-revenue-2020"]) == pytest.approx(0.81, abs=0.005)
    assert shortfall(later, told["29-revenue-2020"], -0.0882) == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: j_curve(years=0), "years must be above 0"),
        (lambda: even_year(share=2), "share must be"),
        (lambda: highest_rate(share=0), "share must be above 0"),
        (lambda: j_curve(horizon=0), "horizon must be"),
    ],
)
def test_a_number_out_of_range_is_refused(call, words):
    with pytest.raises(InputError, match=words):
        call()
