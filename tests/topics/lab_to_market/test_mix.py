"""What a mix of kinds can do: the given values, the bound for all rates, and what is refused."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.lab_to_market import (
    counts_by_year,
    equal_rates_ratio,
    largest_mix_ratio,
    old_path,
    patents_in_force,
    rates_by_kind,
)

careful = settings(deadline=None, derandomize=True)
three = st.lists(st.floats(0.5, 100), min_size=3, max_size=3)


@careful
@given(three, three, st.lists(st.floats(0, 100), min_size=3, max_size=3))
def test_no_rates_take_the_ratio_beyond_the_bound(leader, owner, rates):
    assume(sum(rates) > 1e-3)
    assert equal_rates_ratio(leader, owner, rates) <= largest_mix_ratio(leader, owner) * (1 + 1e-9)


def test_the_bound_is_reached_where_one_kind_alone_counts():
    held = patents_in_force()
    pair = held.loc["firms"], held.loc["universities"]
    assert equal_rates_ratio(*pair, [0, 0, 1]) == pytest.approx(largest_mix_ratio(*pair))
    assert round(largest_mix_ratio(*pair), 2) == 3.34
    assert round(equal_rates_ratio(*pair, rates_by_kind(2020)), 2) == 1.10


def test_filings_of_models_are_those_of_the_office():
    filed = counts_by_year()["utility model"]
    assert [round(filed[year] / 1e6, 2) for year in (2020, 2021, 2022)] == [2.93, 2.85, 2.95]


def test_an_old_path_starts_at_the_record_and_keeps_its_growth():
    filed, path = counts_by_year()["utility model"], old_path(2019)
    assert path[2019] == filed[2019]
    assert path[2022] / path[2021] == pytest.approx((filed[2019] / filed[2017]) ** 0.5)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: largest_mix_ratio([1, 2], [1, 0]), "without one there is no bound"),
        (lambda: largest_mix_ratio([1, 2], [1, 1, 1]), "one number for each kind"),
        (lambda: equal_rates_ratio([1, 2], [1, 1], [0, 0]), "must not all be 0"),
        (lambda: equal_rates_ratio([1, 2], [1, 1], [1]), "one number for each kind"),
        (lambda: equal_rates_ratio([0, 0], [1, 1], [1, 1]), "at least one patent"),
        (lambda: patents_in_force("2018-12"), "date must be one of"),
        (lambda: rates_by_kind(2018), "year must be 2020 or 2021"),
        (lambda: counts_by_year("in force"), "measure must be"),
        (lambda: old_path(2017), "start must be a whole number"),
        (lambda: old_path(2020, "models"), "kind must be one of"),
        (lambda: old_path(2020, last=2020), "last must be a whole number"),
    ],
)
def test_what_has_no_answer_is_refused(call, says):
    with pytest.raises(InputError, match=says):
        call()
