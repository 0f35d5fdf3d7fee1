"""The rows of a text that a spreadsheet or a learning platform has separated by commas, or by something else."""

import csv
import io
from typing import Any

SEPARATORS = ",;\t"


def reader_of(text: str, separators: str = SEPARATORS) -> Any:
    r"""Return a reader of a text's rows, as `csv.reader` gives it, by the separator that its first line has most.

    Where numbers have a decimal comma, spreadsheets separate the cells with semicolons.

    >>> list(reader_of("code;points\nx;1,5"))
    [['code', 'points'], ['x', '1,5']]
    """
    first = text.partition("\n")[0]
    return csv.reader(io.StringIO(text, newline=""), delimiter=max(separators, key=first.count))
