"""What the theme leaves to do: files that no page needs, and buttons without a name."""

import html
import shutil
from pathlib import Path

from longwave.i18n import _

TOGGLE = '<summary><span class="toctree-toggle"'


def slim(site: Path) -> None:
    """Remove what no page needs: maps for debugging, sources, translations of the theme, and the script of its icons.

    That script has 1.5 MB and writes a style into the page; `site.css` draws the eight icons from the theme's font.
    """
    for pattern in ("**/*.map", "**/fontawesome*.js", "**/.buildinfo", "objects.inv", "_static/*.html"):
        for path in site.glob(pattern):
            path.unlink()
    for name in ("_sources", "_static/locales"):
        shutil.rmtree(site / name, ignore_errors=True)


def name_toggles(site: Path) -> None:
    """Give each button that unfolds a part of the side bar a name: the theme draws an arrow only."""
    named = TOGGLE.replace("<summary>", f'<summary aria-label="{html.escape(_("Pages of this part"), quote=True)}">')
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        if TOGGLE in text:
            page.write_text(text.replace(TOGGLE, named), "utf-8")
