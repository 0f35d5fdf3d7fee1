import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.cooperative import added_value, card_game_as_game
from longwave.topics.value import card_game, value_stick

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
    assert card_game(26, 26).tolist() == [2600, 2600, 100]
    assert card_game(23, 26).tolist() == [2300, 2300, 0]


@careful
@given(st.integers(0, 7), st.integers(1, 7), st.integers(0, 200))
def test_the_closed_form_of_the_card_game_is_that_of_the_game(black, red, pair):
    closed = card_game(black, red, pair)
    game = card_game_as_game(black, red, pair)
    assert game.grand_value == closed["value_created"]
    added = [closed["owner_added_value"]] + [closed["red_added_value"]] * red
    assert added_value(game).tolist() == added


@pytest.mark.parametrize("cards", [(-1, 3), (3, 0), (2.5, 3), (3, 3, -1), (3, 3, float("nan"))], ids=repr)
def test_impossible_cards_are_refused(cards):
    with pytest.raises(InputError, match="must be a .*number of at least"):
        card_game(*cards)
