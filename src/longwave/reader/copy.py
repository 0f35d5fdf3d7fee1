"""The reader's own copy of the lessons and exercises.

Lessons that run in place would change the clone and prevent an update. So the reader works in a copy. A new version
of the course adds new and changed files to it and never overwrites what the reader edited.
"""

import errno
import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _, plural
from longwave.reader.course import course_folder
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.reader.fingerprint import fingerprint, is_unreadable
from longwave.reader.manifest import Given, read_manifest, write_manifest

COPIED = ("lessons", "exercises")


@dataclass
class CopyReport:
    """What a refresh did; paths are inside the copy, with `/` between folders."""

    folder: Path
    new: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)  # the reader had deleted these
    replaced: list[str] = field(default_factory=list)  # unedited, and the course has a new version
    beside: list[tuple[str, str]] = field(default_factory=list)  # (the reader's file, what came beside it)

    def lines(self) -> list[str]:
        """Return sentences for the reader; none if nothing changed."""
        lines = []
        if self.new:
            count = len(self.new)
            sentence = plural("{count} new file is in {folder}", "{count} new files are in {folder}", count)
            lines.append(sentence.format(count=count, folder=self.folder))
        lines += [_("Brought back, as it was deleted: {file}").format(file=file) for file in self.restored]
        lines += [_("New version: {file}").format(file=file) for file in self.replaced]
        sentence = _("You changed {file}, so it stays as it is. The course's version is beside it: {new}")
        lines += [sentence.format(file=file, new=new) for file, new in self.beside]
        return lines


def refresh_copy(destination: Path, course: Path | None = None) -> CopyReport:
    """Add new and changed lessons and exercises to the reader's copy, and report what was done.

    A file that the reader did not edit is replaced by a new version. A file that the reader edited stays, and the new
    version is put beside it once, as `NAME.new-1.ipynb`. A deleted file comes back. A file that the course dropped
    stays. It may be interrupted at any point and run again.

    Args:
        destination: the folder of the copy; it is made if it is missing.
        course: the folder that holds `lessons/` and `exercises/`; default: `course_folder()`.

    Raises:
        ExpectedError: if the folder cannot be used.
    """
    course = course or course_folder()
    destination = destination.expanduser().absolute()
    _refuse_course_itself(destination.resolve(), course.resolve())
    try:
        return _refresh(destination, course)
    except OSError as error:
        raise ExpectedError(_sentence_for(error, destination)) from error


def _refresh(destination: Path, course: Path) -> CopyReport:
    destination.mkdir(parents=True, exist_ok=True)
    report, manifest = CopyReport(destination), read_manifest(destination)
    _sweep(destination)
    for shipped in shipped_files(course):
        path = shipped.relative_to(course).as_posix()
        manifest[path] = _bring(path, shipped.read_bytes(), manifest.get(path), report)
    write_manifest(destination, manifest)
    return report


def _bring(path: str, content: bytes, given: Given | None, report: CopyReport) -> Given:
    """Bring one file of the course into the copy; return its entry for the manifest."""
    place, new = report.folder / path, fingerprint(content, path)
    current = Given(new, hashlib.sha256(content).hexdigest(), given.beside if given else {})
    theirs = _fingerprint_of(place)
    if theirs is None:
        (report.restored if given else report.new).append(path)
    elif given and theirs == given.fingerprint and current.content != given.content:
        report.replaced.append(path)
    elif theirs == new:
        return current
    else:
        kept = given or Given("", "", current.beside)
        if is_unreadable(theirs) or new != kept.fingerprint:
            _bring_beside(path, content, new, kept, report)
        return kept
    write_whole(place, content)
    return current


def _bring_beside(path: str, content: bytes, new: str, given: Given, report: CopyReport) -> None:
    """Put the course's version beside the reader's file, unless that was done before."""
    place = report.folder / path
    others = place.parent.glob(f"{_literal(place.stem)}.new-*{place.suffix}")
    brought = {_fingerprint_of(other) for other in others}
    if new in brought or new in given.beside.values():
        return
    for number in itertools.count(1):
        beside = place.with_name(f"{place.stem}.new-{number}{place.suffix}")
        name = beside.relative_to(report.folder).as_posix()
        present = _fingerprint_of(beside)
        # an older version that was not edited is replaced; one that the reader worked in stays
        if present is None or present == given.beside.get(name):
            write_whole(beside, content)
            given.beside[name] = new
            report.beside.append((path, name))
            return


def _fingerprint_of(path: Path) -> str | None:
    """Return the fingerprint of a file, None if there is none. What cannot be opened counts as edited."""
    try:
        return fingerprint(path.read_bytes(), path.name)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (IsADirectoryError, PermissionError):
        return "unreadable-"


def _literal(name: str) -> str:
    """Return a name for use in a glob pattern, in which brackets have a meaning."""
    return "".join(f"[{letter}]" if letter in "[]*?" else letter for letter in name)


def shipped_files(course: Path) -> Iterator[Path]:
    """Yield the files of a course that go into a reader's copy, in order."""
    for part in COPIED:
        for path in sorted((course / part).rglob("*")):
            inside = path.relative_to(course).parts
            hidden = any(name.startswith((".", "__")) for name in inside)
            if path.is_file() and not hidden:
                yield path


def _sweep(destination: Path) -> None:
    """Remove what an interrupted refresh left half written."""
    for part in (*COPIED, ".longwave"):
        for unfinished in (destination / part).rglob(".*.part"):
            unfinished.unlink()


def _refuse_course_itself(destination: Path, course: Path) -> None:
    inside = any(destination.is_relative_to(course / part) for part in (*COPIED, "datasets"))
    if destination == course or inside:
        sentence = _("{folder} is the course's own. Name another folder, for example: longwave lab ~/longwave")
        raise ExpectedError(sentence.format(folder=destination))


def cannot_be_written(folder: Path) -> str:
    """Return what to do if a folder is read-only."""
    sentence = _("{folder} cannot be written. Name one of your own, for example: longwave lab ~/longwave")
    return sentence.format(folder=folder)


def _sentence_for(error: OSError, destination: Path) -> str:
    if error.errno == errno.ENOSPC:
        return _("The disk is full. Free some space, then run the same command again.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return cannot_be_written(destination)
    if isinstance(error, FileExistsError | NotADirectoryError):
        sentence = _("There is a file where the folder {folder} is needed. Move it, or name another folder.")
        return sentence.format(folder=error.filename or destination)
    return _("The copy in {folder} could not be refreshed: {error}").format(folder=destination, error=error)
