"""Build step: make the live chart's JavaScript (Vega, Vega-Lite, Vega-Embed) from the copy inside vl-convert.

It takes about a second, needs no network, and leaves `src/longwave/widgets/static/vega.js`, which git ignores.
"""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

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


class VegaBundle(BuildHookInterface):
    """Tell hatchling to make the bundle before it packs a wheel or an editable install."""

    def initialize(self, version: str, build_data: dict) -> None:  # noqa: ARG002  (hatchling's signature)
        """Make the bundle, unless this is a source distribution, whose build makes it later."""
        if self.target_name == "wheel":
            write_vega(Path(self.root))
