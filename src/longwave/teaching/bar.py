"""How a step shows how far it is. The command line has a progress bar; by default nothing is shown."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any

Bar = Callable[[Iterable[Any], str], Iterable[Any]]


def plain(items: Iterable[Any], words: str) -> Iterable[Any]:
    """Yield the items, and show nothing."""
    return items


def on_terminal(items: Iterable[Any], words: str) -> Iterator[Any]:
    """Yield the items, and show on the terminal how far it is."""
    import typer

    length = len(items) if isinstance(items, Sized) else None
    with typer.progressbar(items, length=length, label=words, width=30, show_pos=True) as shown:
        yield from shown
