"""The guesses of a class: read from what was handed in, where the cell “Your guesses” left them.

A student can write anything into a notebook's outputs. So the questions come from the course, and of an output only
numbers that answer them are taken: no text of it goes anywhere, and none of its code is run.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from longwave.i18n import written_number
from longwave.tasks.guess import Guess, Kept, counted_guess, holds, lesson_guesses
from longwave.tasks.guess_table import MIME, VERSION
from longwave.tasks.ledger_guesses import is_value
from longwave.tasks.task import lessons
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.sections import in_section
from longwave.teaching.intake.reading import UnreadableError
from longwave.teaching.intake.submission import MOST_CELLS, read_document

MOST_OUTPUTS = 100  # of a cell


@dataclass(frozen=True)
class ClassGuess:
    """What a class guessed at one question: before the reveal, which counts, and after it; without names."""

    question: Guess
    kept: tuple[Kept, ...] = ()
    after: tuple[Kept, ...] = ()

    @property
    def median(self) -> float | None:
        """The median of the numbers, or of the middles of the ranges; None where there is none."""
        return median(map(centre, self.kept)) if self.kept else None

    def held(self, truth: float) -> float | None:
        """Return which share of the ranges holds the truth; None for numbers, and where there is no range."""
        ranges = [ends for ends in self.kept if isinstance(ends, tuple)]
        return sum(holds(self.question, ends, truth) for ends in ranges) / len(ranges) if ranges else None


@dataclass(frozen=True)
class HandedIn:
    """How many notebooks were read, how many of them hold a table of guesses, and the guesses by question."""

    notebooks: int
    tables: int
    guesses: list[ClassGuess]


def centre(value: Kept) -> float:
    """Return a number, or the middle of a range."""
    return (value[0] + value[1]) / 2 if isinstance(value, tuple) else value


def shown(value: float) -> str:
    """Return a number as a class's page shows it: whole from a hundred on, and below with three digits that count.

    >>> shown(38.3032), shown(1985.4), shown(0.66667)
    ('38.3', '1985', '0.667')
    """
    return written_number(round(value) if abs(value) >= 100 else float(f"{value:.3g}"))


def questions_of(lesson: str) -> tuple[Guess, ...]:
    """Return the guesses that a lesson asks for, by its slug or two digits; none for a notebook that is no lesson."""
    return lesson_guesses(lesson[:2]) if lesson[:2] in lessons() else ()


def handed_in_guesses(course: Course, lesson: str, section: str = "") -> HandedIn:
    """Return the guesses of all students on the roster, or of a section, who handed in a lesson that can be read."""
    questions, documents = questions_of(lesson), list(_documents(course, lesson, section))
    tables = [table for document in documents if (table := table_in(document, lesson[:2])) is not None]
    found = [(guesses_in(table, questions)) for table in tables]
    return HandedIn(len(documents), len(tables), [_of_class(question, found) for question in questions])


def _documents(course: Course, lesson: str, section: str) -> Iterator[dict[str, Any]]:
    for student in in_section(course, section):
        try:
            yield read_document(course.submission(student.student_id, lesson))
        except UnreadableError:  # nothing handed in, or no notebook: `collect` and `grade` say so by name
            continue


def table_in(document: dict[str, Any], lesson: str) -> dict[str, Any] | None:
    """Return the table of guesses that a notebook's outputs hold of a lesson, the last one; None if there is none."""
    found = [
        data[MIME]
        for cell in document["cells"][:MOST_CELLS]
        for output in _list_at(cell, "outputs")[:MOST_OUTPUTS]
        if MIME in (data := _dict_at(output, "data"))
    ]
    fits = [table for table in found if _version(table) == VERSION and table.get("lesson") == lesson]
    return fits[-1] if fits else None


def guesses_in(table: dict[str, Any], questions: Sequence[Guess]) -> dict[str, tuple[Kept | None, Kept | None]]:
    """Return, by question, the guess of a table and the one after the reveal; what answers no question is left out."""
    entries = _dict_at(table, "guesses")
    found = {}
    for question in questions:
        entry = _dict_at(entries, question.id)
        after = entry.get("after") if entry.get("revealed") is True else None
        found[question.id] = (_value(question, entry.get("guess")), _value(question, after))
    return found


def _value(question: Guess, value: object) -> Kept | None:
    return counted_guess(question, {"guess": value}) if is_value(value) else None


def _of_class(question: Guess, found: list[dict[str, tuple[Kept | None, Kept | None]]]) -> ClassGuess:
    pairs = [one[question.id] for one in found]
    kept = sorted((value for value, _after in pairs if value is not None), key=_order)
    after = sorted((value for _kept, value in pairs if value is not None), key=_order)
    return ClassGuess(question, tuple(kept), tuple(after))


def _order(value: Kept) -> tuple[float, float]:
    """Sort by place, and ranges of one middle by width: whose guess it is shall not be told by the order."""
    return centre(value), value[1] - value[0] if isinstance(value, tuple) else 0.0


def _version(table: object) -> int | None:
    version = table.get("version") if type(table) is dict else None
    return version if type(version) is int else None


def _dict_at(document: object, name: str) -> dict[str, Any]:
    found = document.get(name) if type(document) is dict else None
    return found if type(found) is dict else {}


def _list_at(document: object, name: str) -> list[Any]:
    found = document.get(name) if type(document) is dict else None
    return found if type(found) is list else []
