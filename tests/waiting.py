"""Waiting for what another process does: a test that looks only once fails on a busy machine."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
PATIENCE = 120.0  # seconds; it is only waited so long where a test is about to fail
PAUSE = 0.05


def eventually(look: Callable[[], Found], seconds: float = PATIENCE) -> Found:
    """Look again and again until there is something true to see, and return what was seen last."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(PAUSE)
    return found
