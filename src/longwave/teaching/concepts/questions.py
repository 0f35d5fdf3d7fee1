"""The questions of the concept test: one a lesson of Parts I to III, about that lesson's usual misconception."""

from longwave.teaching.concepts import part_1, part_2, part_3
from longwave.teaching.concepts.question import Question

_PARTS = {1: part_1, 2: part_2, 3: part_3}


def questions(part: int | None = None) -> tuple[Question, ...]:
    """Return the questions of all parts, or of one, in the order of the lessons, in the current language."""
    return tuple(
        question for number, module in _PARTS.items() if part in (None, number) for question in module.questions()
    )
