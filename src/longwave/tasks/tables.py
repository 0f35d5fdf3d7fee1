"""Reading an answer that is a table."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from longwave.i18n import _
from longwave.tasks.answers import UnansweredError, UnusableError, is_kind, read_number, type_word
from longwave.tasks.several import label_of, some

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS = 5000  # no task asks for a hundredth of them, and to read a million takes half a minute

# A table in plain form: the cells of each row by column, and the rows by the name in the key column.
Table = dict[str, dict[str, Any]]


def table_reader(columns: tuple[str, ...], key: str) -> Callable[[object], Table]:
    """Return a reader of a table: a DataFrame, a list of dicts (rows) or a dict of lists (columns).

    In plain form a table is {name in the key column: {column: number or text}}, so that the order of rows and
    of columns does not matter. The key may also be the index of a DataFrame.
    """

    def read(answer: object) -> Table:
        if answer is ...:
            raise UnansweredError
        frame = _frame(answer, key)
        given = [label_of(label) for label in frame.columns]
        doubled = [column for column in (key, *columns) if given.count(column) > 1]
        if doubled:
            raise UnusableError(_("These columns are there twice: {columns}.").format(columns=", ".join(doubled)))
        missing = [column for column in (key, *columns) if column not in given]
        if missing:
            raise UnusableError(
                _("These columns are missing: {missing}. You gave: {given}.").format(
                    missing=", ".join(missing), given=some(given)
                )
            )
        names = [label_of(name) for name in frame[key]]
        if len(set(names)) < len(names):
            raise UnusableError(_("The column {key} names a row twice.").format(key=key))
        rows = frame[list(columns)].itertuples(index=False, name=None)
        return {name: _row(dict(zip(columns, row, strict=True)), name) for name, row in zip(names, rows, strict=True)}

    return read


def _frame(answer: Any, key: str) -> "pd.DataFrame":
    """Return the answer as a DataFrame in which the key is a column."""
    import pandas as pd

    if is_kind(answer, list, dict):
        _refuse_long(_length(answer))
        try:
            answer = pd.DataFrame(answer)
        except Exception:
            raise UnusableError(_("The columns of your table differ in length, or are no columns.")) from None
    if not is_kind(answer, pd.DataFrame):
        raise UnusableError(_("This is {type}.").format(type=type_word(answer)))
    _refuse_long(max(answer.shape))
    index_names = list(answer.index.names)
    if index_names.count(key) > 1:
        raise UnusableError(_("These columns are there twice: {columns}.").format(columns=key))
    return answer.reset_index(key) if key in index_names and key not in answer.columns else answer


def _length(answer: Any) -> int:
    """Return how many rows, or columns if these are more, a table of lists has."""
    if is_kind(answer, list):
        return list.__len__(answer)
    columns = [column for column in dict.values(answer) if type(column) in (list, tuple, range)]
    return max(dict.__len__(answer), *map(len, columns), 0)


def _refuse_long(length: int) -> None:
    if length > MOST_ROWS:
        sentence = _("Your table has {count:,} rows or columns, which is more than any task asks for. Give the answer.")
        raise UnusableError(sentence.format(count=length))


def _row(cells: dict[str, object], name: str) -> dict[str, object]:
    """Read the cells of one row: text stays text, all else must be a number."""
    open_ones = [column for column, value in cells.items() if value is ...]
    if open_ones:
        raise UnansweredError(_("These still hold `...`: {labels}.").format(labels=some(open_ones)))
    plain: dict[str, object] = {}
    for column, value in cells.items():
        try:
            plain[column] = str.__str__(value) if is_kind(value, str) else read_number(value)
        except UnusableError as error:
            place = _("{column} of {row}").format(column=column, row=name)
            raise UnusableError(_("At {label}: {reason}").format(label=place, reason=error)) from None
    return plain
