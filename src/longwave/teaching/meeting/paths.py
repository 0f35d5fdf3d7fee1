"""Paths through the course, and what they cost: computed from what the lessons say of themselves."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.tasks.task import course_order, lesson_module
from longwave.teaching.meeting.lessons import Lesson

_FILE = Path(__file__).with_name("paths.toml")
MEETING_MINUTES = 75


@dataclass(frozen=True)
class Stop:
    """A lesson or a problem set on a path: when it comes, and what it needs that the path has not had before."""

    number: str
    meeting: int
    week: int
    lesson: Lesson | None  # None: not written yet
    needs: tuple[str, ...]  # numbers of lessons


@dataclass(frozen=True)
class CoursePath:
    """A path: its lessons and problem sets in order."""

    name: str
    title: str
    stops: tuple[Stop, ...]
    excerpt: Mapping[str, list[str]] = field(default_factory=dict)  # lesson's number -> ids of the cells for the room

    @property
    def reading_minutes(self) -> int:
        """The minutes of all its lessons."""
        return sum(stop.lesson.minutes for stop in self.stops if stop.lesson)

    @property
    def exercise_minutes(self) -> int:
        """The minutes of all their exercises."""
        return sum(stop.lesson.exercises.minutes for stop in self.stops if stop.lesson and stop.lesson.exercises)

    @property
    def points(self) -> float:
        """The points of all their tasks."""
        return sum(stop.lesson.exercises.points for stop in self.stops if stop.lesson and stop.lesson.exercises)

    @property
    def meetings(self) -> int:
        """How many meetings it takes."""
        return self.stops[-1].meeting

    @property
    def weeks(self) -> int:
        """How many weeks it takes."""
        return self.stops[-1].week

    @property
    def hours(self) -> float:
        """The hours of its meetings, its reading and its exercises together."""
        return (self.meetings * MEETING_MINUTES + self.reading_minutes + self.exercise_minutes) / 60

    @property
    def needs(self) -> list[str]:
        """The lessons that it needs and does not have in time, each once, in order."""
        return sorted({number for stop in self.stops for number in stop.needs})

    @property
    def missing(self) -> list[str]:
        """Its lessons that are not written yet."""
        return [stop.number for stop in self.stops if stop.lesson is None]


def all_paths(lessons: Mapping[str, Lesson], meetings_a_week: int | None = None) -> list[CoursePath]:
    """Return the paths through these lessons and problem sets, by number, the shortest first.

    `meetings_a_week` takes the place of each path's own.
    """
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return [
        CoursePath(
            name,
            _titles()[name],
            stops(_numbers(about), lessons, about["lessons_a_meeting"], meetings_a_week or about["meetings_a_week"]),
            about.get("excerpt", {}),
        )
        for name, about in listed.items()
    ]


def _numbers(about: Mapping[str, Any]) -> list[str]:
    """Return the lessons of a path, each followed by the sets that come after it and ask about no lesson outside it."""
    lessons = _lessons(about)
    sets = {
        number: lesson_module(number).AFTER
        for number in course_order()
        if not number.isdigit() and set(getattr(lesson_module(number), "COVERS", ())) <= set(lessons)
    }
    return [
        each for lesson in lessons for each in (lesson, *(number for number, after in sets.items() if after == lesson))
    ]


def _lessons(about: Mapping[str, Any]) -> list[str]:
    """Return all lessons of the parts that a path names, as the syllabus has them, and then those that it lists."""
    listed = list(about.get("lessons", ()))
    if "parts" not in about:
        return listed
    from longwave.data import load

    syllabus = load("syllabus")
    return [slug[:2] for slug in syllabus.loc[syllabus["part"].isin(about["parts"]), "lesson"]] + listed


def find_path(name: str, lessons: Mapping[str, Lesson], meetings_a_week: int | None = None) -> CoursePath:
    """Return the path of a name, with the meetings that it has a week, or with as many as are given.

    Raises:
        ExpectedError: if there is none; it lists the names.
    """
    paths = all_paths(lessons, meetings_a_week)
    for path in paths:
        if path.name == name.strip().lower():
            return path
    sentence = _("No path is called {name}. There are: {names}")
    raise ExpectedError(sentence.format(name=repr(name), names=", ".join(path.name for path in paths)))


def stops(
    numbers: list[str], lessons: Mapping[str, Lesson], lessons_a_meeting: int = 1, meetings_a_week: int = 1
) -> tuple[Stop, ...]:
    """Return the lessons of a path, each with its meeting and its week, and with what it needs first."""
    found = []
    for place, number in enumerate(numbers):
        meeting = place // lessons_a_meeting
        lesson, before = lessons.get(number), numbers[:place]
        wanted = [slug[:2] for slug in lesson.prerequisites] if lesson else []
        needs = tuple(need for need in wanted if need not in before)
        found.append(Stop(number, meeting + 1, meeting // meetings_a_week + 1, lesson, needs))
    return tuple(found)


def _titles() -> dict[str, str]:
    return {
        "meeting": _("Two lessons in one meeting"),
        "labs": _("The labs, each optional"),
        "week": _("One week, a meeting a lesson"),
        "half-term-1": _("Half a term: Part I"),
        "half-term-2": _("Half a term: Part II"),
        "half-term-3": _("Half a term: Part III"),
        "half-term-4": _("Half a term: Part IV"),
        "half-term-1-2": _("Half a term: Parts I and II"),
        "half-term-2-3": _("Half a term: Parts II and III"),
        "term": _("A term, with the capstone"),
        "course": _("The whole course"),
    }
