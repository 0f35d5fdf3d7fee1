"""Pages for a browser or a learning platform: one file each, nothing fetched, and no script but the page's own."""

import base64
import hashlib
from pathlib import Path
from typing import Any

from longwave.i18n import current_language

_PAGES = Path(__file__).parent


def page(template: str, **values: Any) -> bytes:
    """Return a page from a template of this package, with the style and script of the same name, or the common style.

    A value is shown as text, unless it is markup already.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(_PAGES)
    forms = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style, script = _part(template, "css") or _part("page", "css"), _part(template, "js")
    own = {"style": style, "script": script, "script_digest": _digest(script)}
    own["language"] = current_language().replace("_", "-")
    return forms.get_template(f"{template}.html").render(**own, **values).encode()


def _part(template: str, kind: str) -> Any:
    from markupsafe import Markup

    path = _PAGES / f"{template}.{kind}"
    return Markup(path.read_text(encoding="utf-8") if path.is_file() else "")


def _digest(script: str) -> str:
    """Return the name under which a page's security policy lets this script run, and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def drawn(chart: Any) -> dict[str, str]:
    """Return a chart as a picture inside the page, and its description in words."""
    import vl_convert

    from longwave.charts.render import specification

    spec = specification(chart)
    svg = vl_convert.vegalite_to_svg(spec, vl_version=vl_convert.get_vegalite_versions()[-1])
    picture = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    return {"words": spec["description"], "picture": picture}
