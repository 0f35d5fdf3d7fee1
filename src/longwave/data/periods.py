"""Vague dates as years: historians write “late 1780s” or “1844-1851”, a chart needs two numbers.

The reading is a rule of this course, not of the authors: a decade has ten years, its early part the first four, its
late part (or its end) the last three.
"""

import re

_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "end of": (7, 9), "": (0, 9)}
_PATTERN = re.compile(r"(?:(early|mid|late|end of) )?(?:c\.)?(\d{4})(s?)\??")


def year_bounds(text: str) -> tuple[int | None, int | None]:
    """Return the first and last year that a dating can mean; None where the text is empty or open.

    >>> year_bounds("late 1780s-early 1790s")
    (1787, 1793)
    >>> year_bounds("1844-1851")
    (1844, 1851)
    >>> year_bounds("2001-")
    (2001, None)

    Raises `ValueError` for a text that the rule does not cover.
    """
    if not text:
        return None, None
    first, dash, last = text.partition("-")
    low, high = _bounds_of_one(first)
    if not dash:
        return low, high
    return low, _bounds_of_one(last)[1] if last else None


def _bounds_of_one(text: str) -> tuple[int, int]:
    match = _PATTERN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text}” is no year, decade, or part of a decade.")
    part, year, plural = match[1] or "", int(match[2]), match[3]
    if not plural:
        return year, year
    first, last = _PARTS[part]
    return year + first, year + last
