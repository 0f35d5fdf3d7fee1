"""A short code for what was answered: whoever has the file can compute it, so two people can compare their files."""

import hashlib
import json
import unicodedata

from longwave.teaching.cells import ANSWER, Cells, task_and_part
from longwave.teaching.folder.course import Course
from longwave.teaching.intake.submission import UnreadableError, read_submission

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowel, so that no word comes of it, and nothing that looks like a digit
_LENGTH, _GROUP = 10, 5


def receipt_code(lesson: str, cells: Cells) -> str:
    """Return the code of the answers in a submission: ten letters in two groups.

    It follows from the texts of the answer cells and from the lesson alone. Outputs, other cells, the order of the
    cells, ends of lines, blanks at their ends, and the way in which an accent is stored do not change it. It is no
    secret and no proof of when something was written. Two files with other answers have the same code once in 10¹³.

    >>> receipt_code("18-co-evolution", Cells([]))
    'KGCQN-VMQVH'
    """
    answers = {name: _plain(cell["source"]) for name, cell in cells if task_and_part(cell)[1] == ANSWER}
    content = json.dumps([lesson, sorted(answers.items())], ensure_ascii=True)
    number = int.from_bytes(hashlib.sha256(content.encode("ascii")).digest(), "big")
    letters = ""
    for _place in range(_LENGTH):
        number, digit = divmod(number, len(_LETTERS))
        letters += _LETTERS[digit]
    return f"{letters[:_GROUP]}-{letters[_GROUP:]}"


def submitted_code(course: Course, lesson: str, student: str) -> str:
    """Return the code of what was collected from a student, empty where it cannot be graded."""
    try:
        return receipt_code(lesson, read_submission(course.submission(student, lesson)).cells)
    except UnreadableError:
        return ""


def is_same_code(one: str, other: str) -> bool:
    """Return whether two codes are the same, in whichever way they were typed.

    >>> is_same_code("BCDFG-HJKLM", "bcdfg hjklm"), is_same_code("", "")
    (True, False)
    """
    first, second = ("".join(filter(str.isalpha, code)).upper() for code in (one, other))
    return bool(first) and first == second


def _plain(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
