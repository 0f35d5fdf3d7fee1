"""The current language and the look-up of messages.

English is the source. A translation is a gettext catalogue in `locale/<language>/LC_MESSAGES/longwave.mo`; where
there is none, the English text is used. Call `_` inside functions, so that a change of language takes effect at once.
"""

import gettext
import os
from pathlib import Path

_SHIPPED = Path(__file__).parent / "locale"
_IN_CLONE = Path(__file__).parents[2] / "locale"
_current = gettext.NullTranslations()
_language = "en"


def catalogue_folder() -> Path:
    """Return the folder of the catalogues: inside an installed package, or at the top of a clone."""
    return _SHIPPED if _SHIPPED.is_dir() else _IN_CLONE


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


def current_language() -> str:
    """Return the language in use, such as `en` or `zh_CN`."""
    return _language


def _(message: str) -> str:
    """Return the message in the current language."""
    return _current.gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a message that fits a count."""
    return _current.ngettext(one, many, count)


def written_number(value: float) -> str:
    """Return a number for a sentence: at most six digits that count, and no exponent below a thousand million million.

    >>> written_number(2 / 3), written_number(1234567.0), written_number(-0.0)
    ('0.666667', '1234570', '0')
    """
    return f"{float(f'{value:.6g}') + 0.0:.15g}"
