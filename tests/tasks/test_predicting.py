"""A guess is kept, may change until the reveal, and never stops a notebook."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import longwave.tasks
from longwave.tasks import kept_guess, kept_guesses, predict, record, reveal
from longwave.tasks.guess import UnknownGuessError
from longwave.teaching.worker.student import PUBLIC_CALLS

NUMBER, RANGE = "97-guess-margin", "97-guess-floor"


def test_dots_say_how_to_guess_and_keep_nothing(made_up, home):
    for card in (predict(NUMBER), predict(NUMBER, ...)):
        assert card.status == "unanswered"
        assert "In place of `...` put a number, in money per unit, from 0 to 100." in card.text
    for dots in (..., (..., ...), (7, ...)):
        card = predict(RANGE, dots)
        assert card.status == "unanswered"
        assert "as a pair in brackets with the lower number first, from 0 to 20" in card.text
        assert "8 of 10" in card.text
    assert not (home / "progress.json").exists()


def test_a_comma_too_many_gets_a_sentence_and_keeps_nothing(made_up, home):
    assert "without a comma for thousands" in predict(NUMBER, 1, 000).text
    assert "a pair in brackets" in predict(RANGE, 7, 10).text
    assert predict(NUMBER, 1, 000).status == predict(RANGE, 7, 10).status == "unusable"
    assert not (home / "progress.json").exists()


def test_dots_leave_a_kept_guess_as_it_is_and_name_it(made_up):
    predict(NUMBER, 9)
    assert repr(predict(NUMBER)) == "● Your guess is kept: 9. You may change it until you run the reveal."
    reveal(NUMBER)
    assert repr(predict(NUMBER, ...)) == "● Your guess is kept: 9. You made it before the reveal, so it counts."
    assert kept_guess(NUMBER) == 9


def test_a_reveal_without_a_guess_shows_nothing_and_spoils_nothing(made_up, home):
    card = reveal(NUMBER)
    assert repr(card) == (
        "… The answer waits for your guess. Keep one above, then run this cell again. "
        'To see the answer without a guess: `reveal("97-guess-margin", anyway=True)`.'
    )
    assert not (home / "progress.json").exists()
    assert predict(NUMBER, 50).status == "kept"
    assert reveal(NUMBER).word == "You guessed 50. It is 30."


def test_dots_after_a_reveal_say_that_it_is_too_late(made_up):
    reveal(NUMBER, anyway=True)
    assert repr(predict(NUMBER)) == "… No guess. You have seen the truth, so a guess no longer counts."


@pytest.mark.parametrize("nine", [9, 9.0, Fraction(9), Decimal(9), np.int64(9), np.array([9.0])])
def test_a_number_is_kept_in_whatever_form_it_comes(made_up, nine):
    card = predict(NUMBER, nine)
    assert repr(card) == "● Your guess is kept: 9. You may change it until you run the reveal."
    assert kept_guess(NUMBER) == 9.0
    assert type(kept_guess(NUMBER)) is float


@pytest.mark.parametrize("pair", [(7, 10), [7, 10.0], np.array([7, 10]), pd.Series([7, 10])])
def test_a_range_is_kept_in_whatever_form_it_comes(made_up, pair):
    assert predict(RANGE, pair).word == "Your guess is kept: 7 to 10."
    assert kept_guess(RANGE) == (7.0, 10.0)


@pytest.mark.parametrize(
    ("guess", "value", "why"),
    [
        (NUMBER, "9", "'9' is text. Drop the quotes."),
        (NUMBER, "nine", "'nine' is text, not a number."),
        (NUMBER, None, "This is None"),
        (NUMBER, True, "True is a truth value"),
        (NUMBER, float("nan"), "This is nan"),
        (NUMBER, float("inf"), "infinite"),
        (NUMBER, 10**400, "infinite"),
        (NUMBER, -1, "-1 lies outside what the question allows, 0 to 100."),
        (NUMBER, (7, 10), "This is a range. The question asks for one number."),
        (NUMBER, [1, 2, 3], "This is a list."),
        (RANGE, 9, "9 is one number. Give a range"),
        (RANGE, "7 to 10", "'7 to 10' is text"),
        (RANGE, (10, 7), "The lower number comes first: write (7, 10)."),
        (RANGE, (7, 8, 9), "A range has two ends, but this has 3 values."),
        (RANGE, (7, "10"), "'10' is text"),
        (RANGE, (7, 21), "7 to 21 lies outside what the question allows, 0 to 20."),
        (RANGE, {7, 10}, "This is a set"),
        (RANGE, np.array([[7, 10], [7, 10]]), "This is a list"),
    ],
)
def test_what_cannot_be_used_gets_a_card_that_says_why(made_up, home, guess, value, why):
    card = predict(guess, value)
    assert (card.status, card.word) == ("unusable", "This guess is not kept.")
    assert why in card.text
    assert kept_guess(guess) is None


@pytest.mark.parametrize(
    ("guess_id", "value", "meant"),
    [
        ("14-guess-worse", 0.27, "27"),
        ("14-guess-explorer", (0.6, 0.95), "(60, 95)"),
        ("14-guess-explorer", (0, 1), "(0, 100)"),
    ],
)
def test_a_share_where_per_cent_is_asked_is_kept_and_asked_back(home, guess_id, value, meant):
    card = predict(guess_id, value)
    assert card.status == "kept"
    assert f"in per cent: if you meant a share, write {meant}." in card.text
    assert kept_guess(guess_id) == value


@pytest.mark.parametrize(
    ("guess_id", "value"), [("14-guess-worse", 0), ("14-guess-worse", 27), ("14-guess-halves", 0.28)]
)
def test_no_other_guess_is_asked_back(home, guess_id, value):
    assert predict(guess_id, value).text == "You may change it until you run the reveal."


def test_a_guess_may_change_until_the_reveal_and_a_later_one_is_kept_apart(made_up):
    predict(NUMBER, 40)
    predict(NUMBER, 50)
    assert repr(reveal(NUMBER)) == "→ You guessed 50. It is 30. You said 50. Price less cost is 30."
    card = predict(NUMBER, 30)
    assert repr(card) == (
        "○ Too late to count. 30 came after the reveal. It is kept apart, and does not count. "
        "Your guess before it counts: 50."
    )
    assert kept_guess(NUMBER) == 50
    assert record.read_progress().guesses[NUMBER]["after"] == 30
    assert "You guessed 50." in reveal(NUMBER).word


def test_the_same_guess_again_is_no_other_guess(made_up):
    predict(NUMBER, 50)
    reveal(NUMBER)
    assert repr(predict(NUMBER, 50)) == "● Your guess is kept: 50. You made it before the reveal, so it counts."
    assert record.read_progress().guesses[NUMBER]["after"] is None


def test_a_guess_after_a_reveal_without_one_does_not_count(made_up):
    before = reveal(NUMBER, anyway=True)
    assert repr(before) == (
        "→ It is 30. You kept no guess before you looked. You said your guess. Price less cost is 30."
    )
    assert repr(predict(NUMBER, 30)) == (
        "○ Too late to count. 30 came after the reveal. It is kept apart, and does not count."
    )
    assert kept_guess(NUMBER) is None
    assert reveal(NUMBER) == before


@pytest.mark.parametrize(
    ("pair", "verdict"),
    [
        ((7, 10), "You guessed 7 to 10. It is 8: inside."),
        ((8, 8), "You guessed 8 to 8. It is 8: inside."),
        ((9, 12), "You guessed 9 to 12. It is 8: below your range."),
        ((0, 7.5), "You guessed 0 to 7.5. It is 8: above your range."),
    ],
)
def test_the_reveal_says_where_the_truth_lies(made_up, pair, verdict):
    predict(RANGE, pair)
    assert reveal(RANGE).word == verdict


def test_a_guess_of_an_unknown_id_is_an_error_in_one_sentence(made_up):
    for call in (predict, reveal, kept_guess):
        with pytest.raises(UnknownGuessError, match="Did you mean"):
            call("97-guess-flor")


def test_guesses_of_several_lessons_are_none_where_nothing_is_kept_or_asked(made_up):
    predict(RANGE, (7, 10))
    assert kept_guesses(RANGE, NUMBER, "96-guess-gone") == {RANGE: (7.0, 10.0), NUMBER: None, "96-guess-gone": None}


def test_a_guess_that_no_longer_fits_its_question_does_not_count(made_up):
    record.record_guess(NUMBER, (7.0, 10.0))
    record.record_guess(RANGE, (7.0, 999.0))
    assert kept_guess(NUMBER) is kept_guess(RANGE) is None
    assert reveal(NUMBER).word == "The answer waits for your guess."
    assert "You kept no guess" in reveal(NUMBER, anyway=True).word


def test_where_nothing_can_be_written_the_card_says_so(made_up, home):
    home.write_text("in the way")
    assert "lasts only while this notebook runs" in predict(NUMBER, 9).text
    assert kept_guess(NUMBER) == 9
    assert reveal(NUMBER).word == "You guessed 9. It is 30."


class Odd:
    """An object that stops whatever looks at it."""

    def __repr__(self):
        raise SystemExit

    __eq__ = __float__ = __iter__ = __len__ = __getitem__ = __bool__ = __repr__
    __hash__ = object.__hash__


class OddList(list):
    __iter__ = __len__ = __getitem__ = Odd.__repr__


ENDS = st.floats() | st.integers() | st.sampled_from([..., None, "7", True, Odd(), 10**400])
VALUES = ENDS | st.tuples(ENDS, ENDS) | st.lists(ENDS, max_size=3) | st.lists(ENDS, max_size=3).map(OddList)
STEPS = st.lists(
    st.tuples(st.sampled_from([NUMBER, RANGE]), st.sampled_from(["predict", "reveal"]), VALUES), max_size=8
)


@settings(
    deadline=None, derandomize=True, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_any_guess_in_any_order_stops_nothing_and_counts_only_before_the_reveal(made_up, steps):
    record.forget_progress()
    counted, revealed = {NUMBER: None, RANGE: None}, set()
    for guess, call, value in steps:
        if call == "reveal":
            shown = reveal(guess, anyway=value is ...).status == "revealed"
            assert shown == (guess in revealed or counted[guess] is not None or value is ...)
            revealed |= {guess} if shown else set()
            continue
        card = predict(guess, value)
        assert card.status in ("unanswered", "unusable", "kept", "late")
        assert repr(card)
        if card.status == "kept" and value is not ... and guess not in revealed:
            counted[guess] = kept_guess(guess)
            assert counted[guess] is not None
        assert (card.status == "late") <= (guess in revealed)
        assert {name: kept_guess(name) for name in counted} == counted


def test_the_sandbox_stands_in_for_every_public_call():
    assert sorted(PUBLIC_CALLS) == sorted(longwave.tasks.__all__)
