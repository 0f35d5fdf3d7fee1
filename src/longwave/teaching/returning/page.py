"""Pages for a browser or a learning platform: one file each, no script, nothing fetched, all text escaped."""

import base64
from pathlib import Path
from typing import Any

from longwave.i18n import current_language

_PAGES = Path(__file__).parent / "pages"


def page(template: str, **values: Any) -> bytes:
    """Return a page from a template of this package; whatever stands in a value is shown as text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    loader = FileSystemLoader(_PAGES)
    forms = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style = Markup((_PAGES / "page.css").read_text(encoding="utf-8"))
    language = current_language().replace("_", "-")
    return forms.get_template(template).render(style=style, language=language, **values).encode()


def drawn(chart: Any) -> dict[str, str]:
    """Return a chart as a picture inside the page, and its words."""
    import vl_convert

    from longwave.charts.render import specification

    spec = specification(chart)
    svg = vl_convert.vegalite_to_svg(spec, vl_version=vl_convert.get_vegalite_versions()[-1])
    picture = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    return {"words": spec["description"], "picture": picture}
