"""What a table of marks gives each answer. A table with a wrong line gives nothing, and every wrong line is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _, plural
from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.answers import Answer
from longwave.teaching.argued.hands import same
from longwave.teaching.argued.rubric import WHOLE
from longwave.teaching.argued.standing import Reading
from longwave.teaching.argued.table import LONGEST_COMMENT, Line, comment_in, near, points_in, row_in
from longwave.teaching.folder.names import shown

MOST_NAMED = 60  # wrong lines that are named one by one
Wrong = list[tuple[int, str]]  # the number of a line, and what is wrong in it


@dataclass
class Given:
    """What a table gives one answer, and in which lines."""

    answer: Answer
    rows: dict[str, float] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def line(self) -> int:
        """The first line of the answer."""
        return min(self.lines.values())

    def onto(self, base: Reading) -> Reading:
        """Return a reading with what is given here; what is left empty stays as it was."""
        rows = dict(base.rows)
        by_row = {name: points for name, points in self.rows.items() if name != WHOLE}
        if by_row:
            rows = {name: points for name, points in rows.items() if name != WHOLE} | by_row
        elif WHOLE in self.rows and not same(base.total(self.answer.question), self.rows[WHOLE]):
            rows = {WHOLE: self.rows[WHOLE]}
        return Reading(rows, base.comments | self.comments, self.answer.digest, base.alone)


def given_in(lines: Sequence[Line], answers: Mapping[str, Answer]) -> tuple[list[Given], Wrong]:
    """Return what lines give, by answer, and what is wrong in them.

    Args:
        lines: the lines of the table.
        answers: the answers by code name, and by whatever else a line may call them.
    """
    found: dict[str, Given] = {}
    wrong: Wrong = []
    for line in lines:
        answer = answers.get(line.code.casefold())
        if answer is None:
            words = _("{code} is no answer of this lesson.").format(code=repr(shown(line.code[:80])))
            wrong.append((line.number, words + near(line.code.casefold(), list(answers))))
            continue
        reason = _take(found.setdefault(answer.code, Given(answer)), line)
        wrong += [(line.number, reason)] if reason else []
    wrong += [(one.lines[WHOLE], words) for one in found.values() if (words := _unlike(one))]
    return list(found.values()), sorted(wrong)


def _take(given: Given, line: Line) -> str:
    """Put a line to what is given; return what is wrong with it, nothing if it is right."""
    question, name = given.answer.question, row_in(line.row)
    if name not in question.names:
        words = _("{task} has no row {row}. Its rows are: {rows}.")
        rows = ", ".join(question.names)
        return words.format(task=question.task, row=repr(shown(line.row[:40])), rows=rows)
    if name in given.lines:
        return _("row {row} of {code} is in line {line}, too.").format(
            row=name, code=given.answer.code, line=given.lines[name]
        )
    given.lines[name] = line.number
    comment = comment_in(line.comment)
    if len(comment) > LONGEST_COMMENT:
        return _("the comment has more than {most} characters.").format(most=LONGEST_COMMENT)
    if comment:
        given.comments[name] = comment
    if not line.points:
        return ""
    points = points_in(line.points)
    if points is None:
        return _("{points} is no number of points.").format(points=repr(shown(line.points[:40])))
    if points > question.worth(name):
        sentence = _("{points:g} points are more than the {most:g} that row {row} is worth.")
        return sentence.format(points=points, most=question.worth(name), row=name)
    given.rows[name] = points
    return ""


def _unlike(given: Given) -> str:
    """Return what is wrong where both rows and the whole have points, which do not add up."""
    by_row = [points for name, points in given.rows.items() if name != WHOLE]
    if not by_row or WHOLE not in given.rows or same(sum(by_row), given.rows[WHOLE]):
        return ""
    sentence = _("the rows of {code} add up to {total:g}, and row all says {whole:g}. Leave one of them empty.")
    return sentence.format(code=given.answer.code, total=sum(by_row), whole=given.rows[WHOLE])


def refuse(path: Path, wrong: Wrong, cure: str = "") -> None:
    """Refuse a table that has wrong lines.

    Raises:
        ExpectedError: if there are any; it names each of them.
    """
    if not wrong:
        return
    head = plural(
        "{file}: nothing was taken, because of {count} line.",
        "{file}: nothing was taken, because of {count} lines.",
        len(wrong),
    )
    sentence = _("line {number}: {reason}")
    named = [sentence.format(number=number, reason=reason) for number, reason in wrong[:MOST_NAMED]]
    more = [_("and {count} more").format(count=len(wrong) - MOST_NAMED)] if len(wrong) > MOST_NAMED else []
    lines = [head.format(file=path, count=len(wrong)), *named, *more, *([cure] if cure else [])]
    raise ExpectedError("\n".join(lines))
