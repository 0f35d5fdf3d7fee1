"""The current language and the look-up of messages.

English is the source. A translation is a gettext catalogue in `locale/<language>/LC_MESSAGES/longwave.mo` inside the
package, joined from the catalogues of a clone when it is set up; where there is none, the English text is used. Call
`_` inside functions, so that a change of language takes effect at once.
"""

import gettext
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

_JOINED = Path(__file__).parent / "locale"
_HAN = r"[\u4e00-\u9fff”）％%]"
# What stands between two parts of a sentence in code, and what Chinese has there.
_CHINESE_MARKS = (
    (re.compile(r"; (?=\S)"), "；"),
    (re.compile(rf"(?<={_HAN}), (?=[\u4e00-\u9fff“（])"), "、"),
    (re.compile(r"(?<=[。！？；：，]) +(?=\S)"), ""),
)
_SCALES = {"万亿": 1e12, "十亿": 1e9, "百万": 1e6}  # how units of datasets begin that English counts in millions
_BEFORE_NUMBERS = ("约", "至少", "至多", "将近", "超过", "")  # behind the unit in English, before the number in Chinese
_current = gettext.NullTranslations()
_language = "en"
_spoken_of: tuple[str, ...] = ()


def catalogue_folder() -> Path:
    """Return the folder of the joined catalogues, which the build makes and git ignores."""
    return _JOINED


def set_language(language: str | None = None) -> str:
    """Choose the language of labels, hints and alt text; return the one now in use.

    Without an argument the environment variable `LONGWAVE_LANGUAGE` decides, else English. A language that has no
    catalogue falls back to English.

    >>> set_language("en")
    'en'
    """
    global _current, _language
    wanted = language or os.environ.get("LONGWAVE_LANGUAGE") or "en"
    _current = gettext.translation("longwave", catalogue_folder(), languages=[wanted], fallback=True)
    _language = wanted if isinstance(_current, gettext.GNUTranslations) else "en"
    return _language


def languages() -> list[str]:
    """Return the languages that can be chosen, English first."""
    return ["en", *sorted(path.parts[-3] for path in catalogue_folder().glob("*/LC_MESSAGES/longwave.mo"))]


def current_language() -> str:
    """Return the language in use, such as `en` or `zh_CN`."""
    return _language


def lookup_in(language: str) -> Callable[[str, str], str]:
    """Return the look-up of a message in a context in a language, whichever is in use."""
    return gettext.translation("longwave", catalogue_folder(), languages=[language], fallback=True).pgettext


def is_offered(slug: str, language: str | None = None) -> bool:
    """Say whether a lesson or problem set is whole in a language: its notebook, and every message that it can show.

    Its translators set `LONGWAVE_UNFINISHED` to see one before.

    >>> is_offered("01-value-stick", "en")
    True
    """
    if (language or _language) == "en" or os.environ.get("LONGWAVE_UNFINISHED"):
        return True
    lookup = lookup_in(language) if language else _current.pgettext
    return lookup("offered", slug) == "offered"


def _(message: str) -> str:
    """Return the message in the current language."""
    return _current.gettext(message)


def in_context(context: str, message: str) -> str:
    """Return a message that stands in one place, such as a cell of a lesson, in the current language."""
    return _current.pgettext(context, message)


def speak_of(contexts: Iterable[str]) -> None:
    """Say in which contexts `word` looks from now on: those of the lesson that is open."""
    global _spoken_of
    _spoken_of = tuple(contexts)


def word(text: str) -> str:
    """Return a word of a dataset or a table, which is a key of code too, as it is shown in the current language.

    It is looked for in the lesson that is open, then among the messages without a context.
    """
    if _language == "en":
        return text
    found = (in_context(context, text) for context in _spoken_of)
    plain = _current.gettext(text) if text else text
    return next((translation for translation in found if translation != text), plain)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a message that fits a count."""
    return _current.ngettext(one, many, count)


def ended(text: str) -> str:
    """Return a sentence with the full stop of the current language.

    >>> ended("It is so")
    'It is so.'
    """
    return _("{text}.").format(text=text)


def listed(parts: Iterable[str]) -> str:
    """Return parts as a list in a sentence, with the comma of the current language.

    >>> listed(["one", "two"])
    'one, two'
    """
    return _(", ").join(parts)


def punctuated(text: str) -> str:
    """Return words that were put together from parts, with the marks of the current language between the parts.

    >>> punctuated("It is so. One 1; two 2")
    'It is so. One 1; two 2'
    """
    if not _language.startswith("zh"):
        return text
    for between, mark in _CHINESE_MARKS:
        text = between.sub(mark, text)
    return text


def figure(value: float, unit: str) -> str:
    """Return a number with its unit, as the current language writes it: Chinese counts in 万 and 亿.

    >>> figure(4.6, "billion dollars")
    '4.6 billion dollars'
    """
    if not _language.startswith("zh"):
        return f"{value:,.10g} {unit}"
    unit, _comma, about = unit.partition("，")
    scale = next((word for word in _SCALES if unit.startswith(word)), "")
    if scale:
        value *= _SCALES[scale]
        count, word = (1e8, "亿") if abs(value) >= 1e8 else (1e4, "万")
        value, unit = value / count, word + unit.removeprefix(scale)
    number = f"{value:,.10g}{unit}"
    return about + number if about in _BEFORE_NUMBERS else f"{number}，{about}"


def written_number(value: float) -> str:
    """Return a number for a sentence: at most six digits that count, and no exponent below a thousand million million.

    >>> written_number(2 / 3), written_number(1234567.0), written_number(-0.0)
    ('0.666667', '1234570', '0')
    """
    return f"{float(f'{value:.6g}') + 0.0:.15g}"
