"""What a reader sees: a card for right, not answered, hints and guesses; an error without a traceback for wrong."""

import html
import re
import textwrap
from dataclasses import dataclass
from typing import Literal

from longwave.i18n import _, current_language, punctuated

WIDTH = 92  # JupyterLab breaks longer lines of an error inside words

# Explicit ink on explicit ground reads the same in light and dark themes; sign and word carry the meaning.
_INK = "#1F2328"
_CODE = f"background:#FFFFFF;color:{_INK}"
Look = Literal["right", "unanswered", "hint", "kept", "late", "revealed", "unusable"]
_LOOKS: dict[Look, tuple[str, str, str]] = {
    "right": ("✓", "#D6EDE4", "#00704F"),
    "unanswered": ("…", "#E7E9EC", "#5B6370"),
    "hint": ("?", "#DCEBF7", "#0B62A8"),
    "kept": ("●", "#D6EDE4", "#00704F"),
    "late": ("○", "#E7E9EC", "#5B6370"),
    "revealed": ("→", "#DCEBF7", "#0B62A8"),
    "unusable": ("!", "#F8E3D4", "#B34700"),
}


@dataclass(frozen=True, repr=False)
class Feedback:
    """A card with a sign, a word and a text.

    `status` is right, unanswered or hint; of a guess it is unanswered, unusable, kept, late or revealed.
    """

    status: Look
    word: str
    text: str = ""

    def __post_init__(self) -> None:
        """Have the marks of the language between the parts of the text."""
        object.__setattr__(self, "text", punctuated(self.text))

    def __repr__(self) -> str:
        """Return the card as a line of text."""
        return f"{_LOOKS[self.status][0]} {self.word} {self.text}".rstrip()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._card()}

    def _card(self) -> str:
        sign, ground, edge = _LOOKS[self.status]
        style = (
            f"background:{ground};color:{_INK};border-left:5px solid {edge};"
            "padding:8px 14px;margin:4px 0;max-width:46em;line-height:1.5"
        )
        language = current_language().replace("_", "-")
        return (
            f'<div class="longwave-feedback longwave-{self.status}" lang="{language}" style="{style}">'
            f'<span aria-hidden="true">{sign}</span> <strong>{marked_up(self.word)}</strong>'
            f" {marked_up(self.text)}</div>"
        )


def marked_up(text: str) -> str:
    """Return text as HTML: everything escaped, `code` in backticks set as code, *words* in stars stressed."""
    text = html.escape(text)
    text = re.sub(r"(?<!\w)\*(\w[^*`]*)\*(?!\w)", r"<em>\1</em>", text)
    return re.sub(r"`([^`]+)`", rf'<code style="{_CODE}">\1</code>', text)


class PlainError(Exception):
    """An error for a reader: Jupyter shows its message alone, without a traceback."""

    def _render_traceback_(self, *unused: object) -> list[str]:
        """Return the lines to show. IPython calls this in place of its own rendering."""
        paragraphs = str(self).split("\n")
        return [line for text in paragraphs for line in textwrap.wrap(text, WIDTH, break_on_hyphens=False)]


class NotYetError(PlainError, AssertionError):
    """An answer is not right yet. It fails the cell, so that a grader scores it and an executor stops."""


def not_yet(message: str, task_id: str, hints: int) -> NotYetError:
    """Return the error for a wrong or unusable answer; its words depend on the answer alone."""
    lines = [_("✗ Not yet. {message}").format(message=message)]
    if hints:
        lines.append(_('For a hint, run hint("{id}"). There are {count}.').format(id=task_id, count=hints))
    return NotYetError("\n".join(map(punctuated, lines)))
