"""What a progress file holds, without the disk: an empty one, reading one, and bringing in one event.

The document is {"schema": 2, "tasks": {id: record}, "guesses": {id: entry}, "set_aside": [names of files not yet
told to the reader]}. A record is {"status", "attempts", "hints", "mistakes": {name: count}, "first_right": date or
None}; an entry of a guess is in `longwave.tasks.ledger_guesses`. The events of two notebooks give the same document in
whichever order they come, apart from the latest status of a task that is not right yet, and from a guess: there the
latest before the reveal counts. A file of schema 1, which has no guesses, is brought up.
"""

import json
import re
from typing import Any

from longwave.i18n import _
from longwave.tasks.ledger_guesses import apply_guess, apply_reveal, sound_guesses

SCHEMA = 2


class NewerProgressError(OSError):
    """The file comes from a newer Longwave; it is left as it is."""


def empty() -> dict[str, Any]:
    """Return the document of a reader who has not begun."""
    return {"schema": SCHEMA, "tasks": {}, "guesses": {}, "set_aside": []}


def parse(raw: bytes) -> tuple[dict[str, Any], bool]:
    """Return the document in the bytes of a file, and whether all of it was sound.

    What is sound is kept; a file that is no progress file at all gives an empty document. A file of a newer
    schema raises a NewerProgressError.
    """
    try:
        found = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        return empty(), False
    if type(found) is not dict or type(found.get("schema")) is not int or type(found.get("tasks")) is not dict:
        return empty(), False
    if found["schema"] > SCHEMA:
        raise NewerProgressError(_("a newer Longwave wrote the file; update this one with `git pull`"))
    if found["schema"] == 1 and "guesses" not in found:
        found = {**found, "schema": SCHEMA, "guesses": {}}
    document = empty()
    document["tasks"] = {task_id: record for task_id, record in found["tasks"].items() if _is_record(record)}
    document["guesses"] = sound_guesses(found.get("guesses"))
    names = found.get("set_aside")
    if type(names) is list:
        document["set_aside"] = [n for n in names if type(n) is str and re.fullmatch(r"progress\.corrupt-\d+\.json", n)]
    return document, document == found


def _is_record(record: Any) -> bool:
    """Return whether a record has the five entries, each of its type."""
    if type(record) is not dict or set(record) != {"status", "attempts", "hints", "mistakes", "first_right"}:
        return False
    mistakes, first_right = record["mistakes"], record["first_right"]
    return (
        record["status"] in ("open", "wrong", "unusable", "right")
        and type(mistakes) is dict
        and all(type(n) is int and n >= 0 for n in (record["attempts"], record["hints"], *mistakes.values()))
        and (first_right is None or type(first_right) is str)
        and (record["status"] == "right") == (first_right is not None)
    )


def apply(document: dict[str, Any], event: dict[str, Any]) -> None:
    """Bring one event into a document.

    The events are {"task", "status", "mistake", "date"} for an answer, {"task", "hint"} for a hint that was
    seen, {"task", "next_hint_of"} for a step to the next of so many hints, {"guess": id, "value", "date"} for a guess,
    {"reveal": id, "date"} for a truth that was shown, and {"told"}, names of files that were told.
    """
    if "guess" in event:
        apply_guess(document["guesses"], event)
        return
    if "reveal" in event:
        apply_reveal(document["guesses"], event)
        return
    if "told" in event:
        document["set_aside"] = [name for name in document["set_aside"] if name not in event["told"]]
        return
    unknown = {"status": "open", "attempts": 0, "hints": 0, "mistakes": {}, "first_right": None}
    record = document["tasks"].setdefault(event["task"], unknown)
    if "hint" in event:
        record["hints"] = max(record["hints"], event["hint"])
    elif "next_hint_of" in event:
        record["hints"] = min(record["hints"] + 1, event["next_hint_of"])
    else:
        _apply_answer(record, event)


def _apply_answer(record: dict[str, Any], event: dict[str, Any]) -> None:
    """Count an answer. Once right stays right, and a right answer that is checked again is no new attempt."""
    if event["status"] == "right":
        record["attempts"] += record["status"] != "right"
        record["status"] = "right"
        record["first_right"] = min(record["first_right"] or event["date"], event["date"])
        return
    record["attempts"] += 1
    if record["status"] != "right":
        record["status"] = event["status"]
    if event["mistake"]:
        record["mistakes"][event["mistake"]] = record["mistakes"].get(event["mistake"], 0) + 1
