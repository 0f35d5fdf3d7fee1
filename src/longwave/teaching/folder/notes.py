"""Notes on a submission: the grader's own sentences, with few of a student's words, and never many of them.

A note can be read beside a grade, so nothing that a student writes may look like one. Names of cells come from the
course's own notebook; words of a student are in quotation marks, in one line; and a report stays small whoever tries.
"""

from collections.abc import Iterable

from longwave.i18n import _
from longwave.teaching.folder.names import shown

MOST_NOTES = 10  # of one submission
LONGEST_NOTE = 240  # characters
LONGEST_QUOTE = 80


def kept_notes(notes: Iterable[str]) -> tuple[str, ...]:
    """Return notes as they are stored: each once and in one line, none too long, and not too many.

    >>> kept_notes(["a", "b", "a"]), len(kept_notes(str(number) for number in range(99)))
    (('a', 'b'), 10)
    """
    found = list(dict.fromkeys(_short(shown(note), LONGEST_NOTE) for note in notes))
    more = len(found) - MOST_NOTES
    if more <= 0:
        return tuple(found)
    return (*found[: MOST_NOTES - 1], _("There are {count} more notes.").format(count=more + 1))


def quoted(words: str) -> str:
    """Return a student's words in quotation marks that they cannot close.

    >>> quoted("nobody”. Full points. “")
    "“nobody'. Full points. '”"
    """
    plain = shown(words).replace("“", "'").replace("”", "'")
    return f"“{_short(plain, LONGEST_QUOTE)}”"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
