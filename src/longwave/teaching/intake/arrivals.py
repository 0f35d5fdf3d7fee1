"""What one file of a download is: whose, whether it is a notebook, and of which lesson."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.teaching.cells import Known
from longwave.teaching.folder.course import Course, public_notebook
from longwave.teaching.folder.names import shown
from longwave.teaching.intake.layouts import Owner, Owners, copy_number, without_copy_number
from longwave.teaching.intake.sources import DAMAGED, Found
from longwave.teaching.intake.submission import LARGEST, MOST_CELLS

# What systems and editors leave behind; nobody handed it in.
_LEFT_OVER_FOLDERS = {"__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git"}
_LEFT_OVER_FILES = {".DS_Store", "Thumbs.db", "desktop.ini", "timestamp.txt"}
# Some browsers and mail programs add an ending of their own to the notebook's.
ARCHIVES = (".zip", ".7z", ".rar")
_NOTEBOOK = (".ipynb", ".ipynb.txt", ".ipynb.json")


@dataclass(frozen=True)
class Arrival:
    """One file of a download, judged. kind: usable, unreadable, other lesson, no notebook, left over, or no owner."""

    found: Found
    owner: Owner
    kind: str
    why: str = ""
    digest: str = ""
    renamed: bool = False

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
        cells, said = document["cells"][:MOST_CELLS], _said(document)
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
            document = _document(found) if _is_small_notebook(found) else None
            count[self.of(document) if document else ""] += 1
        del count[""]
        return count


def _is_small_notebook(found: Found) -> bool:
    return not found.problem and found.name.lower().endswith(_NOTEBOOK) and found.size <= LARGEST


def _document(found: Found) -> dict[str, Any] | None:
    try:
        return parsed(found.read())
    except (*DAMAGED, RecursionError):
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
        if not parts[-1].lower().endswith(_NOTEBOOK):
            return _unusable(found, owner, "no notebook", _not_a_notebook(parts[-1], owner.student))
        if found.size > LARGEST:
            return _unusable(found, owner, "unreadable", _("larger than {most} MB").format(most=LARGEST >> 20))
        try:
            content = found.read()
        except DAMAGED as error:
            why = _("damaged in the download: {reason}").format(reason=error)
            return _unusable(found, owner, "unreadable", why)
        lack = ("no owner", "") if not owner.student else self._lack(content)
        if lack is not None:
            return _unusable(found, owner, *lack)
        own_name = without_copy_number(owner.own_name) if owner.own_name else self.lesson
        digest = hashlib.sha256(content).hexdigest()
        return Arrival(found, owner, "usable", "", digest, own_name != self.lesson)

    def _lack(self, content: bytes) -> tuple[str, str] | None:
        """Return the kind of what is wrong with a notebook, and why; None if it is one of this lesson."""
        try:
            document = parsed(content)
        except (ValueError, RecursionError):
            return "unreadable", _("cut off or damaged: it is not complete JSON")
        if document is None:
            return "unreadable", _(
                "not a notebook of the present format; opened in JupyterLab and saved, it becomes one"
            )
        language = _language(document)
        if language.lower() not in ("python", "ipython", ""):
            return "unreadable", _("written for another kernel: {language}").format(language=shown(language[:40]))
        other = self.lessons.of(document)
        says_other = bool(other) and _said(document) == other != self.lesson
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


def parsed(content: bytes) -> dict[str, Any] | None:
    """Return a notebook of the present format, None if the JSON is of something else.

    Raises:
        ValueError: if it is not JSON.
    """
    document = json.loads(content.decode("utf-8-sig"))
    is_notebook = isinstance(document, dict) and isinstance(document.get("cells"), list)
    return document if is_notebook else None


def _unusable(found: Found, owner: Owner, kind: str, why: str) -> Arrival:
    """Return a file that is of no use; if nobody is known to own it, that is what is wrong with it first."""
    if owner.student:
        return Arrival(found, owner, kind, why)
    return Arrival(found, owner, "no owner", "; ".join(part for part in (owner.why, why) if part))


def _said(document: dict[str, Any]) -> str:
    """Return the lesson's name in a notebook's metadata, empty if there is none."""
    metadata = document.get("metadata")
    about = metadata.get("longwave") if isinstance(metadata, dict) else None
    slug = about.get("slug") if isinstance(about, dict) else None
    return slug if isinstance(slug, str) else ""


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
