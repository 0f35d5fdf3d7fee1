import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.communities import crowd_gain, crowd_path, rohlfs_equilibria, willingness
from longwave.topics.communities.models.critical_mass import HIGHEST_PRICE

careful = settings(deadline=None, derandomize=True)
prices = st.floats(0, HIGHEST_PRICE)


def test_rohlfs_1974_a_price_of_16_hundredths_has_an_edge_at_a_fifth():
    assert rohlfs_equilibria(0.16).to_dict() == pytest.approx({"critical_mass": 0.2, "stable": 0.8})
    assert rohlfs_equilibria(HIGHEST_PRICE).tolist() == [0.5, 0.5]
    with pytest.raises(InputError, match="price must be at most 0.25"):
        rohlfs_equilibria(0.2501)


@careful
@given(prices)
def test_at_both_shares_the_last_user_pays_the_price(price):
    for share in rohlfs_equilibria(price):
        assert willingness(share) == pytest.approx(price, abs=1e-9)
        assert crowd_path(share, price, 1) == pytest.approx([share, share], abs=1e-6)


@careful
@given(st.floats(0.01, 0.24), st.floats(0.001, 0.999))
def test_a_crowd_melts_below_the_critical_mass_and_grows_above_it(price, part):
    mass, stable = rohlfs_equilibria(price)
    below, between = mass * part * 0.99, mass + (stable - mass) * max(part, 0.01)
    assert crowd_path(below, price, 5000)[-1] == pytest.approx(0, abs=1e-6)
    assert (np.diff(crowd_path(below, price, 50)) <= 0).all()
    assert crowd_path(between, price, 5000)[-1] == pytest.approx(stable, abs=1e-3)


@careful
@given(st.floats(0, 1), st.floats(0, 2), st.integers(0, 40))
def test_shares_stay_on_the_scale(seed, price, rounds):
    path = crowd_path(seed, price, rounds)
    assert path.shape == (rounds + 1,)
    assert ((path >= 0) & (path <= 1)).all()


def test_what_a_share_gains_is_the_sum_over_its_users():
    users = np.linspace(1, 1 - 0.8, 200_001)  # their interests
    assert crowd_gain(0.8, 0.16) == pytest.approx(0.8 * np.mean(users * 0.8 - 0.16), abs=1e-6)
    assert crowd_gain(0.8, 0.16) == pytest.approx(0.256)
    assert crowd_gain(0, 0.16) == 0
    assert max(crowd_gain(share, 0.16) for share in np.linspace(0, 1, 101)) == pytest.approx(crowd_gain(1, 0.16))
    assert crowd_gain(1, 0.16) == pytest.approx(0.34)


def test_history_says_0_from_15_per_cent_and_four_fifths_from_21():
    assert crowd_path(0.15, 0.16, 40)[-1] == 0
    assert crowd_path(0.21, 0.16, 60)[-1] == pytest.approx(0.8, abs=1e-6)


@careful
@given(st.floats(0.01, 0.24), st.floats(0.01, 1))
def test_a_promise_is_kept_for_targets_from_the_edge_to_the_stable_share(price, target):
    mass, stable = rohlfs_equilibria(price)
    signed = crowd_path(target, price, 1)[1]
    if abs(target - mass) > 1e-6 and abs(target - stable) > 1e-6:
        assert (signed >= target) == (mass < target < stable)


def test_the_lesson_promise_of_a_half_is_due_and_leads_to_four_fifths():
    assert crowd_path(0.5, 0.16, 1)[1] == pytest.approx(0.68)
    assert crowd_path(0.68, 0.16, 60)[-1] == pytest.approx(0.8, abs=1e-6)
    assert crowd_path(0.1, 0.16, 1)[1] < 0.1
    assert crowd_path(0.9, 0.16, 1)[1] < 0.9


def test_what_is_given_away_finds_everybody_and_what_is_too_dear_nobody():
    assert crowd_path(0.01, 0, 1)[-1] == 1
    assert crowd_path(1, 0.26, 200)[-1] == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: crowd_gain(0.5, -1), "price must be a finite number of at least 0"),
        (lambda: willingness(1.1), "share must be a finite number from 0 to 1"),
        (lambda: rohlfs_equilibria(-0.1), "price must be a finite number of at least 0"),
        (lambda: crowd_path(0.5, 0.1, -1), "rounds must be a whole number"),
    ],
)
def test_what_cannot_be_a_crowd_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
