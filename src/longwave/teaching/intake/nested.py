"""Zips inside a download, opened with care: so deep, so many files and so many bytes, and no further.

What is in a zip has the zip's time: that of its own entries is when a student's machine wrote them, and can be set at
will. A zip that is not opened stays one file, with the reason.
"""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from longwave.i18n import _
from longwave.teaching.intake.sources import DAMAGED, Found, in_zip, open_source

DEEPEST = 3  # zips in zips below the download
MOST_FILES = 200  # in all zips of one that somebody handed in
MOST_BYTES = 64 << 20  # in these files together, and in such a zip itself
MOST_PACKED = 512 << 20  # in all zips of a download
_IN_MEMORY = 4 << 20
_ENTRY = b"PK\x01\x02"  # how each entry begins in a zip's list


class _TooMuchError(ValueError):
    """A zip holds more than is opened; the message says what."""


@dataclass
class _Budget:
    """What may still be opened of one zip that was handed in."""

    files: int
    size: int

    def spend(self, found: Found) -> None:
        self.files -= 1
        self.size -= found.size if found.can_be_kept else 0
        if self.files < 0 or self.size < 0:
            words = _("a zip of more than {count} files or {size} MB; it is not opened")
            raise _TooMuchError(words.format(count=MOST_FILES, size=MOST_BYTES >> 20))


@contextmanager
def open_download(source: Path) -> Iterator[list[Found]]:
    """Open a folder or a zip, and the zips in it; give its files in the order of their names.

    Raises:
        ExpectedError: if it is neither, or too large as a whole.
    """
    with open_source(source) as files, ExitStack() as held:
        opening = _Opening(held)
        found = [inner for file in files for inner in opening.opened(file)]
        yield sorted(found, key=lambda file: file.name)


class _Opening:
    """Opens the zips of one download, and holds them until the download is closed."""

    def __init__(self, held: ExitStack) -> None:
        self.held, self.left = held, MOST_PACKED

    def opened(self, file: Found) -> list[Found]:
        """Return the files of a zip, or the file itself if it is none, or one that is not opened."""
        try:
            return list(self._inside(file, _Budget(MOST_FILES, MOST_BYTES), depth=1))
        except _TooMuchError as error:
            return [replace(file, problem=str(error))]

    def _inside(self, file: Found, budget: _Budget, depth: int) -> Iterator[Found]:
        archive = self._archive(file) if _is_zip(file) else None
        if archive is None:
            yield file
            return
        if depth > DEEPEST:
            raise _TooMuchError(_("zips in zips, more than {deepest} deep; it is not opened").format(deepest=DEEPEST))
        for entry in in_zip(archive):
            budget.spend(entry)
            inner = replace(entry, name=f"{file.name}/{entry.name}", moment=file.moment)
            yield from self._inside(inner, budget, depth + 1)

    def _archive(self, file: Found) -> zipfile.ZipFile | None:
        """Return the zip that a file is, None if it is damaged, or not one at all."""
        if file.size > MOST_BYTES or file.size > self.left:
            raise _TooMuchError(_("a zip too large to be opened here; if it is a whole download, collect it by itself"))
        self.left -= file.size
        copy = self.held.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - held
        try:
            entries = _copy(file, copy)
            if entries > 10 * MOST_FILES:  # before its list is read, which would take memory for each
                raise _TooMuchError(_("a zip of too many files; it is not opened"))
            return self.held.enter_context(zipfile.ZipFile(copy))
        except _TooMuchError:
            raise
        except (*DAMAGED, OverflowError):
            return None


def _is_zip(file: Found) -> bool:
    return file.name.lower().endswith(".zip") and not file.problem


def _copy(file: Found, copy: IO[bytes]) -> int:
    """Copy a file, no more of it than it said it has; return how many entries of a zip it may list."""
    count, end = 0, b""
    left = file.size
    with file.open() as stream:
        while left > 0 and (part := stream.read(min(left, 1 << 20))):
            copy.write(part)
            count += (end + part).count(_ENTRY)
            end, left = part[-3:], left - len(part)
    return count
