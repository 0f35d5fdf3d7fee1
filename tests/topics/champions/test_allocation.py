"""Freeing inputs, a tilt towards picked firms, and a cartel of some: given values, limits, and what is refused."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.topics.champions import (
    freeing_gain,
    gain_from_joining,
    leaders_chart,
    lucky_chart,
    pick_or_free,
    policy_chart,
    shares_chart,
    spread_before,
)

careful = settings(deadline=None, derandomize=True)


def test_the_spreads_that_are_usually_quoted_give_a_quarter():
    assert freeing_gain(0.63, 0.49) == pytest.approx(0.265, abs=0.0005)
    assert freeing_gain(0.63, 0.63) == 0
    assert [round(spread_before(gain, 0.49), 2) for gain in (0.3, 0.5)] == [0.64, 0.71]


@careful
@given(st.floats(0, 1), st.floats(0, 1), st.floats(1.1, 6))
def test_the_spread_before_undoes_the_gain(gain, after, substitution):
    before = spread_before(gain, after, substitution)
    assert freeing_gain(before, after, substitution) == pytest.approx(gain, abs=1e-9)


def test_the_log_loss_is_that_of_simulated_firms():
    rng = np.random.default_rng(3)
    ability, wedge = 0.5 * rng.standard_normal(2_000_000), 0.3 * rng.standard_normal(2_000_000)
    made = 1.5 * math.log(np.exp(2 * (ability - wedge)).mean()) - math.log(np.exp(2 * ability - 3 * wedge).mean())
    best = 0.5 * math.log(np.exp(2 * ability).mean())
    assert best - made == pytest.approx(1.5 * 0.3**2, abs=0.003)


def test_freeing_in_the_worlds_is_near_the_formula():
    assert pick_or_free(0, 0.2, 0)["free"] == pytest.approx(freeing_gain(0.63, 0.49), abs=0.02)


def test_no_tilt_and_no_spill_over_change_nothing():
    found = pick_or_free(1, 0, 0)
    assert found["tilt"] == found["total"] == pytest.approx(0)


def test_the_sign_of_a_tilt_depends_on_who_is_held_back():
    held, nobody, favoured = (pick_or_free(0, 0.2877, 0, tie)["total"] for tie in (0.5, 0, -0.5))
    assert held == pytest.approx(0.059, abs=0.003)
    assert nobody == pytest.approx(-0.015, abs=0.005)
    assert favoured == pytest.approx(-0.079, abs=0.005)


@pytest.mark.parametrize("tie", [-0.5, 0, 0.5])
def test_at_the_needed_spill_over_the_tilt_breaks_even_and_at_the_match_it_equals_freeing(tie):
    found = pick_or_free(2, 0.2877, 0, tie)
    assert pick_or_free(2, 0.2877, found["needed"], tie)["total"] == pytest.approx(0, abs=1e-8)
    assert pick_or_free(2, 0.2877, found["match"], tie)["total"] == pytest.approx(found["free"], abs=1e-8)


def test_where_the_best_are_fully_held_back_the_spill_over_that_pays_is_the_upper_one_of_two():
    tilt = -math.log(0.6)
    needed = pick_or_free(0, tilt, 0, 1)["needed"]
    assert -1 < needed < 0
    around = [pick_or_free(0, tilt, spill, 1)["total"] for spill in (needed - 0.01, needed, needed + 0.01)]
    assert around[0] < 0 < around[2]
    assert around[1] == pytest.approx(0, abs=1e-8)


def test_a_tilt_that_pays_whatever_the_others_lose_needs_no_spill_over():
    found = pick_or_free(0, -math.log(0.1), 0, 1)
    assert found["needed"] == -1
    assert min(pick_or_free(0, -math.log(0.1), spill, 1)["total"] for spill in np.linspace(-0.98, 0, 50)) > 0


@pytest.mark.parametrize("tie", [-1, -0.5, 0, 0.5, 1])
@pytest.mark.parametrize("tilt", [0, 0.5, 2.3, 5])
def test_every_tilt_and_tie_has_an_answer(tilt, tie):
    found = pick_or_free(3, tilt, -0.99, tie)
    assert np.isfinite(found).all()
    assert found["needed"] < found["match"]


def test_a_cartel_of_six_gains_among_seven_and_loses_among_eight():
    assert gain_from_joining(6, 7) > 0 > gain_from_joining(6, 8)
    assert gain_from_joining(6, 6 * 3.2 / 2.5) < 0
    assert gain_from_joining(4, 5) == pytest.approx(0)


@careful
@given(st.integers(2, 20), st.integers(0, 20))
def test_a_cartel_pays_just_if_the_published_condition_holds(joining, outside):
    firms = joining + outside
    gap = (firms + 1) ** 2 - joining * (firms - joining + 2) ** 2
    assert math.copysign(1, gain_from_joining(joining, firms) + (1e-15 if gap == 0 else 0)) == (1 if gap >= 0 else -1)


@pytest.mark.parametrize(
    "call",
    [
        lambda: freeing_gain(-0.1, 0),
        lambda: freeing_gain(0.5, 0.4, 1),
        lambda: spread_before(-0.1, 0.4),
        lambda: pick_or_free(-1, 0, 0),
        lambda: pick_or_free(0, 0, -1),
        lambda: pick_or_free(0, 0, 0, 2),
        lambda: pick_or_free(0, 5.1, 0),
        lambda: gain_from_joining(1, 5),
        lambda: gain_from_joining(6, 5),
        lambda: policy_chart(0, 95, 0, 0),
    ],
)
def test_parameters_outside_their_range_are_refused(call):
    with pytest.raises(InputError):
        call()


def test_the_charts_say_what_they_show():
    assert "6 were still there after five years, then 7" in specification(leaders_chart())["title"]["text"]
    assert "hold 23 %" in specification(lucky_chart())["title"]["text"]
    assert "43 % of profit" in specification(shares_chart(3.5, 9.6, 13.7, 0.3 * 30**0.5))["description"]


def test_the_panel_says_what_is_drawn_and_leaves_the_break_even_point_to_the_reader():
    worse, better = (specification(policy_chart(2, 25, spill, 0.0)) for spill in (0, 12))
    assert worse["title"]["text"] == better["title"]["text"]
    assert "tilt alone −1.7, with a spillover of 0.0 on the others −1.7" in worse["description"]
    assert "with a spillover of +12.0 on the others +7.7" in better["description"]
    assert "2.3" not in json.dumps(worse["title"]) + worse["description"]


def test_a_maker_that_left_and_came_back_has_a_mark_of_its_own():
    spec = specification(leaders_chart())
    marks = next(layer["data"]["values"] for layer in spec["layer"] if layer["data"]["name"] == "makers")
    states = {(row["year"], row["rank"]): row["state"] for row in marks}
    assert states[2011, 1] == states[2021, 9] == "away in 2016, back in 2021"
    assert states[2011, 6] == states[2021, 1] == "in none of the other two"
    assert "but not between: Suntech." in spec["description"]
