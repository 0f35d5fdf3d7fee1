"""The instructor's private folder: which course it is, where everything is in it, and which lessons there are."""

import difflib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.course import course_folder
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.allowances import FILE, read_allowances
from longwave.teaching.folder.rules import Rules
from longwave.teaching.folder.settings import Settings

SETTINGS = "course.toml"


@dataclass(frozen=True)
class Course:
    """One course of one instructor: its settings, and the paths of its folder."""

    root: Path
    name: str
    gradebook_url: str  # in SQLAlchemy's form, with the driver; it may contain a password, so never show it
    deadlines: Mapping[str, datetime]  # by slug, each with its offset from UTC
    sandbox: Mapping[str, int]
    titles: Mapping[str, str] = field(default_factory=dict)  # by slug: what the learning platform calls the lesson
    packages: tuple[str, ...] = ()  # for students' code, beside what the course itself needs
    rules: Rules = field(default_factory=Rules)

    def deadline(self, student: str, lesson: str) -> datetime | None:
        """Return a student's own deadline in a lesson, with any extension; None if the lesson has none."""
        return self.rules.deadline(student, lesson, self.deadlines.get(lesson))

    @property
    def course_id(self) -> str:
        """The course's name inside nbgrader's gradebook. PostgreSQL needs one: assignments refer to it."""
        return re.sub(r"[^A-Za-z0-9]+", "-", self.name).strip("-").lower()[:128] or "longwave"

    @property
    def gradebook_file(self) -> Path | None:
        """The gradebook's file; None where it is in PostgreSQL."""
        scheme, _separator, path = self.gradebook_url.partition("sqlite:///")
        return None if scheme else Path(path)

    @property
    def roster(self) -> Path:
        """The list of students."""
        return self.root / "roster.csv"

    @property
    def secret_file(self) -> Path:
        """The secret from which each student's own numbers come."""
        return self.root / "secret.txt"

    @property
    def released(self) -> Path:
        """What goes to the learning platform: a zip for each lesson."""
        return self.root / "released"

    @property
    def submitted(self) -> Path:
        """What students handed in: a folder for each student."""
        return self.root / "submitted"

    @property
    def set_aside(self) -> Path:
        """What students handed in and the course could not use."""
        return self.root / "set-aside"

    @property
    def autograded(self) -> Path:
        """What was graded: a folder for each student."""
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        """The pages that go back to students: a folder for each student."""
        return self.root / "feedback"

    @property
    def backups(self) -> Path:
        """Copies of the gradebook."""
        return self.root / "backups"

    @property
    def lms(self) -> Path:
        """Files for the import into a learning platform."""
        return self.root / "lms"

    @property
    def reports(self) -> Path:
        """Reports on the class."""
        return self.root / "reports"

    def solution(self, slug: str) -> Path:
        """Return the file of a lesson's graded source, with its hidden tests."""
        return self.root / "solutions" / slug / f"{slug}.ipynb"

    def exercise(self, slug: str) -> Path:
        """Return the file of the notebook that students get."""
        return self.root / "exercises" / slug / f"{slug}.ipynb"

    def submission(self, student: str, slug: str) -> Path:
        """Return the file of a student's notebook."""
        return self.submitted / student / slug / f"{slug}.ipynb"

    def secret(self) -> bytes:
        """Return the secret from which the students' own numbers are drawn.

        Raises:
            ExpectedError: if its file is missing or damaged.
        """
        try:
            secret = bytes.fromhex(self.secret_file.read_text(encoding="ascii").strip())
        except (OSError, ValueError):
            secret = b""
        if len(secret) < 16:
            sentence = _("{file} is missing or damaged. Bring it back from a backup: a new one gives other numbers.")
            raise ExpectedError(sentence.format(file=self.secret_file))
        return secret

    def lessons(self) -> list[str]:
        """Return the slugs of the lessons that can be released: the public ones and the course's own."""
        own = {path.stem for path in self.root.glob("solutions/*/*.ipynb") if path.stem == path.parent.name}
        return sorted(own | set(public_lessons()))

    def lesson(self, word: str) -> str:
        """Return the slug that a word means: `18`, `co-evolution`, `18-co-evolution` or the notebook's path.

        Raises:
            ExpectedError: if none or more than one fits; it names the near ones.
        """
        return lesson_named(word, self.lessons())


def find_course(folder: Path | None = None) -> Course:
    """Return the course of a folder: the one given, else LONGWAVE_COURSE, else the nearest above the present one.

    Raises:
        ExpectedError: if there is none, or if its settings are wrong.
    """
    named = folder or os.environ.get("LONGWAVE_COURSE")
    places = [Path(named).expanduser().resolve()] if named else [Path.cwd(), *Path.cwd().parents]
    for place in places:
        if (place / SETTINGS).is_file():
            return read_course(place)
    if named:
        sentence = _("{folder} is not a course folder. Make one with: longwave course new FOLDER")
        raise ExpectedError(sentence.format(folder=places[0]))
    sentence = _("This is not a course folder. Go into yours, name it with --course, or: longwave course new FOLDER")
    raise ExpectedError(sentence)


def read_course(root: Path) -> Course:
    """Return the course of a folder that holds `course.toml`.

    Raises:
        ExpectedError: if the settings are wrong.
    """
    settings = Settings(root / SETTINGS)
    url = settings.gradebook_url() or f"sqlite:///{root / 'gradebook.db'}"
    course = Course(root, settings.text("name") or root.name, url, {}, settings.sandbox())
    deadlines, remarks = settings.deadlines()
    return replace(
        course,
        deadlines=_by_slug(course, deadlines),
        titles=_by_slug(course, settings.titles()),
        rules=_rules(course, settings, remarks),
        packages=settings.packages(),
    )


def _rules(course: Course, settings: Settings, remarks: list[str]) -> Rules:
    """Return the course's rules, from its settings and from what single students are allowed."""
    policies = settings.policies()
    general = {"": policies.pop("")} if "" in policies else {}
    allowances, more = read_allowances(course.root / FILE, settings.zone, course.lesson)
    of_groups, always = (
        frozenset(_by_slug(course, dict.fromkeys(settings.lessons_under(name))))
        for name in ("group_work", "always_counts")
    )
    return Rules(
        zone=settings.zone,
        policies={**general, **_by_slug(course, policies)},
        allowances=allowances,
        group_work=of_groups,
        drop_lowest=settings.drop_lowest(),
        always_counts=always,
        remarks=(*remarks, *more),
    )


def _by_slug(course: Course, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings by the slugs of their lessons, each of which may be named once."""
    found: dict[str, Any] = {}
    try:
        for word, setting in settings.items():
            slug = course.lesson(word)
            if slug in found:
                raise ExpectedError(_("{lesson} is there twice").format(lesson=slug))
            found[slug] = setting
    except ExpectedError as error:
        sentence = _("{file} is wrong: {reason}")
        raise ExpectedError(sentence.format(file=course.root / SETTINGS, reason=error)) from None
    return found


def public_lessons() -> list[str]:
    """Return the slugs of the public course's exercises; none where the installation carries none."""
    try:
        folder = course_folder() / "exercises"
    except ExpectedError:
        return []
    return sorted(path.stem for path in folder.glob("*/*.ipynb") if path.stem == path.parent.name)


def public_notebook(part: str, slug: str) -> Path | None:
    """Return where the public course has a lesson's notebook in `exercises` or `solutions`; None if it has none."""
    try:
        path = course_folder() / part / slug / f"{slug}.ipynb"
    except ExpectedError:
        return None
    return path if path.is_file() else None


def lesson_named(word: str, known: Iterable[str]) -> str:
    """Return the slug among the known ones that a word means.

    Raises:
        ExpectedError: if none or more than one fits; it names the near ones.
    """
    known = sorted(known)
    wanted = word.strip().replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".ipynb").lower()
    number = wanted.zfill(2) if wanted.isdigit() else None
    for fits in (
        [slug for slug in known if slug == wanted],
        [slug for slug in known if slug[:2] == number],
        [slug for slug in known if slug[3:] == wanted],
        [slug for slug in known if wanted and not number and (slug.startswith(wanted) or slug[3:].startswith(wanted))],
    ):
        if len(fits) == 1:
            return fits[0]
    near = fits or difflib.get_close_matches(wanted, known, n=3, cutoff=0.4) or known
    sentence = _("No single lesson is called {word}. There are: {near}")
    raise ExpectedError(sentence.format(word=repr(word), near=", ".join(near) or "–"))
