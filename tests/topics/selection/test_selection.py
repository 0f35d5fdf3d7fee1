import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.selection import (
    fitness_variance,
    industry_histories,
    mean_fitness,
    productivity_change,
    replicator,
)

careful = settings(deadline=None, derandomize=True)
SHARES, RATES = [0.5, 0.3, 0.2], [1, 1.2, 1.5]


@st.composite
def industries(draw):
    size = draw(st.integers(1, 6))
    weights = np.array(draw(st.lists(st.floats(0.01, 1), min_size=size, max_size=size)))
    rates = draw(st.lists(st.floats(-5, 5), min_size=size, max_size=size))
    return weights / weights.sum(), np.array(rates)


def test_the_closed_form_gives_three_firms_shares_after_five_periods():
    assert replicator(SHARES, RATES, 5) == pytest.approx([0.13326285, 0.21734759, 0.64938956], abs=1e-8)


def test_fisher_1930_the_mean_rises_by_the_variance():
    assert fitness_variance(SHARES, RATES) == pytest.approx(0.0364)
    moment = 1e-6
    rise = mean_fitness(replicator(SHARES, RATES, moment), RATES) - mean_fitness(SHARES, RATES)
    assert rise / moment == pytest.approx(0.0364, rel=1e-4)


@careful
@given(industries(), st.floats(-1000, 1000))
def test_shares_never_leave_the_simplex(industry, time):
    shares = replicator(*industry, time)
    assert (shares >= 0).all()
    assert shares.sum() == pytest.approx(1)


@careful
@given(industries(), st.floats(0, 20), st.floats(0, 20))
def test_two_spells_are_one_longer_spell_and_the_mean_never_falls(industry, first, second):
    shares, rates = industry
    once = replicator(shares, rates, first)
    assert replicator(once, rates, second) == pytest.approx(replicator(shares, rates, first + second), abs=1e-9)
    assert mean_fitness(once, rates) >= mean_fitness(shares, rates) - 1e-9


@careful
@given(industries(), st.floats(-3, 3), st.floats(0, 5))
def test_what_all_firms_share_selects_nothing(industry, lift, time):
    shares, rates = industry
    assert replicator(shares, rates + lift, time) == pytest.approx(replicator(shares, rates, time), abs=1e-9)
    assert fitness_variance(shares, rates + lift) == pytest.approx(fitness_variance(shares, rates), abs=1e-9)


def frame(rows):
    return pd.DataFrame(rows, columns=["firm", "share", "productivity"]).set_index("firm")


def test_foster_haltiwanger_and_krizan_2001_each_part_alone():
    then = frame([("A", 0.5, 10.0), ("B", 0.5, 20.0)])
    better = frame([("A", 0.5, 12.0), ("B", 0.5, 20.0)])
    moved = frame([("A", 0.25, 10.0), ("B", 0.75, 20.0)])
    swapped = frame([("C", 0.5, 12.0), ("B", 0.5, 20.0)])
    assert productivity_change(then, better)[["within", "total"]].tolist() == [1, 1]
    assert productivity_change(then, moved)[["between", "total"]].tolist() == [2.5, 2.5]
    assert productivity_change(then, swapped)[["entry", "exit", "total"]].tolist() == [-1.5, 2.5, 1]


@careful
@given(industries(), industries(), st.integers(0, 3))
def test_the_parts_sum_to_the_change_of_the_mean(one, other, shift):
    then = pd.DataFrame({"share": one[0], "productivity": one[1]})
    now = pd.DataFrame({"share": other[0], "productivity": other[1]}).rename(index=lambda firm: firm + shift)
    change = (now.share * now.productivity).sum() - (then.share * then.productivity).sum()
    parts = productivity_change(then, now)
    assert parts["total"] == pytest.approx(change, abs=1e-9)
    assert parts.drop("total").sum() == pytest.approx(parts["total"], abs=1e-9)


@careful
@given(st.floats(0, 8), st.floats(0, 1), st.integers(1, 12), st.integers(1, 30), st.integers(0, 2**32 - 1))
def test_an_industry_never_loses_its_last_firm_and_never_gains_one(selection, search, firms, periods, seed):
    means, alive = industry_histories(selection, search, firms, periods, 4, np.random.default_rng(seed))
    assert means.shape == alive.shape == (4, periods)
    assert np.isfinite(means).all()
    assert (alive[:, 0] == firms).all()
    assert (np.diff(alive, axis=1) <= 0).all()
    assert (alive >= 1).all()


def test_selection_and_search_together_give_more_than_both_gains_added():
    def gain(selection: float, search: float) -> float:
        means, _alive = industry_histories(selection, search, 20, 120, 100, np.random.default_rng(1))
        return float(np.median(means[:, -1]))

    assert gain(0.5, 0.1) > gain(0.5, 0) + gain(0, 0.1)
    assert gain(4, 0.1) < gain(0.5, 0.1)


def test_without_search_no_industry_passes_its_best_routine():
    means, _alive = industry_histories(1, 0, 20, 200, 50, np.random.default_rng(2))
    best = np.random.default_rng(2).normal(0, 0.10, (50, 20)).max(axis=1)
    assert (means[:, -1] <= best + 1e-12).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: replicator([0.5, 0.4], [1, 2], 1), "shares must sum to 1, not to 0.9"),
        (lambda: replicator([0.5, 0.5], [1], 1), "equally long, not 2 and 1"),
        (lambda: mean_fitness([1.5, -0.5], [1, 2]), "shares must be finite numbers of at least 0"),
        (lambda: productivity_change(pd.DataFrame(), pd.DataFrame()), "before must be a table"),
        (lambda: productivity_change(frame([("A", 1, 2), ("A", 0, 1)]), frame([("A", 1, 2)])), "each firm once"),
        (lambda: productivity_change(frame([("A", 0.5, 2)]), frame([("A", 1, 2)])), "before.share must sum to 1"),
        (lambda: industry_histories(1, 2, 3, 4, 5, np.random.default_rng(1)), "search must be a finite number"),
    ],
)
def test_what_cannot_be_an_industry_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
