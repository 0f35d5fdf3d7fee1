"""The settings of a course, as `course.toml` has them; an error names the setting that is wrong."""

import difflib
import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.clock import DEFAULT_ZONE, moment_in, zone_named
from longwave.teaching.folder.policies import policies_of
from longwave.teaching.folder.rules import Policy

SANDBOX = {
    "memory_mb": 2048,
    "seconds": 60,
    "processes": 64,
    "disk_mb": 64,
    "output_kb": 256,
    "answer_kb": 1024,
}

PACKAGES = "packages"  # in [sandbox], beside the limits

# A misspelt name must not pass unnoticed: the course would, say, have no deadlines.
_KNOWN = (
    *("name", "timezone", "group_work", "drop_lowest", "always_counts"),
    *("gradebook", "deadlines", "late", "titles", "sandbox"),
)
_EXAMPLE = "2026-12-01T23:59:00"


class Settings:
    """The settings of one file."""

    def __init__(self, path: Path) -> None:
        """Read the settings of a file.

        Raises:
            ExpectedError: if the file cannot be read, or has a setting that is not known.
        """
        self.path = path
        try:
            self._all = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except tomllib.TOMLDecodeError as error:
            sentence = _("{error}. Texts are in quotes; a date and time is written like {example}")
            raise self._wrong(sentence.format(error=error, example=_EXAMPLE)) from error
        except (OSError, ValueError) as error:
            raise self._wrong(str(error)) from error
        self._refuse_unknown(self._all, _KNOWN)
        self._refuse_unknown(self._table("gradebook"), ("url",))

    def text(self, name: str, table: str = "") -> str:
        """Return a text, empty if it is left out."""
        found = (self._table(table) if table else self._all).get(name, "")
        if not isinstance(found, str):
            raise self._wrong(_("{name} must be a text in quotes").format(name=name))
        return found.strip()

    def gradebook_url(self) -> str:
        """Return the gradebook's address with its driver, empty for the one in the course's folder."""
        url = self.text("url", "gradebook")
        scheme, separator, rest = url.partition("://")
        if scheme in ("postgres", "postgresql", "postgresql+psycopg") and separator:
            return f"postgresql+psycopg://{rest}"
        if url:
            raise self._wrong(_("the gradebook's url must be empty, or start with postgresql://"))
        return ""

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone in which times without an offset are read."""
        try:
            return zone_named(self.text("timezone") or DEFAULT_ZONE)
        except ExpectedError as error:
            raise self._wrong(str(error)) from None

    def deadlines(self) -> tuple[dict[str, datetime], list[str]]:
        """Return the deadlines by the words that name the lessons, and what a person should know of them."""
        found: dict[str, datetime] = {}
        remarks = []
        for word, written in self._table("deadlines").items():
            if not isinstance(written, date):
                sentence = _("the deadline of {word} must be a date and time such as {example}")
                raise self._wrong(sentence.format(word=word, example=_EXAMPLE))
            try:
                found[word], remark = moment_in(written, self.zone)
            except ExpectedError as error:
                raise self._wrong(_("the deadline of {word}: {reason}").format(word=word, reason=error)) from None
            remarks += [_("The deadline of {word}: {remark}").format(word=word, remark=remark)] if remark else []
        return found, remarks

    def policies(self) -> dict[str, Policy]:
        """Return what lateness costs, by the words that name the lessons, and under "" in the whole course."""
        try:
            return policies_of(self._table("late"), self.zone)
        except ExpectedError as error:
            raise self._wrong(str(error)) from None

    def lessons_under(self, name: str) -> list[str]:
        """Return the words that name lessons in a list, such as those which a group hands in once."""
        found = self._all.get(name, [])
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            sentence = _('{name} must be a list of lessons in quotes, such as ["p1", "p2"]')
            raise self._wrong(sentence.format(name=name))
        return found

    def drop_lowest(self) -> int:
        """Return how many of a student's lowest lessons do not count."""
        found = self._all.get("drop_lowest", 0)
        if type(found) is not int or found < 0:
            raise self._wrong(_("drop_lowest must be a whole number, 0 or more"))
        return found

    def titles(self) -> dict[str, str]:
        """Return what the learning platform calls lessons, by the words that name them."""
        return {word: self.text(word, "titles") for word in self._table("titles")}

    def sandbox(self) -> dict[str, int]:
        """Return the limits of a student's code, each with its default."""
        given = {name: limit for name, limit in self._table("sandbox").items() if name != PACKAGES}
        for name, limit in given.items():
            if name not in SANDBOX:
                sentence = _("[sandbox] has no {name}; it has {names}")
                raise self._wrong(sentence.format(name=name, names=", ".join([*SANDBOX, PACKAGES])))
            if type(limit) is not int or limit <= 0:
                raise self._wrong(_("{name} in [sandbox] must be a whole number above 0").format(name=name))
        return {**SANDBOX, **given}

    def packages(self) -> tuple[str, ...]:
        """Return what is imported in the sandbox before the first student, beside what the lesson itself imports."""
        names = self._table("sandbox").get(PACKAGES, [])
        is_list = isinstance(names, list) and all(isinstance(name, str) for name in names)
        if not is_list or not all(part.isidentifier() for name in names for part in name.split(".")):
            sentence = _("{name} in [sandbox] must be a list of names as Python imports them, such as {example}")
            raise self._wrong(sentence.format(name=PACKAGES, example='["matplotlib.pyplot"]'))
        return tuple(dict.fromkeys(names))

    def _table(self, name: str) -> dict[str, Any]:
        table = self._all.get(name, {})
        if not isinstance(table, dict):
            raise self._wrong(_("{name} must be a table").format(name=name))
        return table

    def _refuse_unknown(self, given: Iterable[str], known: tuple[str, ...]) -> None:
        for name in given:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1) or known
                sentence = _("there is no setting {name}. Did you mean {near}?")
                raise self._wrong(sentence.format(name=repr(name), near=", ".join(near)))

    def _wrong(self, reason: str) -> ExpectedError:
        return ExpectedError(_("{file} is wrong: {reason}").format(file=self.path, reason=reason))
