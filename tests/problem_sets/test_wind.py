"""The numbers of the second memo: what could be known in 1996, where the advice turns, and what came."""

from itertools import combinations, permutations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from longwave.data import load
from longwave.problem_sets.aftermath import NoRangeError, outcome, price_outcome
from longwave.problem_sets.set_p2 import variants
from longwave.problem_sets.wind import (
    DUE,
    NOW,
    WORTH,
    by_growth,
    by_line,
    changes,
    clock_price,
    fact,
    factors_off,
    lands,
    learned_price,
    needed_share,
    path,
    phase_p,
    push_gain,
    rates,
    report,
    starts,
    stock,
    turbines,
    wait_gain,
    worst,
)
from longwave.tasks.task import find_task
from longwave.topics.tipping import cusp_folds, pulse_outlay

PAGE = Path(__file__).parents[2] / "docs" / "instructor" / "p2-wind.md"
MADE = 1_502 / 2_850  # sold by Danish makers in 1991 to 1995, of what the world built
SURE, GUESS = 100 * pulse_outlay(3.5, 3.2), 100 * pulse_outlay(3, 3.2)


def gap(price):
    return push_gain(price) - wait_gain(price)


def danish_share(first):
    return turbines()["production"].loc[first:1995].sum() / (stock()[NOW] - stock()[first])


def test_nothing_later_than_1996_is_known():
    assert stock().index.max() == NOW
    assert turbines().index.max() == changes().index.max() == NOW - 1


def test_the_lists_agree_with_two_reports_and_not_with_a_third():
    curves = load("learning_curves").set_index(["technology", "year"])
    assert curves.loc[("Wind Power", DUE), "previous_cumulative"] == fact("stock-2003")
    assert curves.loc[("Wind Turbine (Denmark)", 1996), "production"] == fact("danish-1996")
    assert (stock()[1995], fact("stock-1994")) == (3_145, 3_710)
    assert round(fact("us-stock-1995") / stock()[NOW], 2) == 0.37


def test_two_entries_are_too_low_since_the_danes_alone_sold_more_and_one_of_them_moves_the_worst_factors():
    built = stock().diff().shift(-1)
    sold = turbines()["production"]
    assert [year for year in range(1982, 1996) if sold[year] > built[year]] == [1992, 1994]
    assert (stock()[1993], fact("stock-1992")) == (2_290, 2_500)
    off = factors_off()
    off.loc[1985] *= stock()[1993] / fact("stock-1992")
    assert off.agg(worst).round(2).tolist() == [1.40, 864]
    off = factors_off()
    off.loc[1987] *= stock()[1995] / fact("stock-1994")
    assert off.agg(worst).equals(factors_off().agg(worst))
    assert "1.40 and 864" in find_task("p2-rules").explanation


def test_the_rule_that_won_every_test_before_1996_lost_after_it():
    off = factors_off()
    assert starts() == [1985, 1986, 1987, 1988]
    assert all(worst(off["line"][[year]]) < worst(off["growth"][[year]]) for year in starts())
    came = fact("stock-2003")
    assert came / by_line(NOW) > 3 > came / by_growth(NOW) > 1


def test_two_groups_apart_speed_up_the_whole():
    found = lands(0.9, 0.3)
    assert found["apart"] > 3 * found["together"]
    assert lands(0.5, 0.5)["apart"] == pytest.approx(lands(0.5, 0.5)["together"])
    assert round(lands(0.9, 0.37)["apart"]) == 48_164


def test_the_hold_out_of_1988_does_not_decide_between_volume_and_clock():
    rows, price = turbines(), turbines()["unit_cost"]
    factor = rows.loc[1995, "previous_cumulative"] / rows.loc[1988, "previous_cumulative"]
    by_volume = learned_price(rates()["first"], factor, price[1988])
    by_clock = price[1988] * (price[1988] / price[1982]) ** (7 / 6)
    assert (round(by_volume), round(by_clock)) == (7_133, 5_070)
    assert by_volume / price[1995] - 1 == pytest.approx(1 - by_clock / price[1995], abs=0.003)
    assert (round(by_volume / price[1995], 2), round(price[1995] / by_clock, 2)) == (1.17, 1.20)


def test_after_1996_the_price_followed_volume_and_not_the_clock():
    found = price_outcome()["crowns a kW"]
    came = found["it came"]
    assert abs(found["from yearly changes"] - came) < 20 < abs(clock_price(due=2000) - came)
    assert found["clock"] == 4_850


def test_the_table_of_prices_says_which_rules_were_given_the_volume_that_came():
    volume = price_outcome()["volume"]
    assert set(volume[["rate of the first half", "rate of the second half", "from yearly changes"]]) == {3.80}
    assert volume[["first clerk, rate of the first half", "second clerk, rate of the second half"]].tolist() == [
        1.47,
        2.45,
    ]
    assert volume[["clock", "no change"]].isna().all()


def test_the_phase_is_one_sided_exact_and_nothing_with_its_tries():
    assert round(1_001 * phase_p(1992)) == 93
    assert phase_p(1992) < min(phase_p(1991), phase_p(1993))
    assert 3 * phase_p(1992) > 0.25
    assert len(changes()) == 14


def test_the_chance_that_one_of_three_years_looks_as_good_is_below_the_bound():
    moves = changes().to_numpy()
    limits = np.array([_largest(np.sort([sum(chosen) for chosen in combinations(moves, size)])) for size in (3, 4, 5)])
    orders = np.array(list(permutations(range(14), 5)))
    chance = (moves[orders].cumsum(axis=1)[:, 2:] <= limits + 1e-12).any(axis=1).mean()
    assert chance == pytest.approx(0.1662, abs=0.0001)
    assert "it is 0.17" in find_task("p2-claim").explanation


def _largest(sums):
    """Return the largest sum whose p is at most that of 1992."""
    reached = np.searchsorted(sums, sums + 1e-12, side="right") / len(sums)
    return sums[reached <= phase_p(1992) + 1e-12].max()


def test_the_push_must_clear_the_fold_of_the_strongest_pull():
    assert cusp_folds(3.5)[1] < 3.2
    assert pulse_outlay(3.5, 2.6) > 2 * pulse_outlay(3.5, 3.2)
    assert max(pulse_outlay(a, 3.2) for a in (2.5, 3.0, 3.5)) == pulse_outlay(3.5, 3.2)


def test_both_reports_give_one_degree_and_sales_then_fell_by_more_than_half():
    assert report(1995, 1995) == pytest.approx(report(1986, 1986)) == pytest.approx(0.9**0.5)
    assert report(1986, 1995) < 0.6
    sold = turbines()["production"]
    assert sold[1987] < sold[1986] / 2
    assert (sold[1985], sold[1987]) == (243, 88)


@pytest.mark.parametrize("price", [5_800, 3_900])
def test_pushing_costs_more_than_waiting_and_the_last_price_is_that_of_waiting(price):
    assert gap(price) < 0
    assert path(price)[-1] == pytest.approx(price)
    assert wait_gain(price) == max(0, WORTH - price)


def test_the_gap_is_least_where_a_kw_costs_what_it_brings():
    gaps = {price: -gap(price) for price in range(3_500, 6_200, 100)}
    assert min(gaps, key=gaps.get) == WORTH
    assert f"{gaps[5_000]:.0f} million" in find_task("p2-turn").explanation


def test_with_safe_makers_a_slow_world_needs_more_than_denmark_had_since_1991_and_a_fast_one_a_tenth_of_it():
    assert danish_share(1991) == MADE
    assert needed_share(SURE - gap(5_800), 10_000, 250) > MADE
    assert needed_share(SURE - gap(3_900), 100_000, 250) < MADE / 8


def test_the_verdict_on_a_slow_world_turns_with_the_years_the_outlay_and_the_price():
    needed = needed_share(SURE - gap(5_800), 10_000, 250)
    assert all(danish_share(first) > needed for first in (1985, 1986))
    assert all(danish_share(first) < needed for first in (1991, 1992, 1993))
    assert needed_share(GUESS - gap(5_800), 10_000, 250) < MADE
    assert needed_share(SURE - gap(WORTH), 10_000, 250) < MADE


def drawn_outlays(pull="hardest") -> list[float]:
    return [100 * pulse_outlay(one[pull], one["cap"]) for one in variants()["p2-push"].combinations()]


def drawn_shares(pull="hardest") -> dict[str, list[float]]:
    """Return what makers need by the first and by the second clerk, over all that two independent draws can give."""
    outlays = drawn_outlays(pull)
    cases = list(variants()["p2-turn"].combinations())
    return {
        which: [needed_share(sure - gap(one[which]), built, one["margin"]) for one in cases for sure in outlays]
        for which, built in (("dear", 10_000), ("cheap", 100_000))
    }


def test_no_student_gets_numbers_with_which_the_verdict_since_1991_turns():
    found = drawn_shares()
    assert len(found["dear"]) == 27 * 42
    assert min(found["dear"]) > MADE + 0.02
    assert max(found["cheap"]) < danish_share(1993) / 5


def test_the_page_says_between_which_shares_the_variants_lie():
    text = PAGE.read_text("utf-8")
    slow, fast = drawn_shares().values()
    assert f"{100 * min(slow):.0f} to {100 * max(slow):.0f} %" in text
    assert f"{100 * min(fast):.0f} to {100 * max(fast):.0f} %" in text
    below = sum(share < danish_share(1986) for share in slow) / len(slow)
    assert f"about {100 * round(below, 1):.0f} in 100" in text
    guessed = drawn_shares("guess")["dear"]
    assert f"{100 * min(guessed):.0f} % or {100 * max(guessed):.0f} %" in text
    assert f"{min(drawn_outlays()):.0f} to {max(drawn_outlays()):.0f} million" in text


def test_the_score_takes_two_numbers_or_a_dict_and_counts_in_doublings():
    wide = outcome({"low": 39_294 / 4, "high": 4 * 39_294})
    assert wide.loc["yours", "score"] == 4
    assert outcome(39_294 / 4, 4 * 39_294).equals(wide)
    assert outcome([39_294 / 4, 4 * 39_294]).equals(wide)
    assert outcome(pd.Series({"low": 39_294 / 4, "high": 4 * 39_294})).equals(wide)
    assert outcome(1_000, 39_294 / 2).loc["yours", "score"] > 10


@pytest.mark.parametrize("answer", [..., {"low": ..., "high": 20_000}, "10 to 20 GW"])
def test_a_range_that_is_not_there_is_asked_for_in_words(answer):
    with pytest.raises(NoRangeError):
        outcome(answer)


def test_the_instructors_page_has_these_numbers():
    text = PAGE.read_text("utf-8")
    wanted = [by_line(NOW), by_growth(NOW), fact("stock-2003"), SURE, GUESS, worst(factors_off()["growth"])]
    wanted += [-gap(price) for price in (5_800, 3_900, 5_000)] + [SURE - gap(price) for price in (5_800, 3_900)]
    wanted += [round(lands(0.9, 0.3)["apart"], -3), lands(0.9, 0.37)["apart"], fact("us-stock-1995")]
    wanted += price_outcome()["crowns a kW"].iloc[[2, 3, 4, 5, 7]].tolist()
    shares = [
        needed_share(works - gap(price), built, 250)
        for works in (0, SURE, GUESS)
        for price, built in ((5_800, 10_000), (3_900, 100_000))
    ]
    shares += [needed_share(SURE - gap(5_000), 10_000, 250), *map(danish_share, (1985, 1986, 1991, 1992, 1993))]
    found = [f"{number:,.0f}" for number in wanted] + [f"{share:.0%}".replace("%", " %") for share in shares]
    scores = outcome(1, 2)["score"].iloc[1:4]
    found += [f"{score:.2f}" for score in scores] + [f"{worst(factors_off()['line']):.2f}"]
    assert [number for number in found if number not in text] == []
    more = 1_000 / turbines().loc[1995, ["previous_cumulative", "production"]].sum()
    ours = [
        learned_price(rates()[half], factor) - learned_price(rates()[half], factor + more)
        for factor, half in ((2, "first"), (5, "second"))
    ]
    assert [round(taken) for taken in ours] == [75, 80]
