"""The live chart: a widget that keeps one drawing and patches it when its specification changes."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import anywidget
import traitlets
from altair.typing import ChartType

from longwave.charts.patch import moving_parts, structure, unchecked
from longwave.charts.render import specification
from longwave.i18n import _

STATIC = Path(__file__).parent / "static"
PAUSE_SECONDS = 0.05


class MissingBundleError(RuntimeError):
    """The drawing library was not built into this installation."""


class VegaRuntime(anywidget.AnyWidget):
    """The drawing library, sent to the page once a notebook. It is never displayed."""

    _esm = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        """Read the drawing library, or raise a MissingBundleError if it was not built."""
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

    State: `spec`, the specification that is drawn, and `moved`, what has changed since: title, words, rows, values of
    parameters. `update` sends what has moved at once, so that the page can patch its drawing, and soon after it a new
    specification if the structure of the chart is another one. `fault` says why the page shows an earlier state than
    the controls have; it is empty while the two agree.
    """

    _esm = STATIC / "live.js"
    _css = STATIC / "live.css"
    spec = traitlets.Dict().tag(sync=True)
    moved = traitlets.Dict().tag(sync=True)
    fault = traitlets.Unicode().tag(sync=True)

    def __init__(self, chart: ChartType) -> None:
        """Draw the chart's first state."""
        runtime()
        spec = specification(chart)
        self.drawn_structure = structure(spec)
        self.waiting: asyncio.TimerHandle | None = None
        super().__init__(spec=spec, moved=moving_parts(chart))
        self.drawn = self.moved

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the reader of an error that keeps the chart from following; the error then goes on its way."""
        try:
            yield
        except Exception as error:
            sentence = _("The chart cannot follow to these values, so it shows earlier ones: {error}")
            self.fault = sentence.format(error=f"{type(error).__name__}: {error}"[:300])
            raise

    def update(self, chart: ChartType) -> None:
        """Show another state of the chart."""
        self.moved = moving_parts(chart)
        self.fault = ""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._check(chart)
            return
        # In a kernel the check that a patch was enough waits: it would hold up the message, and the next movement.
        if self.waiting:
            self.waiting.cancel()
        self.waiting = loop.call_later(PAUSE_SECONDS, self._check, chart)

    def _check(self, chart: ChartType) -> None:
        """Send the chart's specification if its structure is another one than the page has drawn."""
        try:
            with self.telling(), unchecked():
                spec = specification(chart, validate=False)
        except Exception:
            self.moved = self.drawn  # the words of a chart that is not there must not stay
            raise
        self.drawn = self.moved
        if (now := structure(spec)) != self.drawn_structure:
            self.drawn_structure, self.spec = now, spec
