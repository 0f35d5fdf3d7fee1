"""Profiting from innovation: the closed forms against the game, against deviations, and against bad input."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.appropriation import (
    appropriation_game,
    expected_creation,
    integration_capture,
    licensing_capture,
    quantity_competition,
    stacked_patents,
    teece_map,
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


def test_the_map_takes_the_better_way_and_names_it():
    frame = teece_map(asset_cost=10, value=100)
    assert len(frame) == 55
    assert frame["best"].to_numpy() == pytest.approx(np.maximum(frame["licence"], frame["build"]).to_numpy())
    assert ((frame["choice"] == "build") == (frame["build"] > frame["licence"] + 1e-6)).all()
    assert (frame["best"] >= 0).all()
    assert set(teece_map(1000, 100)["choice"]) == {"licence"}


@careful
@given(chance, chance, few)
def test_stronger_rights_never_add_value_once_the_thing_is_invented(one, other, holders):
    weak, strong = sorted((one, other))
    created = expected_creation(weak, holders, 0)
    assert expected_creation(strong, holders, 0) <= created + 1e-9
    if holders == 1:
        assert created == pytest.approx(1.5)


def test_creation_agrees_with_the_two_markets_it_mixes():
    for holders in (1, 2, 5):
        market = quantity_competition(holders)[["income_all", "user_surplus"]].sum()
        assert expected_creation(0, holders, 0, value=100) == pytest.approx(market)


def test_nothing_is_created_below_the_right_that_pays_for_research():
    assert expected_creation(0.29, 2, 30, 100) == 0
    assert expected_creation(0.3, 2, 30, 100) == pytest.approx(0.3 * 150 + 0.7 * 1600 / 9)
    assert expected_creation(0.59, 1, 30, 100) == 0
    assert expected_creation(0.6, 1, 30, 100) == 150


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
        (lambda: teece_map(-1), "asset_cost"),
        (lambda: quantity_competition(0), "sellers"),
        (lambda: quantity_competition(2, cost=20), "highest_price"),
        (lambda: quantity_competition(2, slope=0), "slope"),
        (lambda: stacked_patents(True), "patents"),
        (lambda: expected_creation(0.5, 2, -1), "research_cost"),
    ],
)
def test_wrong_numbers_are_refused_by_name(call, name):
    with pytest.raises(InputError, match=name):
        call()
