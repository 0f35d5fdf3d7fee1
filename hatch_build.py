"""Build step: make the live chart's JavaScript, join the catalogues of translators, and pack the course into the wheel.

The JavaScript (Vega, Vega-Lite, Vega-Embed) comes from the copy inside vl-convert. It takes about a second, needs no
network, and leaves `src/longwave/widgets/static/vega.js`. The catalogues of a language are joined into one that gettext
reads, `src/longwave/locale/<language>/LC_MESSAGES/longwave.mo`. Git ignores both.
"""

from functools import cache
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel.messages.catalog import Catalog

# An installed wheel carries the course, so that a class hub needs no clone. An editable install reads the clone itself.
COURSE = {
    "lessons": "longwave/course/lessons",
    "exercises": "longwave/course/exercises",
    "solutions": "longwave/course/solutions",
    "datasets": "longwave/course/datasets",
    "docs/instructor": "longwave/course/docs/instructor",
}
TARGET = Path("src/longwave/widgets/static/vega.js")
JOINED = Path("src/longwave/locale")
# One place on the page, named by version, so that two courses on one page do not share it by accident.
SNIPPET = "globalThis.__longwaveVega1 = { vegaEmbed };"


def write_vega(folder: Path) -> Path:
    """Write the bundle below the given project folder and return its path."""
    import vl_convert

    target = folder / TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    unfinished.write_text(vl_convert.javascript_bundle(SNIPPET), encoding="utf-8")
    unfinished.replace(target)
    return target


def join_catalogues(folder: Path) -> list[Path]:
    """Write one catalogue for each language below the given project folder, and return their paths.

    Beside the messages it holds the names of the lessons that are whole in that language, in the context `offered`.
    """
    from babel.messages.mofile import write_mo

    written = []
    for language in sorted(path for path in (folder / "locale").iterdir() if path.is_dir()):
        target = folder / JOINED / language.name / "LC_MESSAGES" / "longwave.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        with unfinished.open("wb") as file:
            write_mo(file, _joined(folder, language))
        unfinished.replace(target)
        written.append(target)
    return written


def _joined(folder: Path, language: Path) -> "Catalog":
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    joined, undone = Catalog(locale=language.name, charset="utf-8", fuzzy=False), []
    for path in sorted(language.rglob("*.po")):
        with path.open("rb") as file:
            entries = [entry for entry in read_po(file, locale=language.name) if entry.id]
        for entry in entries:
            if all(entry.string if isinstance(entry.string, tuple) else (entry.string,)) and not entry.fuzzy:
                joined.add(entry.id, entry.string, context=entry.context)
            else:
                places = tuple(place for place, _line in entry.locations)
                undone.append((path.relative_to(language).with_suffix("").as_posix(), places))
    held = _held(language)
    for slug in _offered(folder)(folder, undone):
        if slug not in held:
            joined.add(slug, "offered", context="offered")
    return joined


def _held(language: Path) -> set[str]:
    """Return the lessons that are translated and still not offered: what is left of each stands in held.txt."""
    path = language / "held.txt"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return {line.partition(":")[0] for line in lines if line and not line.startswith("#")}


@cache
def _offered(folder: Path) -> "Callable[..., list[str]]":
    """Return the function that says which lessons are whole, from its file alone: the build has no course yet."""
    found: Callable[..., list[str]] = run_path(str(folder / "tools" / "i18n" / "offered.py"))["offered"]
    return found


class CourseBuild(BuildHookInterface[Any]):
    """Tell hatchling what a wheel and an editable install need."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle, and add the course to a wheel. A source distribution's own build makes it later."""
        if self.target_name != "wheel":
            return
        write_vega(Path(self.root))
        join_catalogues(Path(self.root))
        if version == "standard":
            build_data["force_include"].update(COURSE)
