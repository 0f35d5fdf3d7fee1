"""A panel: controls, one pure drawing function, and the live chart that it feeds."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import altair as alt
import ipywidgets

from longwave.charts.render import WIDGET_VIEW, publish, specification, unchecked
from longwave.i18n import _
from longwave.widgets.controls import corners, player
from longwave.widgets.live import LiveChart


class Panel:
    """Controls around a live chart.

    `draw(**values)` gets the value of each control by its name and returns the chart; it must be a pure function.
    `presets` maps the words on a button to the values that it sets; values that it does not name stay as they are.
    `play` names a slider that gets Play buttons. Every panel has a Reset button, which also stops the play. Display it
    as the last line of a cell.
    """

    def __init__(
        self,
        draw: Callable[..., alt.TopLevelMixin],
        controls: dict[str, ipywidgets.Widget],
        presets: dict[str, dict[str, object]] | None = None,
        play: str | None = None,
    ):
        self.draw = draw
        self.controls = controls
        self.presets = dict(presets or {})
        self.start = self.values
        self.chart = LiveChart(draw(**self.start))
        self._setting = False
        self.play, self._play_row = player(controls[play], controls[play].step) if play else (None, None)
        for control in controls.values():
            control.observe(self._follow, names="value")
        self.box = self._arrange()

    @property
    def values(self) -> dict[str, object]:
        """The present value of each control."""
        return {name: control.value for name, control in self.controls.items()}

    def set(self, **values: object) -> None:
        """Move several controls at once, and draw once."""
        self._setting = True
        try:
            for name, value in values.items():
                self.controls[name].value = value
        finally:
            self._setting = False
        self._follow()

    def reset(self) -> None:
        """Put every control back to its start, and stop what plays."""
        if self.play:
            self.play.playing = False
        self.set(**self.start)

    def corners(self) -> Iterator[dict[str, object]]:
        """Yield every combination of the controls' ends, starts and options, then each preset."""
        for values in product(*(corners(control) for control in self.controls.values())):
            yield dict(zip(self.controls, values, strict=True))
        for preset in self.presets.values():
            yield {**self.start, **preset}

    def _follow(self, _change: object = None) -> None:
        if not self._setting:
            with unchecked():
                self.chart.update(self.draw(**self.values))

    def _arrange(self) -> ipywidgets.VBox:
        buttons = [self._button(words, partial(self.set, **values)) for words, values in self.presets.items()]
        buttons.append(self._button(_("Reset"), self.reset))
        row = ipywidgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        player_row = [self._play_row] if self.play else []
        box = ipywidgets.VBox([*self.controls.values(), row, *player_row, self.chart])
        box.add_class("longwave-panel")
        return box

    def _button(self, words: str, act: Callable[[], None]) -> ipywidgets.Button:
        button = ipywidgets.Button(description=words, layout={"width": "auto"})
        button.on_click(lambda _button: act())
        return button

    def _ipython_display_(self) -> None:
        spec = specification(self.draw(**self.start))
        sentence = _("What the chart shows at the start: {alt_text}").format(alt_text=spec["description"])
        view = {"version_major": 2, "version_minor": 0, "model_id": self.box.model_id}
        publish(spec, sentence, {WIDGET_VIEW: view})
