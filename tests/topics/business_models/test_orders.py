import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.business_models import (
    against_a_rival,
    break_even_cost,
    one_price,
    order_beside_a_batch,
    order_from_one_size,
    standard_for_each,
    standard_price,
    turning_order_cost,
    turning_saving,
    turning_worth,
    turning_worth_beside_book,
    turning_worth_for_each,
)

careful = settings(deadline=None, derandomize=True)
worths, savings = st.floats(0, 5), st.floats(0, 0.5)


def test_four_waists_as_in_the_lesson():
    standard, order = one_price([100, 92, 84, 76], 40), one_price([100] * 4, 50)
    assert standard.tolist() == [76, 4, 144, 48, 192]
    assert order.tolist() == [100, 4, 200, 0, 200]
    assert order["profit"] - standard["profit"] == 7 * (order["created"] - standard["created"])


def test_an_order_at_a_cost_between_52_and_64_destroys_value_and_pays():
    standard = one_price([100, 92, 84, 76], 40)
    for cost, creates, pays in [(51, True, True), (53, False, True), (63, False, True), (65, False, False)]:
        order = one_price([100] * 4, cost)
        assert (order["created"] > standard["created"]) == creates
        assert (order["profit"] > standard["profit"]) == pays


@careful
@given(st.lists(st.integers(0, 100), min_size=1, max_size=6), st.integers(0, 60), st.integers(0, 100))
def test_no_other_price_earns_more(values, cost, price):
    assert (price - cost) * sum(value >= price for value in values) <= one_price(values, cost)["profit"] + 1e-9


@careful
@given(worths, savings)
def test_value_is_split_without_loss_and_an_order_creates_more(worth, saving):
    split = against_a_rival(worth, saving)
    assert (split >= -1e-9).all().all()
    assert split["created"].tolist() == pytest.approx(split[["first", "rival", "buyers"]].sum(axis=1).tolist())
    assert split["created"].iloc[0] <= split["created"].iloc[1:].min() + 1e-9


def best_reply(others, earns):
    """Search the margin that earns most on a fine grid."""
    grid = np.linspace(0, 1.2, 601)
    return grid[np.argmax(earns(grid, others))]


@pytest.mark.parametrize(("worth", "saving"), [(2, 0), (1, 0), (2, 0.2), (0.4, 0), (0.5, 0.1)])
def test_a_search_of_replies_finds_the_prices_of_one_order_beside_a_standard_suit(worth, saving):
    places = (np.arange(500) + 0.5) / 500  # distance of a buyer from the rival

    def sold_by_rival(ordered, standard):
        left_order, left_standard = worth - ordered, worth - standard - places
        return ((left_standard > left_order) & (left_standard >= 0)).mean()

    def first(grid, standard):
        sold = np.array([1 - sold_by_rival(own, standard) if own <= worth else 0.0 for own in grid])
        return (grid + saving) * sold

    def rival(grid, ordered):
        return grid * np.array([sold_by_rival(ordered, own) for own in grid])

    ordered, standard = worth / 2, worth / 2
    for _round in range(12):
        ordered = best_reply(standard, first)
        standard = best_reply(ordered, rival)
    found = against_a_rival(worth, saving).loc["first to order, one price"]
    assert first(np.array([ordered]), standard)[0] == pytest.approx(found["first"], abs=0.01)
    assert rival(np.array([standard]), ordered)[0] == pytest.approx(found["rival"], abs=0.01)


def test_both_standard_is_hotelling_where_all_buyers_are_served():
    assert against_a_rival(3).iloc[0].tolist() == pytest.approx([0.5, 0.5, 1.75, 2.75])
    assert against_a_rival(1).iloc[0].tolist() == pytest.approx([0.25, 0.25, 0.25, 0.75])


def test_the_turning_worth_is_1_389_and_the_turning_saving_0_121():
    turn = turning_worth()
    assert turn == pytest.approx(25 / 18)
    assert 60 / turn == pytest.approx(43.2)
    for worth, pays in [(turn - 0.01, True), (turn + 0.01, False), (0.3, True), (5, False)]:
        first = against_a_rival(worth)["first"]
        assert (first.iloc[1] > first.iloc[0]) == pays
    assert turning_saving() == pytest.approx(0.12132, abs=1e-5)
    assert math.isinf(turning_worth(turning_saving() + 1e-6))
    for saving, pays in [(0.12, False), (0.123, True)]:
        first = against_a_rival(4, saving)["first"]
        assert (first.iloc[1] > first.iloc[0]) == pays


def test_a_price_for_each_buyer_gives_the_first_maker_what_standard_suits_gave():
    first = against_a_rival(2)["first"]
    assert first.iloc[2] == first.iloc[0] == 0.5


def test_a_price_for_each_pays_below_three_halves_and_from_there_with_any_saving():
    turn = turning_worth_for_each()
    for worth, saving, pays in [(turn - 0.01, 0, True), (turn, 0, False), (1.2, 0, True), (3, 0.001, True)]:
        first = against_a_rival(worth, saving)["first"]
        assert (first.iloc[2] > first.iloc[0] + 1e-12) == pays


def test_at_two_misfits_nobody_would_leave_standard_suits():
    split = against_a_rival(2)
    assert split.loc["both standard", "first"] > split.loc["first to order, one price", "first"]
    assert split.loc["first to order, one price", "rival"] > split.loc["both to order", "rival"]


def test_two_standard_tailors_ask_the_worst_misfit_above_their_cost():
    pressed = standard_price(cost=40, salvage=10, cv=0.4, misfit=24)
    assert pressed == pytest.approx(break_even_cost(pressed, 40, 10, 0.4) + 24)


@pytest.mark.parametrize(("order", "saving", "first"), [(50, -0.135, 0.386), (44, 0.088, 0.485), (40, 0.235, 0.555)])
def test_an_order_is_set_against_a_batch_at_the_price_that_it_forces(order, saving, first):
    found = order_beside_a_batch(order, cost=40, salvage=10, cv=0.4, misfit=24)
    assert found["rival_cost"] == pytest.approx(break_even_cost(found["rival_price"], 40, 10, 0.4))
    assert found["rival_price"] - found["rival_cost"] == pytest.approx(24 * (1 - found["saving"]) / 3)
    assert found[["saving", "first"]].tolist() == pytest.approx([saving, first], abs=0.001)


def test_an_order_that_costs_the_turning_cost_earns_what_standard_suits_did():
    turn = turning_order_cost(cost=40, salvage=10, cv=0.4, misfit=24)
    assert turn == pytest.approx(43.1, abs=0.05)
    assert order_beside_a_batch(turn, 40, 10, 0.4, 24)["first"] == pytest.approx(0.5)


@pytest.mark.parametrize("worth", [0.4, 0.7, 0.9, 1.2, 2])
def test_a_search_finds_what_the_book_of_clients_is_worth_without_an_order(worth):
    places = (np.arange(4_000) + 0.5) / 4_000  # distance of a buyer from the first maker

    def offers(margin):
        """Return what the first maker takes from each buyer, once the rival has posted his margin."""
        beyond = np.maximum(worth - (1 - places) - margin, 0)  # what she would keep with the rival
        return worth - places - beyond, beyond

    def rival(margin):
        own, beyond = offers(margin)
        return margin * ((own < 0) & (beyond > 0)).mean()

    best = max(np.linspace(0, 1, 401), key=rival)
    assert np.maximum(offers(best)[0], 0).mean() == pytest.approx(standard_for_each(worth), abs=0.004)


def test_next_to_the_book_alone_an_order_pays_below_1_15_or_with_a_sixteenth():
    turn = turning_worth_beside_book()
    for worth, pays in [(turn - 0.01, True), (turn + 0.01, False), (0.5, True), (2, False)]:
        assert (against_a_rival(worth)["first"].iloc[2] > standard_for_each(worth)) == pays
    assert against_a_rival(2, 1 / 16)["first"].iloc[2] == standard_for_each(2)


def test_from_one_middle_size_the_first_to_order_earns_two_ninths():
    places = np.abs((np.arange(2_000) + 0.5) / 2_000 - 0.5)  # distance of a buyer from the middle
    grid = np.linspace(0, 0.8, 401)
    ordered, standard = 0.5, 0.3
    for _round in range(12):
        ordered = grid[np.argmax([own * (places >= own - standard).mean() for own in grid])]
        standard = grid[np.argmax([own * (places < ordered - own).mean() for own in grid])]
    assert ordered * (places >= ordered - standard).mean() == pytest.approx(order_from_one_size(), abs=0.005)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: one_price([], 40), "values must name one buyer or more"),
        (lambda: one_price([100, -1], 40), r"values\[1\] must be a finite number"),
        (lambda: against_a_rival(-1), "worth must be a finite number from 0 to 10"),
        (lambda: against_a_rival(1, 0.6), "saving must be a finite number from 0 to 0.5"),
        (lambda: standard_price(40, 10, 0.4, 0), "misfit must be above 0"),
        (lambda: order_beside_a_batch(50, 40, 10, 0.4, 0), "misfit must be above 0"),
        (lambda: order_beside_a_batch(200, 40, 10, 0.4, 24), "order must leave both makers some buyers"),
        (lambda: standard_for_each(-1), "worth must be a finite number from 0 to 10"),
        (lambda: turning_worth(-0.1), "saving must be a finite number"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
