"""Tables in another language: the labels and words that a lesson's tables show, and not what they hold.

A table keeps its keys, so that code finds what it looks for; only what is shown of it is translated. Names of code,
such as `value_created`, stay names.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

import pandas as pd

from longwave.i18n import word

Word = Callable[[Any], Any]
_plain: dict[tuple[type, str], Callable[..., Any]] = {}  # pandas' own methods, kept once


def show_translated() -> None:
    """Show every table of this session, in cells and in what it prints, with words in the language in use.

    Wide characters count as two columns then, so that printed tables stay in line.
    """
    pd.options.display.unicode.east_asian_width = True
    for kind, method in ((pd.DataFrame, "to_string"), (pd.DataFrame, "_repr_html_"), (pd.Series, "to_string")):
        original = _plain.setdefault((kind, method), getattr(kind, method))
        setattr(kind, method, _showing(original))


def _showing(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def show(table: Any, *arguments: Any, **options: Any) -> Any:
        return original(relabelled(table, _said), *arguments, **options)

    return show


def _said(value: Any) -> Any:
    return word(value) if isinstance(value, str) else value


def relabelled(table: Any, say: Word) -> Any:
    """Return a copy of a table or series with each label and each text in it as `say` gives it.

    >>> relabelled(pd.Series({"half": 1.0}, name="share"), {"half": "一半", "share": "份额"}.get)
    一半    1.0
    Name: 份额, dtype: float64
    """
    new = table.copy()
    if isinstance(new, pd.DataFrame):
        for place, (_name, column) in enumerate(table.items()):
            if not pd.api.types.is_numeric_dtype(column.dtype):
                new.isetitem(place, column.astype(object).map(say))
        new.columns = _index(table.columns, say)
    else:
        if not pd.api.types.is_numeric_dtype(new.dtype):
            new = new.astype(object).map(say)
        new.name = say(table.name)
    new.index = _index(table.index, say)
    return new


def _index(index: "pd.Index[Any]", say: Word) -> "pd.Index[Any]":
    if isinstance(index, pd.MultiIndex):
        levels: list[list[Any]] = [[say(label) for label in level] for level in index.levels]
        return index.set_levels(levels, verify_integrity=False).set_names([say(name) for name in index.names])
    if pd.api.types.is_numeric_dtype(index.dtype) or isinstance(index, pd.DatetimeIndex | pd.PeriodIndex):
        renamed: pd.Index[Any] = index.rename(say(index.name))
        return renamed
    labels: pd.Index[Any] = pd.Index([say(label) for label in index], name=say(index.name), dtype=object)
    return labels
