"""The reader's progress on disk: one JSON file in the reader's own folder. Nothing leaves the machine.

Each record reads the file, changes it and replaces it while holding a lock, so two open notebooks lose
nothing of each other's. A file that cannot be read is set aside, never deleted. Where nothing can be written,
the events wait in memory and are written as soon as that works.
"""

import copy
import datetime
import itertools
import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from longwave.tasks import ledger
from longwave.tasks.lock import locked

_waiting: list[dict[str, Any]] = []  # events that could not be written yet


@dataclass(frozen=True)
class Progress:
    """Records by task id, entries by guess id, names of files that were set aside, and why nothing is kept."""

    tasks: dict[str, dict[str, Any]]
    set_aside: tuple[str, ...]
    error: str  # empty if progress is kept
    guesses: dict[str, dict[str, Any]] = field(default_factory=dict)


def progress_file() -> Path:
    """Return where progress is kept: in the folder LONGWAVE_HOME, or where the system keeps such data."""
    if os.environ.get("LONGWAVE_HOME"):
        return Path(os.path.expanduser(os.environ["LONGWAVE_HOME"])) / "progress.json"
    import platformdirs

    return platformdirs.user_data_path("longwave", appauthor=False) / "progress.json"


def record_answer(task_id: str, status: str, mistake_name: str = "") -> None:
    """Record the verdict on an answer. A task that is not answered yet leaves no record."""
    if status != "unanswered":
        today = datetime.date.today().isoformat()
        _bring_in({"task": task_id, "status": status, "mistake": mistake_name, "date": today})


def record_hint(task_id: str, step: int) -> None:
    """Record that a hint was seen."""
    _bring_in({"task": task_id, "hint": step})


def next_hint(task_id: str, count: int) -> int:
    """Record a step to the next hint, and return its number. After the last, the last comes again."""
    document, _error = _bring_in({"task": task_id, "next_hint_of": count})
    return int(document["tasks"][task_id]["hints"])


def read_progress() -> Progress:
    """Return what is known."""
    document, error = _bring_in()
    return _progress(document, error)


def record_guess(guess_id: str, value: float | tuple[float, float]) -> Progress:
    """Record a guess in plain form, and return what is known with it. After the reveal it does not count."""
    plain = list(value) if isinstance(value, tuple) else value
    event = {"guess": guess_id, "value": plain, "date": datetime.date.today().isoformat()}
    return _progress(*_bring_in(event))


def record_reveal(guess_id: str) -> Progress:
    """Record that the truth was shown, with a guess or without; return what is known with it."""
    return _progress(*_bring_in({"reveal": guess_id, "date": datetime.date.today().isoformat()}))


def _progress(document: dict[str, Any], error: str) -> Progress:
    return Progress(document["tasks"], tuple(document["set_aside"]), error, document["guesses"])


def mark_reported(set_aside: tuple[str, ...]) -> None:
    """Record that the reader has been told of these files, so that each is reported once."""
    if set_aside:
        _bring_in({"told": list(set_aside)})


def forget_progress() -> Path | None:
    """Set the progress aside as progress.forgotten-N.json, and return that file; None if there is none.

    Raise an OSError if the file cannot be moved.
    """
    file = progress_file()
    _waiting.clear()
    if not file.is_file():
        return None
    with locked(file.with_suffix(".lock")):
        return set_aside(file, "forgotten")


def _bring_in(*events: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Bring events into the file; return the document after them, and why it is not kept (empty if it is).

    An error of the disk must not break a lesson: then the events wait, and the document is as far as it is known.
    """
    file = progress_file()
    _waiting.extend(events)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file.with_suffix(".lock")):
            document, is_as_saved = _load(file)
            before = copy.deepcopy(document) if is_as_saved else None
            _apply_waiting(document)
            if document != before:
                save(file, document)
        _waiting.clear()
        return document, ""
    except OSError as error:
        document = _as_far_as_known(file)
        _apply_waiting(document)
        return document, error.strerror or str(error)


def _apply_waiting(document: dict[str, Any]) -> None:
    for event in _waiting:
        ledger.apply(document, event)


def _load(file: Path) -> tuple[dict[str, Any], bool]:
    """Read the file; set it aside if any of it is damaged. Return whether the document is as the file has it."""
    if not os.path.lexists(file):
        return ledger.empty(), True
    document, is_sound = ledger.parse(file.read_bytes()) if file.is_file() else (ledger.empty(), False)
    if not is_sound:
        document["set_aside"].append(set_aside(file, "corrupt").name)
    return document, is_sound


def _as_far_as_known(file: Path) -> dict[str, Any]:
    """Read the file where nothing can be locked or written."""
    try:
        return ledger.parse(file.read_bytes())[0] if file.is_file() else ledger.empty()
    except OSError:
        return ledger.empty()


def set_aside(file: Path, reason: str) -> Path:
    """Rename a file to the first free <name>.<reason>-N.json beside it. Call it under the file's lock."""
    for number in itertools.count(1):
        aside = file.with_name(f"{file.stem}.{reason}-{number}.json")
        if not os.path.lexists(aside):
            os.replace(file, aside)
            return aside
    raise AssertionError("count() does not end")


def save(file: Path, document: object) -> None:
    """Write JSON beside the old file and put it in its place: at every moment a whole one is there."""
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f"{file.stem}.", suffix=".tmp")
    try:
        with open(handle, "w", encoding="utf-8") as stream:
            json.dump(document, stream, indent=1, sort_keys=True)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
