"""Copies of the gradebook, made before it is changed. The newest twenty are kept."""

import datetime
import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import Course

KEPT = 20


def backup(course: Course) -> Path:
    """Copy the gradebook into `backups/`, and return the copy. It is complete, or it is not there at all.

    A copy of SQLite is a gradebook: put it where `gradebook.db` is. One of PostgreSQL is restored with
    `pg_restore --clean --dbname=…`.

    Raises:
        ExpectedError: if there is no gradebook yet, if it is damaged, or if it cannot be copied.
    """
    course.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left_over in course.backups.glob(".*.part"):
        left_over.unlink(missing_ok=True)
    now = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    target = course.backups / f"gradebook-{now}{'.db' if course.gradebook_file else '.dump'}"
    handle, name = tempfile.mkstemp(dir=course.backups, prefix=".", suffix=".part")
    os.close(handle)
    try:
        _copy(course, Path(name))
        os.replace(name, target)
    finally:
        Path(name).unlink(missing_ok=True)
    for old in _by_age(course.backups, target.name)[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def _by_age(folder: Path, newest: str) -> list[Path]:
    """Return the copies, the oldest first. What is later than the newest is of a wrong clock: it goes first."""
    return sorted(folder.glob("gradebook-*"), key=lambda copy: (copy.name <= newest, copy.name))


def _copy(course: Course, target: Path) -> None:
    if course.gradebook_file:
        _copy_sqlite(course.gradebook_file, target)
    else:
        _dump_postgresql(course.gradebook_url, target)
    with open(target, "rb+") as stream:
        os.fsync(stream.fileno())


def _copy_sqlite(file: Path, target: Path) -> None:
    if not file.is_file():
        raise ExpectedError(_("There is no gradebook yet. Release a lesson first: longwave release LESSON"))
    try:
        with (
            # Not read-only: after a command that was killed, SQLite first undoes what is half written.
            closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=60)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
            sound = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        sentence = _("The gradebook {file} cannot be copied: {reason}. The last good copies are in {folder}.")
        raise ExpectedError(sentence.format(file=file, reason=error, folder=target.parent)) from error
    if sound != "ok":
        sentence = _("The gradebook {file} is damaged: {reason}. The last good copies are in {folder}.")
        raise ExpectedError(sentence.format(file=file, reason=sound, folder=target.parent))


def _dump_postgresql(url: str, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        sentence = _("A gradebook in PostgreSQL is saved with pg_dump, which is not here. Install PostgreSQL's client.")
        raise ExpectedError(sentence)
    address, password = _address(url)
    # The password goes through the environment: others on this machine can read a command's arguments.
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    command = [program, "--format=custom", "--no-password", f"--file={target}", f"--dbname={address}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip() or str(done.returncode)).splitlines()[-1]
        raise ExpectedError(_("pg_dump could not save the gradebook: {reason}").format(reason=reason))


def _address(url: str) -> tuple[str, str]:
    """Return a database's address as PostgreSQL's own programs take it, without its password, and the password."""
    authority, slash, path = url.partition("://")[2].partition("/")
    user, at, place = authority.rpartition("@")
    name, _colon, password = user.partition(":")
    return f"postgresql://{name}{at}{place}{slash}{path}", unquote(password)
