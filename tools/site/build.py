"""Build the site: sources, pages, policy, panels."""

import io
import shutil
import time
import warnings as python_warnings
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import longwave
from longwave.i18n import current_language
from tools.files import ROOT, shown
from tools.site.drawing import OWN, STYLES, write_scripts
from tools.site.finish import name_toggles, slim
from tools.site.frames import bake
from tools.site.grid import STATES
from tools.site.pages import RUN, find_course
from tools.site.policy import SHEET, keep_policy
from tools.site.stage import stage

WORK = ROOT / "build" / "site"  # sources, Sphinx's own files, and frames from before; git ignores it
SCRIPTS = ("colours.js", "live.js", "charts.js", "panels.js")


class SiteError(Exception):
    """The site cannot be built; the message says why."""


@dataclass(frozen=True)
class SiteReport:
    """What was built."""

    folder: Path
    pages: int
    panels: int
    drawn: int  # panels whose frames were made anew
    size: int
    seconds: float

    def lines(self) -> list[str]:
        """Return the report, a sentence in each line."""
        return [
            f"{shown(self.folder)}: {self.pages} pages and {self.panels} panels ({self.drawn} drawn anew), "
            f"{self.size / 1e6:.1f} MB, in {self.seconds:.0f} s.",
            f"Open {shown(self.folder / 'index.html')}, or copy the folder to a web server or a stick.",
        ]


def build(
    folder: Path,
    only: Collection[str] | None = None,
    states: int = STATES,
    work: Path | None = None,
    edition: Path | None = None,
) -> SiteReport:
    """Write the site into a folder, in the place of an earlier one; return what was built.

    Args:
        folder: where it goes. A folder that has files and is no site of ours is refused.
        only: numbers of lessons, to build a part of the site; None builds all.
        states: the most states of a panel.
        work: where sources and earlier frames are kept.
        edition: the browser edition, which then lies in the site, with links to it from lessons and exercises.

    Raises:
        SiteError: if the folder is not ours, a lesson does not exist, or Sphinx warns of a page.
    """
    start, work = time.monotonic(), work or WORK
    refuse_foreign(folder)
    course = find_course(only, runs=edition is not None)
    if unknown := set(only or ()) - set(course.lessons):
        raise SiteError(f"There is no lesson {', '.join(sorted(unknown))}. Name lessons by their two digits.")
    panels = stage(course, work / "source")
    fresh = work / "html"
    shutil.rmtree(fresh, ignore_errors=True)
    run_sphinx(work / "source", fresh, work / "doctrees")
    write_scripts(fresh / "_static")
    slim(fresh)
    name_toggles(fresh)
    keep_policy(fresh)
    pages = len(list(fresh.rglob("*.html")))
    drawn = bake(panels.makers, fresh / "_static" / "frames", work / "frames", states)
    if edition:  # last: its pages keep a policy of their own
        shutil.copytree(edition, fresh / RUN)
    _put_in_place(fresh, folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return SiteReport(folder, pages, len(panels.makers), drawn, size, time.monotonic() - start)


def refuse_foreign(folder: Path) -> None:
    """Refuse to replace a folder that something else made."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / SHEET).is_file())):
        raise SiteError(f"{folder} has other files in it. Name a new folder, or empty this one.")


def _put_in_place(fresh: Path, folder: Path) -> None:
    """Replace the folder by the new one. The old site stays until the new one is whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.with_name(folder.name + ".part")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(fresh, beside)
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)


def run_sphinx(source: Path, target: Path, doctrees: Path) -> None:
    """Turn the sources into pages; a warning is an error, since it means a page that is not whole."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace(), python_warnings.catch_warnings():
        for category in (
            DeprecationWarning,
            PendingDeprecationWarning,
        ):  # of the theme, which uses an older Sphinx's names
            python_warnings.simplefilter("ignore", category)
        app = Sphinx(
            srcdir=source,
            confdir=None,
            outdir=target,
            doctreedir=doctrees,
            buildername="html",
            confoverrides=settings(),
            status=None,
            warning=warnings,
            parallel=1,
        )
        app.build()
    if lines := warnings.getvalue().strip():
        raise SiteError(f"Sphinx warns:\n{lines}")


def settings() -> dict[str, Any]:
    """Return the configuration of Sphinx: one place, and no file that lists anything."""
    return {
        "project": "Longwave",
        "author": "The Longwave authors",
        "version": longwave.__version__,
        "language": current_language(),
        "extensions": ["myst_nb", "tools.site.formulas"],
        "root_doc": "index",
        "nb_execution_mode": "off",
        "nb_merge_streams": True,
        "myst_enable_extensions": ["dollarmath", "amsmath"],
        "myst_heading_anchors": 4,
        "myst_links_external_new_tab": False,
        "html_theme": "sphinx_book_theme",
        "html_title": "Longwave",
        "html_math_renderer": "mathml",
        "html_copy_source": False,
        "html_show_sourcelink": False,
        "html_show_search_summary": False,
        "html_favicon": str(OWN / "favicon.svg"),
        "html_css_files": list(STYLES),
        "html_js_files": [(name, {"defer": "defer"}) for name in SCRIPTS],
        "html_theme_options": theme_options(),
        "html_context": {"default_mode": "auto"},
        "suppress_warnings": ["myst.header"],  # the reference goes from a page's title to its names at once
    }


def theme_options() -> dict[str, Any]:
    """Return the options of the theme: no address of another computer, and a short side bar."""
    return {
        "home_page_in_toc": True,
        "collapse_navbar": True,
        "show_navbar_depth": 1,
        "use_download_button": False,
        "use_fullscreen_button": False,
        "use_source_button": False,
        "use_repository_button": False,
        "navigation_with_keys": False,
        "back_to_top_button": False,
        "extra_footer": "",
    }
