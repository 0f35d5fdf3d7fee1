"""Bringing a learning platform's list of students into the course's roster. Nobody on it is lost, and no id changes."""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import cell
from longwave.teaching.folder.roster import COLUMNS, Student, read_roster, students_in
from longwave.teaching.folder.roster_file import listed_in

_One = TypeVar("_One")


@dataclass
class ImportReport:
    """What an import does to the roster."""

    dry_run: bool
    columns: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    saved: Path | None = None

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        read = ", ".join(f"{heading} → {name}" for name, heading in self.columns.items())
        found = [_("Nothing is written in a dry run.")] if self.dry_run else []
        found += [_("Read: {columns}").format(columns=read), *self.remarks]
        found.append(_("New: {count}").format(count=len(self.new)))
        if self.changed:
            found.append(_("Brought up to date: {students}").format(students=", ".join(self.changed)))
        if self.absent:
            words = _("On the roster, but not in the file; they stay until you take them out: {students}")
            found.append(words.format(students=", ".join(self.absent)))
        if self.saved:
            found.append(_("The roster as it was before: {file}").format(file=self.saved))
        return found


def import_roster(course: Course, source: Path, dry_run: bool = False, bar: Bar = plain) -> ImportReport:
    """Bring the students of a platform's export into the roster.

    Who is there already, by platform's number, address or id, keeps the id, and gets what the file says of the rest.

    Args:
        course: the instructor's course.
        source: the file that Canvas or Moodle exported.
        dry_run: say what would be done, and write nothing.
        bar: shows how far it is.

    Raises:
        ExpectedError: if the file or the roster cannot be read.
    """
    listed = listed_in(source.expanduser())
    report = ImportReport(dry_run, listed.columns, remarks=listed.remarks)
    before = read_roster(course) if course.roster.exists() else []
    after = _merged(before, list(bar(listed.students, _("importing"))), report)
    text = _written(after)
    try:
        students_in(text, course.roster)
    except ExpectedError as error:
        raise ExpectedError(
            _("The roster would be of no use, and is left as it was: {reason}").format(reason=error)
        ) from None
    if not dry_run and after != before:
        if before:
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            report.saved = course.backups / f"roster-{stamp}.csv"
            write_whole(report.saved, course.roster.read_bytes(), mode=0o600, durable=True)
        write_whole(course.roster, text.encode("utf-8"), mode=0o600, durable=True)
    return report


def _merged(before: Sequence[Student], listed: Sequence[Student], report: ImportReport) -> list[Student]:
    """Return the roster with what a file lists: who is known in the old order, then who is new.

    Raises:
        ExpectedError: if two people would have one id, as one of them would then be lost.
    """
    after = {student.student_id: student for student in before}
    known = _known(before, listed)
    for place, student in enumerate(listed):
        own = known.get(place)
        if own is None:
            _refuse_taken(student, after)
            report.new.append(student.student_id)
            after[student.student_id] = student
            continue
        said = {one.name: getattr(student, one.name) for one in fields(Student) if one.name != "student_id"}
        after[own.student_id] = replace(own, **{name: value for name, value in said.items() if value})
        if after[own.student_id] != own:
            report.changed.append(own.student_id)
    seen = {own.student_id for own in known.values()}
    report.absent = [student.student_id for student in before if student.student_id not in seen]
    return list(after.values())


def _known(before: Sequence[Student], listed: Sequence[Student]) -> dict[int, Student]:
    """Return who of the roster the listed students are, by their places in the list.

    The platform's number decides, then the address, then the id. Nobody is two people: who is found by one of these is
    not looked for by the next, and an address that several share says nothing.
    """
    found: dict[int, Student] = {}
    for name in ("lms_id", "email", "student_id"):
        left = [place for place in range(len(listed)) if place not in found]
        taken = {own.student_id for own in found.values()}
        ours = _by_value([(one, getattr(one, name)) for one in before if one.student_id not in taken])
        theirs = _by_value([(place, getattr(listed[place], name)) for place in left])
        found |= {theirs[value]: ours[value] for value in theirs.keys() & ours.keys()}
    return found


def _by_value(pairs: Sequence[tuple[_One, str]]) -> dict[str, _One]:
    """Return what has each value, without what is empty or there more than once; capitals do not count."""
    count = Counter(value.casefold() for _one, value in pairs)
    return {value.casefold(): one for one, value in pairs if value and count[value.casefold()] == 1}


def _refuse_taken(student: Student, after: Mapping[str, Student]) -> None:
    """Refuse a student who is new and has the id of somebody else."""
    taken = {one.casefold() for one in after}
    if student.student_id.casefold() in taken:
        sentence = _(
            "{student} would be the id of two students, {name} in the file and somebody else, and the roster is left "
            "as it was. Say which is which by the lms_id in roster.csv, or change one id."
        )
        raise ExpectedError(sentence.format(student=student.student_id, name=repr(student.full_name)))


def _written(students: Sequence[Student]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(getattr(student, name)) for name in COLUMNS] for student in students)
    return text.getvalue()
