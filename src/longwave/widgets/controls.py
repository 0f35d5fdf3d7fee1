"""The controls of a panel. Each has a word and a symbol, limits, keyboard operation, and a finite list of corners."""

import ipywidgets

from longwave.i18n import _

LABEL_WIDTH = "14em"
SPEEDS = (1200, 500, 150)  # milliseconds a step
_LAYOUT = {"width": "auto", "max_width": "600px"}
_STYLE = {"description_width": LABEL_WIDTH}


def _name(word: str, symbol: str) -> str:
    """Return a control's label: its word, and its symbol where it has one."""
    return _("{word} ({symbol})").format(word=word, symbol=symbol) if symbol else word


def slider(word: str, symbol: str, low: float, high: float, step: float, value: float) -> ipywidgets.Widget:
    """Return a slider; whole numbers throughout make it a slider of whole numbers. Arrow keys move it one step."""
    whole = all(float(number).is_integer() for number in (low, high, step, value))
    kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
    return kind(
        value=value,
        min=low,
        max=high,
        step=step,
        description=_name(word, symbol),
        tooltip=_name(word, symbol),
        style=_STYLE,
        layout=_LAYOUT,
    )


def choice(word: str, symbol: str, options: dict[str, object], value: object) -> ipywidgets.Widget:
    """Return a list to choose from; `options` maps what is read to the value that the model gets."""
    return ipywidgets.Dropdown(
        options=list(options.items()),
        value=value,
        description=_name(word, symbol),
        tooltip=_name(word, symbol),
        style=_STYLE,
        layout=_LAYOUT,
    )


def switch(word: str, value: bool) -> ipywidgets.Widget:
    """Return a box to tick."""
    return ipywidgets.Checkbox(value=value, description=word, tooltip=word, indent=False)


def player(clock: ipywidgets.Widget, step: float) -> tuple[ipywidgets.Play, ipywidgets.HBox]:
    """Return Play and Stop buttons that walk a slider from where it stands to its end, and the row that shows them.

    The link between the two lives in the page. The speed is chosen beside the buttons and is no input of the chart.
    """
    play = ipywidgets.Play(
        value=clock.value, min=clock.min, max=clock.max, step=step, interval=SPEEDS[1], show_repeat=False
    )
    # The page gives each of the two buttons its part as a name; ipywidgets leaves them without one.
    play.tooltip = _("Play or pause · Stop")
    words = (_("slow"), _("normal"), _("fast"))
    speed = choice(_("Speed"), "", dict(zip(words, SPEEDS, strict=True)), play.interval)
    speed.observe(lambda change: play.set_trait("interval", change["new"]), names="value")
    row = ipywidgets.HBox([play, speed], layout={"flex_flow": "row wrap"})
    # Kept with the row: a link that nobody holds is collected, and the slider then stands still.
    row.link = ipywidgets.jslink((play, "value"), (clock, "value"))
    return play, row


def corners(control: ipywidgets.Widget) -> list:
    """Return the values at which a control must be tested: its ends and its start, or all its options."""
    if isinstance(control, ipywidgets.Dropdown):
        return [value for _label, value in control.options]
    if isinstance(control, ipywidgets.Checkbox):
        return [False, True]
    return sorted({control.min, control.value, control.max})
