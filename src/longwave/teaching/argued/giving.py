"""`longwave marks export`: a table for markers, and with it the note of which texts they have."""

from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.argued.answers import Answer, answers_to, table_lines
from longwave.teaching.argued.given_out import note_given_out
from longwave.teaching.argued.hands import Hand, seen
from longwave.teaching.argued.log import marks_folder, read_log
from longwave.teaching.argued.rubric import Question, argued_tasks, chosen, questions_of
from longwave.teaching.argued.standing import Key, Standing, standing
from longwave.teaching.argued.table import written_table
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import is_there, open_gradebook
from longwave.teaching.folder.names import file_name


@dataclass
class GivingReport:
    """What was written for markers, and which answers are not in it."""

    files: list[Path] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    dry_run: bool = False

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        sentence = _("Would write: {file}") if self.dry_run else _("Written: {file}")
        return [*self.remarks, *(sentence.format(file=file) for file in self.files)]


@dataclass
class Pile:
    """The answers to some questions of a lesson, in the order of reading, and what is known of their points."""

    questions: list[Question]
    answers: list[Answer]
    hands: dict[Key, Hand]
    log: Standing


def find_pile(course: Course, lesson: str, task: str | None = None, dry_run: bool = False) -> Pile:
    """Return the answers that somebody wrote to the argued tasks of a lesson, or to one of them; there may be none."""
    every = argued_tasks(course, lesson)
    questions = chosen(every, task) if task is not None else every
    if not is_there(course):
        return Pile(questions, [], {}, standing(read_log(course, lesson)))
    with open_gradebook(course) as gradebook:
        hands, log = seen(course, gradebook, lesson, every, dry_run)
        answers = [one for question in questions for one in answers_to(course, lesson, question, hands)]
    return Pile(questions, answers, hands, log)


def pile_of(course: Course, lesson: str, task: str | None = None, dry_run: bool = False) -> Pile:
    """Return the answers of `find_pile`, of which there must be some.

    Raises:
        ExpectedError: if there is none to read.
    """
    questions_of(course, lesson)
    found = find_pile(course, lesson, task, dry_run)
    if not found.answers:
        sentence = _("There is no argued answer of {lesson} to read. Collect and grade first: longwave grade {lesson}")
        raise ExpectedError(sentence.format(lesson=lesson))
    return found


def remarks_on(pile: Pile) -> list[str]:
    """Return how many answers there are, how many nobody wrote, and whose cannot be read."""
    tasks = {question.task for question in pile.questions}
    empty = sum(task in tasks and not hand.is_answered for (task, _student), hand in pile.hands.items())
    given = sum(pile.hands[answer.key].points is not None for answer in pile.answers)
    sentence = _("Answers: {count}. With points: {given}. Left empty: {empty}.")
    found = [sentence.format(count=len(pile.answers), given=given, empty=empty)]
    for question in pile.questions:
        if not question.rows:
            words = _("{task} has no rubric that adds up to {most:g} points, so its answers are graded as a whole.")
            found.append(words.format(task=question.task, most=question.most))
    lost = sorted({answer.student for answer in pile.answers if answer.is_lost})
    if lost:
        words = _("Without their text, as the graded notebook is gone or damaged (longwave grade --again): {students}")
        found.append(words.format(students=", ".join(lost)))
    return found


def marks_export(
    course: Course,
    lesson: str,
    task: str | None = None,
    marker: str | None = None,
    to: Path | None = None,
    dry_run: bool = False,
) -> GivingReport:
    """Write a table for markers, with the points that count or, for a named marker, with that marker's own alone.

    Raises:
        ExpectedError: if there is nothing to read.
    """
    pile = pile_of(course, lesson, task, dry_run)
    content = written_table(table_lines(pile.answers, pile.hands, pile.log, marker))
    wanted = to or marks_folder(course) / f"{_stem(lesson, task, marker)}.csv"
    report = GivingReport([_free(wanted, content)], remarks_on(pile), dry_run)
    if not dry_run:
        note_given_out(course, lesson, pile.answers)
        write_whole(report.files[0], content, mode=0o600)
    return report


def _stem(lesson: str, task: str | None, marker: str | None) -> str:
    return "-".join([task or lesson, *([file_name(marker)] if marker else [])])


def _free(path: Path, content: bytes) -> Path:
    """Return a path that is free, or that has the content already: a marker's table is never overwritten."""
    number, free = 2, path
    while free.exists() and not (free.is_file() and free.read_bytes() == content):
        free, number = path.with_name(f"{path.stem}-{number}{path.suffix}"), number + 1
    return free
