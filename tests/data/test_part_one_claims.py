"""The closing table of Part I: each number in a verdict is the one that its lesson finds."""

from longwave.data import load, part_one_claims
from longwave.topics.business_models import against_a_rival, one_price, turning_worth
from longwave.topics.communities import pool_machines
from longwave.topics.cooperative import core_bounds, licensing_game
from longwave.topics.networks import reliable_output
from longwave.topics.shopfloor import wait_with_stops

STANDS = part_one_claims()["what stands"]


def test_the_five_claims_name_their_lessons():
    assert part_one_claims()["lessons"].tolist() == ["04", "06, 07", "08, 09", "10", "02, 10"]


def test_the_wait_is_that_of_lesson_04():
    long, short = (wait_with_stops(0.68, {hours: 80})["wait"] for hours in (20, 2))
    assert f"from {long:.1f} to {short:.1f} hours" in STANDS["efficiency"]


def test_the_pool_needs_the_machines_of_lesson_07():
    mass = pool_machines(50, 200, 100, machines=3_000)["critical_mass"]
    assert f"{mass:.0f} machines" in STANDS["users join in"]


def test_a_chain_of_inputs_that_nobody_replaces_stops_below_the_edge():
    assert reliable_output(0.842) == 0


def test_no_case_has_a_number_and_a_rival_turns_the_gain_of_orders():
    cases = load("cases")
    assert f"{len(cases)} cases" in STANDS["crossing borders"]
    assert not cases["evidence"].isin(["measured", "tested"]).any()
    for worth, pays in ((turning_worth() - 0.1, True), (turning_worth() + 0.1, False)):
        first = against_a_rival(worth)["first"]
        assert (first["first to order, one price"] > first["both standard"]) == pays


def test_value_created_and_value_kept_part_ways():
    one, two = (licensing_game([10, 8], licences=count) for count in (1, 2))
    assert core_bounds(one).loc["innovator"].tolist() == [8, 10]
    assert core_bounds(two).loc["innovator"].tolist() == [0, 18]
    standard, order = one_price([100, 92, 84, 76], cost=40), one_price([100] * 4, cost=58)
    assert order["created"] < standard["created"]
    assert order["profit"] > standard["profit"]
    assert "makes 18 of 10" in STANDS["created, so kept"]
    assert "at 58" in STANDS["created, so kept"]
