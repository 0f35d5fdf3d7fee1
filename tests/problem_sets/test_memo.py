"""The numbers of the first memo: where the recommendation turns, and what the instructor's page says of it."""

from pathlib import Path

import pytest

from longwave.problem_sets.memo import (
    BIDS,
    FEE,
    LISTS,
    OFFER,
    REPORT,
    TEAM,
    YEARS,
    followed,
    income,
    machines,
    report_users,
    shared_part,
    sure,
    turn,
    two_sellers,
    upkeep,
)
from longwave.topics.appropriation import quantity_competition
from longwave.topics.networks import both_fail

PAGE = Path(__file__).parents[2] / "docs" / "instructor" / "p1-investment.md"


def compared(name, **changes):
    counts = machines(name)
    return turn(income(counts), followed(counts), **changes)


def test_a_year_of_lead_turns_the_recommendation_by_the_books_and_not_by_the_downloads():
    books, downloads = map(compared, LISTS)
    assert books["alone"] > 0 > books["followed"]
    assert downloads["alone"] > downloads["followed"] > 0
    assert (round(books["lead"], 2), round(downloads["lead"], 2)) == (1.07, 0.7)


@pytest.mark.parametrize("name", LISTS)
def test_at_the_turning_lead_building_brings_what_the_licence_does(name):
    at_the_turn = compared(name, lead=compared(name)["lead"])
    assert at_the_turn["followed"] == pytest.approx(0, abs=1e-9)
    assert compared(name, lead=YEARS)["followed"] == pytest.approx(compared(name)["alone"])


def test_with_the_least_of_the_bidding_in_the_place_of_the_offer_building_wins_on_both_lists():
    assert sure() < OFFER
    assert all(compared(name, offer=sure())["followed"] > 0 for name in LISTS)


def test_a_follower_comes_where_two_can_live_and_leaves_the_rare_types_alone():
    assert two_sellers() == pytest.approx(4 / 9)
    assert followed((225.0,)) == pytest.approx(0)
    assert followed((224.0,)) == pytest.approx(0.05 * 224 - 5)
    assert all(followed(machines(name)) - TEAM < OFFER < income(machines(name)) - TEAM for name in LISTS)


def test_what_building_bears_besides_decides_the_downloads_and_not_the_books():
    books, downloads = (compared(name)["followed"] for name in LISTS)
    assert [round(value - upkeep()) for value in (books, downloads)] == [-94, 121]
    assert [round(value - upkeep(REPORT)) for value in (books, downloads)] == [-294, -79]
    leads = [compared(name, offer=OFFER + upkeep())["lead"] for name in LISTS]
    assert [round(lead, 2) for lead in leads] == [1.18, 0.8]


def test_only_the_first_owner_can_have_made_the_offer():
    assert [bid for bid in BIDS if bid >= OFFER] == [BIDS[0]]


def test_two_sellers_serve_more_machines_than_pay_a_lone_seller_at_a_lower_fee():
    alone, both = quantity_competition(1), quantity_competition(2)
    served = both["quantity"] / alone["quantity"]
    assert served == pytest.approx(4 / 3)
    assert served * both["price"] / alone["price"] == pytest.approx(2 * two_sellers())
    assert FEE * both["price"] / alone["price"] == pytest.approx(0.1 / 3)


def test_the_report_is_worth_its_price_up_to_a_spread_and_the_second_contract_up_to_a_shared_part():
    assert 4 * report_users(60, 0.058) > 200 > 4 * report_users(60, 0.06)
    part = shared_part(0.08, 0.08 - 30 / 900)
    assert 0.03 < part < 0.0455
    assert 900 * (0.08 - both_fail(0.08, part)) == pytest.approx(30)


def test_the_instructors_page_has_these_numbers():
    text = PAGE.read_text("utf-8")
    found = [compared(name) for name in LISTS]
    wanted = [f"{one[label]:,.0f}".removeprefix("-") for one in found for label in ("alone", "followed")]
    wanted += [f"{one['lead']:.2f}" for one in found] + [f"{sure():,.0f}", f"{4 * report_users(60, 0.05):.0f}"]
    wanted += [str(len(machines(name))) for name in LISTS]
    wanted += [f"{abs(one['followed'] - upkeep(report)):.0f}" for one in found for report in (0, REPORT)]
    wanted += [f"{compared(name, offer=OFFER + upkeep())['lead']:.2f}" for name in LISTS]
    assert [number for number in wanted if number not in text] == []
