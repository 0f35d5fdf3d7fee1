"""Numbers in sentences of two languages: 3.3 million and 330 万 are one number; December becomes 12 月."""

import re
from collections import Counter
from decimal import Decimal

_IN_ENGLISH = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_IN_CHINESE = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12}
_SCALES = _IN_ENGLISH | _IN_CHINESE
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_NUMBER = re.compile(rf"\d[\d,]*(?:\.\d+)?(?: ?({_SCALE})(?![a-z]))?")
_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")


def numbers(text: str) -> "Counter[Decimal]":
    """Return the numbers in a text, each with its scale, such as million, worked in.

    >>> numbers("3.3 million of 1,000") == numbers("1,000 个中的 330 万个")
    True
    """
    found = (_value(match[0].rstrip(","), match[1]) for match in _NUMBER.finditer(text))
    return Counter(found)


def _value(written: str, scale: str | None) -> Decimal:
    digits = written.removesuffix(scale or "").strip().replace(",", "")
    return Decimal(digits).scaleb(_SCALES.get(scale or "", 0)).normalize()


def months(text: str) -> "Counter[Decimal]":
    """Return the numbers of the months that a text names in English: Chinese writes them in figures."""
    return Counter(Decimal(_MONTHS.index(name) + 1).normalize() for name in _MONTH.findall(text))


def lost(source: str, translation: str) -> list[str]:
    """Return the numbers of a source that its translation has not, in order of size."""
    return [f"{number:f}" for number in sorted((numbers(source) - numbers(translation)).elements())]


def added(source: str, translation: str) -> list[str]:
    """Return the numbers of a translation that its source has not, but for months."""
    return [f"{number:f}" for number in sorted((numbers(translation) - numbers(source) - months(source)).elements())]
