"""Whether a browser can be opened here, and under which address the course is reached."""

import os
import re
import sys
import webbrowser
from collections.abc import Mapping
from urllib.parse import quote, urlencode


def browser_available(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether a browser that is opened now would appear in front of the reader."""
    if environment.get("BROWSER"):
        return True
    if environment.get("SSH_CONNECTION"):
        return False
    has_screen = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if platform not in ("win32", "darwin") and not has_screen:
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def address(lesson: str | None, port: int, token: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of a lesson, with the token that gives access.

    >>> address("lessons/00-start-here.ipynb", 8888, "abc", {})
    'http://127.0.0.1:8888/lab/tree/lessons/00-start-here.ipynb?token=abc'
    """
    domain = _codespace(environment)
    server = f"https://{domain.format(port=port)}" if domain else f"http://127.0.0.1:{port}"
    page = f"/lab/tree/{quote(lesson)}" if lesson else "/lab"
    return f"{server}{page}?{urlencode({'token': token})}"


def origin_pattern(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return a pattern of the page addresses that may talk to the server beside its own; None for none.

    A codespace shows the server under an address of its own, and Jupyter would refuse that page its kernels.
    """
    domain = _codespace(environment)
    return "https://" + re.escape(domain).replace(re.escape("{port}"), r"\d+") if domain else None


def _codespace(environment: Mapping[str, str]) -> str | None:
    """Return the host name that GitHub Codespaces gives a port, with `{port}` in it; None elsewhere."""
    name = environment.get("CODESPACE_NAME")
    if not name:
        return None
    domain = environment.get("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN") or "app.github.dev"
    return f"{name}-{{port}}.{domain}"
