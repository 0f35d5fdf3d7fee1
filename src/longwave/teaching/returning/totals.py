"""A student's total over several lessons, with the lowest left out. Pure."""

from collections.abc import Container, Mapping

Marks = Mapping[str, tuple[float, float]]  # points and points possible, by lesson


def dropped(marks: Marks, count: int, always: Container[str] = ()) -> list[str]:
    """Return the lessons that are left out: those without which the percentage is highest. One always stays.

    Where all lessons are worth the same, these are the lowest. Where they are not, leaving out the lowest percentage
    can cost more than leaving out a lesson with many points, so what is kept is sought by Dinkelbach's method: the
    lessons with the most points above the percentage found so far, until that no longer changes it
    (W. Dinkelbach, "On nonlinear fractional programming", Management Science 13, 1967).

    Args:
        marks: what counts: no lesson that is excused, waits, or is not due.
        count: how many are left out.
        always: the lessons that are never left out.

    >>> dropped({"a": (9, 10), "b": (1, 10), "c": (0, 2)}, 1)
    ['b']
    """
    fixed = [lesson for lesson in marks if lesson in always]
    free = [lesson for lesson in marks if lesson not in always]
    keep = max(0 if fixed else 1, len(free) - count)
    best, kept = -1.0, list(marks)
    while (reached := percent(marks, kept)) > best:
        best = reached
        most = sorted(free, key=lambda lesson: marks[lesson][1] * best / 100 - marks[lesson][0])
        kept = [*fixed, *most[:keep]]
    return [lesson for lesson in marks if lesson not in kept]


def percent(marks: Marks, lessons: list[str]) -> float:
    """Return how many per cent of the possible points of some lessons were reached; 0 if none are possible.

    >>> percent({"a": (9, 10), "b": (1, 10)}, ["a", "b"])
    50.0
    """
    possible = sum(marks[lesson][1] for lesson in lessons)
    return 100 * sum(marks[lesson][0] for lesson in lessons) / possible if possible else 0.0
