"""The live chart: a widget that keeps one drawing and patches it when its specification changes."""

from functools import cache
from pathlib import Path

import altair as alt
import anywidget
import traitlets

from longwave.charts.render import chart_line, specification

STATIC = Path(__file__).parent / "static"


class MissingBundleError(RuntimeError):
    """The drawing library was not built into this installation."""


class VegaRuntime(anywidget.AnyWidget):
    """The drawing library, sent to the page once a notebook. It is never displayed."""

    _esm = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        bundle = STATIC / "vega.js"
        if not bundle.is_file():
            raise MissingBundleError(
                "The drawing library of the panels is missing. Install the course again: `make lab` in its folder."
            )
        super().__init__(_esm=bundle.read_text(encoding="utf-8") + "\nexport default { initialize() {} };\n")


@cache
def runtime() -> VegaRuntime:
    """Return the one runtime of this kernel, made on first use; the cache keeps it alive for a page that reloads."""
    return VegaRuntime()


class LiveChart(anywidget.AnyWidget):
    """A chart that follows its controls without being drawn anew.

    State: `spec`, the Vega-Lite specification, and `sentence`, what the chart shows in words. Set both with `update`.
    """

    _esm = STATIC / "live.js"
    _css = STATIC / "live.css"
    spec = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)

    def __init__(self, chart: alt.TopLevelMixin):
        runtime()
        spec = specification(chart)
        super().__init__(spec=spec, sentence=chart_line(spec["description"]))

    def update(self, chart: alt.TopLevelMixin) -> None:
        """Show another state: rows, parameters, title and words are patched, a new structure is drawn anew."""
        spec = specification(chart, validate=False)
        with self.hold_sync():
            self.sentence = chart_line(spec["description"])
            self.spec = spec
