"""A chart and a panel as elements of a page, and the scripts that draw them."""

import html
import json
from pathlib import Path
from typing import Any

from longwave.charts.render import Spec
from longwave.i18n import _
from longwave.widgets.live import STATIC
from tools.site.colours import DARK

OWN = Path(__file__).with_name("static")
# Expressions are interpreted and no style element is added: a page whose policy forbids both can draw the chart.
SAFE = {"ast": True, "defaultStyle": False, "tooltip": {"disableDefaultStyle": True}}
SCRIPTS = ("charts.js", "panels.js")
STYLES = ("live.css", "site.css")


class MissingDrawingLibraryError(RuntimeError):
    """Vega was not built into this installation."""


def site_spec(spec: Spec) -> Spec:
    """Return a specification as a page draws it: with the same data, and embedded without evaluated code."""
    options = {**spec["usermeta"]["embedOptions"], **SAFE}
    return {key: value for key, value in spec.items() if key != "$schema"} | {"usermeta": {"embedOptions": options}}


def chart_element(spec: Spec) -> str:
    """Return the element that becomes a chart when it comes into view; its label is the chart's alt text."""
    label = html.escape(spec.get("description", _("A chart without a description")), quote=True)
    data = inline_json(site_spec(spec))
    return (
        f'<div class="lw-chart" role="img" aria-label="{label}"><script type="application/json">{data}</script></div>'
    )


def panel_element(key: str, sentence: str) -> str:
    """Return the element that becomes a panel when it comes into view. Without scripts its sentence stays."""
    name = html.escape(_("Panel: controls and a chart that follows them"), quote=True)
    line = f'<p class="longwave-alt lw-start">{html.escape(sentence)}</p>'
    unscripted = html.escape(_("This panel moves where the browser runs scripts. Here it runs none."))
    line += f'<noscript><p class="lw-note">{unscripted}</p></noscript>'
    return f'<div class="longwave-panel lw-panel" role="group" aria-label="{name}" data-frames="{key}">{line}</div>'


def inline_json(value: Any) -> str:
    """Return JSON that can be written inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def write_scripts(folder: Path) -> None:
    """Write all scripts and styles of charts and panels.

    None is a module: a browser refuses modules on pages that are opened from a file.
    """
    for name in SCRIPTS:
        (folder / name).write_text((OWN / name).read_text("utf-8"), "utf-8")
    colours = json.dumps(DARK)
    (folder / "colours.js").write_text(f"globalThis.longwaveDark = {colours};\n", "utf-8")
    (folder / "live.js").write_text(_classic((STATIC / "live.js").read_text("utf-8")), "utf-8")
    (folder / "live.css").write_text((STATIC / "live.css").read_text("utf-8"), "utf-8")
    (folder / "site.css").write_text((OWN / "site.css").read_text("utf-8"), "utf-8")
    vega = STATIC / "vega.js"
    if not vega.is_file():
        raise MissingDrawingLibraryError(_("The drawing library is missing. Install the course again: make setup"))
    (folder / "vega.js").write_text(f"(() => {{\n{vega.read_text('utf-8')}\n}})();\n", "utf-8")


def _classic(module: str) -> str:
    """Return the live chart's module as a plain script: the same but for its last line, and no kernel asks here."""
    body, export, rest = module.rpartition("export default { initialize, render };")
    if not export or rest.strip() or "\nimport " in body:
        raise ValueError("live.js no longer ends with its only export; change tools.site.drawing with it.")
    return f"(() => {{\n{body}globalThis.longwaveLive = {{ render }};\n}})();\n"
