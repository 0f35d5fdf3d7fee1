"""How a step shows how far it is. The command line has a progress bar; by default nothing is shown."""

from collections.abc import Callable, Iterable
from typing import Any

Bar = Callable[[Iterable[Any], str], Iterable[Any]]


def plain(items: Iterable[Any], words: str) -> Iterable[Any]:
    """Yield the items, and show nothing."""
    return items
