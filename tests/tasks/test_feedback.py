import re

import pytest

from longwave.tasks.feedback import Feedback, NotYetError, not_yet


def luminance(colour):
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("status", ["right", "unanswered", "hint"])
def test_a_card_has_a_sign_a_word_and_ink_that_stands_out(status):
    bundle = Feedback(status, "Word.", "Text.")._repr_mimebundle_()
    assert re.fullmatch(r"[✓…?] Word\. Text\.", bundle["text/plain"])
    assert "Word." in bundle["text/html"]
    ground = re.search(r"background:(#\w{6})", bundle["text/html"])[1]
    ink = re.search(r";color:(#\w{6})", bundle["text/html"])[1]
    lighter, darker = sorted([luminance(ground), luminance(ink)], reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 7


def test_a_card_escapes_text_and_sets_code_as_code():
    card = Feedback("hint", "Hint.", "Is `a < b`? <script>")._repr_mimebundle_()["text/html"]
    assert re.search(r'<code style="background:#FFFFFF;color:#1F2328">a &lt; b</code>', card)
    assert "<script>" not in card


def test_a_card_stresses_words_in_stars_and_leaves_products_alone():
    card = Feedback("hint", "Hint.", "Give *one* price: `a * b` is not 2*3*4.")._repr_mimebundle_()["text/html"]
    assert "<em>one</em>" in card
    assert "a * b</code> is not 2*3*4." in card


def test_a_card_without_text_ends_after_its_word():
    assert repr(Feedback("right", "Right.")) == "✓ Right."


def test_an_error_shows_its_message_in_short_lines_and_nothing_else():
    error = not_yet("Long words " * 30, "02-floor", 3)
    lines = error._render_traceback_()
    assert isinstance(error, AssertionError)
    assert max(map(len, lines)) <= 92
    assert " ".join(lines).split() == str(error).split()
    assert lines[-1] == 'For a hint, run hint("02-floor"). There are 3.'


def test_an_error_without_spaces_is_cut_too():
    assert max(map(len, NotYetError("价" * 500)._render_traceback_())) <= 92
