"""The reader's firm: each column says what the lesson's own models give."""

import pytest

from longwave.data import your_firm
from longwave.data.shelf import DatasetError
from longwave.topics.appropriation import copiers, licensing_capture
from longwave.topics.cooperative import core_bounds, licensing_game
from longwave.topics.value import best_price, one_price


def column(lesson):
    return your_firm(lesson)[f"lesson {lesson}"]


def test_a_table_holds_the_lesson_and_the_one_before_it():
    assert list(your_firm("00")) == ["lesson 00"]
    assert list(your_firm("02")) == ["lesson 01", "lesson 02"]
    with pytest.raises(DatasetError, match="lesson 99"):
        your_firm("99")


def test_no_line_is_cut_where_a_notebook_shows_it():
    assert max(len(text) for lesson in ("00", "01", "02", "03") for text in column(lesson)) <= 50


def test_the_price_that_you_name_is_the_best_one():
    price = best_price([120, 80], 60, 40)
    assert column("01")["price"] == f"{price:g}, which you name"
    assert f"leaves you {one_price(price, [120, 80], 60, 40)['firm_keeps']:g}" in column("01")["customers"]


def test_the_bargained_price_is_the_core_of_one_licence():
    low, high = core_bounds(licensing_game([10, 8], licences=1)).loc["innovator"]
    assert column("02")["price"] == f"{low:g} to {high:g}, by bargaining"
    assert f"leaves you {low - 5:g} for sure" in column("02")["customers"]


def test_a_secret_with_a_lead_keeps_the_follower_out_and_leaves_16():
    assert copiers(80, 0.4, lead=0.3) == 0
    kept = licensing_capture(1, holders=2, value=100) - 80 - 4
    assert column("03")["customers"] == f"1 licence, which leaves you {kept:g}"
