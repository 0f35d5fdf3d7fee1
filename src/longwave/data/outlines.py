"""Outlines for maps. They are in the package, so that a map draws without a network."""

from functools import cache
from pathlib import Path


@cache
def us_states() -> str:
    """Return the states of the United States as TopoJSON text; the object in it is called `states`.

    It is handed to a chart as text: a notebook would store each number of its lines on a line of its own.
    Source and licence (us-atlas, ISC; US Census Bureau) are in `maps/README.md` next to this file.
    """
    return (Path(__file__).parent / "maps" / "us_states.json").read_text(encoding="utf-8")
