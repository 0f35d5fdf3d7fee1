"""`longwave similar`: a page of pairs of answers, side by side, with what the two share marked. It gives no verdict."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from longwave.i18n import _, plural
from longwave.marks import name_of
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import PROMPT, Cell, Cells, is_answer, is_argued, is_code, name_in_task, task_of
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import is_safe, visible
from longwave.teaching.intake.reading import UnreadableError
from longwave.teaching.intake.submission import read_submission
from longwave.teaching.notebooks import read_notebook
from longwave.teaching.pages.page import page
from longwave.teaching.similar.passages import Pair, Words, most_of_class, pairs_of, pieces, words_of

LONGEST_SHOWN = 4000  # characters of one answer on the page
LONGEST_READ = 30_000  # characters of one answer that are compared


@dataclass
class SimilarReport:
    """Where the page is, and how many pairs of which task are on it."""

    lesson: str
    students: int
    pairs: dict[str, int] = field(default_factory=dict)
    file: Path | None = None

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        sentence = plural(
            "{lesson}: {count} submission compared.", "{lesson}: {count} submissions compared.", self.students
        )
        found = [sentence.format(lesson=self.lesson, count=self.students)]
        for task, count in self.pairs.items():
            words = plural("{task}: {count} pair to read.", "{task}: {count} pairs to read.", count)
            found += [words.format(task=task, count=count)] if count else []
        if not any(self.pairs.values()):
            found.append(_("No two answers share a passage that the class has not in common."))
        return [*found, *([_("The page: {file}").format(file=self.file)] if self.file else [])]


def similar(course: Course, lesson: str, dry_run: bool = False, bar: Bar = plain) -> SimilarReport:
    """Write a page of the answers that share passages: argued ones, and those in code.

    Raises:
        ExpectedError: if the lesson was not released, or if fewer than two submissions can be read.
    """
    exercise = course.exercise(lesson)
    if not exercise.is_file():
        raise ExpectedError(_("Release the lesson first: longwave release {lesson}").format(lesson=lesson))
    sheet = Cells(read_notebook(exercise).cells)
    submissions = dict(bar(list(_submissions(course, lesson, sheet)), _("reading")))
    if len(submissions) < 2:
        raise ExpectedError(_("Fewer than two submissions of {lesson} can be read.").format(lesson=lesson))
    report, tables = SimilarReport(lesson, len(submissions)), []
    for cell in bar([cell for _name, cell in sheet if is_answer(cell)], lesson):
        answers = _answers(cell, submissions)
        pairs = pairs_of(answers, _given(cell, sheet))
        report.pairs[task_of(name_of(cell))] = len(pairs)
        tables.append({"title": _title(cell, sheet), "pairs": [_shown(pair, answers) for pair in pairs]})
    if not dry_run:
        report.file = course.reports / f"{lesson}-similar.html"
        write_whole(report.file, _page(lesson, tables, len(submissions)))
    return report


def _submissions(course: Course, lesson: str, sheet: Cells) -> Iterator[tuple[str, Cells]]:
    for path in sorted(course.submitted.glob(f"*/{lesson}/{lesson}.ipynb")):
        student = path.parents[1].name
        if is_safe(student):
            try:
                yield student, read_submission(path, sheet.all).cells
            except UnreadableError:
                continue


def _answers(cell: Cell, submissions: dict[str, Cells]) -> dict[str, Words]:
    """Return what was written in answer to one task, by student; those that left it as it was are left out."""
    name, in_code = name_of(cell), is_code(cell)
    texts = {student: str(cells.find(name).get("source", ""))[:LONGEST_READ] for student, cells in submissions.items()}
    return {
        student: words_of(text, in_code) for student, text in texts.items() if text.strip() not in ("", cell["source"])
    }


def _given(cell: Cell, sheet: Cells) -> Iterable[Words]:
    """Return the texts of the sheet that an answer may repeat: its question, and the lines that were given."""
    prompt = sheet.find(name_in_task(task_of(name_of(cell)), PROMPT)).get("source", "")
    return [words_of(text, is_code(cell)) for text in (prompt, cell["source"])]


def _title(cell: Cell, sheet: Cells) -> str:
    prompt = sheet.find(name_in_task(task_of(name_of(cell)), PROMPT)).get("source", "")
    heading = prompt.split("\n")[0].lstrip("# ").strip() or task_of(name_of(cell))
    return f"{heading} ({_('argued') if is_argued(cell) else _('code')})"


def _shown(pair: Pair, answers: dict[str, Words]) -> list[dict[str, Any]]:
    """Return the two sides of a pair."""
    sentence = _("{student}: {shared} of {all} words")
    return [
        {
            "who": sentence.format(student=student, shared=len(shared), all=len(answers[student].words)),
            "pieces": [(marked, visible(text)) for marked, text in pieces(answers[student], shared, LONGEST_SHOWN)],
        }
        for student, shared in zip(pair.students, pair.shared, strict=True)
    ]


def _page(lesson: str, tables: list[dict[str, Any]], students: int) -> bytes:
    about = [
        _(
            "Marked is what the two have in common, in runs of five words of text or eight signs of code, and at most "
            "{most} of {students} students have. Left out is what more have, and what the sheet itself says."
        ).format(most=most_of_class(students), students=students),
        _(
            "This is no verdict. Two may have worked together as they were asked to, quoted one source, or come to the "
            "same short program. What was reworded or translated is not found. Read both, and ask."
        ),
    ]
    title = _("Answers that share passages: {lesson}").format(lesson=lesson)
    return page("similar", title=title, about=about, tables=tables, nothing=_("No pair."))
