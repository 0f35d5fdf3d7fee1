"""The guesses in a progress file, without the disk: which entries are sound, and what an event changes.

An entry is {"guess": number, [low, high] or null, "date": of the guess or null, "revealed": date or null, "after": a
guess that came after the reveal, or null}. What counts is `guess`: it may change until the reveal, and never after it.
"""

import datetime
import math
import re
from typing import Any

MOST_GUESSES = 1000  # entries in a file: a course asks about a hundred
LONGEST_ID = 80  # characters
LARGEST = 1e15  # of either sign

Entry = dict[str, Any]


def no_guess() -> Entry:
    """Return the entry of a guess that nobody has made or seen yet."""
    return {"guess": None, "date": None, "revealed": None, "after": None}


def sound_guesses(found: object) -> dict[str, Entry]:
    """Return the entries of a file that are sound, at most MOST_GUESSES of them."""
    if type(found) is not dict:
        return {}
    sound = [(guess_id, entry) for guess_id, entry in found.items() if _is_id(guess_id) and _is_entry(entry)]
    return dict(sound[:MOST_GUESSES])


def apply_guess(entries: dict[str, Entry], event: dict[str, Any]) -> None:
    """Bring in {"guess": id, "value", "date"}: it counts before the reveal, and is kept apart after it.

    The guess that counts may be given again at any time, as Run All does; this changes nothing.
    """
    entry = _entry(entries, event["guess"])
    if entry is None or entry["guess"] == event["value"]:
        return
    if entry["revealed"] is None:
        entry.update(guess=event["value"], date=event["date"])
    else:
        entry["after"] = event["value"]


def apply_reveal(entries: dict[str, Entry], event: dict[str, Any]) -> None:
    """Bring in {"reveal": id, "date"}. The earliest reveal is the one that is kept."""
    entry = _entry(entries, event["reveal"])
    if entry is not None:
        entry["revealed"] = min(entry["revealed"] or event["date"], event["date"])


def _entry(entries: dict[str, Entry], guess_id: str) -> Entry | None:
    """Return the entry of an id, a new one where there is room; None where the file is full."""
    if guess_id not in entries and len(entries) >= MOST_GUESSES:
        return None
    return entries.setdefault(guess_id, no_guess())


def _is_id(guess_id: str) -> bool:
    return len(guess_id) <= LONGEST_ID and re.fullmatch(r"\d\d(-[a-z0-9]+)+", guess_id) is not None


def _is_entry(entry: object) -> bool:
    """Tell whether an entry has the four parts, each of its type, and none that another part rules out."""
    if type(entry) is not dict or set(entry) != set(no_guess()):
        return False
    guess, after, revealed = entry["guess"], entry["after"], entry["revealed"]
    return (
        (guess is None or is_value(guess))
        and (entry["date"] is None if guess is None else _is_date(entry["date"]))
        and (guess is not None if revealed is None else _is_date(revealed))
        and (after is None or (revealed is not None and is_value(after) and after != guess))
    )


def is_value(value: object) -> bool:
    """Tell whether a value from JSON is a finite number, or a list of two with the lower first."""
    if type(value) is list:
        return len(value) == 2 and all(map(_is_number, value)) and value[0] <= value[1]
    return _is_number(value)


def _is_number(value: object) -> bool:
    if type(value) is int:
        return abs(value) <= LARGEST
    return type(value) is float and math.isfinite(value) and abs(value) <= LARGEST


def _is_date(text: object) -> bool:
    if type(text) is not str or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
