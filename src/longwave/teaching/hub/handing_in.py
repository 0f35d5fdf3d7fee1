"""`longwave hand-in`: a student's sheet goes into the hub's folder, where the teacher collects it."""

import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from longwave.i18n import _
from longwave.reader.course import default_copy
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.hub.files import HAND_IN
from longwave.teaching.intake.hand_in_folder import is_hand_in_folder
from longwave.teaching.receipt.receipt import Receipt, receipt_of


@dataclass(frozen=True)
class HandedIn:
    """What was handed in, and when."""

    receipt: Receipt
    slug: str
    moment: datetime

    def lines(self) -> list[str]:
        """Return the receipt, and that the sheet is handed in."""
        words = _("Handed in: {lesson}, at {time} UTC. Hand in again as often as you like: the newest counts.")
        return [*self.receipt.lines(), words.format(lesson=self.slug, time=f"{self.moment:%Y-%m-%d %H:%M}")]


def hand_in(what: str, folder: Path | None = None) -> HandedIn:
    """Put a sheet into the hub's folder. An earlier one stays there; the newest counts.

    Args:
        what: the file, or the beginning of its name in the reader's copy, such as 18.
        folder: the hub's folder; default: the one that the hub names.

    Raises:
        ExpectedError: if there is no such folder or file, or if the file could not be graded.
    """
    place = folder or Path(os.environ.get(HAND_IN, ""))
    if not is_hand_in_folder(place):
        raise ExpectedError(
            _("This machine has no folder to hand in to. Ask your instructor how sheets are handed in.")
        )
    path = _file(what)
    receipt = receipt_of(path)
    if receipt.problem or receipt.sheet is None:
        raise ExpectedError("\n".join([*receipt.lines(), _("Nothing was handed in.")]))
    moment = datetime.now(UTC)
    try:
        _put(path, place, receipt.sheet.lesson, moment)
    except OSError as error:
        words = _("The sheet could not be handed in: {reason}. Tell your instructor.")
        raise ExpectedError(words.format(reason=error.strerror or error)) from error
    return HandedIn(receipt, receipt.sheet.lesson, moment)


def _file(what: str) -> Path:
    """Return the file of a path, or of a lesson in the reader's copy."""
    path = Path(what).expanduser()
    if path.is_file():
        return path
    sheets = default_copy() / "exercises"
    found = sorted(sheets.glob("*/*.ipynb"))
    matching = [sheet for sheet in found if sheet.stem == sheet.parent.name and _is_called(sheet.stem, what)]
    if len(matching) != 1:
        words = _("There is no file {what}, and no one exercise in {folder} that begins with it.")
        raise ExpectedError(words.format(what=what, folder=sheets))
    return matching[0]


def _is_called(slug: str, what: str) -> bool:
    return what in (slug, slug.partition("-")[0])


def _put(path: Path, place: Path, slug: str, moment: datetime) -> None:
    """Copy a file into a new folder of its own: it is there as a whole, readable for the folder's group, or not at all.

    The folder takes the group of the place, as its mode says; the umask must not take the group's right to read.
    """
    own = place / f"{slug}-{moment:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
    own.mkdir(mode=0o700)
    own.chmod(0o2750)
    write_whole(own / f"{slug}.ipynb", path.read_bytes(), mode=0o640, durable=True)
