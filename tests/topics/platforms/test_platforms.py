import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.communities import rohlfs_equilibria
from longwave.topics.platforms import armstrong_prices, rochet_tirole_prices

careful = settings(deadline=None, derandomize=True)
costs = st.floats(0, 2)
benefits = st.floats(-1, 1.5)
MARKET = {"transport": (1, 1), "benefit": (0.3, 0.2), "cost": (0.1, 0.1)}


def earned(own, other, transport, benefit, cost):
    """Return a platform's profit at its own prices and the other's: its shares solve the two choices together.

    Side i's share is ½ + (α_i · (2n_j − 1) − (p_i − p_i')) / (2 t_i), for both sides at once.
    """
    (t1, t2), (a1, a2) = transport, benefit
    gap = np.array([other[0] - own[0], other[1] - own[1]])
    matrix = np.array([[1, -a1 / t1], [-a2 / t2, 1]])
    excess = np.linalg.solve(matrix, gap / (2 * np.array([t1, t2])))
    return float(((np.array(own) - np.array(cost)) * (0.5 + excess)).sum())


def test_prices_and_profit_of_the_two_sided_duopoly_in_armstrong_2006():
    assert armstrong_prices(**MARKET).tolist() == pytest.approx([0.9, 0.8, 0.75], abs=1e-12)


@careful
@given(st.floats(0.3, 2), st.floats(0.3, 2), benefits, benefits, costs, costs, st.integers(0, 10**6))
def test_neither_platform_gains_by_other_prices(t1, t2, a1, a2, f1, f2, seed):
    assume(4 * t1 * t2 > (a1 + a2) ** 2 + 0.05)
    market = {"transport": (t1, t2), "benefit": (a1, a2), "cost": (f1, f2)}
    found = armstrong_prices(**market)
    prices = found[["price_1", "price_2"]].to_numpy()
    assert earned(prices, prices, **market) == pytest.approx(found["profit"])
    for step in np.random.default_rng(seed).normal(0, 0.3, (12, 2)):
        assert earned(prices + step, prices, **market) <= found["profit"] + 1e-9


@careful
@given(st.floats(0.3, 2), st.floats(0.01, 0.5), costs)
def test_what_one_side_gains_lowers_the_price_of_the_other(transport, more, cost):
    before = armstrong_prices((transport, transport), (0, 0), (cost, cost))
    after = armstrong_prices((transport, transport), (more, 0), (cost, cost))
    assert after["price_1"] == before["price_1"]
    assert after["price_2"] == pytest.approx(before["price_2"] - more)
    assert after["profit"] == pytest.approx(before["profit"] - more / 2)


def test_without_the_other_side_a_platform_is_one_of_two_shops_on_a_line():
    prices = armstrong_prices((0.5, 0.5), (0, 0), (0.1, 0.1))
    assert prices.tolist() == pytest.approx([0.6, 0.6, 0.5])


def test_half_the_cost_of_switching_takes_two_thirds_of_the_profit():
    dear, cheap = (armstrong_prices((t, t), (0.3, 0.2), (0.1, 0.1))["profit"] for t in (1, 0.5))
    assert (dear, cheap) == pytest.approx((0.75, 0.25))


def test_a_price_can_fall_below_nothing():
    assert armstrong_prices((1, 1), (1.2, 0.2), (0.1, 0.1))["price_2"] == pytest.approx(-0.1)


def test_prices_of_the_linear_monopoly_in_rochet_and_tirole_2003():
    found = rochet_tirole_prices(0.2)
    assert found[["price_buyer", "price_seller"]].tolist() == pytest.approx([0.4, 0.4], abs=1e-12)
    assert found["deals"] == pytest.approx(0.6 * 0.6)


@careful
@given(st.floats(0, 1.5), st.floats(0.4, 2), st.floats(0.4, 2), st.floats(-0.3, 0.3), st.floats(-0.3, 0.3))
def test_a_platform_alone_gains_nothing_by_other_prices(cost, buyer, seller, up, down):
    assume(cost < buyer + seller - 0.05)
    found = rochet_tirole_prices(cost, (buyer, seller))
    tried = found["price_buyer"] + up, found["price_seller"] + down
    demand = max(0.0, buyer - tried[0]) * max(0.0, seller - tried[1])
    assert (sum(tried) - cost) * demand <= found["profit"] + 1e-9


def test_the_side_that_would_pay_little_is_paid():
    assert rochet_tirole_prices(0.2, (0.2, 1))["price_buyer"] < 0


def test_the_critical_mass_of_rohlfs_1974_is_found_here_too():
    assert rohlfs_equilibria(0.16).tolist() == pytest.approx([0.2, 0.8])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"benefit": (1, 1)}, r"benefit is too strong .*: 4 · 1 · 1 must be above \(1 \+ 1\)²"),
        ({"transport": (0, 1), "benefit": (0, 0)}, "benefit is too strong"),
        ({"transport": (-1, 1)}, "transport must be finite numbers of at least 0"),
        ({"transport": (1, 1, 1)}, "transport must be a pair of numbers, one for each side, not 3"),
        ({"benefit": 0.3}, "benefit must be a list of numbers, not 0.3"),
        ({"cost": (0.1, -0.1)}, "cost must be finite numbers of at least 0"),
    ],
)
def test_a_market_that_cannot_be_is_refused_by_name(change, message):
    with pytest.raises(InputError, match=message):
        armstrong_prices(**{**MARKET, **change})


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rochet_tirole_prices(2), "cost must be below 2, what a pair would pay at most, not 2"),
        (lambda: rochet_tirole_prices(-1), "cost must be a finite number of at least 0, not -1"),
        (lambda: rochet_tirole_prices(0.2, (1,)), "most must be a pair of numbers, one for each side, not 1"),
    ],
)
def test_a_price_that_cannot_be_set_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
