import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.cooperative import added_value, card_game_as_game, core_bounds, shapley_value
from longwave.topics.value import (
    average_by_arrival,
    best_price,
    buyers_gain,
    card_game,
    least_share,
    one_price,
    turning_block,
    turning_second,
    turning_weight,
    value_stick,
    whole_surplus,
)

careful = settings(deadline=None, derandomize=True)
money = st.floats(0, 1e6, allow_nan=False)


@careful
@given(st.lists(money, min_size=4, max_size=4).map(lambda heights: sorted(heights, reverse=True)))
def test_the_three_shares_are_never_negative_and_sum_to_the_value_created(heights):
    stick = value_stick(*heights)
    assert (stick >= 0).all()
    assert stick.iloc[:3].sum() == pytest.approx(stick["value_created"], abs=1e-6)


@careful
@given(st.floats(0, 30))
def test_the_price_moves_value_and_creates_none(shift):
    low, high = value_stick(100, 40, 40, 25), value_stick(100, 40 + shift, 40, 25)
    assert high["value_created"] == low["value_created"]
    assert high["firm_margin"] - low["firm_margin"] == pytest.approx(shift)


@pytest.mark.parametrize(
    ("stick", "party", "change"),
    [
        ((60, 70, 40, 25), "customer", "Raise willingness_to_pay or lower price"),
        ((100, 30, 40, 25), "firm", "Raise price or lower cost"),
        ((100, 70, 20, 25), "supplier", "Raise cost or lower opportunity_cost"),
    ],
)
def test_when_somebody_walks_away_the_message_says_who_and_what_to_change(stick, party, change):
    with pytest.raises(InputError, match=f"The {party} walks away: .*{change}"):
        value_stick(*stick)


def test_everybody_who_walks_away_is_named():
    with pytest.raises(InputError, match="The customer walks away: .* The supplier walks away: "):
        value_stick(10, 20, 5, 8)


def test_a_rounding_error_drives_nobody_away():
    assert value_stick(0.3, 0.1 + 0.2, 0.1, 0.1)["customer_surplus"] == 0.0


@pytest.mark.parametrize("position", range(4))
@pytest.mark.parametrize("wrong", [-1, float("nan"), "70", None], ids=repr)
def test_a_stick_of_wrong_numbers_is_refused_by_name(position, wrong):
    names = ["willingness_to_pay", "price", "cost", "opportunity_cost"]
    stick = dict(zip(names, [100, 70, 40, 25], strict=True)) | {names[position]: wrong}
    with pytest.raises(InputError, match=f"^{names[position]} must be a finite number of at least 0, not "):
        value_stick(**stick)


def test_the_card_game_of_brandenburger_and_nalebuff_1997():
    assert card_game(26, 26).tolist() == [2600, 2600, 100, 0]
    assert card_game(25, 26).tolist() == [2500, 2500, 0, 2500]
    assert card_game(23, 26).tolist() == [2300, 2300, 0, 2300]


@careful
@given(st.integers(0, 7), st.integers(1, 7), st.integers(0, 200))
def test_the_closed_form_of_the_card_game_is_that_of_the_game(black, red, pair):
    closed = card_game(black, red, pair)
    game = card_game_as_game(black, red, pair)
    assert game.grand_value == closed["value_created"]
    added = [closed["owner_added_value"]] + [closed["red_added_value"]] * red
    assert added_value(game).tolist() == added
    assert core_bounds(game).loc["owner", "minimum"] == pytest.approx(closed["owner_minimum"], abs=1e-6)
    assert shapley_value(game)["owner"] == pytest.approx(average_by_arrival(black, red, pair), abs=1e-6)


@pytest.mark.parametrize("cards", [(-1, 3), (3, 0), (2.5, 3), (3, 3, -1), (3, 3, float("nan"))], ids=repr)
def test_impossible_cards_are_refused(cards):
    for model in (card_game, average_by_arrival):
        with pytest.raises(InputError, match="must be a .*number of at least"):
            model(*cards)


def test_the_average_by_arrival_is_the_natural_guess_and_falls_with_each_torn_card():
    averages = [average_by_arrival(black, 26) for black in range(27)]
    assert averages[26] == 1300
    assert averages[25] == pytest.approx(1296.296, abs=0.001)
    assert averages == sorted(averages)
    assert average_by_arrival(1, 2) == pytest.approx(200 / 3)


def test_one_torn_card_pays_from_a_weight_of_three_in_a_thousand_on_the_floor():
    kept, torn = average_by_arrival(26, 26), average_by_arrival(25, 26)
    floor = card_game(25, 26)["owner_minimum"]
    for weight, pays in ((0.003, False), (0.0031, True)):
        assert (weight * floor + (1 - weight) * torn > kept) == pays


@careful
@given(st.integers(2, 60), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_beyond_the_turning_chance_of_a_block_a_torn_card_does_not_pay(strangers, untorn, taken, chance):
    torn = (1 - chance) * (strangers - 1) + chance * (1 - taken) * (strangers - 1)
    kept = (1 - chance) * untorn * strangers + chance * (1 - taken) * strangers
    if abs(torn - kept) > 1e-9:
        assert (torn > kept) == (chance < turning_block(strangers, untorn, taken))


@careful
@given(st.integers(3, 60), st.floats(0, 1), st.floats(0, 1))
def test_from_the_turning_weight_on_a_torn_card_pays_with_both_packs_mixed(cards, untorn, weight):
    floor = card_game(cards - 1, cards)["owner_minimum"]
    torn = weight * floor + (1 - weight) * average_by_arrival(cards - 1, cards)
    kept = weight * untorn * 100 * cards + (1 - weight) * average_by_arrival(cards, cards)
    if abs(torn - kept) > 1e-6:
        assert (torn > kept) == (weight > turning_weight(cards, untorn))


@pytest.mark.parametrize(
    ("untorn", "many", "ten", "few"),
    [(0.5, 0.96, 0.889, 0.5), (0.6, 0.949, 0.857, 0.286), (2 / 3, 0.939, 0.824, 0)],
)
def test_a_block_stops_few_strangers_sooner_than_many(untorn, many, ten, few):
    assert [turning_block(count, untorn) for count in (26, 10, 3)] == pytest.approx([many, ten, few], abs=0.001)


@pytest.mark.parametrize(
    ("income", "weight"), [(1300, 0.003), (1560, 0.004), (2000, 0.007), (2400, 0.036), (2490, 0.27), (2500, 1)]
)
def test_almost_any_weight_on_stable_splits_is_enough_to_tear(income, weight):
    assert turning_weight(26, income / 2600) == pytest.approx(weight, abs=0.0005)


def test_with_three_strangers_tearing_needs_a_large_weight_on_stable_splits():
    assert turning_weight(3) == pytest.approx(1 / 3)
    assert turning_weight(3, 0.6) == pytest.approx(25 / 45)


def test_a_block_that_takes_more_leaves_less_to_lose_by_tearing():
    assert turning_block(26, block_takes=0.6) == pytest.approx(0.968, abs=0.001)
    assert turning_block(26, block_takes=1) == 1
    assert turning_block(2, block_takes=1) == 0


def test_more_low_customers_lower_the_turn_to_one_over_one_more_than_their_number():
    for count, turn in ((1, 90), (2, 80), (3, 75)):
        assert turning_second(120, 60, count) == turn
        for low, best in ((turn - 1, 120), (turn + 1, turn + 1)):
            assert best_price([120] + [low] * count, 60, 40) == best


def test_talk_that_brings_the_second_factory_pays_without_a_new_price():
    before, after = one_price(90, [120, 80], 60, 40), one_price(90, [120, 90], 60, 40)
    assert before.tolist() == [1, 30, 80]
    assert after.tolist() == [2, 60, 130]


def test_fewer_sensors_cost_the_supplier_what_it_earned_on_them():
    stick = value_stick(120, 90, 60 / 1.2, 40 / 1.2)
    assert stick.round(1).tolist() == [30, 40, 16.7, 86.7]


def test_one_price_for_the_lessons_two_factories():
    assert one_price(80, [120, 80], 60, 40).tolist() == [2, 40, 120]
    assert one_price(120, [120, 80], 60, 40).tolist() == [1, 60, 80]
    assert one_price(121, [120, 80], 60, 40).tolist() == [0, 0, 0]


@careful
@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_the_second_customer_is_served_from_the_turning_value_on(cost, above, second):
    first = cost + above
    worth = min(second, first)
    turn = turning_second(first, cost)
    if abs(worth - turn) > 1e-6 and worth >= cost:
        assert best_price([first, worth], cost, 0) == (worth if worth > turn else first)


@careful
@given(st.lists(st.floats(20, 100), min_size=1, max_size=6), st.floats(20, 100))
def test_no_other_price_keeps_more_than_the_best_one(worth, price):
    best = best_price(worth, 20, 0)
    assert one_price(best, worth, 20, 0)["firm_keeps"] >= one_price(price, worth, 20, 0)["firm_keeps"] - 1e-6


def test_prices_that_nobody_can_pay_are_refused():
    with pytest.raises(InputError, match="willingness_to_pay must reach the cost"):
        best_price([10, 20], 30, 0)
    with pytest.raises(InputError, match="price must be a finite number of at least 60, not 50"):
        one_price(50, [120], 60, 40)
    with pytest.raises(InputError, match="first must be"):
        turning_second(50, 60)


def test_riders_have_most_for_certain_from_a_dollar_a_dollar_on():
    known = load("part_one_cases").set_index("fact_id")["value"]
    assert least_share(known["01-riders"]) == pytest.approx(0.615, abs=0.001)
    assert least_share(known["01-riders-nyc"]) == pytest.approx(0.419, abs=0.001)
    assert least_share(1) == 0.5
    with pytest.raises(InputError, match="surplus must be"):
        least_share(-0.1)


@careful
@given(st.floats(1, 50), st.floats(0, 4))
def test_the_gain_of_buyers_is_the_area_beside_the_demand_curve(cheaper, elasticity):
    prices = np.linspace(1, cheaper, 4001)
    assert buyers_gain(cheaper, elasticity) == pytest.approx(np.trapezoid(prices**-elasticity, prices), rel=1e-3)


def test_computers_from_1997_to_2015():
    last = load("it_prices").query("month == '2015-08'").set_index("item")["index"]
    cheaper = last["all items"] / last["computers"]
    assert cheaper == pytest.approx(35.17, abs=0.01)
    assert buyers_gain(cheaper, 1) == pytest.approx(3.560, abs=0.001)
    assert buyers_gain(cheaper, 2) == pytest.approx(0.972, abs=0.001)


@careful
@given(st.floats(1.05, 4))
def test_the_whole_surplus_is_the_limit_of_the_gain_since_an_earlier_price(elasticity):
    assert buyers_gain(1e300, elasticity) == pytest.approx(whole_surplus(elasticity), rel=1e-6)
    assert least_share(whole_surplus(elasticity)) == pytest.approx(1 / elasticity)


def test_buyers_surely_have_half_of_the_value_up_to_an_elasticity_of_two():
    assert whole_surplus(2) == 1
    assert whole_surplus(1.97) == pytest.approx(1.03, abs=0.002)
    assert whole_surplus(1) == float("inf")
    assert whole_surplus(2.5) < 1 < whole_surplus(1.99)


def test_computers_if_half_of_the_fall_in_their_own_index_is_real():
    last = load("it_prices").query("month == '2015-08'").set_index("item")["index"]
    halved = (100 / last["computers"]) ** 0.5 * last["all items"] / 100
    assert halved == pytest.approx(7.21, abs=0.005)
    assert buyers_gain(halved, 1) == pytest.approx(1.975, abs=0.001)
