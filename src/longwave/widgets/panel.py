"""Stage a declared panel in Jupyter: its controls as widgets, and the live chart that they feed."""

from collections.abc import Callable
from functools import partial
from typing import Any

import ipywidgets

from longwave.charts.patch import unchecked
from longwave.charts.render import WIDGET_VIEW, publish, specification
from longwave.i18n import _
from longwave.panels import Panel
from longwave.widgets.controls import player, widget_for
from longwave.widgets.live import LiveChart


class StagedPanel:
    """A declared panel at work. Every one has a Reset button, which also stops what plays."""

    def __init__(self, panel: Panel) -> None:
        """Build the controls at their start, and the chart that follows them."""
        self.panel = panel
        self.controls = {name: widget_for(control) for name, control in panel.controls.items()}
        self.chart = LiveChart(panel.draw(**panel.start))
        self._setting = False
        self.play, self._play_row = self._player()
        for control in self.controls.values():
            control.observe(self._follow, names="value")
        if self.play:
            self.chart.on_msg(self._go_back)
        self.box = self._arrange()

    @property
    def values(self) -> dict[str, Any]:
        """The present value of each control."""
        return {name: control.value for name, control in self.controls.items()}

    def set(self, **values: Any) -> None:
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
        self.set(**self.panel.start)
        if self.play:
            self.chart.send({"answer": "reset"})

    def _go_back(self, *_answer: object) -> None:
        """Put the clock back once more: on a busy machine, hours that had been played on are read after a reset.

        The page answers after all that it had sent before it heard that nothing plays any more.
        """
        if self.play and not self.play.playing:
            self.controls[self.panel.play].value = self.panel.start[self.panel.play]

    def publish(self) -> None:
        """Display the panel, and what a page without widgets shows of it: the chart at its start, and its sentence."""
        spec = specification(self.panel.draw(**self.panel.start))
        sentence = _("What the chart shows at the start: {alt_text}").format(alt_text=spec["description"])
        view = {"version_major": 2, "version_minor": 0, "model_id": self.box.model_id}
        publish(spec, sentence, {WIDGET_VIEW: view})

    def _follow(self, _change: object = None) -> None:
        if not self._setting:
            with self.chart.telling(), unchecked():
                self.chart.update(self.panel.draw(**self.values))

    def _player(self) -> tuple[ipywidgets.Play | None, ipywidgets.HBox | None]:
        if not self.panel.play:
            return None, None
        clock = self.controls[self.panel.play]
        return player(clock, clock.step)

    def _arrange(self) -> ipywidgets.VBox:
        buttons = [self._button(words, partial(self.set, **values)) for words, values in self.panel.presets.items()]
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


def show_panel(panel: Panel) -> None:
    """Stage a declared panel and display it. A notebook does so by itself where a panel is a cell's last line."""
    StagedPanel(panel).publish()
