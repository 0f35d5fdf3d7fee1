"""The reader's guesses of one lesson as a small table, which also carries them in a form that a class report reads.

In the notebook's file they are `{"version": 1, "lesson": "02", "guesses": {id: {"guess", "revealed", "after"}}}` under
the name MIME: a guess is a number, [low, high] or null, `revealed` is true or false. Nothing else of the reader's
progress is in it.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from longwave.i18n import _, current_language, written_number
from longwave.tasks import record
from longwave.tasks.feedback import PlainError
from longwave.tasks.guess import Guess, counted_guess, lesson_guesses, truth_of, written
from longwave.tasks.task import lessons

MIME = "application/vnd.longwave.guesses+json"
VERSION = 1

# Explicit ink on explicit ground reads the same in JupyterLab's light and dark themes.
_CARD = "background:#FFFFFF;color:#1F2328;padding:8px 14px;line-height:1.5;display:inline-block"
_CELL = "padding:4px 14px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid #D0D7DE"


class UnknownLessonError(PlainError, ValueError):
    """There is no lesson of that number."""


@dataclass(frozen=True, repr=False)
class GuessTable:
    """A table of guesses: the rows in words, headed by `columns`, and the same guesses as plain data."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    data: dict[str, Any]

    def __repr__(self) -> str:
        """Return the table as lines of text."""
        if not self.rows:
            return _no_guesses()
        return "\n".join(f"{row[0]}: " + "; ".join(_labelled(self.columns[1:], row[1:])) for row in self.rows)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {"text/plain": repr(self), "text/html": self._table(), MIME: self.data}

    def _table(self) -> str:
        """Return the table in HTML, with a caption and with headers that name their column or row."""
        if not self.rows:
            return f"<p>{html.escape(_no_guesses())}</p>"
        head = "".join(f'<th scope="col" style="{_CELL}">{html.escape(text)}</th>' for text in self.columns)
        caption = f'<caption style="text-align:left;font-weight:600">{html.escape(_("Your guesses"))}</caption>'
        parts = f"<thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, self.rows))}</tbody>"
        language = current_language().replace("_", "-")
        table = f'<table style="border-collapse:collapse">{caption}{parts}</table>'
        return f'<div class="longwave-guesses" lang="{language}" style="{_CARD}">{table}</div>'


def show_guesses(lesson: str) -> GuessTable:
    """Return the reader's guesses of a lesson as a table for the end of a cell.

    The notebook keeps them in the cell's output, so that a class can see how its guesses spread once it is handed in.
    They give no points.

    Args:
        lesson: two digits, such as "02".
    """
    if type(lesson) is not str or lesson not in lessons():
        raise UnknownLessonError(_('The value is the number of a lesson in quotes, such as "02".'))
    entries = record.read_progress().guesses
    questions = lesson_guesses(lesson)
    return GuessTable(
        (_("Question"), _("Your guess"), _("After the reveal"), _("Truth")),
        tuple(_words(question, entries.get(question.id, {})) for question in questions),
        {
            "version": VERSION,
            "lesson": lesson,
            "guesses": {question.id: _plain(question, entries.get(question.id, {})) for question in questions},
        },
    )


def _words(question: Guess, entry: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a row of the table in words. The truth is in it only where the reader has seen it."""
    kept, after = counted_guess(question, entry), _after(question, entry)
    return (
        question.title,
        _("none") if kept is None else written(kept),
        _("none") if after is None else written(after),
        written_number(truth_of(question.id)) if entry.get("revealed") else _("not revealed yet"),
    )


def _plain(question: Guess, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the notebook keeps of a guess."""
    return {
        "guess": _as_json(counted_guess(question, entry)),
        "revealed": bool(entry.get("revealed")),
        "after": _as_json(_after(question, entry)),
    }


def _after(question: Guess, entry: Mapping[str, Any]) -> float | tuple[float, float] | None:
    return counted_guess(question, {"guess": entry.get("after")})


def _as_json(value: float | tuple[float, float] | None) -> float | list[float] | None:
    return list(value) if isinstance(value, tuple) else value


def _labelled(columns: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    return [f"{name}: {text}" for name, text in zip(columns, row, strict=True)]


def _row(row: tuple[str, ...]) -> str:
    first, *others = map(html.escape, row)
    cells = "".join(f'<td style="{_CELL}">{text}</td>' for text in others)
    return f'<tr><th scope="row" style="{_CELL};font-weight:400">{first}</th>{cells}</tr>'


def _no_guesses() -> str:
    return _("This lesson asks for no guess.")
