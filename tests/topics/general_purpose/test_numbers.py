"""Shapes of growth around a year, the spread of citations, and the charts that show them."""

import numpy as np
import pytest

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.data import load
from longwave.topics.general_purpose import (
    chance_of_first,
    delay_chart,
    expected_generality,
    generality,
    growth_by_period,
    growth_chart,
    peak_chart,
    replies_chart,
    shape_at,
    shapes,
)

EDGES = [1890, 1913, 1929, 1950, 1973, 1995, 2005, 2016]


def test_growth_in_the_united_states_is_as_published():
    found = growth_by_period(EDGES, ["united_states"]).round(1).to_numpy().tolist()
    assert found == [[1.0, 2.3, 2.7, 2.0, 0.9, 1.9, 0.5]]


def test_every_year_has_one_shape_and_the_chip_three_dips():
    assert shapes(20, 1971).to_dict() == {"dip, then rise": 3, "rise, then dip": 0, "down twice": 6, "up twice": 0}
    assert shapes(10).sum() == 9 * 97
    assert sum(shape_at("united_states", year, 10) == "dip, then rise" for year in range(1900, 1997)) == 32


@pytest.mark.parametrize(("year", "window"), [(1895, 20), (2000, 20), (1971, 0)])
def test_windows_outside_the_data_are_refused(year, window):
    with pytest.raises(InputError, match="no three windows"):
        shape_at("united_states", year, window)


def test_years_out_of_order_are_refused():
    with pytest.raises(InputError, match="in order"):
        growth_by_period([1913, 1890])


def test_a_single_field_has_no_generality_and_equal_fields_the_most():
    assert generality({"a": 7, "b": 0}) == 0
    assert generality(dict.fromkeys("abcd", 2)) == 0.75
    with pytest.raises(InputError, match="not all be 0"):
        generality({"a": 0})


def test_the_mean_of_measured_generality_is_that_of_draws():
    shares, rng = np.array([0.5, 0.3, 0.2]), np.random.default_rng(1)
    drawn = (1 - ((rng.multinomial(3, shares, 40_000) / 3) ** 2).sum(axis=1)).mean()
    assert drawn == pytest.approx(expected_generality(1 - (shares**2).sum(), 3), abs=0.004)


def test_more_citations_make_the_first_place_surer():
    true = {"first": 0.60, "second": 0.55, "third": 0.50, "fourth": 0.50}
    chances = [chance_of_first(true, citations, 40)["first"] for citations in (2, 4, 10)]
    assert chances == sorted(chances)
    assert sum(chance_of_first(true, 4, 40, draws=300).values()) == pytest.approx(1)


def test_the_titles_say_what_is_found():
    told = load("cn_cases").set_index("fact_id")["value"]
    years = range(2019, 2025)
    columns = {name: [told[f"29-{name}-{year}"] for year in years] for name in ("revenue", "research")}
    firm = specification(
        peak_chart(load("productivity")[:6].assign(**columns).set_index(np.array(years))[list(columns)], 2020)
    )
    assert firm["title"]["text"] == "Revenue fell by 29% and research kept rising, by 27% to 2024"
    growth = specification(growth_chart(growth_by_period(EDGES, ["united_states", "united_kingdom", "germany"])))
    assert "United States grew fastest in 1929–1950, elsewhere in 1950–1973" in growth["title"]["text"]
    assert "15% of the best" in specification(replies_chart(0, 0))["title"]["text"]
    assert "100% of the best" in specification(replies_chart(0.5, 0.5))["title"]["text"]
    assert "Even in year 13.3" in specification(delay_chart(0.1, 10, 0.3, 0))["title"]["text"]
    assert "Never even: at 15%" in specification(delay_chart(0.1, 10, 0.3, 0.15))["title"]["text"]
    assert "not yet even" in str(specification(delay_chart(0.3, 15, 0.05, 0)))
