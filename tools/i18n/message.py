"""What a translator gets: one message of a catalogue."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """One message, before it is joined with those that say the same.

    `catalogue` is its file inside `locale/<language>/`, without the ending; `context` tells two equal texts apart and
    says where a text stands, such as `lessons/01-value-stick#puzzle-story`: a notebook and the id of a cell.
    """

    catalogue: str
    text: str
    context: str | None = None
    plural: str | None = None
    place: str = ""
    comments: tuple[str, ...] = ()
