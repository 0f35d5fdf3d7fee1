"""The three calls about a guess: `predict` commits it, `reveal` shows the truth, `kept_guess` hands it to a lesson.

None of them stops a notebook, whatever the reader wrote: what cannot be used gets a card that says why.
"""

from longwave.i18n import _, written_number
from longwave.tasks import progress, record
from longwave.tasks.answers import UnansweredError, UnusableError
from longwave.tasks.feedback import Feedback
from longwave.tasks.guess import (
    RANGE,
    Guess,
    Kept,
    counted_guess,
    find_guess,
    holds,
    truth_of,
    written,
)
from longwave.tasks.guess_reading import read_guess


def predict(guess_id: str, guess: object = ...) -> Feedback:
    """Keep a guess, and say so. It may be changed until the reveal; a later one is kept apart and does not count.

    Args:
        guess_id: the id, such as "02-guess-floor".
        guess: a number, or for a range a pair (low, high) that shall hold the truth with a chance of 80 %.

    Returns:
        A card. For `...` it says how to guess, and for what cannot be used why; neither is an error.
    """
    question = find_guess(guess_id)
    try:
        value = read_guess(question, guess)
    except UnansweredError:
        return Feedback("unanswered", _("No guess yet."), _how_to_guess(question))
    except UnusableError as trouble:
        return Feedback("unusable", _("This guess is not kept."), str(trouble))
    known = record.record_guess(question.id, value)
    progress.refresh_views()
    return _kept_card(question, value, known)


def _how_to_guess(question: Guess) -> str:
    """Say what to write in place of `...`."""
    if question.kind == RANGE:
        message = _(
            "In place of `...` put {expects}, as a pair in brackets with the lower number first, from {low} to {high}. "
            "Make it so wide that you would be right in 8 of 10 such guesses. "
            "You may change it until you run the reveal."
        )
    else:
        message = _(
            "In place of `...` put {expects}, from {low} to {high}. You may change it until you run the reveal."
        )
    return message.format(
        expects=question.expects, low=written_number(question.low), high=written_number(question.high)
    )


def _kept_card(question: Guess, value: Kept, known: record.Progress) -> Feedback:
    """Say whether a guess that was just recorded counts."""
    entry = known.guesses.get(question.id, {})
    counts = counted_guess(question, entry)
    if counts != value:
        first = _("Your guess before it counts: {guess}.").format(guess=written(counts)) if counts is not None else ""
        late = _("{guess} came after the reveal. It is kept apart, and does not count.").format(guess=written(value))
        return Feedback("late", _("Too late to count."), f"{late} {first}".rstrip())
    word = _("Your guess is kept: {guess}.").format(guess=written(value))
    if known.error:
        text = _("It lasts only while this notebook runs: {reason}.").format(reason=known.error)
    elif entry["revealed"]:
        text = _("You made it before the reveal, so it counts.")
    else:
        text = _("You may change it until you run the reveal.")
    return Feedback("kept", word, text)


def reveal(guess_id: str) -> Feedback:
    """Show the reader's guess beside the truth, and the explanation. From now on another guess does not count."""
    question = find_guess(guess_id)
    truth = truth_of(question.id)
    kept = counted_guess(question, record.record_reveal(question.id).guesses.get(question.id, {}))
    progress.refresh_views()
    said = _("your guess") if kept is None else written(kept)
    text = question.explanation.replace("{guess}", said).replace("{truth}", written_number(truth))
    return Feedback("revealed", _verdict(question, kept, truth), text)


def _verdict(question: Guess, kept: Kept | None, truth: float) -> str:
    """Say in one or two sentences what was guessed and what is."""
    it_is = written_number(truth)
    if kept is None:
        return _("It is {truth}. You kept no guess before you looked.").format(truth=it_is)
    if isinstance(kept, float):
        return _("You guessed {guess}. It is {truth}.").format(guess=written(kept), truth=it_is)
    if holds(question, kept, truth):
        message = _("You guessed {guess}. It is {truth}: inside.")
    elif truth < kept[0]:
        message = _("You guessed {guess}. It is {truth}: below your range.")
    else:
        message = _("You guessed {guess}. It is {truth}: above your range.")
    return message.format(guess=written(kept), truth=it_is)


def kept_guess(guess_id: str) -> Kept | None:
    """Return the guess that counts: a float, a pair (low, high), or None where none was kept before the reveal."""
    question = find_guess(guess_id)
    return counted_guess(question, record.read_progress().guesses.get(question.id, {}))
