"""The file that a receipt is of, as collecting would find it in a folder."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.intake.arrivals import parsed
from longwave.teaching.intake.sources import DAMAGED, Found
from longwave.teaching.intake.submission import LARGEST

Document = dict[str, Any]


def file_found(path: Path) -> Found:
    """Return a file as collecting knows it.

    Raises:
        ExpectedError: if there is no such file.
    """
    try:
        about = path.stat()
    except OSError as error:
        sentence = _("{file} cannot be opened: {reason}. Name the notebook that you want to hand in.")
        raise ExpectedError(sentence.format(file=path, reason=error.strerror)) from error
    if not path.is_file():
        raise ExpectedError(_("{file} is not a file. Name the notebook that you want to hand in.").format(file=path))
    moment = datetime.fromtimestamp(about.st_mtime, UTC)
    return Found(path.name, about.st_size, moment, "", True, lambda: path.open("rb"))


def document_of(found: Found) -> Document | None:
    """Return the notebook that a file holds, None where it holds none, or too much."""
    try:
        return parsed(found.read()) if found.size <= LARGEST else None
    except (*DAMAGED, RecursionError):
        return None
