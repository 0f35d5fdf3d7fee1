"""What nbgrader writes into a cell: its name, its marks, and the checksum with which it was given out.

This is the only module that reads nbgrader's metadata. A cell may come as nbformat reads it, or as the JSON of a file
from outside, in which anything can be in the place of anything: what is not in nbgrader's form counts as missing.
"""

import hashlib
from typing import Any

MARKS = ("grade", "solution", "task", "locked")


def marks_of(cell: object) -> dict[str, Any]:
    """Return nbgrader's metadata of a cell, empty where it has none."""
    metadata = cell.get("metadata") if isinstance(cell, dict) else None
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return marks if isinstance(marks, dict) else {}


def name_of(cell: object) -> str:
    """Return nbgrader's name of a cell, empty where it has none."""
    name = marks_of(cell).get("grade_id", "")
    return name if isinstance(name, str) else ""


def named(name: str, **marks: object) -> dict[str, Any]:
    """Return the metadata of a cell that has a name and, if any are given, all of nbgrader's marks.

    >>> named("18-weight-answer")
    {'nbgrader': {'grade_id': '18-weight-answer'}}
    """
    unmarked = {**dict.fromkeys(MARKS, False), "schema_version": 3} if marks else {}
    return {"nbgrader": {**unmarked, **marks, "grade_id": name}}


def checksum_of(cell: object) -> str | None:
    """Return the checksum with which a cell was given out, None where it has none."""
    return marks_of(cell).get("checksum")


def computed_checksum(cell: dict[str, Any]) -> str:
    """Return nbgrader's checksum of a cell with nbgrader's metadata, computed without nbgrader.

    A student's machine has none. What goes into it: `nbgrader.utils.compute_checksum`.
    """
    marks = cell["metadata"]["nbgrader"]
    grade, solution = marks.get("grade", False), marks.get("solution", False)
    locked = not solution and (bool(grade) or marks.get("locked", False))
    source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    words = [source, cell["cell_type"], str(grade), str(solution), str(locked), marks["grade_id"]]
    if grade:
        words.append(str(float(marks["points"])))
    return hashlib.md5("".join(words).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
