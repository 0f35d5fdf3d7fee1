"""Bringing a learning platform's list of students into the course's roster. Nobody on it is lost, and no id changes."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import cell
from longwave.teaching.folder.roster import COLUMNS, Student, read_roster, students_in
from longwave.teaching.folder.roster_file import listed_in


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
    """Return the roster with what a file lists: who is known in the old order, then who is new."""
    after = {student.student_id: student for student in before}
    seen: set[str] = set()
    for student in listed:
        own = _known(student, before)
        if own is None:
            report.new.append(student.student_id)
            after[student.student_id] = student
            continue
        seen.add(own.student_id)
        said = {one.name: getattr(student, one.name) for one in fields(Student) if one.name != "student_id"}
        after[own.student_id] = replace(own, **{name: value for name, value in said.items() if value})
        if after[own.student_id] != own:
            report.changed.append(own.student_id)
    report.absent = [student.student_id for student in before if student.student_id not in seen]
    return list(after.values())


def _known(student: Student, before: Sequence[Student]) -> Student | None:
    """Return who of the roster a listed student is: by the platform's number, else by address, else by id."""
    for name in ("lms_id", "email", "student_id"):
        value = getattr(student, name).casefold()
        found = [one for one in before if value and getattr(one, name).casefold() == value]
        if len(found) == 1:
            return found[0]
    return None


def _written(students: Sequence[Student]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(getattr(student, name)) for name in COLUMNS] for student in students)
    return text.getvalue()
