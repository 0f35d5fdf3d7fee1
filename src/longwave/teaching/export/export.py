"""Writing the questions of the course for learning platforms, into the course's private folder."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.export.canvas import canvas_package
from longwave.teaching.export.cartridge import cartridge
from longwave.teaching.export.concept_test import concept_test
from longwave.teaching.export.moodle import moodle_xml
from longwave.teaching.export.qti_2 import package
from longwave.teaching.export.question import Question
from longwave.teaching.export.quizzes import quizzes_of
from longwave.teaching.export.self_checks import self_checks
from longwave.teaching.folder.course import Course
from longwave.teaching.meeting.lessons import find_lesson, lesson_slugs

CONCEPTS = ("90", "concepts")


@dataclass
class ExportReport:
    """What was written, and what is not in it."""

    dry_run: bool
    files: list[Path] = field(default_factory=list)
    self_checks: int = 0
    concepts: int = 0
    left_out: dict[str, str] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Return the report, a line for each thing; that the files hold the answers comes first."""
        lines = [
            _("These files hold the right answers. Keep them where no student can read them."),
            _("{checks} questions of the lessons, {concepts} of the concept test.").format(
                checks=self.self_checks, concepts=self.concepts
            ),
        ]
        lines += [_("{task} is not in them: {reason}.").format(task=task, reason=why) for task, why in self._why()]
        sentence = _("Would write: {file}") if self.dry_run else _("Written: {file}")
        return [*lines, *(sentence.format(file=file) for file in self.files)]

    def _why(self) -> list[tuple[str, str]]:
        return sorted(self.left_out.items())


def export(course: Course, words: Sequence[str], dry_run: bool = False, bar: Bar = plain) -> ExportReport:
    """Write the questions under “Check yourself” of lessons, and the concept test, as four files in `exports/`.

    `words` name lessons, or the concept test as 90; without any, all are written.

    Raises:
        ExpectedError: if a word names no lesson.
    """
    report = ExportReport(dry_run)
    slugs = list(dict.fromkeys(map(find_lesson, _lessons(words)))) if words else lesson_slugs()
    questions = _of_lessons(slugs, report, bar)
    if not words or set(words) & set(CONCEPTS):
        questions += concept_test()
    report.concepts = len(questions) - report.self_checks
    name = "-".join([slug[:2] for slug in slugs] + ["concepts"] * bool(report.concepts)) if words else "questions"
    for ending, content in _contents(questions).items():
        path = course.root / "exports" / f"{name}-{ending}"
        report.files.append(path)
        if not dry_run:
            write_whole(path, content, mode=0o600)
    return report


def _lessons(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in CONCEPTS]


def _of_lessons(slugs: Sequence[str], report: ExportReport, bar: Bar) -> list[Question]:
    questions: list[Question] = []
    for slug in bar(slugs, _("questions")):
        found = self_checks(slug)
        questions += found.questions
        report.left_out |= found.left_out
    report.self_checks = len(questions)
    return questions


def _contents(questions: list[Question]) -> dict[str, bytes]:
    """Return the files by the end of their names."""
    quizzes = quizzes_of(questions)
    return {
        "moodle.xml": moodle_xml(questions),
        "canvas.zip": canvas_package(quizzes),
        "common-cartridge.imscc": cartridge(quizzes, _("Longwave: questions")),
        "qti-2.1.zip": package(quizzes),
    }
