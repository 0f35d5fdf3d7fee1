"""The reader's firm: each column says what the lesson's own models give."""

import pytest

from longwave.data import your_firm
from longwave.data.shelf import DatasetError
from longwave.topics.appropriation import copiers, licensing_capture
from longwave.topics.business_models import fee_range, turning_gain
from longwave.topics.communities import pool_machines
from longwave.topics.cooperative import core_bounds, licensing_game
from longwave.topics.value import best_price, one_price


def column(lesson):
    return your_firm(lesson)[f"lesson {lesson}"]


def test_a_table_holds_the_lesson_and_the_one_before_it():
    assert list(your_firm("00")) == ["lesson 00"]
    assert list(your_firm("02")) == ["lesson 01", "lesson 02"]
    assert list(your_firm("10")) == ["lesson 07", "lesson 10"]
    for missing in ("04", "99"):
        with pytest.raises(DatasetError, match=f"lesson {missing}"):
            your_firm(missing)


def test_the_spindles_begin_from_the_warnings_and_not_from_the_licence():
    assert list(your_firm("05")) == ["lesson 01", "lesson 05"]


def test_no_line_is_cut_where_a_notebook_shows_it():
    assert max(len(text) for lesson in ("00", "01", "02", "03", "05", "07", "10") for text in column(lesson)) <= 50


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


def test_the_pool_grows_from_fifty_free_machines_to_its_stable_size():
    pool = pool_machines(50, 200, 100, machines=3_000)
    assert pool["critical_mass"] < 50
    assert column("07")["customers"] == f"{pool['stable']:,.0f} in the end, if the 50 stay"
    assert f"{50 * 50:,} forgone" in column("07")["your cost"]


def test_the_pool_asks_the_margin_of_the_spindles():
    assert [column(lesson)["price"].split()[0] for lesson in ("05", "07")] == ["50", "50"]
    assert all(column(lesson)["price"].endswith("above your cost") for lesson in ("05", "07"))


def test_hours_pay_for_two_of_three_customers_by_what_every_version_of_the_study_prints():
    machine = {"failures": 4, "gain": 0.25, "bill": 9_000, "repair": 5_000, "plan": 6_000, "stop": 10_000}
    low, high = fee_range(**machine)
    assert column("10")["price"] == f"hours: {low:,.0f} to {high:,.0f}, at 10,000 a stop"
    shop, middle, plant = (turning_gain(4, stop, 5_000, 6_000) for stop in (1_200, 10_000, 30_000))
    assert plant < 0.10 < middle < 0.20  # the undated draft begins at 10 per cent, the dated one at 20
    assert shop > 0.25  # where both drafts leave the shop the machine
