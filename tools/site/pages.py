"""Which files of the course become pages of the site, and where each goes. Nothing here is a list: files are found."""

import os
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from longwave.data import load
from longwave.tasks.task import course_order
from longwave.teaching.meeting.lessons import Lesson, lessons_and_sets
from tools.files import ROOT

# Markdown that has no page of its own on the site: the lists that the site makes itself, with links.
REPLACED = {"datasets/README.md"}
# Where the browser edition lies in a site that has one.
RUN = "run"
FRONT = ("README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md")
_OF_ONE_LESSON = re.compile(r"(lessons|exercises|docs/instructor)/((?:\d\d|p\d)-[a-z0-9-]+)")
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(<?([^)\s>]+)>?\)")
_FENCED = re.compile(r"^( *)(```|~~~).*?^ *\2", re.M | re.S)


@dataclass(frozen=True)
class Course:
    """The lessons and problem sets that a site carries, and the files of all its pages."""

    lessons: dict[str, Lesson]
    parts: dict[int, list[str]]  # the numbers of a part's lessons and sets, in the order in which a reader meets them
    files: dict[str, Path] = field(default_factory=dict)  # by path from the project's folder
    datasets: tuple[str, ...] = ()
    runs: bool = False  # whether the browser edition lies beside the pages

    def has(self, path: str) -> bool:
        """Return whether the site has a page for this file, or for a list that replaces it."""
        return path in self.files or path in REPLACED


def find_course(only: Collection[str] | None = None, runs: bool = False) -> Course:
    """Return what the site carries: all of the course, or only some lessons with their exercises.

    Args:
        only: numbers of lessons; None means all.
        runs: whether the notebooks can be run beside the pages.
    """
    known = lessons_and_sets()
    kept = {number: known[number] for number in course_order() if number in known and (not only or number in only)}
    found = {path.relative_to(ROOT).as_posix(): path for path in _pages()}
    wanted = {lesson.slug for lesson in kept.values()}
    files = {name: path for name, path in found.items() if _belongs(name, wanted)}
    datasets = [path.parent.name for path in sorted((ROOT / "datasets").glob("*/datapackage.json"))]
    if only:
        text = "\n".join(path.read_text("utf-8") for name, path in files.items() if name.endswith(".ipynb"))
        files = {name: path for name, path in files.items() if _is_used(name, text)}
        datasets = [name for name in datasets if f'\\"{name}\\"' in text]
    return Course(kept, _parts(kept), files, tuple(datasets), runs)


def _is_used(name: str, text: str) -> bool:
    """Return whether a page is wanted beside notebooks of this text: of the reference only the topics that they use."""
    page = Path(name)
    return page.parent.name != "reference" or page.name == "README.md" or f"longwave.topics.{page.stem} " in text


def _pages() -> list[Path]:
    pages = [ROOT / name for name in FRONT]
    pages += sorted((ROOT / "lessons").glob("*.ipynb")) + sorted((ROOT / "exercises").glob("*/*.ipynb"))
    return pages + sorted((ROOT / "docs").rglob("*.md"))


def _belongs(name: str, slugs: set[str]) -> bool:
    """Return whether a file is about the whole course, or about one of these lessons."""
    of_one = _OF_ONE_LESSON.match(name)
    return not of_one or of_one[2] in slugs


def _parts(kept: dict[str, Lesson]) -> dict[int, list[str]]:
    """Return the parts of the syllabus; a problem set belongs to the part of the lesson before it."""
    syllabus = load("syllabus")
    part_of = {lesson[:2]: int(part) for lesson, part in zip(syllabus["lesson"], syllabus["part"], strict=True)}
    parts: dict[int, list[str]] = {}
    part = 0
    for number in course_order():
        part = part_of.get(number, part)
        if number in kept:
            parts.setdefault(part, []).append(number)
    return dict(sorted(parts.items()))


def with_site_links(text: str, page: str, course: Course) -> str:
    """Return Markdown whose links lead to pages of the site; a link to a file that is no page becomes its path.

    Args:
        text: the Markdown.
        page: the page's own path, from the project's folder.
        course: what the site carries.
    """
    pieces, end = [], 0
    for block in _FENCED.finditer(text):
        pieces += [_relinked(text[end : block.start()], page, course), block[0]]
        end = block.end()
    return "".join([*pieces, _relinked(text[end:], page, course)])


def _relinked(text: str, page: str, course: Course) -> str:
    def relink(found: re.Match[str]) -> str:
        words, (target, _hash, anchor) = found[1], found[2].partition("#")
        if not target or re.match(r"[a-z]+:", target):
            return found[0]
        path = os.path.normpath(os.path.join(os.path.dirname(page), target)).replace(os.sep, "/")
        if course.has(path):
            return found[0]
        if course.has(f"{path}/README.md"):
            return f"[{words}]({target.rstrip('/')}/README.md{_hash}{anchor})"
        return words if path in words else f"{words} (`{path}`)"

    return _LINK.sub(relink, text)
