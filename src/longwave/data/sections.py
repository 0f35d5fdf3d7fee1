"""The papers' own section marks, such as 一(二)4, in English words."""

import re

from longwave.i18n import _

_NUMERALS = "一二三四五六七八九十"
_NUMBERED = re.compile(f"([{_NUMERALS}])(?:\\(([{_NUMERALS}])\\))?(\\d+)?")
_DRAWN = re.compile("([图表])(\\d+)")


def section_in_words(mark: str) -> str:
    """Return a section mark of the papers in English words; a mark of another form comes back as it is.

    >>> section_in_words("一(二)4")
    'part 1, section 2, point 4'
    >>> section_in_words("表2")
    'table 2'
    """
    named = {
        "摘要": _("abstract"),
        "引言": _("introduction"),
        "题名": _("title"),
        "文末": _("note at the end"),
        "页眉": _("running header"),
    }
    if mark in named:
        return named[mark]
    if drawn := _DRAWN.fullmatch(mark):
        text = _("figure {number}") if drawn[1] == "图" else _("table {number}")
        return text.format(number=drawn[2])
    if numbered := _NUMBERED.fullmatch(mark):
        return _numbered_in_words(*numbered.groups())
    return mark


def _numbered_in_words(part: str, section: str | None, point: str | None) -> str:
    words = [_("part {number}").format(number=_number(part))]
    if section:
        words.append(_("section {number}").format(number=_number(section)))
    if point:
        words.append(_("point {number}").format(number=point))
    return ", ".join(words)


def _number(numeral: str) -> int:
    return _NUMERALS.index(numeral) + 1
