"""The words in a chart's data in the language in use: rows, domains and the tests that name them, all alike.

A chart is built with the words of its dataset, which are keys; they are put into another language where it is shown.
"""

import re
from typing import Any

from longwave.i18n import current_language, word

# Under these keys stand names of columns, not words of the data.
_NAMES = {"field", "fields", "groupby", "as", "key", "type", "columns", "$schema", "name", "config", "usermeta", "mark"}
_FORMULAS = {"filter", "test", "expr", "calculate", "labelExpr", "update"}
_QUOTED = re.compile(r"""(?<!\[)(['"])([^'"]+)\1""")


def spoken(part: Any) -> Any:
    """Return a part of a specification, or rows, with the words of the data in the language in use."""
    return part if current_language() == "en" else _spoken(part, "")


def _spoken(part: Any, key: str) -> Any:
    if key in _NAMES:
        return part
    if isinstance(part, dict):
        return {name: _spoken(value, name) for name, value in part.items()}
    if isinstance(part, list):
        return [_spoken(value, key) for value in part]
    if isinstance(part, str):
        return _QUOTED.sub(_in_quotes, part) if key in _FORMULAS else word(part)
    return part


def _in_quotes(found: re.Match[str]) -> str:
    return f"{found[1]}{word(found[2])}{found[1]}"
