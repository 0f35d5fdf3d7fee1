"""The base and its owner: the values of the lesson, what holds for all costs, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.architecture import (
    app_price,
    base_outcome,
    base_sales,
    private_price,
    turning_cost,
    two_sided_base,
)

careful = settings(deadline=None, derandomize=True, max_examples=40)
costs, counts = st.floats(0, 99), st.integers(1, 30)


@pytest.mark.parametrize(("apps", "private", "public"), [(1, 80, 60), (4, 68, 36)])
def test_what_users_pay_is_that_of_the_lesson(apps, private, public):
    assert app_price(private_price(20), apps) == private
    assert app_price(20, apps) == public


@careful
@given(costs, counts)
def test_the_best_price_of_a_private_base_is_the_best_on_a_grid_for_any_number_of_applications(cost, apps):
    best = float(base_outcome(private_price(cost), cost, apps)["base"])
    assert all(base_outcome(price, cost, apps)["base"] <= best + 1e-6 for price in range(0, 101, 10))


@careful
@given(costs, counts, st.integers(1, 5))
def test_a_public_base_at_the_turning_cost_leaves_users_and_all_as_they_were(cost, apps, bases):
    price = private_price(cost, bases)
    private = base_outcome(price, cost, apps)
    for whose in ("users", "all"):
        turn = turning_cost(cost, apps, whose, bases)
        assert base_outcome(turn, turn, apps)[whose] == pytest.approx(private[whose], abs=1e-6)
    assert cost <= turning_cost(cost, apps, "all", bases) <= turning_cost(cost, apps, "users", bases) + 1e-9


@careful
@given(costs, counts)
def test_with_a_fee_users_pay_what_one_firm_alone_would_ask(cost, apps):
    assert app_price(max(0.0, private_price(cost, fee=True, apps=apps)), apps) >= (100 + cost) / 2 - 1e-9


def test_the_turning_costs_are_those_of_the_lesson():
    assert turning_cost(20, 4) == 60
    assert turning_cost(20, 4, "all") / 20 == pytest.approx(1.734, abs=1e-3)
    assert turning_cost(20, 1, fee=True) == turning_cost(20, 1, "all", fee=True) == 20
    assert turning_cost(40, 4) / 40 == 1.75
    assert [round(turning_cost(20, n, "users and owner") / 20, 2) for n in (1, 4)] == [0.53, 1.26]


@pytest.mark.parametrize(("gain", "turn"), [("users", 17.885), ("deals", 23.14), ("all", 29.87)])
def test_half_each_overtakes_the_monopoly_at_another_gain_of_makers_by_each_measure(gain, turn):
    for makers, ahead in ((turn - 0.1, "private"), (turn + 0.1, "each side its half")):
        found = {owner: two_sided_base(owner, 20, makers)[gain] for owner in ("private", "each side its half")}
        assert max(found, key=lambda owner: found[owner]) == ahead


@careful
@given(st.floats(5, 100), st.floats(0, 50))
def test_no_split_of_the_cost_makes_more_deals_and_no_price_earns_more(makers, cost):
    best = two_sided_base("cost, split for most deals", cost, makers)
    private = two_sided_base("private", cost, makers)
    for first in range(-100, 101, 20):
        second = cost - first
        assert max(0, 100 - first) * max(0, makers - second) <= best["deals"] + 1e-6
        for other in range(-100, 101, 50):
            earned = max(0, 100 - first) * max(0, makers - other) * (first + other - cost)
            assert earned <= private["profit"] + 1e-6


def test_halves_make_fewer_deals_than_a_monopoly_where_makers_gain_little():
    deals = {
        makers: [two_sided_base(owner, 20, makers)["deals"] for owner in ("private", "each side its half")]
        for makers in (23, 23.2)
    }
    assert deals[23][0] > deals[23][1]
    assert deals[23.2][0] < deals[23.2][1]


def test_the_records_are_those_that_the_sources_print():
    sales = base_sales()
    assert sales["outside"].round(1).tolist() == [40.0, 88.7, 226.2]
    assert sales["outside"].iloc[-1] / sales["outside"].iloc[0] == pytest.approx(5.66, abs=0.005)
    assert sales["loss_per_outside"].iloc[-1] == pytest.approx(3.14, abs=0.005)


def test_words_and_numbers_out_of_range_are_refused():
    with pytest.raises(InputError, match="counted must be one of"):
        turning_cost(20, 1, "nobody")
    with pytest.raises(InputError, match="owner must be one of"):
        two_sided_base("state", 20, 20)
    with pytest.raises(InputError, match="^apps"):
        app_price(20, 0)
    with pytest.raises(InputError, match="^cost"):
        private_price(120)
