"""`longwave marks import`: points and comments from a table into the gradebook, and into the log.

Nothing is overwritten in silence. Points that the gradebook has from formgrader, or from another marker, stay unless
the command says `--over` and why; with `--second` what is read is kept beside them.
"""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.answers import Answer, answers_to, shown_marks
from longwave.teaching.argued.given import Given, Wrong, given_in, refuse
from longwave.teaching.argued.given_out import texts_given_out
from longwave.teaching.argued.hands import Hand, same, seen
from longwave.teaching.argued.log import Event, append, event, new_batch
from longwave.teaching.argued.rubric import WHOLE, Question, questions_of
from longwave.teaching.argued.standing import FORMGRADER, Key, Known, Reading, Standing
from longwave.teaching.argued.table import comment_in, read_table
from longwave.teaching.folder.alone import alone
from longwave.teaching.folder.backups import backup
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import is_there, open_gradebook
from longwave.teaching.folder.names import cell, tidy

LONGEST_NAME = 40


@dataclass
class Change:
    """What becomes of one answer: a reading to keep, and points and a comment for the gradebook, if any."""

    given: Given
    hand: Hand
    reading: Reading | None = None
    points: float | None = None
    comment: str = ""
    is_old: bool = False  # the text has changed since the marker got it

    @property
    def is_given(self) -> bool:
        """Whether the gradebook changes: points, comment, or that a person has looked at the answer."""
        return self.points is not None and (
            not same(self.points, self.hand.points)
            or self.comment != self.hand.comment
            or (self.hand.waits and not self.is_old)
        )


@dataclass
class TakingReport:
    """What was taken of a table."""

    marker: str
    dry_run: bool
    changes: list[Change] = field(default_factory=list)
    second: bool = False
    backup: Path | None = None

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        given = [one for one in self.changes if one.is_given]
        kept = [one for one in self.changes if one.reading is not None]
        same_as_before = len(self.changes) - len([one for one in self.changes if one.is_given or one.reading])
        words = _("Would give points to: {count}.") if self.dry_run else _("Given points: {count}.")
        if self.second:
            words = _("Kept as a second reading by {marker}, while the points that count stay: {count}.")
        count = len(kept) if self.second else len(given)
        found = [words.format(count=count, marker=self.marker)]
        found.append(_("Unchanged: {count}.").format(count=same_as_before))
        found += [self._changed(one) for one in given if one.hand.points is not None]
        found += self._listed(_("Kept, and still open, as rows have no points: {codes}"), self._open())
        old = [one for one in given if one.is_old]
        words = _("Handed in again since the table was made, so the points are marked as to be looked at: {codes}")
        found += self._listed(words, old)
        return found + ([_("The gradebook as it was before: {file}").format(file=self.backup)] if self.backup else [])

    def _open(self) -> list[Change]:
        return [one for one in self.changes if one.reading and one.reading.total(one.given.answer.question) is None]

    def _changed(self, one: Change) -> str:
        sentence = _("{code}: {before:g} points before, now {after:g}.")
        return sentence.format(code=one.given.answer.code, before=one.hand.points, after=one.points)

    def _listed(self, words: str, changes: list[Change]) -> list[str]:
        codes = ", ".join(one.given.answer.code for one in changes)
        return [words.format(codes=codes)] if changes else []


def marks_import(
    course: Course,
    lesson: str,
    path: Path,
    marker: str,
    why: str = "",
    over: bool = False,
    second: bool = False,
    dry_run: bool = False,
) -> TakingReport:
    """Take points and comments from a table: all of them, or none.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        path: the table.
        marker: who gave the points.
        why: for the log.
        over: take them even where formgrader or another marker gave other points.
        second: keep them beside the points that count.
        dry_run: say what would change, and write nothing.

    Raises:
        ExpectedError: if a line is wrong, or if points would be overwritten; it names each line.
    """
    name, reason = marker_named(marker), tidy(why)
    if over and (second or not reason):
        raise ExpectedError(_("--over needs --why, and cannot go with --second."))
    if not is_there(course):
        raise ExpectedError(_("There is no gradebook yet. Release a lesson first: longwave release LESSON"))
    questions, lines = questions_of(course, lesson), read_table(path)
    with nullcontext() if dry_run else alone(course), open_gradebook(course) as gradebook:
        hands, log = seen(course, gradebook, lesson, questions, dry_run)
        # A table may hold an answer that was handed in again since, and empty.
        answers = [one for question in questions for one in answers_to(course, lesson, question, hands, everyone=True)]
        given, wrong = given_in(lines, _by_name(answers, questions))
        refuse(path, wrong)
        texts = texts_given_out(course, lesson)
        changes = [_change(one, hands[one.answer.key], log, name, second, texts) for one in given]
        if not over and not second:
            refuse(path, _overwritten(changes, log, name), _cure())
        report = TakingReport(name, dry_run, changes, second)
        if not dry_run and any(one.is_given or one.reading for one in changes):
            report.backup = backup(course) if any(one.is_given for one in changes) else None
            reason = reason or _("import of {file}").format(file=path.name)
            _write(course, lesson, gradebook, changes, name, reason)
    return report


def marker_named(name: str) -> str:
    """Return a marker's name in one form.

    Raises:
        ExpectedError: if it is none, or one that the log keeps for itself.
    """
    found = tidy(name)
    if not found or len(found) > LONGEST_NAME or found.casefold() in (FORMGRADER, "longwave"):
        sentence = _("{name} cannot be a marker's name. Use at most {most} characters.")
        raise ExpectedError(sentence.format(name=repr(found), most=LONGEST_NAME))
    return found


def _by_name(answers: Sequence[Answer], questions: Sequence[Question]) -> dict[str, Answer]:
    """Return the answers by code name and, where there is one question only, by student, too."""
    by_student = {answer.student.casefold(): answer for answer in answers} if len(questions) == 1 else {}
    return by_student | {answer.code: answer for answer in answers}


def _change(given: Given, hand: Hand, log: Standing, marker: str, second: bool, texts: Mapping[str, str]) -> Change:
    """Return what becomes of an answer."""
    answer = given.answer
    own = log.readings.get(answer.key, {}).get(marker)
    theirs = Reading() if second else shown_marks(answer, hand, log, None)
    comments = {name: words for name, words in theirs.comments.items() if words}
    base = own or Reading(theirs.rows, comments, alone=not theirs.rows)
    reading = given.onto(base)
    change = Change(given, hand, is_old=texts.get(answer.code, answer.digest) != answer.digest)
    if (given.rows or given.comments) and not (
        _alike(reading, own or theirs) and (own is None or own.text == reading.text)
    ):
        change.reading = reading
    total = reading.total(answer.question)
    if not second and total is not None and given.rows:
        comment = given.comments.get(WHOLE, "")
        change.points = total
        change.comment = comment if comment and comment != _flat(hand.comment) else hand.comment
    return change


def _alike(one: Reading, other: Reading) -> bool:
    """Return whether two readings say the same."""
    mine, others = ({name: _flat(words) for name, words in of.comments.items() if words} for of in (one, other))
    return one.rows == other.rows and mine == others


def _flat(comment: str) -> str:
    """Return a comment as it comes back from a table, in one line."""
    return comment_in(cell(comment))


def _overwritten(changes: Sequence[Change], log: Standing, marker: str) -> Wrong:
    """Return a sentence for each answer that has points or a comment of somebody else, by its line."""
    found = []
    for one in changes:
        known, code = log.known.get(one.given.answer.key, Known()), one.given.answer.code
        if one.points is None or known.who in ("", marker):
            continue
        if one.hand.points is not None and not same(one.points, one.hand.points):
            sentence = _("{code} has {points:g} points from {who}, the table gives {new:g}.")
            words = sentence.format(code=code, points=one.hand.points, who=known.who, new=one.points)
            found.append((one.given.line, words))
        elif one.hand.comment and one.comment != one.hand.comment:
            found.append((one.given.line, _("{code} has another comment from {who}.").format(code=code, who=known.who)))
    return sorted(found)


def _cure() -> str:
    return _(
        "To take the table's: --over --why “…”. To keep it beside them, as a second marker's: --second. "
        "To begin with what the gradebook has now: longwave marks export."
    )


def _write(course: Course, lesson: str, gradebook: Any, changes: Sequence[Change], marker: str, why: str) -> None:
    """Write the log first, then the gradebook in one transaction, then that it is done."""
    batch = new_batch()
    append(course, lesson, [one for change in changes for one in _events(change, marker, why, batch)])
    try:
        for change in changes:
            if change.is_given and change.points is not None:
                change.hand.give(change.points, change.comment, waits=change.is_old)
        gradebook.db.commit()
    except Exception as error:
        gradebook.db.rollback()
        append(course, lesson, [event("undone", "longwave", batch)])
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        sentence = _("The gradebook cannot be written, and nothing was taken: {reason}")
        raise ExpectedError(sentence.format(reason=reason)) from error
    append(course, lesson, [event("done", "longwave", batch)])


def _events(change: Change, marker: str, why: str, batch: str) -> list[Event]:
    key: Key = change.given.answer.key
    about = {"task": key[0], "student": key[1]}
    found = []
    if change.reading is not None:
        kept = change.reading
        words = {"rows": kept.rows, "comments": kept.comments, "text": kept.text, "alone": kept.alone}
        found.append(event("read", marker, batch, **about, **words))
    if change.is_given:
        points = {"from": change.hand.points, "to": change.points, "comment": change.comment}
        found.append(event("points", marker, batch, **about, **points, why=why))
    return found
