"""The syllabus of a path through the course, as a page to print."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _, plural
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.meeting.excerpt import excerpt
from longwave.teaching.meeting.lessons import Exercises, lessons_and_sets
from longwave.teaching.meeting.paths import MEETING_MINUTES, CoursePath, Stop, all_paths, find_path
from longwave.teaching.notebooks import serialise
from longwave.teaching.pages.page import page

if TYPE_CHECKING:
    from nbformat import NotebookNode


@dataclass(frozen=True)
class SyllabusReport:
    """What `syllabus` wrote, or would write."""

    path: CoursePath
    sums: list[str]
    files: list[Path]  # the page, and the excerpt if the path has one
    dry_run: bool

    def lines(self) -> list[str]:
        """Return the report, a sentence in each line."""
        sentence = _("Would write: {file}") if self.dry_run else _("Written: {file}")
        lines = [f"{self.path.title}.", *self.sums, *(sentence.format(file=file) for file in self.files)]
        return lines if self.dry_run else [*lines, _("Open the page in a browser, and print it.")]


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


def syllabi(per_week: int | None = None) -> SyllabiReport:
    """Return the paths through the course, with their sums of minutes and what they need."""
    return SyllabiReport(all_paths(lessons_and_sets(), per_week))


def syllabus(
    path: str, folder: Path, dry_run: bool = False, bar: Bar = plain, per_week: int | None = None
) -> SyllabusReport:
    """Write the syllabus of a path as an HTML page to print, and the path's excerpt, if it has one, as a notebook.

    Args:
        path: the path's name, such as `term`.
        folder: where the files go, as syllabus-NAME.html and excerpt-NAME.ipynb; those from before are replaced.
        dry_run: write nothing.
        bar: shows how far it is.
        per_week: the meetings a week; None takes the path's own.

    Raises:
        ExpectedError: if there is no such path; it lists the names.
    """
    course = lessons_and_sets()
    found = find_path(path, course, per_week)
    rows = [_row(stop) for stop in bar(found.stops, found.name)]
    cells = excerpt(found.title, found.excerpt, course) if found.excerpt and not found.missing else None
    notebook = folder / f"excerpt-{found.name}.ipynb"
    sums = [*_sums(found), *([_for_the_room(notebook, cells)] if cells else [])]
    content = page("syllabus", title=found.title, sums=sums, columns=_columns(), rows=rows)
    file = folder / f"syllabus-{found.name}.html"
    if not dry_run:
        write_whole(file, content)
        if cells is not None:
            write_whole(notebook, serialise(cells))
    return SyllabusReport(found, sums, [file, notebook] if cells else [file], dry_run)


def _for_the_room(notebook: Path, cells: "NotebookNode") -> str:
    sentence = _("For the room, from the lessons' cells: {file}, about {minutes} minutes. Keep it beside the lessons.")
    return sentence.format(file=notebook.name, minutes=cells.metadata.longwave.minutes)


def _sums(path: CoursePath) -> list[str]:
    sentence = plural("{count} meeting of {minutes} minutes.", "{count} meetings of {minutes} minutes.", path.meetings)
    lines = [sentence.format(count=path.meetings, minutes=MEETING_MINUTES)]
    sentence = _("Reading: {reading} minutes. Exercises: {exercises} minutes, {points:g} points.")
    lines.append(sentence.format(reading=path.reading_minutes, exercises=path.exercise_minutes, points=path.points))
    sentence = plural(
        "With the meetings: {hours:.1f} hours, in one week.",
        "With the meetings: {hours:.1f} hours in {weeks} weeks, {week:.1f} hours a week.",
        path.weeks,
    )
    lines.append(sentence.format(hours=path.hours, weeks=path.weeks, week=path.hours / path.weeks))
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
    row = {"week": stop.week, "meeting": stop.meeting, "number": stop.number, "home": ""}
    if lesson is None:
        unwritten = {"title": _("This lesson is not written yet."), "needs": [], "outcomes": []}
        return {**row, **unwritten, "minutes": ["–", "–", "–"], "hand_in": "–"}
    exercises = lesson.exercises
    needs = [_("Needs {number} first: read its summary.").format(number=number) for number in stop.needs]
    costs = [f"{exercises.minutes}", f"{exercises.points:g}"] if exercises else ["–", "–"]
    home = _("Before the meeting: read as far as the first guess, in “{heading}”, and keep it.")
    described = {
        "title": lesson.title,
        "needs": needs,
        "home": home.format(heading=lesson.first_guess) if lesson.first_guess else lesson.dates,
        "outcomes": lesson.outcomes,
    }
    reading = f"{lesson.minutes}" if lesson.minutes else "–"
    return {**row, **described, "minutes": [reading, *costs], "hand_in": _hand_in(lesson.slug, exercises)}


def _hand_in(slug: str, exercises: Exercises | None) -> str:
    if exercises is None:
        return "–"
    tasks = plural("{count} task", "{count} tasks", exercises.tasks).format(count=exercises.tasks)
    argued = plural("{count} argued answer", "{count} argued answers", exercises.argued)
    sentence = _("{file}: {tasks}, {argued}")
    return sentence.format(file=f"{slug}.ipynb", tasks=tasks, argued=argued.format(count=exercises.argued))
