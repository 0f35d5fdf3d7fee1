"""`longwave answers`: all answers to one question side by side, with its rubric and the guide's anchors."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.tasks.feedback import marked_up
from longwave.teaching.argued.answers import Answer, shown_marks
from longwave.teaching.argued.given_out import note_given_out
from longwave.teaching.argued.giving import Pile, pile_of, remarks_on
from longwave.teaching.argued.prose import answer_html
from longwave.teaching.argued.rubric import WHOLE, Question
from longwave.teaching.argued.taking import marker_named
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import file_name
from longwave.teaching.folder.roster import read_roster
from longwave.teaching.pages.page import page

_ANCHORS = re.compile(r"^## Argued task.*?\n(.*?)(?=^## |\Z)", re.M | re.S)
_LIMIT = re.compile(r"(\d[\d,]*) words at most")
_TABLE = re.compile(r"(?m)^\|.*\n?")


@dataclass
class AnswersReport:
    """The answers in a line each, or the pages that show them."""

    remarks: list[str]
    rows: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    dry_run: bool = False

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        sentence = _("Would write: {file}") if self.dry_run else _("The page: {file}")
        return [*self.remarks, *self.rows, *(sentence.format(file=file) for file in self.files)]


def answers(
    course: Course,
    lesson: str,
    task: str | None = None,
    as_page: bool = False,
    anonymous: bool = False,
    marker: str | None = None,
    dry_run: bool = False,
) -> AnswersReport:
    """List the argued answers of a lesson, or write a page for each question, on which they are side by side.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        task: the one argued task that is meant; all of them if it is left out.
        as_page: write the pages.
        anonymous: name nobody but by the code name.
        marker: begin with this marker's own points and nobody else's.
        dry_run: write nothing.

    Raises:
        ExpectedError: if there is nothing to read.
    """
    name = marker_named(marker) if marker is not None else None
    pile = pile_of(course, lesson, task, dry_run)
    names = {} if anonymous else {student.student_id: student.full_name for student in read_roster(course)}
    report = AnswersReport(remarks_on(pile), dry_run=dry_run)
    if not as_page:
        report.rows = [_line(answer, pile, anonymous) for answer in pile.answers]
        return report
    for question in pile.questions:
        path = course.reports / f"{_stem(question, anonymous, name)}.html"
        report.files.append(path)
        if not dry_run:
            content = answers_page(lesson, question, pile, None if anonymous else names, name)
            write_whole(path, content, mode=0o600)
    if not dry_run:
        note_given_out(course, lesson, pile.answers)
    return report


def _stem(question: Question, anonymous: bool, marker: str | None) -> str:
    """Return a page's name: two pages for different eyes never have the same one."""
    more = ["anonymous"] if anonymous else []
    return "-".join([question.task, "answers", *more, *([file_name(marker)] if marker else [])])


def _line(answer: Answer, pile: Pile, anonymous: bool) -> str:
    hand = pile.hands[answer.key]
    points = _("open") if hand.points is None else f"{hand.points:g}"
    waits = _("to be looked at") if hand.waits and hand.points is not None else ""
    words = _("{count} words").format(count=answer.words)
    who = [] if anonymous else [answer.student]
    return "  ".join(part for part in (answer.code, *who, answer.question.task, words, points, waits) if part)


def answers_page(
    lesson: str, question: Question, pile: Pile, names: Mapping[str, str] | None, marker: str | None
) -> bytes:
    """Return the page of one question; without names the answers have code names alone."""
    limit = _LIMIT.search(question.prompt)
    most = int(limit[1].replace(",", "")) if limit else None
    cards = [
        _card(answer, pile, names, marker, most) for answer in pile.answers if answer.question.task == question.task
    ]
    return page(
        "answers",
        title=question.title,
        words=_words(question),
        file=f"{question.task}{'-' + file_name(marker) if marker else ''}.csv",
        prompt=_course_html(_TABLE.sub("", question.prompt).partition("\n")[2]),
        rows=[{"name": row.name, "most": row.most, "words": _marked(row.words)} for row in question.rows],
        anchors=anchors(lesson, question.task),
        most=question.most,
        cards=cards,
    )


def _words(question: Question) -> dict[str, str]:
    """Return what the page says by itself."""
    return {
        "rubric": _("Rubric"),
        "anchors": _("Anchor answers"),
        "answers": _("Answers"),
        "points": _("points"),
        "what": _("what the answer does"),
        "comment": _("Comment on the answer"),
        "row_comment": _("Comment on row {row}"),
        "whole": _("Points of the whole answer"),
        "sum": _("Sum:"),
        "of": _("of {most:g}").format(most=question.most),
        "save": _("Save the marks as a table"),
        "how": _(
            "Type points here, or in the table of longwave marks export. Nothing leaves this page until you save: send "
            "the table to your instructor, who takes it in with longwave marks import."
        ),
        "order": _("The order was drawn for this question alone."),
    }


def _card(
    answer: Answer, pile: Pile, names: Mapping[str, str] | None, marker: str | None, limit: int | None
) -> dict[str, Any]:
    marks = shown_marks(answer, pile.hands[answer.key], pile.log, marker)
    return {
        "code": answer.code,
        "who": "" if names is None else f"{names.get(answer.student, '')} ({answer.student})".strip(),
        "count": _count(answer.words, limit),
        "notes": _notes(answer, pile, marker),
        "html": _markup(answer_html(answer.text, answer.pictures)),
        "points": {name: f"{points:g}" for name, points in marks.rows.items()},
        "comments": marks.comments,
        "whole": not answer.question.rows or WHOLE in marks.rows,
    }


def _count(words: int, limit: int | None) -> str:
    if limit is None or words <= limit:
        return _("{count} words").format(count=words)
    return _("{count} words, and the limit is {limit}").format(count=words, limit=limit)


def _notes(answer: Answer, pile: Pile, marker: str | None) -> list[str]:
    found = []
    if answer.is_lost:
        found.append(_("Its graded notebook is gone or damaged, so the text is not here."))
    hand = pile.hands[answer.key]
    if hand.waits and hand.points is not None and marker is None:
        found.append(_("To be looked at again: it was handed in once more after it had points."))
    return found


def anchors(lesson: str, task: str) -> Any:
    """Return the anchor answers that the instructor's guide has for a task, as HTML; empty where it has none."""
    from longwave.teaching.meeting.guide import guide_page

    try:
        path = guide_page(lesson)
    except ExpectedError:
        path = None
    section = _ANCHORS.search(path.read_text("utf-8")) if path else None
    return _course_html(section[1]) if section and f"`{task}`" in section[1] else ""


def _course_html(markdown: str) -> Any:
    """Return Markdown of the course as HTML; its headings are below those of the page."""
    from longwave.teaching.meeting.prose import blocks

    return _markup("\n".join(map(str, blocks(markdown))))


def _marked(text: str) -> Any:
    return _markup(marked_up(text))


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)
