"""What was gained between the test before and the test after, by question, and which misconceptions stayed."""

import ast
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import ANSWER, Cells, name_in_task
from longwave.teaching.concepts.notebooks import AFTER, BEFORE
from longwave.teaching.concepts.questions import every_question
from longwave.teaching.folder.course import Course
from longwave.teaching.grading.results import results_of
from longwave.teaching.notebooks import read_notebook
from longwave.teaching.returning.items import points_table


@dataclass
class GainReport:
    """The gain in a line, and where the page is."""

    summary: list[str]
    file: Path | None = None

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        return [*self.summary, *([_("The page: {file}").format(file=self.file)] if self.file else [])]


def normalised_gain(before: float, after: float) -> float:
    """Return the share of what was missing that was gained: g = (after − before) / (1 − before).

    `before` and `after` are shares of right answers from 0 to 1; if nothing was missing, the gain is not a number.
    Below 0, something was lost. Source: Hake (1998), not opened.

    >>> normalised_gain(0.25, 0.625)
    0.5
    """
    return (after - before) / (1 - before) if before < 1 else float("nan")


def gain_table(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return before, after and gain by question, for the students who took both tests.

    Rows of the inputs are students, columns questions; values are 1 for right and 0 for not.
    """
    both = before.index.intersection(after.index)
    found = pd.DataFrame({"before": before.loc[both].mean(), "after": after.loc[both].mean()})
    found["gain"] = [normalised_gain(*pair) for pair in zip(found["before"], found["after"], strict=True)]
    return found.rename_axis("question")


def gain(course: Course, dry_run: bool = False, bar: Bar = plain) -> GainReport:
    """Write the page on what was gained.

    Raises:
        ExpectedError: if nobody has both tests graded.
    """
    tables = [points_table([one for one in results_of(course, slug) if one.tasks]) for slug in (BEFORE, AFTER)]
    both = tables[0].index.intersection(tables[1].index)
    if not len(both):
        raise ExpectedError(
            _("Nobody has both tests graded yet. Grade {before} and {after} first.").format(before=BEFORE, after=AFTER)
        )
    items = gain_table(*tables)
    mean = items[["before", "after"]].mean()
    sentence = _(
        "{students} students took both tests: {before:.0%} right before, {after:.0%} after, a gain of {gain:.2f}."
    )
    summary = [sentence.format(students=len(both), gain=normalised_gain(*mean), **mean)]
    report = GainReport(summary)
    for name in bar(["concepts-gain"] if not dry_run else [], _("concept test")):
        report.file = course.reports / f"{name}.html"
        write_whole(report.file, gain_page(items, _kept(course, list(both)), summary))
    return report


def gain_page(items: pd.DataFrame, kept: dict[str, tuple[str, int]], summary: list[str]) -> bytes:
    """Return the page: a chart, and a table with the misconception that most students still hold."""
    from longwave.teaching.pages.page import drawn, page
    from longwave.teaching.returning.class_report_chart import gain_chart

    rows = []
    for question, row in items.iterrows():
        misconception, students = kept.get(str(question), ("–", 0))
        gained = "–" if pd.isna(row["gain"]) else f"{row['gain']:.2f}".replace("-", "−")
        rows.append([question, f"{row['before']:.0%}", f"{row['after']:.0%}", gained, misconception, students])
    table = {
        "title": _("Questions"),
        "note": _(
            "The question 90-04 is about lesson 04. Gain: the share of what was missing that was gained (Hake 1998)."
        ),
        "columns": [_("question"), _("before"), _("after"), _("gain"), _("held by most who are wrong"), _("students")],
        "rows": rows,
    }
    title = _("Concept test: what was gained")
    return page("report", title=title, summary=summary, charts=[drawn(gain_chart(items))], tables=[table])


def _kept(course: Course, students: list[str]) -> dict[str, tuple[str, int]]:
    """Return by question the misconception of the wrong letter that most students chose afterwards, and how many."""
    chosen: dict[str, Counter[str]] = {question.id: Counter() for question in every_question()}
    for student in students:
        for name, letter in _letters(course.autograded / student / AFTER / f"{AFTER}.ipynb").items():
            chosen[name][letter] += 1
    found = {}
    for question in every_question():
        wrong = {
            letter: chosen[question.id][letter] for letter in question.misconceptions if chosen[question.id][letter]
        }
        if wrong:
            letter = max(wrong, key=lambda one: wrong[one])
            found[question.id] = (question.misconceptions[letter], wrong[letter])
    return found


def _letters(path: Path) -> dict[str, str]:
    """Return the letters of a graded notebook by question, read from the text of its answer cells."""
    cells = Cells(read_notebook(path).cells if path.is_file() else [])
    answers = {question.id: cells.find(name_in_task(question.id, ANSWER)) for question in every_question()}
    letters = {question: _letter(answer.get("source", "")) for question, answer in answers.items()}
    return {question: letter for question, letter in letters.items() if letter}


def _letter(source: str) -> str:
    """Return the text that the last line of an answer assigns, empty if it assigns something else."""
    try:
        value: Any = ast.parse(source).body[-1]
        letter = ast.literal_eval(value.value)
    except (SyntaxError, ValueError, AttributeError, IndexError):
        return ""
    return letter.strip().lower() if isinstance(letter, str) else ""
