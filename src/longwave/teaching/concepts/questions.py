"""The questions of the concept test: one a lesson of Parts I to IV, about that lesson's usual misconception.

A lab has one, too, which is asked only of a class that takes labs.
"""

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.tasks.task import LABS
from longwave.teaching.concepts import part_1, part_2, part_3, part_4, part_5
from longwave.teaching.concepts.question import Question

_PARTS = {1: part_1, 2: part_2, 3: part_3, 4: part_4, LABS: part_5}


def questions(part: int | None = None) -> tuple[Question, ...]:
    """Return the questions of all parts but the labs, or of one part, in the order of the lessons.

    Raises:
        ExpectedError: if that part has none; it lists those that have.
    """
    if part is not None and part not in _PARTS:
        sentence = _("Part {part} has no questions. These have: {parts}")
        raise ExpectedError(sentence.format(part=part, parts=", ".join(map(str, _PARTS))))
    asked = [part] if part else [number for number in _PARTS if number != LABS]
    return tuple(question for number in asked for question in _PARTS[number].questions())


def every_question() -> tuple[Question, ...]:
    """Return the questions of all parts, those on labs last."""
    return (*questions(), *questions(LABS))
