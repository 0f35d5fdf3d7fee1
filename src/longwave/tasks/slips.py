"""Slips of form that any number may meet: a per cent for a share, digits lost in rounding, the other sign.

They are tried after a task's own mistakes. Their messages name no number.
"""

from collections.abc import Callable, Collection
from typing import Literal

from longwave.i18n import _
from longwave.tasks.agreement import agrees
from longwave.tasks.task import Mistake

Unit = Literal["", "share", "per cent"]

_DIGITS = range(4)  # after the point
_FEWEST = 10  # in units of its last digit: who keeps one digit alone, as 0.8 of 0.75, may have made another mistake
_HAIR = 1e-9  # 0.125 rounds to 0.13, also in binary


def number_slips(
    right: Callable[[], float], tolerance: float | None, unit: Unit, given: Collection[float]
) -> tuple[Mistake, ...]:
    """Return the slips to look for in a task whose answer is one number in a unit.

    `given` are numbers that the task itself gives. One of them is not the right number with too few digits.
    """
    rounded = _("You gave {given}: too few digits are left. Round only at the end, and keep three digits.")
    sign = _("You gave {given}: the size is right and the sign is not. What do you take away from what?")
    return (
        *_unit_slips(right, tolerance, unit),
        Mistake("rounded", lambda answer: answer not in given and _is_rounded(answer, right()), rounded),
        Mistake("sign", lambda answer: agrees(-answer, right(), tolerance), sign),
    )


def numbers_slips(right: Callable[[], dict[str, float]], tolerance: float | None) -> tuple[Mistake, ...]:
    """Return the slips to look for in a task whose answer is several numbers."""

    def all_but_rounded(answer: dict[str, float]) -> bool:
        return all(
            agrees(answer[label], number, tolerance) or _is_rounded(answer[label], number)
            for label, number in right().items()
        )

    message = _("Each of your numbers is right but for rounding. Round only at the end, and keep three digits.")
    return (Mistake("rounded", all_but_rounded, message),)


def _is_rounded(answer: float, right: float) -> bool:
    """Return whether an answer is the right number with too few digits, but with two or more.

    >>> _is_rounded(0.67, 2 / 3), _is_rounded(0.7, 2 / 3)
    (True, False)
    """
    return any(
        answer == round(answer, digits)
        and abs(answer - right) * 10**digits <= 0.5 + _HAIR
        and abs(right) * 10**digits >= _FEWEST
        for digits in _DIGITS
    )


def _unit_slips(right: Callable[[], float], tolerance: float | None, unit: Unit) -> tuple[Mistake, ...]:
    """Return the slips between a share and a per cent."""
    if unit == "share":
        message = _("You gave {given}, which looks like a per cent. What is it as a share of one whole?")
        return (Mistake("per-cent", lambda answer: 1 < answer <= 100, message),)
    if unit == "per cent":

        def is_share(answer: float) -> bool:
            return 0 < answer <= 1 and agrees(answer * 100, right(), tolerance)

        message = _("You gave {given}, which is a share of one whole. How many is that in a hundred?")
        return (Mistake("share", is_share, message),)
    return ()
