"""Controls of Jupyter for the controls of a declared panel. Each has a word and a symbol, limits, and the keyboard."""

from functools import singledispatch
from typing import Any

import ipywidgets

from longwave.i18n import _
from longwave.panels import Choice, Control, Slider, Switch

LABEL_WIDTH = "14em"
SPEEDS = (1200, 500, 150)  # milliseconds a step
_LAYOUT = {"width": "auto", "max_width": "600px"}
_STYLE = {"description_width": LABEL_WIDTH}


def _labels(word: str, symbol: str) -> dict[str, Any]:
    """Return what says a control's name: its word, and its symbol where it has one."""
    name = _("{word} ({symbol})").format(word=word, symbol=symbol) if symbol else word
    return {"description": name, "tooltip": name, "style": _STYLE, "layout": _LAYOUT}


@singledispatch
def widget_for(control: Control) -> ipywidgets.Widget:
    """Return the widget of a declared control, at its start. Arrow keys move a slider one step."""
    raise TypeError(f"{control!r} is no control of a panel")


@widget_for.register
def _slider(control: Slider) -> ipywidgets.Widget:
    kind = ipywidgets.IntSlider if control.is_whole else ipywidgets.FloatSlider
    return kind(
        value=control.start,
        min=control.low,
        max=control.high,
        step=control.step,
        **_labels(control.word, control.symbol),
    )


@widget_for.register
def _choice(control: Choice) -> ipywidgets.Widget:
    labels = _labels(control.word, control.symbol)
    return ipywidgets.Dropdown(options=list(control.options.items()), value=control.start, **labels)


@widget_for.register
def _switch(control: Switch) -> ipywidgets.Widget:
    return ipywidgets.Checkbox(value=control.start, description=control.word, tooltip=control.word, indent=False)


def player(clock: ipywidgets.Widget, step: float) -> tuple[ipywidgets.Play, ipywidgets.HBox]:
    """Return Play and Stop buttons that walk a slider from where it is to its end, and the row that shows them.

    The link between the two lives in the page. The speed is chosen beside the buttons and is no input of the chart.
    """
    play = ipywidgets.Play(
        value=clock.value, min=clock.min, max=clock.max, step=step, interval=SPEEDS[1], show_repeat=False
    )
    # The page gives each of the two buttons its part as a name; ipywidgets leaves them without one.
    play.tooltip = _("Play or pause · Stop")
    words = (_("slow"), _("normal"), _("fast"))
    speed = widget_for(Choice(_("Speed"), "", dict(zip(words, SPEEDS, strict=True)), play.interval))
    speed.observe(lambda change: play.set_trait("interval", change["new"]), names="value")
    row = ipywidgets.HBox([play, speed], layout={"flex_flow": "row wrap"})
    # Kept with the row: a link that nobody holds is collected, and the slider then does not move.
    row.link = ipywidgets.jslink((play, "value"), (clock, "value"))
    return play, row
