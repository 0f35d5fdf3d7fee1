"""Which text of each answer markers have: a student who hands in again must not get points for what was read before."""

import json
from collections.abc import Iterable
from pathlib import Path

from longwave.reader.files import write_whole
from longwave.teaching.argued.answers import Answer
from longwave.teaching.argued.log import marks_folder
from longwave.teaching.folder.course import Course


def _file(course: Course, lesson: str) -> Path:
    return marks_folder(course) / f"{lesson}.given-out.json"


def note_given_out(course: Course, lesson: str, answers: Iterable[Answer]) -> None:
    """Write down the texts that a page or a table gives to a marker."""
    known = texts_given_out(course, lesson)
    known |= {answer.code: answer.digest for answer in answers}
    content = json.dumps(known, indent=1, sort_keys=True).encode() + b"\n"
    write_whole(_file(course, lesson), content, mode=0o600)


def texts_given_out(course: Course, lesson: str) -> dict[str, str]:
    """Return the digest of the text that was given out last, by the code name of the answer."""
    try:
        found = json.loads(_file(course, lesson).read_bytes())
    except (OSError, ValueError):
        return {}  # at worst a changed text is not noticed here; `grade` marks it as to be looked at all the same
    return {str(code): str(digest) for code, digest in found.items()} if isinstance(found, dict) else {}
