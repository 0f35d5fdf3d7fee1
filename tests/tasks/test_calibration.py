"""Scores of guesses, against cases computed by hand, and against the theorem that makes the score a fair one."""

import math
from statistics import NormalDist, fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.tasks import calibration
from longwave.tasks.calibration import (
    Calibration,
    Seen,
    calibrate,
    calibration_lines,
    distance,
    held_by_chance,
    interval_score,
    middle_score,
    range_score,
    seen_guesses,
    widest_score,
)
from longwave.tasks.guess import number_guess, range_guess

WORDS = {"title": "A price", "expects": "a range, in money", "explanation": "Count."}


def asked(truth, low=0, high=20, make=range_guess):
    return make("97-guess-price", low=low, high=high, truth=lambda: truth, **WORDS)


def seen(kept, truth, low=0, high=20):
    make = range_guess if isinstance(kept, tuple) else number_guess
    return Seen(asked(truth, low, high, make), kept, truth)


@pytest.mark.parametrize(
    ("ends", "truth", "score"),
    [
        ((7, 10), 8, 3),  # the width alone
        ((7, 10), 7, 3),  # an end is inside
        ((7, 10), 6, 3 + 10 * 1),
        ((7, 10), 10.5, 3 + 10 * 0.5),
        ((8, 8), 8, 0),
        ((8, 8), 9, 10),
    ],
)
def test_the_interval_score_is_the_width_and_ten_times_the_miss(ends, truth, score):
    assert interval_score(*ends, truth) == pytest.approx(score)


def test_scores_are_shares_of_the_width_of_the_question():
    money, share = asked(8), asked(0.4, 0, 1)
    assert range_score(money, (7, 10), 8) == pytest.approx(3 / 20)
    assert range_score(money, (9, 10), 8) == pytest.approx((1 + 10) / 20)
    assert range_score(share, (0.35, 0.5), 0.4) == pytest.approx(3 / 20)
    assert widest_score(money, 8) == widest_score(share, 0.4) == 1
    assert middle_score(money, 8) == pytest.approx(10 * 2 / 20)
    assert middle_score(money, 10) == 0
    assert distance(asked(8, make=number_guess), 9, 8) == pytest.approx(1 / 20)


def test_what_a_model_leaves_of_rounding_is_no_miss():
    assert range_score(asked(8), (8, 10), 8 - 1e-9) == pytest.approx(2 / 20, abs=1e-12)


@settings(deadline=None, derandomize=True)
@given(
    st.floats(-5, 25),
    st.floats(0.01, 0.99).flatmap(lambda share: st.tuples(st.just(share), st.floats(0.01, 0.99))),
)
def test_no_range_does_better_on_average_than_the_quantiles_of_what_one_believes(mean, shares):
    belief = NormalDist(mean, 3)
    draws = [belief.inv_cdf((place + 0.5) / 400) for place in range(400)]  # one in ten lies below its tenth
    honest = belief.inv_cdf(0.1), belief.inv_cdf(0.9)
    other = tuple(sorted(belief.inv_cdf(share) for share in shares))
    cost = [fmean(interval_score(low, high, truth) for truth in draws) for low, high in (honest, other)]
    assert cost[0] <= cost[1] + 1e-9


def brute_force(ranges):
    chances = [math.comb(ranges, k) * 0.8**k * 0.2 ** (ranges - k) for k in range(ranges + 1)]
    reached = [sum(chances[: k + 1]) for k in range(ranges + 1)]
    return tuple(next(k for k, chance in enumerate(reached) if chance >= level - 1e-12) for level in (0.05, 0.95))


@pytest.mark.parametrize("ranges", [1, 3, 5, 10, 40])
def test_what_chance_allows_are_the_binomial_quantiles(ranges):
    assert held_by_chance(ranges) == brute_force(ranges)


def test_what_chance_allows_of_ten_by_hand():
    # Of ten, five or fewer hold with a chance of 3.3 %, six or fewer with 12.1 %; nine or fewer with 89.3 %.
    assert held_by_chance(10) == (6, 10)
    assert held_by_chance(0) == (0, 0)


def test_a_record_computed_by_hand():
    found = calibrate(
        [
            seen((7.0, 10.0), 8.0),  # 3/20 = .15; middle 10·2/20 = 1
            seen((0.0, 20.0), 8.0),  # 1
            seen((0.5, 0.6), 0.4, 0, 1),  # (.1 + 1)/1 = 1.1; middle 10·.1 = 1
            seen(9.0, 8.0),  # .05
            seen(0.7, 0.4, 0, 1),  # .3
            seen(1960.0, 1950.0, 1900, 2000),  # .1
        ]
    )
    assert (found.ranges, found.held, found.numbers) == (3, 2, 3)
    assert found.score == pytest.approx((0.15 + 1 + 1.1) / 3)
    assert found.widest == pytest.approx(1)
    assert found.middle == pytest.approx(1)
    assert found.distance == pytest.approx(0.1)


def test_of_nothing_there_is_no_score():
    assert calibrate([]) == Calibration(0, 0, None, None, None, 0, None)


def entry(guess, revealed="2024-05-02", after=None):
    return {"guess": guess, "date": guess and "2024-05-01", "revealed": revealed, "after": after}


def test_only_what_was_guessed_before_the_reveal_is_scored(made_up):
    assert seen_guesses({"97-guess-floor": entry(None, after=[7.0, 10.0])}) == []
    assert seen_guesses({"97-guess-floor": entry([7.0, 10.0], revealed=None)}) == []
    assert seen_guesses({"97-guess-floor": entry(9.0), "97-guess-gone": entry(9.0)}) == []
    (one,) = seen_guesses({"97-guess-floor": entry([7.0, 10.0], after=[8.0, 8.0])})
    assert (one.question.id, one.kept, one.truth) == ("97-guess-floor", (7.0, 10.0), 8.0)


def test_a_course_without_guesses_says_nothing(monkeypatch):
    monkeypatch.setattr(calibration, "lessons", list)
    assert calibration_lines({}) == []


@pytest.fixture
def ten(monkeypatch):
    """A lesson of ten ranges, each from 0 to 20, whose truth is 8."""
    questions = tuple(
        range_guess(f"97-guess-{number}", low=0, high=20, truth=lambda: 8, **WORDS) for number in range(10)
    )
    monkeypatch.setattr(calibration, "lessons", lambda: ["97"])
    monkeypatch.setattr(calibration, "lesson_guesses", lambda lesson: questions)
    monkeypatch.setattr(calibration, "truth_of", lambda guess_id: 8.0)


@pytest.mark.parametrize(
    ("held", "of", "verdict"),
    [
        (
            5,
            10,
            "5 of your 10 ranges held the truth. True 80 % ranges would hold 6 to 10 by chance. Yours are too narrow",
        ),
        (8, 10, "So yours may well be 80 % ranges."),
        (3, 3, "3 of your 3 ranges held the truth. True 80 % ranges would hold 1 to 3 by chance. So yours may"),
        (0, 3, "Yours are too narrow: you know less than you think."),
    ],
)
def test_the_count_is_set_beside_what_chance_allows(ten, held, of, verdict):
    entries = {f"97-guess-{n}": entry([7.0, 10.0] if n < held else [9.0, 10.0]) for n in range(of)}
    first, second = calibration_lines(entries)
    assert verdict in first
    score = round((held * 3 + (of - held) * 11) / 20 / of, 2)
    assert second.startswith(f"Mean cost of a range: yours {score:g}, always the widest 1, always the middle 1; less")


def test_ranges_that_hold_more_than_chance_allows_are_too_wide(monkeypatch, ten):
    monkeypatch.setattr(calibration, "held_by_chance", lambda ranges: (1, 2))
    entries = {f"97-guess-{n}": entry([0.0, 20.0]) for n in range(3)}
    assert "wider than they need be" in calibration_lines(entries)[0]


def test_the_ranges_of_a_reader_who_has_not_begun_are_counted_as_none(tmp_path, monkeypatch):
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path))
    assert calibration.my_ranges() == Calibration(0, 0, None, None, None, 0, None)
