"""The argued answers of a lesson as they were handed in, under the names that markers know them by."""

import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.codes import code_names, in_drawn_order
from longwave.teaching.argued.hands import Hand
from longwave.teaching.argued.rubric import WHOLE, Question
from longwave.teaching.argued.standing import Key, Reading, Standing
from longwave.teaching.cells import ANSWER, Cells, is_code, is_untouched, name_in_task
from longwave.teaching.folder.course import Course
from longwave.teaching.notebooks import read_notebook

ADDED = "added-"  # how the name of a cell begins that the student added


@dataclass(frozen=True)
class Answer:
    """One student's answer to one question; `text` is Markdown, `pictures` are addresses of pictures inside it."""

    question: Question
    student: str
    code: str
    text: str
    pictures: Mapping[str, str] = field(default_factory=dict)
    is_lost: bool = False  # the graded notebook is gone or damaged

    @property
    def key(self) -> Key:
        """Under which the gradebook and the log have it."""
        return self.question.task, self.student

    @property
    def digest(self) -> str:
        """Tells this text from a later one."""
        return "" if self.is_lost else hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @property
    def words(self) -> int:
        """How many words it has; of Chinese, Japanese and Korean text, how many characters."""
        return len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_][\w'’.,-]*", self.text))


def answers_to(
    course: Course, lesson: str, question: Question, hands: Mapping[Key, Hand], everyone: bool = False
) -> list[Answer]:
    """Return the answers to a question in the order in which they are to be read.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        question: the question.
        hands: what the gradebook has of each answer.
        everyone: return those that were left empty, too.
    """
    secret = course.secret()
    given = {student: hand for (task, student), hand in hands.items() if task == question.task}
    codes = code_names(secret, question.task, given)
    return [
        _answer(course, lesson, question, student, codes[student])
        for student in in_drawn_order(secret, question.task, given)
        if everyone or given[student].is_answered
    ]


def _answer(course: Course, lesson: str, question: Question, student: str, code: str) -> Answer:
    try:
        cells = Cells(read_notebook(course.autograded / student / lesson / f"{lesson}.ipynb").cells)
    except ExpectedError:
        return Answer(question, student, code, "", is_lost=True)
    cell = cells.find(name_in_task(question.task, ANSWER))
    # Who wrote into a cell of their own has left this one as it was.
    own = [cell] if cell and not is_untouched(cell) else [one for name, one in cells if name.startswith(ADDED)]
    texts = [one["source"] for one in own if not is_code(one)]
    pictures = {name: _address(data) for one in own for name, data in one.get("attachments", {}).items()}
    return Answer(question, student, code, html.unescape("\n\n".join(texts)), pictures)


def _address(data: Mapping[str, str]) -> str:
    kind, content = next(iter(data.items()), ("image/png", ""))
    return f"data:{kind};base64,{content}"


def shown_marks(answer: Answer, hand: Hand, log: Standing, marker: str | None) -> Reading:
    """Return the marks that a table or a page begins with.

    Those that count; for a named marker that marker's own and nothing else, so that a second marker reads alone.
    """
    if marker is not None:
        return log.readings.get(answer.key, {}).get(marker, Reading())
    reading = log.counting(answer.question, answer.student, hand.points)
    if reading is not None:
        comments = {name: words for name, words in reading.comments.items() if name != WHOLE}
        return Reading(reading.rows, {**comments, WHOLE: hand.comment}, reading.text)
    return Reading({} if hand.points is None else {WHOLE: hand.points}, {WHOLE: hand.comment})


def table_lines(
    answers: Sequence[Answer], hands: Mapping[Key, Hand], log: Standing, marker: str | None
) -> list[list[str]]:
    """Return the lines of the table for markers: each row of each answer, and the answer as a whole."""
    lines = []
    for answer in answers:
        marks = shown_marks(answer, hands[answer.key], log, marker)
        for name in answer.question.names:
            points = f"{marks.rows[name]:g}" if name in marks.rows else ""
            lines.append([answer.code, name, points, marks.comments.get(name, "")])
    return lines
