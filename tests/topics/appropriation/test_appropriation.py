"""Profiting from innovation: the closed forms against the game, against deviations, and against bad input."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.appropriation import (
    appropriation_game,
    integration_capture,
    licensing_capture,
    own_or_licence,
    quantity_competition,
    stacked_patents,
    turning_right,
)
from longwave.topics.cooperative import EmptyCoreError, added_value, core_bounds, nucleolus

careful = settings(deadline=None, derandomize=True)
chance = st.floats(0, 1)
few = st.integers(1, 6)


@pytest.mark.parametrize("holders", [2, 3, 5])
def test_safe_know_how_and_rival_holders_leave_the_innovator_all(holders):
    bounds = core_bounds(appropriation_game(holders, value=100))
    assert bounds.loc["innovator"].tolist() == [100, 100]
    assert bounds.drop("innovator").to_numpy().max() == 0


def test_one_holder_may_leave_her_anything_and_the_nucleolus_half():
    game = appropriation_game(holders=1, value=100)
    assert core_bounds(game).loc["innovator"].tolist() == [0, 100]
    assert nucleolus(game)["innovator"] == pytest.approx(50)


@pytest.mark.parametrize("imitators", [1, 3])
def test_copied_know_how_leaves_all_to_the_only_holder(imitators):
    bounds = core_bounds(appropriation_game(holders=1, imitators=imitators, value=100))
    assert bounds.loc["innovator"].tolist() == [0, 0]
    assert bounds.loc["holder1"].tolist() == [100, 100]


def test_copied_know_how_and_several_holders_have_no_stable_split_and_miss_the_innovator_not():
    game = appropriation_game(holders=2, imitators=1, value=100)
    assert added_value(game)["innovator"] == 0
    with pytest.raises(EmptyCoreError):
        core_bounds(game)


@pytest.mark.parametrize("holders", [1, 2, 4])
def test_the_closed_form_is_the_nucleolus_of_the_safe_game(holders):
    assert licensing_capture(1, holders, 8) == pytest.approx(
        nucleolus(appropriation_game(holders, value=8))["innovator"]
    )
    assert licensing_capture(0, holders, 8) == 0


def test_one_entrant_leaves_four_ninths_and_five_stacked_patents_five_ninths():
    alone, shared = quantity_competition(1), quantity_competition(2)
    assert shared["income_each"] / alone["income_each"] == pytest.approx(4 / 9)
    assert stacked_patents(5)["income_all"] / stacked_patents(1)["income_all"] == pytest.approx(20 / 36)


@careful
@given(few, st.floats(1, 50), st.floats(0, 0.9), st.floats(0.1, 9))
def test_no_seller_gains_by_another_quantity(sellers, highest, cost_share, slope):
    cost = cost_share * highest
    market = quantity_competition(sellers, highest, cost, slope)
    mine = market["quantity"] / sellers
    others = market["quantity"] - mine
    tried = mine * np.linspace(0, 2, 41)
    gains = (highest - slope * (others + tried) - cost) * tried
    assert gains.max() <= market["income_each"] * (1 + 1e-9)


@careful
@given(few, st.floats(1, 50), st.floats(0, 0.9), st.floats(0.1, 9))
def test_no_patent_owner_gains_by_another_royalty(patents, highest, cost_share, slope):
    cost = cost_share * highest
    market = stacked_patents(patents, highest, cost, slope)
    mine = (market["price"] - cost) / patents
    tried = mine * np.linspace(0, 2, 41)
    sold = np.maximum(0, highest - (market["price"] - mine + tried)) / slope
    assert (tried * sold).max() <= market["income_each"] * (1 + 1e-9)


@careful
@given(few, st.floats(1, 50), st.floats(0.1, 9))
def test_patents_and_rivals_earn_the_same_and_swap_the_users_part_with_the_loss(owners, highest, slope):
    rivals = quantity_competition(owners, highest, slope=slope)
    patents = stacked_patents(owners, highest, slope=slope)
    assert rivals["income_all"] == pytest.approx(patents["income_all"])
    assert rivals["user_surplus"] == pytest.approx(patents["lost"])
    assert rivals["lost"] == pytest.approx(patents["user_surplus"])
    assert rivals[["income_all", "user_surplus", "lost"]].sum() == pytest.approx(highest**2 / slope / 2)


def test_own_asset_and_licence_meet_where_the_cost_says():
    assert integration_capture(0.4, 2, 15, 100) == pytest.approx(licensing_capture(0.4, 2, 100))
    assert integration_capture(1, 3, 10, 100) == 90


@careful
@given(chance, few, st.floats(0, 2), st.floats(0, 1e6))
def test_shares_stay_within_what_there_is(alpha, holders, cost, value):
    assert 0 <= licensing_capture(alpha, holders, value) <= value
    assert integration_capture(alpha, holders, cost, value) <= value - cost + 1e-9 * value


def test_the_way_changes_where_the_two_lines_meet():
    assert turning_right(2, 10, 100) == pytest.approx(0.6)
    assert math.isnan(turning_right(2, 30, 100))
    assert math.isnan(turning_right(1, 10, 100))
    assert turning_right(1, 46, 100) == pytest.approx(0.28)


@careful
@given(few, st.floats(0, 1))
def test_licence_and_own_asset_leave_the_same_at_the_turn(holders, cost):
    turn = turning_right(holders, cost, 1)
    frame = own_or_licence(holders, cost, 1)
    gain = frame["own"] - frame["licence"]
    if math.isnan(turn):
        assert (gain > -1e-9).all() or (gain < 1e-9).all()
    else:
        assert integration_capture(turn, holders, cost, 1) == pytest.approx(
            licensing_capture(turn, holders, 1), abs=1e-9
        )


def test_a_second_source_beats_the_lawyers_from_a_chance_of_two_fifths_on():
    lawyers = licensing_capture(0.8, 1, 100)
    assert licensing_capture(0.4, 2, 100) == pytest.approx(lawyers)
    assert licensing_capture(0.39, 2, 100) < lawyers < licensing_capture(0.5, 2, 100)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: appropriation_game(0), "holders"),
        (lambda: appropriation_game(15, imitators=6), "imitators"),
        (lambda: appropriation_game(2, value=-1), "value"),
        (lambda: licensing_capture(1.2, 2), "appropriability"),
        (lambda: licensing_capture(0.5, 1.5), "holders"),
        (lambda: licensing_capture(0.5, 1, float("nan")), "value"),
        (lambda: integration_capture(0.5, 1, -2), "asset_cost"),
        (lambda: integration_capture("half", 1, 2), "appropriability"),
        (lambda: turning_right(2, -1), "asset_cost"),
        (lambda: own_or_licence(0, 1), "holders"),
        (lambda: quantity_competition(0), "sellers"),
        (lambda: quantity_competition(2, cost=20), "highest_price"),
        (lambda: quantity_competition(2, slope=0), "slope"),
        (lambda: stacked_patents(True), "patents"),
    ],
)
def test_wrong_numbers_are_refused_by_name(call, name):
    with pytest.raises(InputError, match=name):
        call()
