"""What one file of a download is: whose, whether it is a notebook, and of which lesson."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.teaching.cells import Known
from longwave.teaching.folder.course import Course, public_notebook
from longwave.teaching.folder.names import shown
from longwave.teaching.intake.layouts import Owner, Owners, copy_number, without_copy_number
from longwave.teaching.intake.reading import (
    LARGEST,
    LARGEST_PRINTED,
    UnreadableError,
    document_of,
    is_perhaps_a_notebook,
    said_of_itself,
    without_prints,
)
from longwave.teaching.intake.sources import DAMAGED, Found
from longwave.teaching.intake.submission import MOST_CELLS

# What systems and editors leave behind; nobody handed it in.
_LEFT_OVER_FOLDERS = {"__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git"}
_LEFT_OVER_FILES = {".DS_Store", "Thumbs.db", "desktop.ini", "timestamp.txt"}
ARCHIVES = (".zip", ".7z", ".rar")
_ENDING = ".ipynb"
_BEGINNING = 1024  # bytes that tell a notebook from other files


@dataclass(frozen=True)
class Arrival:
    """One file of a download, judged. kind: usable, unreadable, other lesson, no notebook, left over, or no owner."""

    found: Found
    owner: Owner
    kind: str
    why: str = ""
    digest: str = ""
    renamed: bool = False
    trimmed: bool = False  # without what its cells printed, as that was too large

    @property
    def order(self) -> tuple[int, datetime, int, str]:
        """What is greater in a newer file: Canvas's number, then its time, the number of a copy, its name."""
        return *self.age, copy_number(self.found.parts[-1] if self.found.parts else ""), self.found.name

    @property
    def age(self) -> tuple[int, datetime]:
        """What says which of two files is newer; where it is the same, only the names are left to choose by."""
        return self.owner.number, self.found.moment


class Lessons:
    """Finds the lesson that a notebook is of, by the cells of its tasks, as grading knows them.

    No two lessons share one, except the two concept tests, which ask the same: these are distinguished by the name of
    the lesson in the notebook.
    """

    def __init__(self, course: Course) -> None:
        """Take the lessons of a course."""
        self.course = course

    @cached_property
    def known(self) -> dict[str, Known]:
        """The cells of each lesson, as students got them; of a lesson that was not released, the public ones."""
        places = {slug: self.course.exercise(slug) for slug in self.course.lessons()}
        return {
            slug: Known(cells_of(path if path.is_file() else public_notebook("exercises", slug)))
            for slug, path in places.items()
        }

    def of(self, document: dict[str, Any]) -> str:
        """Return the lesson of a notebook, empty if it is none, or if it may be of two."""
        cells, said = document["cells"][:MOST_CELLS], said_of_itself(document, "slug")
        shared = {slug: known.count(cells) for slug, known in self.known.items()}
        if shared.get(said):
            return said
        most = max(shared.values(), default=0)
        found = [slug for slug, count in shared.items() if count == most]
        return found[0] if most and len(found) == 1 else ""

    def of_download(self, files: list[Found]) -> str:
        """Return the lesson of most notebooks of a download, empty if no single one has most."""
        first, *others = [*self._counted(files).most_common(2), ("", 0)]
        return first[0] if not others or first[1] > others[0][1] else ""

    def all_of_download(self, files: list[Found]) -> list[str]:
        """Return each lesson of which a download has a notebook."""
        return sorted(self._counted(files))

    def _counted(self, files: list[Found]) -> Counter[str]:
        count: Counter[str] = Counter()
        for found in files:
            document = _document(found)
            count[self.of(document) if document else ""] += 1
        del count[""]
        return count


def _is_notebook(found: Found) -> bool:
    """Return whether a file says that it is a notebook, by its name or its first bytes."""
    if found.name.lower().endswith(_ENDING):
        return True
    try:
        with found.open() as stream:
            return is_perhaps_a_notebook(beginning := stream.read(_BEGINNING)) and b'"' in beginning
    except DAMAGED:
        return False


def _document(found: Found) -> dict[str, Any] | None:
    if found.problem or found.size > LARGEST or not _is_notebook(found):
        return None
    try:
        return document_of(found.read())
    except DAMAGED:
        return None


class Judge:
    """Finds out what files are to one lesson."""

    def __init__(self, lesson: str, lessons: Lessons, owners: Owners) -> None:
        """Take the lesson that is collected, all lessons, and the owners of files."""
        self.lesson, self.lessons, self.owners = lesson, lessons, owners

    def arrival(self, found: Found) -> Arrival:
        """Return what a file is."""
        parts = found.parts or [found.name]
        owner = self.owners.owner(parts)
        if _LEFT_OVER_FOLDERS & set(parts) or parts[-1] in _LEFT_OVER_FILES or parts[-1].startswith("._"):
            return Arrival(found, owner, "left over", _("a file of the system, or a copy that an editor made"))
        if found.problem:
            return _unusable(found, owner, "unreadable", found.problem)
        if not _is_notebook(found):
            return _unusable(found, owner, "no notebook", _not_a_notebook(parts[-1], owner.student))
        return self._notebook(found, owner)

    def _notebook(self, found: Found, owner: Owner) -> Arrival:
        """Return what a file is that says it is a notebook."""
        try:
            content, trimmed = _bounded(found)
            lack = ("no owner", "") if not owner.student else self._lack(document_of(content))
        except UnreadableError as error:
            named = found.name.lower().endswith(_ENDING)
            lack = ("unreadable", str(error)) if named else ("no notebook", _("not a notebook"))
        except DAMAGED as error:
            lack = "unreadable", _("damaged in the download: {reason}").format(reason=error)
        if lack is not None:
            return _unusable(found, owner, *lack)
        if trimmed:
            found = replace(found, size=len(content), open=partial(BytesIO, content))
        own_name = without_copy_number(owner.own_name) if owner.own_name else self.lesson
        digest = hashlib.sha256(content).hexdigest()
        return Arrival(found, owner, "usable", "", digest, own_name != self.lesson, trimmed)

    def _lack(self, document: dict[str, Any]) -> tuple[str, str] | None:
        """Return the kind of what is wrong with a notebook, and why; None if it is one of this lesson."""
        language = _language(document)
        if language.lower() not in ("python", "ipython", ""):
            return "unreadable", _("written for another kernel: {language}").format(language=shown(language[:40]))
        other = self.lessons.of(document)
        says_other = bool(other) and said_of_itself(document, "slug") == other != self.lesson
        if self.lessons.known[self.lesson].count(document["cells"][:MOST_CELLS]) and not says_other:
            return None
        if other:
            return "other lesson", _("a notebook of {lesson}").format(lesson=other)
        return "other lesson", _("not this lesson's notebook: it has none of its cells")


def _not_a_notebook(name: str, student: str) -> str:
    if name.lower().endswith(ARCHIVES):
        words = _("not a notebook; unpack it into a folder called {student}, and collect the folder above that")
        return words.format(student=student or "student_id")
    return _("not a notebook")


def _bounded(found: Found) -> tuple[bytes, bool]:
    """Return a notebook's bytes, and whether what its cells printed had to be left out as it was too large.

    Raises:
        UnreadableError: if it is too large without that, too, or no notebook.
    """
    too_large = UnreadableError(_("larger than {most} MB").format(most=LARGEST >> 20))
    if found.size > LARGEST_PRINTED:
        raise too_large
    content = found.read()
    if len(content) <= LARGEST:
        return content, False
    content = without_prints(content)
    if len(content) > LARGEST:
        raise too_large
    return content, True


def _unusable(found: Found, owner: Owner, kind: str, why: str) -> Arrival:
    """Return a file that is of no use; if nobody is known to own it, that is what is wrong with it first."""
    if owner.student:
        return Arrival(found, owner, kind, why)
    return Arrival(found, owner, "no owner", "; ".join(part for part in (owner.why, why) if part))


def cells_of(path: Path | None) -> list[Any]:
    """Return the cells of an exercise, none if it cannot be read."""
    try:
        document = json.loads(path.read_bytes()) if path else {}
    except (OSError, ValueError):
        return []
    return list(document.get("cells", []))


def _language(document: dict[str, Any]) -> str:
    """Return the language that a notebook names, empty if it names none."""
    metadata = document.get("metadata")
    for part, key in (("kernelspec", "language"), ("language_info", "name")):
        about = metadata.get(part) if isinstance(metadata, dict) else None
        language = about.get(key) if isinstance(about, dict) else None
        if isinstance(language, str) and language:
            return language
    return ""
