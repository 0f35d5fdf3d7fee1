"""Build step: make the live chart's JavaScript, and pack the course into the wheel.

The JavaScript (Vega, Vega-Lite, Vega-Embed) comes from the copy inside vl-convert. It takes about a second, needs no
network, and leaves `src/longwave/widgets/static/vega.js`, which git ignores.
"""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# An installed wheel carries the course, so that a class hub needs no clone. An editable install reads the clone itself.
COURSE = {
    "lessons": "longwave/course/lessons",
    "exercises": "longwave/course/exercises",
    "solutions": "longwave/course/solutions",
    "datasets": "longwave/course/datasets",
    "docs/instructor": "longwave/course/docs/instructor",
    "locale": "longwave/locale",
}
TARGET = Path("src/longwave/widgets/static/vega.js")
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


class CourseBuild(BuildHookInterface):
    """Tell hatchling what a wheel and an editable install need."""

    def initialize(self, version: str, build_data: dict) -> None:
        """Make the bundle, and add the course to a wheel. A source distribution's own build does both later."""
        if self.target_name != "wheel":
            return
        write_vega(Path(self.root))
        if version == "standard":
            build_data["force_include"].update(COURSE)
