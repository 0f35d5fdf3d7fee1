"""Which numbers each student got, in the course's folder: a lesson that has such a file is graded by them.

The numbers could be drawn again from the secret at any time. They are written down all the same, so that a later
version of the course, which may draw others, still grades what students have in hand.
"""

import json
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import Course
from longwave.teaching.handout.variants.drawing import Numbers, numbers_of, public_numbers
from longwave.teaching.handout.variants.numerals import Number

SCHEMA = 1


def record_file(course: Course, lesson: str) -> Path:
    """Return the file that says which numbers the students of a lesson got."""
    return course.root / "variants" / f"{lesson}.json"


def copies(course: Course, lesson: str) -> Path:
    """Return the folder of the students' own exercises."""
    return course.released / f"{lesson}-variants"


def is_varied(course: Course, lesson: str) -> bool:
    """Return whether students have numbers of their own in a lesson; either trace is enough, should one be deleted."""
    return record_file(course, lesson).exists() or copies(course, lesson).exists()


def read_record(course: Course, lesson: str) -> dict[str, Numbers]:
    """Return the numbers that students got, by student; none where nothing is written down.

    Raises:
        ExpectedError: if the file is damaged, so that nobody knows what students have.
    """
    path = record_file(course, lesson)
    if not path.exists():
        return {}
    try:
        document = json.loads(path.read_bytes())
        students = document["students"] if document["schema"] == SCHEMA else None
    except (OSError, ValueError, KeyError, TypeError):
        students = None
    if not isinstance(students, dict):
        sentence = _("{file} is damaged. Bring it back from a backup, or delete it: the same numbers are drawn again.")
        raise ExpectedError(sentence.format(file=path))
    return students


def record_content(lesson: str, students: dict[str, Numbers]) -> bytes:
    """Return the file that says which numbers students got, by student."""
    document = {"schema": SCHEMA, "lesson": lesson, "students": students}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def others_numbers(course: Course, lesson: str, own: Numbers) -> dict[str, list[dict[str, Number]]]:
    """Return by task the numbers that a student does not have: the public sheet's first, then each of other students'.

    There are none where all have the same, and none for a task in which the student has the public sheet's.
    """
    public, found = public_numbers(lesson), {}
    students = read_record(course, lesson).values() if own else ()
    for task_id, numbers in own.items():
        if task_id in public and numbers != public[task_id]:
            others = [one[task_id] for one in students if one.get(task_id) not in (None, numbers)]
            found[task_id] = [public[task_id], *others]
    return found


def own_numbers(course: Course, lesson: str, student: str) -> Numbers:
    """Return the numbers by which a student is graded, by task; none where all have the same.

    A student who was not there when the copies were made has the numbers that the next run would give.
    """
    if not is_varied(course, lesson):
        return {}
    return read_record(course, lesson).get(student) or numbers_of(lesson, student, course.secret())
