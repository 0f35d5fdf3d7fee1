"""Questions sorted into quizzes: one for each lesson, and one for all concepts."""

from collections.abc import Iterable
from dataclasses import dataclass

from longwave.teaching.export.question import Question


@dataclass(frozen=True)
class Quiz:
    """One quiz; its name is for files and identifiers."""

    name: str
    title: str
    questions: tuple[Question, ...]


def quizzes_of(questions: Iterable[Question]) -> list[Quiz]:
    """Return the questions as quizzes, in their order."""
    found: dict[tuple[str, str], list[Question]] = {}
    for question in questions:
        is_concept = question.id.startswith("90-")
        key = ("concepts", question.group) if is_concept else (f"lesson-{question.id[:2]}", question.topic)
        found.setdefault(key, []).append(question)
    return [Quiz(name, title, tuple(inside)) for (name, title), inside in found.items()]
