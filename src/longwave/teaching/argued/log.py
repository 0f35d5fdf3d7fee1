"""The log of hand points: one file for each lesson, a line for each event, to which lines are only ever added.

It says who gave which points, when, from what, to what, and why. The points that count are those of the gradebook.
The log has what the gradebook has no place for: the rows, who read what, requests to look again.
"""

import datetime
import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.tasks.lock import locked
from longwave.teaching.folder.course import Course

Event = dict[str, Any]


def marks_folder(course: Course) -> Path:
    """Return the folder of the logs, and of the tables for markers."""
    return course.root / "marks"


def log_file(course: Course, lesson: str) -> Path:
    """Return the log of a lesson."""
    return marks_folder(course) / f"{lesson}.log.jsonl"


def read_log(course: Course, lesson: str) -> list[Event]:
    """Return all events of a lesson, in order.

    A last line without an end is of a command that was stopped before it did anything: it counts as not written.

    Raises:
        ExpectedError: if another line is damaged; it names the line.
    """
    path = log_file(course, lesson)
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return []
    return [event for number, line in enumerate(lines[:-1], 1) if (event := _event(path, number, line)) is not None]


def _event(path: Path, number: int, line: bytes) -> Event | None:
    if not line or line.endswith(_CUT):
        return None
    try:
        event = json.loads(line)
        if {"event", "when", "who"} <= event.keys():
            return dict(event)
    except (ValueError, AttributeError, TypeError):
        pass
    sentence = _("{file}, line {line}: it is damaged. Bring the file back from a backup; nothing was changed.")
    raise ExpectedError(sentence.format(file=path, line=number))


_CUT = b" #cut"  # ends a line that was left without its end


def append(course: Course, lesson: str, events: Sequence[Event]) -> None:
    """Add events to the log, all in one write that is on the disk when this returns."""
    if not events:
        return
    path = log_file(course, lesson)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lines = "".join(json.dumps(event, ensure_ascii=True, sort_keys=True) + "\n" for event in events)
    with locked(path.with_name(f".{lesson}.lock")):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "rb+", buffering=0) as stream:
            stream.seek(0, os.SEEK_END)
            torn = stream.tell() > 0 and (stream.seek(-1, os.SEEK_END), stream.read(1))[1] != b"\n"
            content = memoryview((_CUT + b"\n" if torn else b"") + lines.encode())
            while content:
                content = content[stream.write(content) :]
            os.fsync(stream.fileno())


def event(kind: str, who: str, batch: str = "", **about: Any) -> Event:
    """Return an event that happens now."""
    when = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return {"event": kind, "when": when, "who": who, **({"batch": batch} if batch else {}), **about}


def new_batch() -> str:
    """Return a name for events that are one change of the gradebook."""
    return secrets.token_hex(6)
