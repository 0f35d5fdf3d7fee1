import pytest

from longwave.i18n import written_number
from longwave.tasks.guess import (
    UnknownGuessError,
    find_guess,
    lesson_guesses,
    number_guess,
    range_guess,
    written,
)
from longwave.tasks.task import lessons

WORDS = {"title": "A sum", "expects": "a number", "truth": lambda: 4.0, "explanation": "Count."}


@pytest.mark.parametrize("guess_id", ["", "sum", "0-sum", "02-Sum", "02 sum", "02-"])
def test_an_id_is_two_digits_and_words(guess_id):
    with pytest.raises(ValueError, match="two digits and words"):
        number_guess(guess_id, low=0, high=9, **WORDS)


@pytest.mark.parametrize(("low", "high"), [(9, 0), (4, 4), (0, float("inf")), (float("nan"), 9)])
def test_the_bounds_are_finite_and_in_order(low, high):
    with pytest.raises(ValueError, match="low below high"):
        range_guess("00-guess-sum", low=low, high=high, **WORDS)


def test_a_kept_value_fits_the_question_it_answers():
    number = number_guess("00-guess-sum", low=0, high=9, **WORDS)
    pair = range_guess("00-guess-sum", low=0, high=9, **WORDS)
    assert [number.fits(value) for value in (0.0, 9.0, 9.1, (1.0, 2.0), None)] == [True, True, False, False, False]
    assert [pair.fits(value) for value in ((0.0, 9.0), (-1.0, 2.0), 4.0, None)] == [True, False, False, False]


def test_an_unknown_id_names_the_nearest(made_up):
    with pytest.raises(UnknownGuessError, match="Did you mean 97-guess-floor"):
        find_guess("97-guess-flor")
    with pytest.raises(UnknownGuessError, match="such as 02-guess-floor"):
        find_guess("55-elsewhere")
    with pytest.raises(UnknownGuessError, match="in quotes"):
        find_guess(97)


def test_a_lesson_without_guesses_has_none(monkeypatch, made_up):
    import lesson_97

    assert [guess.id for guess in lesson_guesses("97")] == ["97-guess-margin", "97-guess-floor"]
    monkeypatch.delattr(lesson_97, "guesses")
    assert lesson_guesses("97") == ()


@pytest.mark.parametrize("lesson", lessons())
def test_each_truth_of_the_course_lies_within_the_bounds_of_its_question(lesson):
    guesses = lesson_guesses(lesson)
    assert all(guess.low <= guess.truth() <= guess.high for guess in guesses)
    assert all(guess.id.startswith(f"{lesson}-") for guess in guesses)
    assert len({guess.id for guess in guesses}) == len(guesses)
    assert all(guess.title and guess.expects and guess.explanation for guess in guesses)


@pytest.mark.parametrize(
    ("value", "text"),
    [(8.0, "8"), (2 / 3, "0.666667"), (1995.0, "1995"), (12_345_678.0, "12345700"), (-0.0, "0"), (1e-7, "1e-07")],
)
def test_numbers_are_written_as_people_write_them(value, text):
    assert written_number(value) == text


def test_a_range_is_written_with_both_ends():
    assert written((7.0, 10.5)) == "7 to 10.5"
