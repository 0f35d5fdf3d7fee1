"""How much to protect: the values of the lesson, the best on a grid, the caps, and what is refused."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.architecture import (
    best_protection,
    breach_chance,
    needed_strength,
    overtaking_strength,
    protected_range,
)

careful = settings(deadline=None, derandomize=True, max_examples=40)
KINDS = ("class I", "class II", "straight line")
chances, strengths = st.floats(0.01, 0.99), st.floats(0.5, 100)


@careful
@given(chances, strengths, st.sampled_from(KINDS))
def test_no_spending_on_a_grid_is_better(chance, strength, kind):
    best = best_protection(chance, strength, kind)
    saved = [chance - breach_chance(float(x), chance, strength, kind) - x for x in np.linspace(0, 1, 41)]
    assert max(saved) <= best["saved"] + 1e-9


@careful
@given(chances, strengths)
def test_the_caps_are_a_quarter_and_one_in_e(chance, strength):
    assert best_protection(chance, strength, "class I")["of_expected"] <= 0.25 + 1e-12
    assert best_protection(chance, strength, "class II")["of_expected"] <= 1 / math.e + 1e-12


def test_values_are_those_of_the_lesson():
    assert best_protection(0.7, 10)["of_expected"] == pytest.approx(0.3665, abs=1e-4)
    assert best_protection(0.9, 10)["spending"] == 0
    assert best_protection(0.9, 10, "class I")["of_expected"] == pytest.approx(2 / 9)
    assert best_protection(0.101, 10, "straight line")["of_expected"] == pytest.approx(1 / 1.01)


@careful
@given(st.floats(2.8, 100))
def test_class_two_protects_inside_its_range_and_nowhere_else(strength):
    low, high = protected_range(strength)
    for chance in np.linspace(0.005, 0.995, 67):
        inside = low * (1 + 1e-9) < chance < high * (1 - 1e-9)
        assert (best_protection(float(chance), strength)["spending"] > 0) == inside
    assert needed_strength(high) == pytest.approx(strength)


@careful
@given(st.floats(0.4, 0.75), st.floats(0.8, 0.98))
def test_the_exposed_get_as_much_money_as_the_middle_at_the_overtaking_strength(middle, exposed):
    strength = overtaking_strength(exposed, middle)
    spent = [best_protection(chance, strength)["spending"] for chance in (middle, exposed)]
    assert spent[0] == pytest.approx(spent[1], abs=1e-9)
    assert best_protection(exposed, 1.05 * strength)["spending"] > best_protection(middle, 1.05 * strength)["spending"]


def test_words_and_numbers_out_of_range_are_refused():
    assert protected_range(math.e) is None
    with pytest.raises(InputError, match="kind must be one of"):
        best_protection(0.5, 10, "class III")
    with pytest.raises(InputError, match="^strength"):
        breach_chance(0.1, 0.5, 0)
    with pytest.raises(InputError, match="^vulnerability"):
        best_protection(1.2, 10)
    assert best_protection(1, 10)["spending"] == best_protection(0, 10, "class I")["spending"] == 0
