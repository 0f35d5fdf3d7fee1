"""The numbers that lesson 07 computes from published facts."""

import pytest

from longwave.data import find_claims, load
from longwave.topics.communities import crowd_path, rohlfs_equilibria


@pytest.fixture
def known():
    return load("part_one_cases").set_index("fact_id")["value"]


def test_a_crowd_holds_in_pittsburgh_only_if_the_keenest_would_pay_640(known):
    assert known["07-price-first"] / 0.25 == 640
    assert rohlfs_equilibria(known["07-price-first"] / 640).tolist() == [0.5, 0.5]
    for keenest, users in ((700, 107), (800, 137), (2_000, 433)):
        edge = rohlfs_equilibria(160 / keenest)["critical_mass"]
        assert known["07-start-sets"] / edge == pytest.approx(users, abs=0.6)


def test_a_set_costs_73_dollars_if_each_firm_has_one_line(known):
    firms, sets = known["07-start-firms"], known["07-start-sets"]
    paid = firms * known["07-price-first"] + (sets - firms) * known["07-price-more"]
    assert (sets / firms, paid / sets) == (4.75, pytest.approx(73.16, abs=0.01))


def test_chicago_asked_half_of_a_first_set_and_no_less_than_a_set_cost_on_average(known):
    prices = known[["07-chicago-low", "07-chicago-high"]]
    assert (prices / known["07-price-first"]).tolist() == pytest.approx([0.469, 0.547], abs=0.001)
    assert prices.min() > 73.16


def test_half_of_all_seeded_tells_too_few_from_too_dear():
    assert crowd_path(0.5, 0.20, 40)[-1] > 0.7
    assert crowd_path(0.5, 0.30, 3)[-1] == 0


def test_symbian_sold_more_while_its_share_fell(known):
    assert known["07-symbian-2010"] / known["07-symbian-2009"] == pytest.approx(1.61, abs=0.005)
    assert known["07-symbian-later"] < 44.6


def test_gifts_at_random_raise_the_chance_by_31_points_give_or_take_13(known):
    without, given = known["07-gift-without"] / 100, known["07-gift-with"] / 100
    each = known["07-gift-projects"] / 2
    error = 1.96 * (without * (1 - without) / each + given * (1 - given) / each) ** 0.5
    assert (given - without - error, given - without + error) == pytest.approx((0.18, 0.44), abs=0.005)


def test_symbian_and_windows_before_and_after_nokia_changed(known):
    shares = load("smartphone_systems").set_index(["quarter", "system"])["percent"]
    assert (shares["2007 Q2", "Symbian"], shares["2010 Q2", "Symbian"]) == (65.7, 41.2)
    assert (shares["2010 Q2", "Windows"], shares["2013 Q2", "Windows"]) == (5.0, 3.4)
    assert shares["2010 Q2"].sum() == pytest.approx(100)
    # From 2011 on Symbian is among the others, which is all that it can have.
    assert shares["2013 Q2", "others"] == 1.2


def test_in_units_symbian_becomes_a_third_in_windows_phones_in_a_market_almost_four_times_as_large(known):
    assert known["07-windows-units"] / known["07-symbian-units"] == pytest.approx(0.34, abs=0.005)
    assert known["07-market-2013"] / known["07-market-2010"] == pytest.approx(3.83, abs=0.01)
    assert known["07-symbian-units"] / known["07-market-2010"] == pytest.approx(0.412, abs=0.001)
    assert known["07-windows-units"] / known["07-market-2013"] == pytest.approx(0.037, abs=0.0005)


def test_the_claim_on_phones_is_confirmed_only_in_part():
    claim = find_claims(lesson="07-communities").set_index("claim_id").loc["000-009"]
    assert claim["verdict"] == "partly confirmed"
    used = load("smartphone_systems")["source_ids"].str.split(";").explode()
    assert set(claim["source_ids"].split(";")) <= set(used)
