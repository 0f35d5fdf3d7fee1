"""The folder of a shared machine into which its users hand in: an exchange without a program that watches it.

Everybody may put something into it, and nobody but the teacher can list it. Each sheet is in a folder of its own, which
belongs to the student and to the teacher's group. The system keeps the owner of each file and the time of its last
change, and neither can be forged: so no name in the folder counts, and no time that a student could set.
"""

import os
import re
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError

MARKER = ".longwave-hand-in"
LITTLEST = "jupyter-"  # what The Littlest JupyterHub puts before its users' names
_MODE = 0o3733  # everybody may add, only the owner may list; what is inside belongs to the folder's group
_SHEET = re.compile(r"(\d\d|p\d)-[a-z0-9-]+\.ipynb")


def make_hand_in_folder(folder: Path, teacher: str) -> None:
    """Make the folder, or set it right.

    Raises:
        ExpectedError: if there is no such teacher, or if only the administrator can do it.
    """
    import pwd

    try:
        account = pwd.getpwnam(teacher)
    except KeyError:
        raise ExpectedError(_("This machine has no user {name}.").format(name=teacher)) from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # not through a link, which somebody may have put there
        marker = os.open(folder / MARKER, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        for place in (marker, os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)):
            os.fchown(place, account.pw_uid, account.pw_gid)
            os.close(place)
        folder.chmod(_MODE)
    except PermissionError:
        sentence = _("Only the administrator can give {folder} to {name}: put sudo before the command.")
        raise ExpectedError(sentence.format(folder=folder, name=teacher)) from None


def is_hand_in_folder(folder: Path) -> bool:
    """Return whether a folder is one into which users hand in: its owner has marked it, and everybody may add."""
    try:
        marker, about = (folder / MARKER).lstat(), folder.stat()
    except OSError:
        return False
    return stat.S_ISREG(marker.st_mode) and marker.st_uid == about.st_uid and bool(about.st_mode & stat.S_ISVTX)


@dataclass(frozen=True)
class Told:
    """What the system says of a file there: whose it is and since when; `problem` says why that is not sure."""

    name: str
    moment: datetime
    problem: str


def told_by_the_system(path: Path, about: os.stat_result, folder: Path) -> Told | None:
    """Return what the system says of a file in such a folder, None for the marker and for what is being written."""
    if path.name.startswith("."):
        return None
    # a student's own name of a file could be somebody else's id
    name = path.name if _SHEET.fullmatch(path.name) else "other.ipynb"
    problem = _why_not(about, path.parent.lstat(), path.parent == folder)
    return Told(f"{_owner(about.st_uid)}/{name}", datetime.fromtimestamp(about.st_ctime, UTC), problem)


def _why_not(file: os.stat_result, folder: os.stat_result, loose: bool) -> str:
    """Return why it is not sure whose a file is, empty if it is."""
    if loose or file.st_uid != folder.st_uid:
        return _("not in a folder of its owner's own")
    return _("it has another name elsewhere, under which it may change") if file.st_nlink > 1 else ""


def _owner(number: int) -> str:
    """Return the name of a user of this machine as the hub knows it."""
    import pwd

    try:
        return pwd.getpwuid(number).pw_name.removeprefix(LITTLEST)
    except KeyError:
        return f"user {number}"
