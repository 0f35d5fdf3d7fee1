"""What a hub's server does before it shows its first page: it brings the reader's copy up to date.

`longwave hub-config` turns this on as an extension of Jupyter's server. If the copy cannot be refreshed, as on a full
disk, the server starts all the same, with the copy as it was: the work in it is then still there to be read.
"""

from pathlib import Path
from typing import Any

from longwave.reader.copy import refresh_copy
from longwave.reader.errors import ExpectedError

HUB_COPY = "longwave"  # the folder in the reader's home


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "longwave.reader.hub_start"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Refresh the copy in the reader's home, and write into the server's log what was done."""
    try:
        report = refresh_copy(Path.home() / HUB_COPY)
    except ExpectedError as error:
        server.log.error("longwave: %s", error)
        return
    for line in [*report.lines(), f"{report.folder}"]:
        server.log.info("longwave: %s", line)
