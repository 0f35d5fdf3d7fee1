import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.co_evolution import coupling_degree, rest_levels
from longwave.topics.co_evolution.models.co_evolution import LEGS, co_evolution

careful = settings(deadline=None, derandomize=True, max_examples=25)
supports = st.floats(0, 0.65)
blocks = st.sampled_from([None, *LEGS])


@careful
@given(supports, blocks)
def test_the_paths_never_fall_stay_within_limits_and_come_to_rest(support, blocked):
    path = co_evolution(support, [0, 1, 5, 20, 100, 1000], blocked)[list(LEGS)]
    assert (path.diff().dropna() > -1e-6).all(axis=None)
    assert ((path > 0) & (path <= 1 + 1e-6)).all(axis=None)
    assert path.iloc[-1].tolist() == pytest.approx(rest_levels(support, blocked).tolist(), abs=1e-4)


@careful
@given(supports)
def test_the_closed_forms_of_rest(support):
    assert rest_levels(support).tolist() == pytest.approx([0.3 / (1 - support)] * 3)
    held = rest_levels(support, "structure", start=0.1)
    assert held["structure"] == pytest.approx(0.1)
    free = (0.3 + support * 0.05) / (1 - support / 2)
    assert held[["technology", "institutions"]].tolist() == pytest.approx([free, free])


@careful
@given(supports)
def test_at_rest_coupling_is_full_with_any_help_and_with_none(support):
    levels = rest_levels(support)
    assert coupling_degree(levels["technology"], levels["institutions"]) == pytest.approx(1)


def test_with_a_leg_blocked_more_help_means_lower_coupling():
    degrees = [
        coupling_degree(levels["technology"], levels["institutions"])
        for levels in (rest_levels(support, "institutions") for support in (0, 0.3, 0.6))
    ]
    assert degrees == sorted(degrees, reverse=True)
    assert degrees[0] - degrees[-1] > 0.05


def test_without_help_a_block_changes_nothing_elsewhere():
    times = np.linspace(0, 40, 9)
    free, held = co_evolution(0, times), co_evolution(0, times, "institutions")
    assert free["technology"].to_numpy() == pytest.approx(held["technology"].to_numpy(), abs=1e-6)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: co_evolution(0.8, [0, 1]), "support must be a finite number from 0 to 0.7"),
        (lambda: co_evolution(0.2, [1, 2]), "rise from 0"),
        (lambda: co_evolution(0.2, [0, 1], rates=(1, 2)), "rates must be 3 numbers, not 2"),
        (lambda: rest_levels(0.2, "culture"), "blocked must be None or one of technology"),
        (lambda: rest_levels(0.2, base=0), "base must be"),
    ],
)
def test_what_cannot_be_a_co_evolution_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
