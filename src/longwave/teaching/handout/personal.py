"""The notebooks of one student: the course's source with its tests, and the copy that the student got."""

from functools import lru_cache

from longwave.teaching.folder.course import Course
from longwave.teaching.folder.student_copy import student_copy
from longwave.teaching.handout.variants.drawing import with_numbers
from longwave.teaching.handout.variants.record import own_numbers
from longwave.teaching.notebooks import notebook_of, text_of


def personal_texts(course: Course, lesson: str, student: str) -> tuple[str, str, dict[str, dict[str, float]]]:
    """Return source and copy as text, and the student's own numbers by task (none where the lesson is not varied)."""
    source = course.solution(lesson).read_text(encoding="utf-8")
    numbers = own_numbers(course, lesson, student)
    if numbers:
        source = text_of(with_numbers(notebook_of(source), numbers))
    return source, _copy(source), numbers


@lru_cache(maxsize=4)
def _copy(source: str) -> str:
    """Return the students' copy of a source; it is the same for all who have no numbers of their own."""
    return text_of(student_copy(notebook_of(source)))
