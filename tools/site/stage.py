"""Write the sources of the pages, in folders like those of the course, so that links between files stay as they are."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from longwave.charts.render import chart_line
from longwave.i18n import _
from tools.files import ROOT
from tools.site import lists
from tools.site.drawing import panel_element
from tools.site.notebook import Panels, page_of
from tools.site.pages import Course, with_site_links

# The lesson whose first panel a visitor moves on the front page, where the site carries it.
FRONT_LESSON = "02"


def stage(course: Course, folder: Path) -> Panels:
    """Write all sources into a folder that is emptied first; return the panels that they show.

    Args:
        course: what the site carries.
        folder: where the sources go.
    """
    if folder.exists():
        shutil.rmtree(folder)
    panels = Panels()
    of_lesson: dict[str, list[str]] = {}
    for name, path in course.files.items():
        before = set(panels.makers)
        _write(folder / name, _page(name, path, course, panels))
        of_lesson[path.name[:2]] = of_lesson.get(path.name[:2], []) + [k for k in panels.makers if k not in before]
    for picture in sorted((ROOT / "docs").rglob("*.svg")) + sorted((ROOT / "docs").rglob("*.png")):
        shutil.copy(picture, folder / picture.parent.relative_to(ROOT))
    _write_lists(course, folder)
    key = _front_panel(of_lesson)
    _write(folder / "index.md", lists.front_page(course, _front_element(key, panels)))
    return panels


def _front_panel(of_lesson: dict[str, list[str]]) -> str:
    candidates = [FRONT_LESSON, *sorted(of_lesson)]
    return next((keys[0] for number in candidates if (keys := of_lesson.get(number))), "")


def _front_element(key: str, panels: Panels) -> str:
    """Return the panel of the front page, with its sentence at the start; an empty text where there is none."""
    if not key:
        return ""
    panel = panels.makers[key]()
    return panel_element(key, chart_line(str(panel.draw(**panel.start).description)))


def _page(name: str, path: Path, course: Course, panels: Panels) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        return json.dumps(page_of(json.loads(text), name, course, panels), ensure_ascii=False)
    page = with_site_links(text, name, course)
    folder = f"{Path(name).parent.as_posix()}/"
    if path.name == "README.md" and folder.startswith("docs/"):
        pages = [other for other in course.files if other.startswith(folder) and other != name]
        page = "\n".join([page, "", *lists.tree(pages)])
    return page


def _write_lists(course: Course, folder: Path) -> None:
    """Write the pages that the site makes itself."""
    for part, numbers in course.parts.items():
        _write(folder / "parts" / f"part-{part}.md", lists.part_page(part, numbers, course))
    _write(folder / "datasets" / "README.md", lists.datasets_page(course.datasets))
    for name in course.datasets:
        _write(folder / "datasets" / f"{name}.md", lists.dataset_page(name))
        shutil.copy(ROOT / "datasets" / name / f"{name}.csv", folder / "datasets")
    _write(folder / "claims.md", lists.claims_page(course))
    for kind, title in _kinds().items():
        pages = {name: path for name, path in course.files.items() if name.startswith(f"docs/{kind}/")}
        titles = {name: lists.title_of(path.read_text("utf-8")) for name, path in pages.items()}
        _write(folder / "docs" / f"{kind}.md", lists.contents_page(title(), titles))


def _kinds() -> dict[str, Callable[[], str]]:
    return {"how-to": lambda: _("How to …"), "explanation": lambda: _("Why it is so")}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
