"""Which rows rest on no source that was read, so that a chart can mark them."""

import pandas as pd

from longwave.data.shelf import DatasetError
from longwave.i18n import _

_UNSEEN = ("no source seen", "no source found", "not recoverable", "unknown")
_COLUMNS = ("verification", "basis")


def unsourced(frame: pd.DataFrame) -> pd.Series:
    """Return True for each row whose `verification` or `basis` says that no source was seen.

    Raises `DatasetError` for a frame that has neither column.

    >>> from longwave.data import load
    >>> int(unsourced(load("perez_surges")).sum())
    18
    """
    columns = [column for column in _COLUMNS if column in frame.columns]
    if not columns:
        raise DatasetError(_("These rows carry no mark of their source: keep the column verification or basis."))
    return frame[columns].isin(_UNSEEN).any(axis="columns").rename("unsourced")


def doubt_note(frame: pd.DataFrame) -> str:
    """Return the sentence that a chart of these rows must carry, or an empty text when every row has a source.

    >>> from longwave.data import load
    >>> doubt_note(load("perez_surges"))
    'No source seen for 18 of 23 rows.'
    """
    count = int(unsourced(frame).sum())
    if count == 0:
        return ""
    return _("No source seen for {count} of {all} rows.").format(count=count, all=len(frame))
