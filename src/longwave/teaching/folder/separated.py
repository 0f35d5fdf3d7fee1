"""The rows of a text that a spreadsheet or a learning platform has separated by commas, or by something else."""

import csv
import io
from collections.abc import Iterator

from longwave.i18n import _

SEPARATORS = ",;\t"
_MARKS = ("unexpected end of data", "expected after")  # what csv says where quotation marks do not fit together


class Rows(Iterator[list[str]]):
    """The rows of a text. `line_num` is the last line of the row that was read, of one that cannot be, the first."""

    def __init__(self, text: str, separator: str) -> None:
        """Take a text and what separates its cells."""
        self.line_num = 0
        # Strict: a text that is opened and never closed would else swallow all lines below it, without a word.
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)

    def __next__(self) -> list[str]:
        """Return the next row.

        Raises:
            csv.Error: if there is none to be made of the text, in words for who wrote it.
        """
        self.line_num = self._reader.line_num + 1
        try:
            row = next(self._reader)
        except csv.Error as error:
            raise csv.Error(_in_words(str(error))) from None
        self.line_num = self._reader.line_num
        return row


def _in_words(error: str) -> str:
    if any(words in error for words in _MARKS):
        return _(
            "a quotation mark begins a text that does not end where its cell ends; write each mark inside of a text "
            "twice, and one at its beginning and its end"
        )
    return error


def reader_of(text: str, separators: str = SEPARATORS) -> Rows:
    r"""Return the rows of a text, by the separator that its first line has most.

    Where numbers have a decimal comma, spreadsheets separate the cells with semicolons.

    >>> list(reader_of("code;points\nx;1,5"))
    [['code', 'points'], ['x', '1,5']]
    """
    first = text.partition("\n")[0]
    return Rows(text, max(separators, key=first.count))
