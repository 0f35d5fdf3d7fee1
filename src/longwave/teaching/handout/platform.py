"""Students' own exercises as one zip from which a platform gives each student their own.

Moodle: the zip goes in as feedback files (mod/assign/feedback/file/importziplib.php). It finds a student by the number
of the participant, which the assignment's grading worksheet has for everybody, before anything was handed in.

Canvas: files go in under the names that its download of submissions gave them (`infer_comment_context_from_filename` of
app/models/abstract_assignment.rb). A name has the number of a file that the student handed in, so each student must
have handed in a notebook, whatever is in it; the exercise comes back as a comment, under that notebook's name.
"""

from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import Student, students_of
from longwave.teaching.handout.variants.record import copies
from longwave.teaching.handout.worksheet import participants
from longwave.teaching.handout.zips import moodle_folder, zipped
from longwave.teaching.intake.layouts import Owner, Owners
from longwave.teaching.intake.sources import open_source


@dataclass
class PlatformReport:
    """What was written for a platform, and who is not in it."""

    archive: Path
    dry_run: bool
    platform: str
    places: dict[str, str] = field(default_factory=dict)  # by student: the name of the file in the zip
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the report, a sentence in each line."""
        sentence = _("Would write: {file}") if self.dry_run else _("Written: {file}")
        about = _("For {platform}: {count} students. Upload it there as it is.")
        name = {"moodle": "Moodle", "canvas": "Canvas"}[self.platform]
        lines = [sentence.format(file=self.archive), about.format(platform=name, count=len(self.places))]
        if self.missing:
            lines.append(
                _("Not in the file, so without an exercise: {students}").format(students=", ".join(self.missing))
            )
        lines += [_("Left out: {reason}.").format(reason=reason) for reason in self.unknown]
        return lines


def give_out(course: Course, lesson: str, source: Path, dry_run: bool = False) -> PlatformReport:
    """Write the students' own exercises of a lesson as a zip for Moodle or Canvas.

    Args:
        course: the instructor's course, in which `variant` has made the exercises.
        lesson: the lesson's slug.
        source: Moodle's grading worksheet, or the download of submissions of either platform.
        dry_run: say what would be done, and write nothing.

    Raises:
        ExpectedError: if the file is neither, or has nobody who is on the roster.
    """
    source, students = source.expanduser().resolve(), students_of(course)
    is_worksheet = source.is_file() and source.suffix.lower() == ".csv"
    report = _of_worksheet(source, lesson, students) if is_worksheet else _of_download(source, lesson, students)
    if not report.places:
        sentence = _("{file} names nobody who is on the roster.")
        raise ExpectedError(" ".join([sentence.format(file=source), *report.unknown[:3]]))
    report.archive = course.released / f"{lesson}-variants-{report.platform}.zip"
    report.dry_run = dry_run
    report.missing = [student.student_id for student in students if student.student_id not in report.places]
    if not dry_run:
        folder = copies(course, lesson)
        content = {place: (folder / name / f"{lesson}.ipynb").read_bytes() for name, place in report.places.items()}
        write_whole(report.archive, zipped(content), durable=True)
    return report


def _of_worksheet(source: Path, lesson: str, students: list[Student]) -> PlatformReport:
    report = PlatformReport(source, False, "moodle")
    found, report.unknown = participants(source, students)
    names = {student.student_id: student.full_name or student.student_id for student in students}
    for student, number in found.items():
        report.places[student] = f"{moodle_folder(names[student], number)}/{lesson}.ipynb"
    return report


def _of_download(source: Path, lesson: str, students: list[Student]) -> PlatformReport:
    owners, newest = Owners(students), dict[str, tuple[Owner, str]]()
    report = PlatformReport(source, False, "moodle")
    with open_source(source) as files:
        for file in files:
            owner = owners.owner(file.parts or [file.name])
            if not owner.student or owner.layout == "plain" or not file.name.lower().endswith(".ipynb"):
                report.unknown.append(f"{file.name}: {owner.why or _('not a notebook from Canvas or Moodle')}")
            elif owner.student not in newest or owner.number > newest[owner.student][0].number:
                newest[owner.student] = (owner, file.parts[-1])
    platforms = {owner.layout for owner, _name in newest.values()}
    if len(platforms) > 1:
        raise ExpectedError(_("{source} holds files of Canvas and of Moodle. Name one download.").format(source=source))
    report.platform = next(iter(platforms), "moodle")
    for student, (owner, name) in newest.items():
        folder = moodle_folder(student, owner.participant)
        report.places[student] = name if owner.layout == "canvas" else f"{folder}/{lesson}.ipynb"
    return report
