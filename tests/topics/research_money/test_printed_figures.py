import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.research_money import equals_print, growth_split, pair_changes, unit_test, years_between
from longwave.topics.research_money.models.printed_figures import real_terms

careful = settings(deadline=None, derandomize=True, max_examples=60)
money = st.floats(0.01, 1e4)
BILLION = 1000


def series(number, measure):
    frame = load("federal_research")
    rows = frame[frame["scope"].str.startswith(f"subfunction {number}") & (frame["measure"] == measure)]
    return dict(zip(rows["fiscal_year"], rows["million_usd"] / BILLION, strict=True))


def test_no_power_of_ten_turns_the_printed_totals_into_the_federal_total():
    found = unit_test({1978: 3.93, 2020: 20.29}, {1978: 25.976, 2020: 163.875})
    assert found["factor"].round(2).tolist() == [6.61, 8.08]
    assert found["power"].tolist() == [1, 1]
    assert found["miss"].abs().min() > 0.19


@careful
@given(money, st.integers(-6, 6))
def test_a_true_slip_of_unit_has_no_miss(value, power):
    found = unit_test({"x": value}, {"x": value * 10.0**power}).loc["x"]
    assert found["power"] == power
    assert found["miss"] == pytest.approx(0, abs=1e-9)


@careful
@given(money, money)
def test_a_miss_is_never_more_than_half_a_power_of_ten(one, other):
    miss = unit_test({"x": one}, {"x": other}).loc["x", "miss"]
    assert 10**-0.5 - 1 - 1e-9 <= miss <= 10**0.5 - 1 + 1e-9


def test_no_known_series_equals_the_printed_totals_and_basic_figures():
    for number in ("251", "252"):
        for measure in ("budget authority", "outlays"):
            known = series(number, measure)
            for printed in ("3.93", "20.29", "1.37", "13.48"):
                assert not any(equals_print(value, printed) for value in known.values())


def test_all_four_printed_figures_lie_between_two_years_of_the_space_and_science_lines():
    space, science = series("252", "budget authority"), series("251", "budget authority")
    found = [years_between(space, 3.93), years_between(space, 20.29), years_between(science, 1.37)]
    assert [*found, years_between(science, 13.48)] == pytest.approx([1978.3, 2018.41, 1979.2, 2018.49], abs=0.01)


@careful
@given(st.floats(0.5, 100), st.integers(0, 3))
def test_a_figure_equals_its_own_print(value, digits):
    assert equals_print(value, f"{value:.{digits}f}")


@careful
@given(st.floats(1, 10), st.floats(0.01, 5), st.floats(0, 1))
def test_the_year_of_a_point_on_the_line_is_found(start, step, share):
    found = years_between({2000: start, 2001: start + step}, start + share * step)
    assert found == pytest.approx(2000 + share, abs=1e-6)


def test_years_that_are_no_neighbours_are_not_joined():
    assert math.isnan(years_between({1980: 1.0, 2018: 9.0}, 4.0))


def test_federal_authority_doubles_in_real_terms():
    prices = load("national_research").set_index("year")["deflator_2012"]
    split = growth_split(25.976, 163.875, prices[1978], prices[2020])
    assert split["nominal"] == pytest.approx(6.31, abs=0.01)
    assert split["real"] == pytest.approx(1.99, abs=0.01)
    real = real_terms({1978: 25.976, 2020: 163.875}, prices, base=1978)
    assert real[2020] / real[1978] == pytest.approx(split["real"])


@careful
@given(money, st.floats(1.01, 50), st.floats(1.01, 20))
def test_growth_is_prices_times_real(first, factor, inflation):
    split = growth_split(first, first * factor, 100, 100 * inflation)
    assert split["prices"] * split["real"] == pytest.approx(split["nominal"])
    if split["real"] >= 1:
        assert split["nominal"] ** split["price_share"] == pytest.approx(split["prices"])
    elif split["real"] < 1 - 1e-9:
        assert math.isnan(split["price_share"])


def test_a_rise_that_buys_less_has_no_share_of_prices():
    split = growth_split(142.3, 149.0, 0.927, 1.058)
    assert split["real"] < 1 < split["nominal"]
    assert math.isnan(split["price_share"])


@careful
@given(st.dictionaries(st.integers(1970, 2020), money, min_size=2, max_size=6), st.integers(1970, 2020))
def test_the_base_year_scales_and_changes_no_ratio(nominal, base):
    prices = {year: 50.0 + year - 1970 for year in range(1970, 2021)}
    one, other = real_terms(nominal, prices, base), real_terms(nominal, prices, 1970)
    assert (one / other).std(ddof=0) == pytest.approx(0, abs=1e-9)


def test_the_leverage_of_three_years_gives_a_fall_and_two_rises():
    changes = pair_changes({2015: 217 / 104, 2018: 304 / 183, 2019: 355 / 133})["change"]
    assert changes.round(3).tolist() == [-0.204, 0.279, 0.607]


@careful
@given(st.dictionaries(st.integers(0, 50), money, min_size=2, max_size=8))
def test_there_is_a_change_for_every_pair(figures):
    count = len(figures)
    assert len(pair_changes(figures)) == count * (count - 1) // 2


@pytest.mark.parametrize(
    "call",
    [
        lambda: unit_test({}, {}),
        lambda: unit_test({1: 2.0}, {2: 2.0}),
        lambda: unit_test({1: 0.0}, {1: 2.0}),
        lambda: equals_print(3, "many"),
        lambda: years_between({}, 3),
        lambda: real_terms({1978: 3.0}, {2009: 100.0}, 2009),
        lambda: growth_split(2, 2, 1, 2),
        lambda: pair_changes(pd.Series({2015: 1.0})),
    ],
)
def test_what_cannot_be_used_is_refused(call):
    with pytest.raises(InputError):
        call()
