"""Collecting what students handed in, out of a download: the newest notebook of each, and nothing lost.

A run can be stopped at any point and repeated. What has not changed is left alone.
"""

import hashlib
import io
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import Student, students_of
from longwave.teaching.intake.answers_code import submitted_code
from longwave.teaching.intake.arrivals import Arrival, Judge, Lessons
from longwave.teaching.intake.collect_report import CollectReport, Note
from longwave.teaching.intake.layouts import Owners
from longwave.teaching.intake.receipts import Receipt, read_receipt, write_receipt
from longwave.teaching.intake.set_aside import Shelf
from longwave.teaching.intake.sources import Found, open_source
from longwave.teaching.lateness import time_late

# A platform that makes its zip when it is asked gives every file the time of the download, give or take this.
ONE_DOWNLOAD = timedelta(minutes=10)
MARKED_LATE = timedelta(seconds=1)  # how late a notebook counts that the platform calls late, without saying how late


def collect(course: Course, lesson: str | None, source: Path, dry_run: bool = False, bar: Bar = plain) -> CollectReport:
    """Collect a lesson's notebooks from a download, a folder or a zip.

    The newest usable notebook of each student goes to `submitted/`. Every other file is copied to `set-aside/` with
    its reason, unless it is there already. Without `lesson`, the lesson is that of most notebooks of the download.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        source: the folder or zip that was downloaded.
        dry_run: say what would be done, and write nothing.
        bar: shows how far it is.

    Raises:
        ExpectedError: if there is no such download, no roster, or if the lesson is not known or was not released.
    """
    source = source.expanduser().resolve()
    _refuse_own(course, source)
    students, lessons = students_of(course), Lessons(course)
    with open_source(source) as files:
        slug = lesson or lessons.of_download(files)
        if not slug:
            raise _which_lesson(source, lessons.all_of_download(files))
        _refuse_unreleased(course, slug)
        judge = Judge(slug, lessons, Owners(students))
        arrivals = [judge.arrival(found) for found in bar(files, _("reading"))]
        run = _Run(course, slug, dry_run, has_times=_has_times(arrivals))
        try:
            run.take(arrivals, students, bar)
        finally:
            run.shelf.close()
    if run.shelf.kept and not dry_run:
        run.report.aside = run.shelf.folder
    return run.report


def _refuse_own(course: Course, source: Path) -> None:
    own = (course.submitted, course.set_aside, course.autograded, course.root / "solutions")
    if course.root.is_relative_to(source) or any(source.is_relative_to(folder) for folder in own):
        sentence = _("{source} is the course's own. Name the folder or the zip that you downloaded.")
        raise ExpectedError(sentence.format(source=source))


def _which_lesson(source: Path, found: list[str]) -> ExpectedError:
    """Return what to do where no lesson has most of a download: there are as many of several, or none is known."""
    if not found:
        return ExpectedError(_("It is not known which lesson {source} is of; add --lesson.").format(source=source))
    sentence = _("{source} holds notebooks of {lessons}. Collect it once for each; add --lesson {first} to begin with.")
    return ExpectedError(sentence.format(source=source, lessons=", ".join(found), first=found[0][:2]))


def _refuse_unreleased(course: Course, lesson: str) -> None:
    if not course.exercise(lesson).is_file():
        raise ExpectedError(_("Release the lesson first: longwave release {lesson}").format(lesson=lesson))


def _has_times(arrivals: list[Arrival]) -> bool:
    """Return whether the files of a Moodle download have the times of handing in, not that of the download."""
    moments = [arrival.found.moment for arrival in arrivals if arrival.owner.layout == "moodle"]
    return bool(moments) and max(moments) - min(moments) > ONE_DOWNLOAD


def _namesakes(arrivals: list[Arrival]) -> set[str]:
    """Return the students whom several people of a Moodle download would be, as anybody can use another's name."""
    people: dict[str, set[str]] = defaultdict(set)
    for arrival in arrivals:
        if arrival.kind == "usable" and arrival.owner.participant:
            people[arrival.owner.student].add(arrival.owner.participant)
    return {student for student, numbers in people.items() if len(numbers) > 1}


class _Run:
    """One run over one download."""

    def __init__(self, course: Course, lesson: str, dry_run: bool, has_times: bool) -> None:
        self.course, self.lesson, self.dry_run, self.has_times = course, lesson, dry_run, has_times
        self.deadline = course.deadlines.get(lesson)
        self.report, self.shelf = CollectReport(lesson, dry_run), Shelf(course, lesson, dry_run)

    def take(self, arrivals: list[Arrival], students: list[Student], bar: Bar) -> None:
        """Take each student's newest notebook, and set the rest aside."""
        usable: dict[str, list[Arrival]] = defaultdict(list)
        namesakes = _namesakes(arrivals)
        for arrival in arrivals:
            if arrival.kind == "usable" and arrival.owner.student in namesakes:
                why = _("several people go by this name; put the right file into a folder with the student's id")
                self.aside(arrival, "no owner", why)
            elif arrival.kind == "usable":
                usable[arrival.owner.student].append(arrival)
            else:
                self.aside(arrival, arrival.kind, arrival.why)
        for student in bar([student.student_id for student in students], _("collecting")):
            if handed_in := sorted(usable.get(student, []), key=lambda arrival: arrival.order):
                *older, newest = handed_in
                self._set_aside_older(older, newest)
                self.bring(newest)
        self._name_missing(students)

    def _set_aside_older(self, older: list[Arrival], newest: Arrival) -> None:
        """Set a student's other notebooks aside; of two with the same time, a person should look into both."""
        for arrival in older:
            words = _("{name} is newer")
            if arrival.age == newest.age and arrival.digest != newest.digest:
                words = _("{name} counts, by its name: both have the same time, so look into both")
            self.aside(arrival, "duplicate", words.format(name=newest.found.name))

    def aside(self, arrival: Arrival, kind: str, why: str) -> None:
        """Set a file aside, and report it."""
        student = arrival.owner.student
        self.note(kind, student, arrival.found.name, why)
        if not self.shelf.put(arrival.found, student, why):
            self.note("left in place", student, arrival.found.name)

    def note(self, kind: str, student: str, name: str = "", reason: str = "") -> None:
        """Report something."""
        self.report.notes.append(Note(kind, student, name, reason))

    def bring(self, arrival: Arrival) -> None:
        """Bring a notebook to its place, if it is not there and not older than what is there."""
        student = arrival.owner.student
        current = _bytes_of(self.course.submission(student, self.lesson))
        before = read_receipt(self.course, self.lesson, student)
        same = before if before and before.sha256 == arrival.digest == _digest(current) else None
        receipt = _receipt(arrival, same)
        if same:
            self.note("unchanged", student)
            if _knows_less(arrival, same):
                return
        elif before and current is not None and _is_older(receipt, before):
            self.aside(arrival, "older", _("what is here came later"))
            return
        else:
            self._note_new(arrival, current)
        handed_in, late = self._handed_in(arrival, datetime.fromisoformat(receipt.moment))
        self._note_time(arrival, handed_in, late)
        if not self.dry_run:
            self._write(arrival, handed_in, receipt)

    def _note_new(self, arrival: Arrival, current: bytes | None) -> None:
        """Report a notebook that was not here before; keep the one that it replaces."""
        student = arrival.owner.student
        if current is None or _digest(current) == arrival.digest:
            self.note("collected", student)
        else:
            self.note("replaced", student)
            place = self.course.submission(student, self.lesson)
            name, moment = place.relative_to(self.course.root).as_posix(), datetime.now(UTC)
            old = Found(name, len(current), moment, "", True, lambda: io.BytesIO(current))
            self.shelf.put(old, student, _("{name} is newer").format(name=arrival.found.name))
        if arrival.renamed:
            self.note("renamed", student, arrival.found.name)

    def _write(self, arrival: Arrival, moment: datetime, receipt: Receipt) -> None:
        """Write the time, the notebook, and the receipt last: without it, all is written again."""
        student = arrival.owner.student
        place = self.course.submission(student, self.lesson)
        stamp = moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC\n")
        write_whole(place.with_name("timestamp.txt"), stamp.encode(), durable=True)
        write_whole(place, arrival.found.read(), durable=True)
        code = self.report.codes[student] = submitted_code(self.course, self.lesson, student)
        write_receipt(self.course, self.lesson, student, replace(receipt, code=code))

    def _handed_in(self, arrival: Arrival, moment: datetime) -> tuple[datetime, bool | None]:
        """Return when a notebook was handed in, as far as is known, and whether that is late; None: nobody knows.

        A file's time in a platform's zip is that of the download, so it is only the latest that it can be. Where no
        more is known, the student has the benefit of the doubt: no penalty should depend on the day of a download.
        """
        owner = arrival.owner
        if self.deadline is None:
            return moment, bool(owner.late)
        deadline = self.deadline.astimezone(UTC)
        if owner.layout == "canvas":
            return (deadline + MARKED_LATE, True) if owner.late else (min(moment, deadline), False)
        if owner.layout == "moodle" and not self.has_times:
            return min(moment, deadline), None if moment > deadline else False
        return moment, moment > deadline

    def _note_time(self, arrival: Arrival, handed_in: datetime, late: bool | None) -> None:
        student = arrival.owner.student
        if late is None:
            self.note("time unknown", student)
        elif late and arrival.owner.late:
            self.note("late", student, reason=_("by Canvas's mark, which does not say how much"))
        elif late and self.deadline is not None:
            by = time_late((handed_in - self.deadline).total_seconds())
            self.note("late", student, reason=_("by {time}").format(time=by))

    def _name_missing(self, students: list[Student]) -> None:
        named = {note.student for note in self.report.notes if note.kind in ("collected", "replaced", "unchanged")}
        unusable = {note.student for note in self.report.notes if note.kind in ("unreadable", "other lesson")}
        other = {note.student for note in self.report.notes if note.kind == "no notebook"}
        for student in (student.student_id for student in students):
            if student not in named | unusable and not self.course.submission(student, self.lesson).is_file():
                self.note("without a notebook" if student in other else "missing", student)


def _receipt(arrival: Arrival, before: Receipt | None) -> Receipt:
    """Return a notebook's receipt; one that is here already keeps its source and time, and may get its number."""
    owner, found = arrival.owner, arrival.found
    source, moment = (before.source, before.moment) if before else (found.name, found.moment.isoformat())
    number = max(owner.number, before.number if before else 0)
    participant = owner.participant or (before.participant if before else "")
    return Receipt(arrival.digest, source, owner.layout, number, moment, participant)


def _knows_less(arrival: Arrival, before: Receipt) -> bool:
    """Return whether a notebook that came from a platform is in a plain folder now: its time there proves nothing."""
    return arrival.owner.layout == "plain" and before.layout != "plain"


def _is_older(new: Receipt, before: Receipt) -> bool:
    """Return whether a file is older than what was collected: by Canvas's number, or else by its time."""
    if new.number and before.number:
        return new.number < before.number
    return datetime.fromisoformat(new.moment) < datetime.fromisoformat(before.moment)


def _bytes_of(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None


def _digest(content: bytes | None) -> str:
    return hashlib.sha256(content).hexdigest() if content is not None else ""
