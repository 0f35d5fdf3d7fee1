"""nbgrader's checksum of a cell: a translated cell is as it was given out, so it is sealed anew."""

import hashlib
from typing import Any


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
