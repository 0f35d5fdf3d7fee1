"""Code names of answers, and the order in which they are read: both follow from the course's secret.

Nobody outside the course folder can turn a code name back, and in the folder nothing has to be kept for it. Each
question gives a student another code name and another place, so that no marker carries a judgement on.
"""

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable

# Syllables of this form are Wilkerson's proquints (2009): they can be said aloud, and no spreadsheet takes them for a
# date or a number.
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"
_FORM = (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS, _CONSONANTS)


def code_name(secret: bytes, task: str, student: str, words: int = 2) -> str:
    """Return the code name of a student's answer to a task: words of five letters.

    >>> code_name(bytes(16), "18-argued-index", "ann")
    'zijun-ragur'
    """
    number = int.from_bytes(_drawn(secret, "code", task, student), "big")
    found = []
    for _word in range(words):
        letters = []
        for alphabet in _FORM:
            number, place = divmod(number, len(alphabet))
            letters.append(alphabet[place])
        found.append("".join(letters))
    return "-".join(found)


def code_names(secret: bytes, task: str, students: Iterable[str]) -> dict[str, str]:
    """Return the code name of each student's answer. Of two that are the same, both get a third word."""
    found = {student: code_name(secret, task, student) for student in students}
    often = Counter(found.values())
    return {
        student: code if often[code] == 1 else code_name(secret, task, student, words=3)
        for student, code in found.items()
    }


def in_drawn_order(secret: bytes, task: str, students: Iterable[str]) -> list[str]:
    """Return students in the order in which their answers to a task are read: drawn anew for each task."""
    return sorted(students, key=lambda student: _drawn(secret, "order", task, student))


def _drawn(secret: bytes, *words: str) -> bytes:
    return hmac.digest(secret, "\n".join(words).encode(), hashlib.sha256)
