"""Whether a wrong answer is right for numbers that another student has, or for those of the public sheet."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Numbers = Mapping[str, float]
SECONDS = 5  # for all numbers of one task
MOST_TRIED = 300  # other students' numbers


def numbers_that_fit(task_id: str, answer: Any, others: Sequence[Numbers]) -> list[int]:
    """Return the places in `others` of the numbers for which an answer is right.

    A function is not tried: it would have to be run for each, and one that is right for its own numbers is so for all.

    Args:
        task_id: the task.
        answer: the student's answer, as plain data.
        others: the numbers to try.
    """
    from longwave.tasks.answers import UnansweredError, UnusableError
    from longwave.tasks.task import NumbersError, find_task

    if isinstance(answer, Callable) or answer is ...:  # type: ignore[arg-type]
        return []
    found, end = [], time.monotonic() + SECONDS
    for place, numbers in enumerate(others[:MOST_TRIED]):
        if time.monotonic() > end:
            break
        try:
            task = find_task(task_id, numbers)
            if task.is_right(task.read(answer)):
                found.append(place)
        except (UnansweredError, UnusableError):
            return []
        except NumbersError:
            continue
    return found
