"""What a download holds, a folder or a zip, read with care: it comes from outside, and may be made to do harm.

No name in it ever becomes a path here, no link is followed, and sizes and numbers have limits.
"""

import os
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BufferedIOBase
from pathlib import Path
from typing import cast

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.names import shown
from longwave.teaching.intake.hand_in_folder import Told, is_hand_in_folder, told_by_the_system

try:
    from lzma import LZMAError
except ImportError:  # a Python in the browser has no lzma, and then meets no zip that needs it
    LZMAError = OSError  # type: ignore[misc,assignment]

MOST_FILES = 20_000
LARGEST_FILE = 100 << 20  # a larger file is named, and stays where it is
MOST_BYTES = 2 << 30  # of all files together
# Damage in a zip is only noticed when its bytes are read.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, LZMAError),
    *(NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
)
_UNIX_TIME = 0x5455


@dataclass(frozen=True)
class Found:
    """One file of a download. `problem`: why it cannot be used. `can_be_kept`: whether it can at least be copied."""

    name: str  # as the download has it, with / between folders; to be shown, never to be a path
    size: int
    moment: datetime  # the file's time, in UTC
    problem: str
    can_be_kept: bool
    open: Callable[[], BufferedIOBase]

    @property
    def parts(self) -> list[str]:
        """The folders and the file's own name."""
        return [part for part in self.name.split("/") if part not in ("", ".")]

    def read(self) -> bytes:
        """Return the bytes; they fit into memory, as a file's size has a limit."""
        with self.open() as stream:
            return stream.read(LARGEST_FILE + 1)

    def save(self, target: Path) -> None:
        """Copy the file to a place where nothing is; half a copy is never there."""
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as copy, self.open() as stream:
                shutil.copyfileobj(stream, copy)
                copy.flush()
                os.fsync(copy.fileno())
            os.replace(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)


@contextmanager
def open_source(source: Path) -> Iterator[list[Found]]:
    """Open a folder or a zip; give its files in the order of their names.

    Raises:
        ExpectedError: if it is neither, or too large as a whole.
    """
    if source.is_dir():
        yield _limited(source, _in_folder(source))
        return
    if not source.is_file():
        raise ExpectedError(
            _("{source} is not there. Name the folder or the zip that you downloaded.").format(source=source)
        )
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OSError) as error:
        sentence = _("{source} is not a complete zip: {reason}. Download it again.")
        raise ExpectedError(sentence.format(source=source, reason=error)) from error
    with archive:
        yield _limited(source, in_zip(archive))


def _limited(source: Path, files: Iterator[Found]) -> list[Found]:
    found: list[Found] = []
    size = 0
    for file in files:
        found.append(file)
        size += file.size if file.can_be_kept else 0
        if len(found) > MOST_FILES or size > MOST_BYTES:
            sentence = _("{source} is larger than a class can be: more than {count} files or {size} MB. Look into it.")
            raise ExpectedError(sentence.format(source=source, count=MOST_FILES, size=MOST_BYTES >> 20))
    return sorted(found, key=lambda file: file.name)


def _too_large(size: int) -> str:
    return _("larger than {most} MB; it stays in the download").format(most=LARGEST_FILE >> 20)


def _in_folder(folder: Path) -> Iterator[Found]:
    hands_in = is_hand_in_folder(folder)
    for place, folders, names in os.walk(folder):
        folders.sort()
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        for name in [*names, *links]:
            path = Path(place, name)
            about = path.lstat()
            told = told_by_the_system(path, about, folder) if hands_in else _as_it_says(path, about, folder)
            if told is not None:
                yield _plain(path, about, told)


def _as_it_says(path: Path, about: os.stat_result, folder: Path) -> Told:
    """Return what a file of any other folder says of itself."""
    return Told(path.relative_to(folder).as_posix(), datetime.fromtimestamp(about.st_mtime, UTC), "")


def _plain(path: Path, about: os.stat_result, told: Told) -> Found:
    is_plain, problem = stat.S_ISREG(about.st_mode), told.problem
    if not is_plain:
        problem = _("a link, or not a plain file; it is not followed")
    elif about.st_size > LARGEST_FILE:
        problem = _too_large(about.st_size)
    size = about.st_size if is_plain else 0
    return Found(shown(told.name), size, told.moment, problem, not problem, partial(_open_plain, path))


def _open_plain(path: Path) -> BufferedIOBase:
    """Open a file, but no link that has replaced it since it was looked at, and no pipe that would not end.

    Raises:
        OSError: if it is not a plain file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"{path} is not a plain file")
    return os.fdopen(handle, "rb")


def in_zip(archive: zipfile.ZipFile) -> Iterator[Found]:
    """Yield the files of a zip, each with what is wrong with it."""
    for entry in archive.infolist():
        name = _name_in_zip(entry)
        if name.endswith("/"):
            continue
        problem, can_be_kept = _problem_in_zip(entry, name)
        yield Found(
            shown(name),
            entry.file_size,
            _time_in_zip(entry),
            problem,
            can_be_kept,
            partial(_open_entry, archive, entry),
        )


def _open_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> BufferedIOBase:
    return cast(BufferedIOBase, archive.open(entry))  # its stub says IO, which has no `readinto`


def _problem_in_zip(entry: zipfile.ZipInfo, name: str) -> tuple[str, bool]:
    """Return why an entry is not to be used, and whether its bytes can be kept."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.flag_bits & 0x1:
        return _("locked with a password; it stays in the download"), False
    if kind not in (0, stat.S_IFREG):
        return _("a link, or not a plain file; it is not followed"), False
    if entry.file_size > LARGEST_FILE:
        return _too_large(entry.file_size), False
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or (len(parts[0]) == 2 and parts[0][1] == ":"):
        return _("its name leads out of the folder"), True
    return "", True


def _name_in_zip(entry: zipfile.ZipInfo) -> str:
    """Return an entry's name. Without a mark it is often UTF-8 all the same, or a Chinese system's GB 18030."""
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        for encoding in ("utf-8", "gb18030"):
            try:
                name = name.encode("cp437").decode(encoding)
                break
            except UnicodeError:
                continue
    return name.replace("\\", "/")


def _time_in_zip(entry: zipfile.ZipInfo) -> datetime:
    """Return an entry's time: the one with a zone, if it has one, else the zip's own in this machine's zone."""
    rest = entry.extra
    while len(rest) >= 4:
        kind, length = struct.unpack_from("<HH", rest)
        if kind == _UNIX_TIME and length >= 5 and len(rest) >= 9 and rest[4] & 1:
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=struct.unpack_from("<i", rest, 5)[0])
        rest = rest[4 + length :]
    try:
        return datetime(*entry.date_time).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return datetime(1980, 1, 1, tzinfo=UTC)
