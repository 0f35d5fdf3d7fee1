"""The calls about a guess: `predict` commits it, `reveal` shows the truth, `kept_guess` hands it to a lesson.

None of them stops a notebook, whatever the reader wrote: what cannot be used gets a card that says why.
"""

from contextlib import suppress

from longwave.i18n import _, written_number
from longwave.tasks import progress, record
from longwave.tasks.answers import UnansweredError, UnusableError
from longwave.tasks.feedback import Feedback
from longwave.tasks.guess import (
    RANGE,
    Guess,
    Kept,
    UnknownGuessError,
    counted_guess,
    find_guess,
    holds,
    truth_of,
    written,
)
from longwave.tasks.guess_reading import read_guess

PER_CENT = 100


def predict(guess_id: str, guess: object = ..., *more: object) -> Feedback:
    """Keep a guess, and say so. It may be changed until the reveal; a later one is kept apart and does not count.

    Args:
        guess_id: the id, such as "02-guess-floor".
        guess: a number, or for a range a pair (low, high) that shall hold the truth with a chance of 80 %.
        more: nothing; a comma in a number, or a range without brackets, ends up here and is told so.

    Returns:
        A card. For `...` it says how to guess, or which guess is kept, and for what cannot be used why; neither is an
        error.
    """
    question = find_guess(guess_id)
    if more:
        return Feedback("unusable", _("This guess is not kept."), _one_too_many(question))
    try:
        value = read_guess(question, guess)
    except UnansweredError:
        return _open_card(question, record.read_progress())
    except UnusableError as trouble:
        return Feedback("unusable", _("This guess is not kept."), str(trouble))
    known = record.record_guess(question.id, value)
    progress.refresh_views()
    counts = _counted(question, known)
    return _kept_card(question, value, known) if counts == value else _late_card(value, counts)


def _one_too_many(question: Guess) -> str:
    """Say what the reader most likely forgot where a comma has cut a guess in two."""
    if question.kind == RANGE:
        return _("A range is a pair in brackets, such as (2, 9), and no number has a comma for thousands: write 1000.")
    return _("The question asks for one number. Write it without a comma for thousands, such as 1000.")


def _counted(question: Guess, known: record.Progress) -> Kept | None:
    return counted_guess(question, known.guesses.get(question.id, {}))


def _was_revealed(question: Guess, known: record.Progress) -> bool:
    return bool(known.guesses.get(question.id, {}).get("revealed"))


def _open_card(question: Guess, known: record.Progress) -> Feedback:
    """Say what to write in place of `...`, or which guess is kept already, as when the lesson is opened anew."""
    kept = _counted(question, known)
    if kept is not None:
        return _kept_card(question, kept, known)
    if _was_revealed(question, known):
        return Feedback("unanswered", _("No guess."), _("You have seen the truth, so a guess no longer counts."))
    if question.kind == RANGE:
        message = _(
            "In place of `...` put {expects}, as a pair in brackets with the lower number first, from {low} to {high}. "
            "Make it so wide that you would be right in 8 of 10 such guesses."
        )
    else:
        message = _("In place of `...` put {expects}, from {low} to {high}.")
    how = message.format(expects=question.expects, low=written_number(question.low), high=written_number(question.high))
    return Feedback("unanswered", _("No guess yet."), f"{how} {_until_the_reveal()}")


def _until_the_reveal() -> str:
    return _("You may change it until you run the reveal.")


def _kept_card(question: Guess, value: Kept, known: record.Progress) -> Feedback:
    """Say that a guess counts, and how long it may change."""
    word = _("Your guess is kept: {guess}.").format(guess=written(value))
    if known.error:
        text = _("It lasts only while this notebook runs: {reason}.").format(reason=known.error)
    elif _was_revealed(question, known):
        text = _("You made it before the reveal, so it counts.")
    else:
        text = " ".join((*_scale_doubt(question, value), _until_the_reveal()))
    return Feedback("kept", word, text)


def _scale_doubt(question: Guess, value: Kept) -> tuple[str, ...]:
    """Ask back where a guess in per cent looks like a share, such as 0.58 for 58; it is kept as it is."""
    ends = value if isinstance(value, tuple) else (value,)
    asks_per_cent = any(unit in question.expects for unit in (_("per cent"), "%"))
    if not asks_per_cent or max(map(abs, ends)) > 1 or not any(ends):
        return ()
    numbers = ", ".join(written_number(end * PER_CENT) for end in ends)
    meant = f"({numbers})" if len(ends) == 2 else numbers
    return (_("The question is in per cent: if you meant a share, write {meant}.").format(meant=meant),)


def _late_card(value: Kept, counts: Kept | None) -> Feedback:
    """Say that a guess does not count, and which does."""
    text = _("{guess} came after the reveal. It is kept apart, and does not count.").format(guess=written(value))
    if counts is not None:
        text += " " + _("Your guess before it counts: {guess}.").format(guess=written(counts))
    return Feedback("late", _("Too late to count."), text)


def reveal(guess_id: str, *, anyway: bool = False) -> Feedback:
    """Show the reader's guess beside the truth, and the explanation. From now on another guess does not count.

    Where no guess is kept nothing is shown and nothing is recorded, so that running all cells spoils no guess.

    Args:
        guess_id: The id of the guess.
        anyway: Whether to show the truth to a reader who has kept no guess.
    """
    question = find_guess(guess_id)
    known = record.read_progress()
    if not anyway and _counted(question, known) is None and not _was_revealed(question, known):
        return _waiting_card(question)
    kept = _counted(question, record.record_reveal(question.id))
    progress.refresh_views()
    said = _("your guess") if kept is None else written(kept)
    truth = truth_of(question.id)
    text = question.explanation.replace("{guess}", said).replace("{truth}", _told(truth))
    return Feedback("revealed", _verdict(question, kept, truth), text)


def _waiting_card(question: Guess) -> Feedback:
    """Say that the truth waits for a guess, and how to see it without one."""
    text = _("Keep one above, then run this cell again. To see the answer without a guess: `{call}`.").format(
        call=f'reveal("{question.id}", anyway=True)'
    )
    return Feedback("unanswered", _("The answer waits for your guess."), text)


def _verdict(question: Guess, kept: Kept | None, truth: float) -> str:
    """Say in one or two sentences what was guessed and what is."""
    it_is = _told(truth)
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
    return _counted(question, record.read_progress())


def kept_guesses(*guess_ids: str) -> dict[str, Kept | None]:
    """Return the guesses that count, by their ids: of several lessons, so one that no lesson asks for is None, too.

    >>> kept_guesses("00-guess-that-nobody-asks")
    {'00-guess-that-nobody-asks': None}
    """
    found: dict[str, Kept | None] = dict.fromkeys(guess_ids)
    for guess_id in guess_ids:
        with suppress(UnknownGuessError):
            found[guess_id] = kept_guess(guess_id)
    return found


def _told(truth: float) -> str:
    """Return the truth as a sentence gives it: four digits that count are enough to compare with a guess."""
    return written_number(float(f"{truth:.4g}"))
