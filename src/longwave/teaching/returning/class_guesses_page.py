"""A class's guesses on a page: a chart for each question and one table, with the truths or before they are revealed."""

from typing import Any

import altair as alt

from longwave.i18n import _, written_number
from longwave.tasks.guess import truth_of
from longwave.teaching.returning.class_guesses import ClassGuess, HandedIn, centre


def guess_charts(found: HandedIn, is_revealed: bool) -> list[alt.LayerChart]:
    """Return a chart for each question that somebody guessed at; before the reveal it shows no truth."""
    from longwave.teaching.returning.class_guesses_chart import class_guess_chart

    return [
        class_guess_chart(one, truth_of(one.question.id) if is_revealed else None)
        for one in found.guesses
        if one.kept or (one.after and is_revealed)
    ]


def guess_table(found: HandedIn, is_revealed: bool) -> dict[str, Any]:
    """Return the table for the page: counts, medians, and once they are revealed what there was to know."""
    columns = [_("question"), _("guesses"), _("median")]
    if is_revealed:
        columns += [_("truth"), _("ranges that hold it"), _("guesses after the reveal"), _("their median")]
    return {
        "title": _("Guesses"),
        "note": _(
            "{tables} of {notebooks} notebooks hold guesses. The median of ranges is that of their middles."
        ).format(tables=found.tables, notebooks=found.notebooks),
        "columns": columns,
        "rows": [_row(one, is_revealed) for one in found.guesses],
    }


def _row(one: ClassGuess, is_revealed: bool) -> list[Any]:
    row = [one.question.title, len(one.kept), _number(one.median)]
    if not is_revealed:
        return row
    truth = truth_of(one.question.id)
    held = one.held(truth)
    after = ClassGuess(one.question, tuple(sorted(one.after, key=centre)))
    return [
        *row,
        written_number(truth),
        "–" if held is None else f"{held:.0%}",
        len(after.kept),
        _number(after.median),
    ]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"
