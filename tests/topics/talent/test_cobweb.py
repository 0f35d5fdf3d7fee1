import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.talent import boom_path, forward_share_needed, swing_factor

careful = settings(deadline=None, derandomize=True)
slopes = st.floats(0.05, 3)


def test_the_boom_by_hand():
    path = boom_path(2, 0.25, lag=4).set_index("year")
    assert path.loc[[5, 9, 13], "graduates"].tolist() == pytest.approx([20, 10, 15])
    assert path.loc[[5, 9, 13], "pay"].tolist() == pytest.approx([5, 7.5, 6.25])
    assert path.loc[[5, 9, 13], "seen"].tolist() == pytest.approx([10, 5, 7.5])
    assert (path.loc[:4, ["graduates", "seen"]] == 0).all(axis=None)


def test_a_short_boom_draws_a_crowd_only_of_those_who_look_back():
    back, ahead = (boom_path(2, 0.25, 4, share, lasts=3) for share in (0, 1))
    assert back.iloc[4][["graduates", "pay"]].tolist() == pytest.approx([20, -5])
    assert ahead["graduates"].abs().max() == 0


@careful
@given(e=slopes, d=st.floats(0.05, 1), lag=st.integers(1, 6), boom=st.floats(-20, 20))
def test_whoever_looks_ahead_meets_what_she_reckoned_with(e, d, lag, boom):
    path = boom_path(e, d, lag, 1, boom, years=lag + 8)
    later = path[path["year"] > lag]
    assert np.allclose(later["graduates"], e * later["pay"])
    assert np.allclose(later["pay"], boom / (1 + e * d))


@careful
@given(e=slopes, d=st.floats(0.05, 1), share=st.floats(0, 1), lag=st.integers(1, 6))
def test_swings_round_the_resting_point_grow_by_the_factor_and_keep_the_lag(e, d, share, lag):
    path = boom_path(e, d, lag, share, 0.01, years=4 * lag)
    gaps = path["graduates"].to_numpy() - 0.01 * e / (1 + e * d)
    assert gaps[2 * lag] == pytest.approx(-swing_factor(e * d, share) * gaps[lag], abs=1e-9)
    assert np.allclose(gaps[lag : 2 * lag], gaps[lag])


@careful
@given(product=st.floats(1.001, 50))
def test_at_the_share_needed_swings_keep_their_size(product):
    assert swing_factor(product, forward_share_needed(product)) == pytest.approx(1)
    assert forward_share_needed(product) < 0.5


def test_graduates_cannot_fall_below_none():
    assert boom_path(3, 3, 1, boom=-40, years=6)["graduates"].min() == -100


@pytest.mark.parametrize(
    "wrong", [(-1, 0.2, 4), (1, -0.2, 4), (1, 0.2, 0), (1, 0.2, 4, 1.2), (1, 0.2, 4, 0, 10, 0)], ids=str
)
def test_boom_path_refuses(wrong):
    with pytest.raises(InputError):
        boom_path(*wrong)
