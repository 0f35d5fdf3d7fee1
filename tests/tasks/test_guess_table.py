"""The table of a lesson's guesses, and what of it stays in the notebook."""

import pytest

from longwave.tasks import predict, reveal, show_guesses
from longwave.tasks.guess_table import MIME, UnknownLessonError


def kept(lesson="97"):
    return show_guesses(lesson)._repr_mimebundle_()[MIME]


def test_a_new_reader_has_a_row_for_each_question_and_no_truth(made_up):
    table = show_guesses("97")
    assert repr(table).splitlines() == [
        "The firm's margin: Your guess: none; After the reveal: none; Truth: not revealed yet",
        "The floor with two users: Your guess: none; After the reveal: none; Truth: not revealed yet",
    ]
    nothing = {"guess": None, "revealed": False, "after": None}
    assert kept() == {
        "version": 1,
        "lesson": "97",
        "guesses": {"97-guess-margin": nothing, "97-guess-floor": nothing},
    }


def test_the_truth_is_shown_once_it_was_revealed(made_up):
    predict("97-guess-margin", 50)
    assert show_guesses("97").rows[0] == ("The firm's margin", "50", "none", "not revealed yet")
    reveal("97-guess-margin")
    predict("97-guess-margin", 31)
    first, _second = show_guesses("97").rows
    assert first == ("The firm's margin", "50", "31", "30")


def test_the_notebook_keeps_guesses_and_nothing_else_of_the_progress(made_up):
    predict("97-guess-floor", (7, 10))
    predict("97-guess-margin", 50)
    reveal("97-guess-margin")
    predict("97-guess-margin", 31)
    assert kept()["guesses"] == {
        "97-guess-margin": {"guess": 50.0, "revealed": True, "after": 31.0},
        "97-guess-floor": {"guess": [7.0, 10.0], "revealed": False, "after": None},
    }


def test_the_table_can_be_read_by_ear_and_escapes_titles(made_up, monkeypatch):
    import lesson_97

    asked = [
        lesson_97.number_guess(
            "97-guess-odd", title="<b>Odd</b>", expects="a", low=0, high=1, truth=lambda: 0, explanation=""
        )
    ]
    monkeypatch.setattr(lesson_97, "guesses", lambda: asked)
    page = show_guesses("97")._repr_mimebundle_()["text/html"]
    assert page.count('scope="col"') == 4
    assert page.count('scope="row"') == 1
    assert "<caption" in page
    assert "&lt;b&gt;Odd&lt;/b&gt;" in page
    assert "<b>" not in page


def test_a_lesson_without_guesses_says_so(made_up, monkeypatch):
    import lesson_97

    monkeypatch.delattr(lesson_97, "guesses")
    assert repr(show_guesses("97")) == "This lesson asks for no guess."
    assert kept()["guesses"] == {}


@pytest.mark.parametrize("lesson", ["55", 97, None, "97-guess-floor"])
def test_another_lesson_is_an_error_in_one_sentence(made_up, lesson):
    with pytest.raises(UnknownLessonError, match='such as "02"'):
        show_guesses(lesson)
