"""A rent, an inspector and copies: values given in the curriculum, limits, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.waiting import (
    diverters,
    entry,
    free_and_best,
    largest_setup,
    monitoring_bound,
    outcome,
    own_trigger,
    rent_trigger,
    roots,
    total_loss,
    waiting_multiple,
)

careful = settings(deadline=None, derandomize=True)


def test_a_rent_of_twice_the_user_cost_is_taken_as_early_at_a_fifth_and_earlier_above():
    assert rent_trigger(0.2, rent=2) == pytest.approx(own_trigger(0.2))
    assert rent_trigger(0.3, rent=2) < own_trigger(0.3)
    assert rent_trigger(0.1, rent=2) > own_trigger(0.1)


@careful
@given(st.floats(0.1, 0.6), st.floats(0.2, 1.0))
def test_the_largest_setup_makes_both_triggers_one(sigma, part):
    rent = part * waiting_multiple(sigma)
    setup = largest_setup(sigma, rent)
    assert rent_trigger(sigma, rent, setup) == pytest.approx(own_trigger(sigma), rel=1e-4)


def test_value_and_slope_of_renting_meet_at_the_rent_and_at_the_trigger():
    rent, setup, (plus, minus) = 1.5, 0.1, roots(0.3)
    trigger = rent_trigger(0.3, rent, setup)
    kept = rent ** (1 - minus) / (plus - minus)

    def value(multiple):
        return multiple - rent + kept * multiple**minus

    idle = value(rent) / rent**plus
    assert plus * idle * rent ** (plus - 1) == pytest.approx(1 + minus * kept * rent ** (minus - 1))
    option = (value(trigger) - setup) / trigger**plus
    slope = 1 + minus * kept * trigger ** (minus - 1)
    assert plus * option * trigger ** (plus - 1) == pytest.approx(slope)


def test_a_small_setup_raises_the_trigger_by_much_more_than_itself():
    assert rent_trigger(0.2, rent=1.5, setup=0.01) - 1.5 > 10 * 0.01


def test_a_subsidy_of_one_less_the_inverse_multiple_ends_the_waiting():
    for sigma in (0.1, 0.3):
        assert own_trigger(sigma, subsidy=1 - 1 / waiting_multiple(sigma)) == pytest.approx(1)


def test_a_rent_above_the_trigger_bears_no_setup():
    with pytest.raises(InputError, match="rent must be at most 2"):
        largest_setup(0.2, rent=2.1)


def test_the_bound_of_the_case_and_what_the_future_changes():
    assert monitoring_bound(0.5) == pytest.approx(0.667, abs=0.001)
    assert monitoring_bound(total_loss(0.5, 5, 0.25)) == pytest.approx(4 / 11)


def test_an_honest_use_today_lowers_the_bound():
    bounds = [monitoring_bound(total_loss(0.5, 5, margin), honest=margin) for margin in (0.5, 0.1, 0.25)]
    assert bounds == pytest.approx([0.125, 0.45, 0.273], abs=0.001)
    assert monitoring_bound(0.5, honest=1) == 0


def test_the_rent_by_hand():
    for rent, setup in ((1.5, 0.05), (1, 0.25), (2, 0.1)):
        trigger = rent_trigger(0.2, rent, setup)
        assert trigger + rent**2 / trigger == pytest.approx(2 * (rent + setup))


def test_at_ten_per_cent_a_rent_of_twice_the_user_cost_comes_later_than_buying():
    assert own_trigger(0.2, rate=0.1) == pytest.approx(1.56, abs=0.005)
    assert own_trigger(0.2, rate=0.1) < rent_trigger(0.2, rent=2, rate=0.1)
    assert largest_setup(0.2, 1.5, rate=0.1) == pytest.approx(0.0019, abs=1e-4)


def test_where_entry_is_dear_unlike_parks_are_too_few():
    assert free_and_best(0.15, 0.2)[["free", "best"]].tolist() == [3, 4]
    assert free_and_best(0.15, 0.2)["loss"] > free_and_best(0.15)["loss"] == 0


@careful
@given(st.floats(0, 5), st.floats(0.01, 10))
def test_at_the_bound_cheating_neither_gains_nor_loses(fine, subsidy):
    caught = monitoring_bound(fine, subsidy)
    assert (1 - caught) * subsidy == pytest.approx(caught * fine, abs=1e-9 * (1 + subsidy + fine))


def test_more_inspection_leaves_fewer_cheats():
    shares = [diverters(m / 10, 0.5, 4) for m in range(11)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1
    assert shares[-1] == 0


def test_copying_has_the_values_of_the_curriculum():
    found = free_and_best(0.01)
    assert (found["free"], found["best"]) == (9, 4)
    assert found["loss"] == pytest.approx(0.08, abs=0.001)


def test_unlike_products_lose_less():
    losses = [free_and_best(0.01, likeness)["loss"] for likeness in (1, 0.8, 0.5, 0.2)]
    assert losses == sorted(losses, reverse=True)


def test_one_seller_is_a_monopolist():
    assert entry(1, 0)["quantity"] == 0.5
    assert entry(1, 0)["welfare"] == 0.375


def test_nobody_enters_what_costs_more_than_a_monopolist_earns():
    with pytest.raises(InputError, match="fixed_cost must let"):
        free_and_best(0.3)


def test_the_firms_of_the_panel_are_a_hundred_and_the_first_subsidy_finds_cheats():
    found = outcome(0.2, 0, 0.3, 0.2)
    assert found["adopt"] + found["divert"] + found["wait"] + found["unfit"] == pytest.approx(100)
    assert [round(found[part], 1) for part in ("diverted", "anyway", "further")] == [9.3, 8.5, 8.2]
    assert found["diverted"] + found["anyway"] + found["further"] == pytest.approx(found["paid"])
    assert found["divert"] > 30
    assert outcome(0.2, 0, 0.3, 0.7)["divert"] == 0
