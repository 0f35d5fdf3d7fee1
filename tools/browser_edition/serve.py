"""Serve the site from this computer, for a look at it and for the trial."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.site.pages import RUN

# All that JupyterLab and a kernel in the page need, and no other computer.
POLICY = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'; "
    "object-src 'none'; frame-ancestors 'self'"
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files with the policies, and writes no log."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}

    def end_headers(self) -> None:
        """Add the policy: a strict one for the pages, a wider one for the notebooks."""
        self.send_header("Content-Security-Policy", POLICY if f"/{RUN}/" in self.path else "default-src 'self'")
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        """Write nothing."""


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder; return its address. It ends with the block."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
