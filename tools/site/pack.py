"""Frames in few bytes: what moves in each state of a panel, with every column of numbers kept once."""

import base64
import gzip
import json
from collections.abc import Sequence
from typing import Any

Moving = dict[str, Any]  # of `longwave.charts.patch.moving_parts`


class Pool:
    """Values by the order in which they first came, each once."""

    def __init__(self) -> None:
        """Begin with no value."""
        self.values: list[Any] = []
        self._places: dict[str, int] = {}

    def add(self, value: Any) -> int:
        """Return the place of a value, which is added if it is new."""
        key = json.dumps(value, ensure_ascii=False)
        if key not in self._places:
            self._places[key] = len(self.values)
            self.values.append(value)
        return self._places[key]


def packed(states: Sequence[Moving]) -> dict[str, Any]:
    """Return the states column by column: places in one pool of values.

    Fields: `pool`, the values; `title`, `description` and `params`, a place for each state; `rows`, by dataset, the
    names of the columns and for each state a place for each column. All states have the same datasets and columns; a
    dataset may be empty in some. `panels.js` is the reader.

    >>> moving = {"title": "T", "description": "D", "params": {}, "rows": {"a": [{"x": 1}, {"x": 2}]}}
    >>> packed([moving])["rows"]
    {'a': {'columns': ['x'], 'places': [[3]]}}
    """
    pool = Pool()
    found: dict[str, Any] = {
        name: [pool.add(state[name]) for state in states] for name in ("title", "description", "params")
    }
    found["rows"] = {name: _dataset([state["rows"][name] for state in states], pool) for name in states[0]["rows"]}
    return {**found, "pool": pool.values}


def _dataset(each: list[list[dict[str, Any]]], pool: Pool) -> dict[str, Any]:
    columns = next((list(rows[0]) for rows in each if rows), [])
    if any(list(row) != columns for rows in each for row in rows):
        raise ValueError(f"The rows of a dataset must all have the columns {columns}.")
    places = [[pool.add([row[column] for row in rows]) for column in columns] for rows in each]
    return {"columns": columns, "places": places}


def compressed(document: dict[str, Any]) -> bytes:
    """Return a document as a browser unpacks it: JSON, in gzip, the same bytes for the same document."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def script(key: str, content: bytes) -> str:
    """Return the script that hands packed frames to the page: a file opened from a stick may not be fetched."""
    return f'longwaveFrames("{key}","{base64.b64encode(content).decode()}");\n'
