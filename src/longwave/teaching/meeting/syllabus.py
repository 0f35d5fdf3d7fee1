"""The syllabus of a path through the course, as a page to print."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from longwave.i18n import _, plural
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.meeting.lessons import Exercises, lessons
from longwave.teaching.meeting.paths import CoursePath, Stop, all_paths, find_path
from longwave.teaching.pages.page import page


@dataclass(frozen=True)
class SyllabusReport:
    """What `syllabus` wrote, or would write."""

    path: CoursePath
    file: Path
    dry_run: bool

    def lines(self) -> list[str]:
        """Return the report, a sentence a line."""
        sentence = _("Would write: {file}") if self.dry_run else _("Open it in a browser, and print it: {file}")
        return [f"{self.path.title}.", *_sums(self.path), sentence.format(file=self.file)]


@dataclass(frozen=True)
class SyllabiReport:
    """Which paths there are."""

    paths: list[CoursePath]

    def lines(self) -> list[str]:
        """Return the paths, each with its name, lessons and sums."""
        lines = []
        for path in self.paths:
            numbers = ", ".join(stop.number for stop in path.stops)
            sentence = _("{name}: {title}. Lessons {numbers}.")
            lines.append(sentence.format(name=path.name, title=path.title, numbers=numbers))
            lines += ["    " + line for line in _sums(path)]
        return [*lines, _("A page to print: longwave syllabus NAME")]


def syllabi() -> SyllabiReport:
    """Return the paths through the course, with their sums of minutes and what they need."""
    return SyllabiReport(all_paths(lessons()))


def syllabus(path: str, folder: Path, dry_run: bool = False, bar: Bar = plain) -> SyllabusReport:
    """Write the syllabus of a path as an HTML page to print.

    Args:
        path: the path's name, such as `term`.
        folder: where the file goes, as syllabus-NAME.html; one from before is replaced.
        dry_run: write nothing.
        bar: shows how far it is.

    Raises:
        TroubleError: if there is no such path; it lists the names.
    """
    found = find_path(path, lessons())
    rows = [_row(stop) for stop in bar(found.stops, found.name)]
    content = page("syllabus", title=found.title, sums=_sums(found), columns=_columns(), rows=rows)
    file = folder / f"syllabus-{found.name}.html"
    if not dry_run:
        write_whole(file, content)
    return SyllabusReport(found, file, dry_run)


def _sums(path: CoursePath) -> list[str]:
    sentence = plural("{count} meeting of 75 minutes.", "{count} meetings of 75 minutes.", path.meetings)
    lines = [sentence.format(count=path.meetings)]
    sentence = _("Reading: {reading} minutes. Exercises: {exercises} minutes, {points:g} points.")
    lines.append(sentence.format(reading=path.reading_minutes, exercises=path.exercise_minutes, points=path.points))
    if path.needs:
        sentence = _("Not in the path, or not in time: {numbers}. Let students read the summaries first.")
        lines.append(sentence.format(numbers=", ".join(path.needs)))
    if path.missing:
        sentence = _("Not written yet, and not counted: {numbers}.")
        lines.append(sentence.format(numbers=", ".join(path.missing)))
    return lines


def _columns() -> list[str]:
    return [
        _("Week"),
        _("Meeting"),
        _("Lesson"),
        _("Question"),
        _("What students can do then"),
        _("Reading (min)"),
        _("Exercises (min)"),
        _("Points"),
        _("To hand in"),
    ]


def _row(stop: Stop) -> dict[str, Any]:
    lesson = stop.lesson
    row = {"week": stop.week, "meeting": stop.meeting, "number": stop.number}
    if lesson is None:
        unwritten = {"title": _("This lesson is not written yet."), "needs": [], "outcomes": []}
        return {**row, **unwritten, "minutes": ["–", "–", "–"], "hand_in": "–"}
    exercises = lesson.exercises
    needs = [_("Needs {number} first: read its summary.").format(number=number) for number in stop.needs]
    costs = [f"{exercises.minutes}", f"{exercises.points:g}"] if exercises else ["–", "–"]
    described = {"title": lesson.title, "needs": needs, "outcomes": lesson.outcomes}
    return {**row, **described, "minutes": [f"{lesson.minutes}", *costs], "hand_in": _hand_in(lesson.slug, exercises)}


def _hand_in(slug: str, exercises: Exercises | None) -> str:
    if exercises is None:
        return "–"
    tasks = plural("{count} task", "{count} tasks", exercises.tasks).format(count=exercises.tasks)
    argued = plural("{count} argued answer", "{count} argued answers", exercises.argued)
    sentence = _("{file}: {tasks}, {argued}")
    return sentence.format(file=f"{slug}.ipynb", tasks=tasks, argued=argued.format(count=exercises.argued))
