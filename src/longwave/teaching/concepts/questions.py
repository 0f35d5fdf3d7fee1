"""The questions of the concept test: one a lesson of Parts I to III, about that lesson's usual misconception."""

from longwave.teaching.concepts import part_1, part_2, part_3
from longwave.teaching.concepts.question import Question


def questions() -> tuple[Question, ...]:
    """Return the questions in the order of the lessons, in the current language."""
    return (*part_1.questions(), *part_2.questions(), *part_3.questions())
