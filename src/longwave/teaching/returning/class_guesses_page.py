"""A class's guesses on a page: a chart for each question and one table, with the truths or before they are revealed."""

from typing import Any

import altair as alt

from longwave.i18n import _
from longwave.tasks.guess import truth_of
from longwave.teaching.returning.class_guesses import ClassGuess, HandedIn, shown


def guess_charts(found: HandedIn, is_revealed: bool) -> list[alt.LayerChart]:
    """Return a chart for each question that somebody guessed at; before the reveal it shows no truth."""
    from longwave.teaching.returning.class_guesses_chart import class_guess_chart

    return [
        class_guess_chart(one, truth_of(one.question.id) if is_revealed else None)
        for one in found.guesses
        if one.kept or (one.after and is_revealed)
    ]


def guess_table(found: HandedIn, is_revealed: bool) -> dict[str, Any]:
    """Return the table for the page: counts and medians, and once they are revealed what there was to know."""
    columns = [_("question"), _("guesses")]
    if is_revealed:
        columns += [_("truth"), _("guesses after it")]
    note = _("{tables} of {notebooks} notebooks hold guesses. The median of ranges is that of their middles.")
    return {
        "title": _("Guesses"),
        "note": note.format(tables=found.tables, notebooks=found.notebooks),
        "columns": columns,
        "rows": [_row(one, is_revealed) for one in found.guesses],
    }


def _row(one: ClassGuess, is_revealed: bool) -> list[str]:
    row = [one.question.title, _summary(one)]
    if not is_revealed:
        return row
    truth = truth_of(one.question.id)
    held = one.held(truth)
    after = ClassGuess(one.question, one.after)
    said = _("{truth}, in {held:.0%} of the ranges") if held is not None else "{truth}"
    return [*row, said.format(truth=shown(truth), held=held), _summary(after)]


def _summary(one: ClassGuess) -> str:
    """Return how many guesses there are, and their median."""
    if one.median is None:
        return "0"
    return _("{count}, median {median}").format(count=len(one.kept), median=shown(one.median))
