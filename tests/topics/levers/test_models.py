"""Levers that add, multiply or wait; where a ranking turns; scores; growth; and two naive rules."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from longwave.checks import InputError
from longwave.topics import levers

careful = settings(deadline=None, derandomize=True)
gain = st.floats(0, 2)


def test_three_levers_of_ten_against_one_of_thirty():
    three, one = [0.1] * 3, [0.3, 0, 0]
    pairs = [(levers.combined(three, way), levers.combined(one, way)) for way in levers.WAYS]
    assert np.allclose(pairs, [(1.30, 1.30), (1.331, 1.30), (1.10, 1.00)])


@careful
@given(st.lists(gain, min_size=1, max_size=5), st.floats(0.1, 10))
def test_the_weakest_link_never_beats_the_sum_and_no_unit_matters(gains, unit):
    outputs = [levers.combined(gains, way) for way in ("weakest", "add", "multiply")]
    assert outputs[0] <= outputs[1] + 1e-9
    assert outputs[1] <= outputs[2] + 1e-9
    assert levers.combined(gains, "weakest", [unit] * len(gains)) == pytest.approx(outputs[0])


@careful
@given(gain, gain)
def test_levers_that_add_are_neither_complements_nor_substitutes_and_those_that_multiply_are(first, second):
    def four(way):
        return [levers.combined(pair, way) for pair in ([0, 0], [first, 0], [0, second], [first, second])]

    assert levers.complementarity(*four("add")) == pytest.approx(0, abs=1e-9)
    assert levers.complementarity(*four("multiply")) == pytest.approx(first * second, abs=1e-9)
    assert levers.complementarity(*map(math.log, four("multiply"))) == pytest.approx(0, abs=1e-9)
    assert levers.complementarity(*four("weakest")) == pytest.approx(min(first, second), abs=1e-9)


@careful
@given(st.floats(0.01, 1), st.integers(2, 6))
def test_one_lever_of_the_size_found_is_worth_as_much_as_the_small_ones(small, count):
    for way in ("add", "multiply"):
        single = levers.equal_single(small, count, way)
        assert levers.combined([single], way) == pytest.approx(levers.combined([small] * count, way))
    assert levers.equal_single(small, count, "weakest") == math.inf


def test_at_the_turning_start_one_lever_on_the_weak_link_ties_with_small_ones_everywhere():
    start = levers.turning_start(0.1, 0.3)
    assert start == pytest.approx(0.909, abs=5e-4)
    for shift, sign in ((0.0, 0), (-0.01, 1), (0.01, -1)):
        links = [start + shift, 1, 1]
        gap = levers.combined([0.3, 0, 0], "weakest", links) - levers.combined([0.1] * 3, "weakest", links)
        assert np.sign(round(gap, 9)) == sign


def test_a_merger_is_neutral_where_two_in_five_contracts_are_open():
    share = levers.neutral_share(80, 140 / 3, 60)
    assert share == pytest.approx(0.4)
    assert share * 80 + (1 - share) * 140 / 3 == pytest.approx(60)


def test_the_ranking_of_the_machine_tool_plan_turns_where_the_table_says():
    limits = {"quality needed": (0.5, 1.5), "quality": (0.2, 0.9), "money loses": (0.1, 0.7), "part fails": (0.02, 0.7)}
    table = levers.turning_table(levers.weakest_gains, limits)
    assert table.index.tolist() == ["quality needed", "quality", "money loses", "part fails"]
    assert table["turns at"].round(3).tolist() == [0.712, 0.646, 0.540, 0.540]
    assert table["link"].round(3).tolist() == [0.340, 0.340, 0.340, 0.671]  # one tie, three ways of writing it
    for name, row in table.iterrows():
        nudge = math.copysign(1e-6, row["change"])
        assert levers.weakest_gains({name: row["turns at"] - nudge}).idxmax() == "control unit"
        assert levers.weakest_gains({name: row["turns at"] + nudge}).idxmax() == row["new best"] != "control unit"


def test_a_change_may_be_counted_from_another_plan():
    theirs = {"quality needed": 1.1, "quality": 0.55, "money loses": 0.30}
    assert levers.link_change({"money loses": 0.5}, theirs) == pytest.approx(math.log(0.7 / 0.5))
    assert levers.link_change({"quality needed": 1.0}, theirs) == pytest.approx(math.log(1.1))
    assert levers.link_change(theirs, theirs) == 0


def test_an_assumption_that_turns_nothing_is_at_the_end_without_a_value():
    table = levers.turning_table(levers.weakest_gains, {"part fails less": (0, 0.1), "quality needed": (0.5, 1.5)})
    assert table.index.tolist() == ["quality needed", "part fails less"]
    assert math.isnan(table.loc["part fails less", "turns at"])


def test_a_forecast_of_one_half_scores_a_quarter_whatever_happens():
    assert levers.brier(0.5, True) == levers.brier(0.5, False) == 0.25
    assert levers.mean_brier([0.9, 0.7, 0.4], [True, False, True]) == pytest.approx(0.86 / 3)


@careful
@given(st.floats(0, 1), st.floats(0, 1))
def test_nobody_expects_a_better_score_than_by_the_honest_chance(honest, stated):
    def expected(chance):
        return honest * levers.brier(chance, True) + (1 - honest) * levers.brier(chance, False)

    assert expected(honest) <= expected(stated) + 1e-12


@pytest.mark.parametrize(("held", "ranges"), [(0, 5), (11, 20), (16, 20), (5, 5)])
def test_the_ends_of_a_hit_interval_leave_five_per_cent_each(held, ranges):
    low, high = levers.hit_interval(held, ranges)
    assert low == 0 or binom.sf(held - 1, ranges, low) == pytest.approx(0.05)
    assert high == 1 or binom.cdf(held, ranges, high) == pytest.approx(0.05)


def test_decades_do_not_repeat_and_a_lever_of_a_point_and_a_half_may_hide():
    pairs = levers.growth_pairs()
    assert len(pairs) == 57
    assert pairs["growth"].corr(pairs["next"]) == pytest.approx(-0.316, abs=1e-3)
    assert levers.after_and_before(pairs).round(2).tolist() == [2.98, 1.25, 1.34]
    assert levers.hidden_effect(pairs["growth"].std(), len(pairs)) == pytest.approx(1.82, abs=0.005)


def test_the_correlation_of_a_world_with_a_lever_is_the_one_of_the_formula():
    worlds = [levers.lever_world(3, 1.5, seed, countries=30) for seed in range(20)]
    found = np.mean([world["growth"].corr(world["next"]) for world in worlds])
    assert found == pytest.approx(2.25 / (2.25 + 1.5**2), abs=0.06)  # a little lower: a lever goes on or off once


def test_both_naive_rules_meet_the_two_values_that_they_start_from():
    for time, share in ((2022, 55.3), (2025.25, 66.2)):
        assert levers.carried_on((2022, 55.3), (2025.25, 66.2), time).tolist() == pytest.approx([share, share])
    assert levers.carried_on((2022, 55.3), (2025.25, 66.2), 2060)["odds"] < 100


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: levers.combined([0.1], "sum"), "way must be one of"),
        (lambda: levers.combined([-1.0], "add"), "above -1"),
        (lambda: levers.combined([0.1, 0.1], "weakest", [1]), "starts must be 2 numbers"),
        (lambda: levers.turning_start(0.3, 0.3), "single must be above gain"),
        (lambda: levers.neutral_share(60, 50, 70), "merged must lie between"),
        (lambda: levers.machine_links({"price": 1}), "no 'price'"),
        (lambda: levers.mean_brier([0.5], [True, False]), "as many as"),
        (lambda: levers.carried_on((2025, 50), (2022, 60), 2028), "start must come before"),
        (lambda: levers.carried_on((2022, 100), (2025, 60), 2028), "between 0 and 100"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(call, words):
    with pytest.raises(InputError, match=words):
        call()
