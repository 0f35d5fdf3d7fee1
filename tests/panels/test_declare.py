"""A panel as it is declared: what it refuses, what it starts with, and what it says where no notebook shows it."""

import altair as alt
import pytest

from longwave.lesson import lesson
from longwave.panels import Choice, Panel, Slider, Switch
from longwave.panels.declare import PanelError

CONTROLS = {"price": Slider("Price", "p", 0, 10, 1, 3), "open": Switch("Open", True)}


def draw(price: float, open: bool) -> alt.Chart:  # noqa: A002 - the name of the control
    return alt.Chart()


def test_a_panel_starts_with_the_start_of_each_control():
    assert Panel(draw, CONTROLS).start == {"price": 3, "open": True}


def test_corners_are_all_ends_then_each_value_beside_the_start_and_then_the_presets():
    corners = list(Panel(draw, CONTROLS, {"Dear": {"price": 9}}).corners())
    assert len(corners) == 2 * 2 + 1 + 1 + 1
    assert {"price": 3, "open": False} in corners
    assert corners[-1] == {"price": 9, "open": True}


@pytest.mark.parametrize(("low", "high", "step", "start"), [(0, 10, 1, 11), (5, 5, 1, 5), (0, 1, 0, 0), (3, 1, 1, 2)])
def test_a_slider_that_cannot_be_moved_is_refused(low, high, step, start):
    with pytest.raises(PanelError, match="Price"):
        Slider("Price", "p", low, high, step, start)


def test_a_choice_whose_start_is_no_option_is_refused():
    with pytest.raises(PanelError, match="no option with the value 3"):
        Choice("Licences", "k", {"one": 1, "two": 2}, 3)


def test_a_preset_of_an_unknown_control_is_refused():
    with pytest.raises(PanelError, match="'Dear' sets .'prize'."):
        Panel(draw, CONTROLS, {"Dear": {"prize": 9}})


@pytest.mark.parametrize("name", ["open", "hour"])
def test_only_a_slider_can_be_played(name):
    with pytest.raises(PanelError, match="cannot be played"):
        Panel(draw, CONTROLS, play=name)


def test_where_no_notebook_shows_it_a_panel_says_how_to_see_it():
    assert "Price, Open" in repr(Panel(draw, CONTROLS))


def test_a_lesson_makes_a_notebook_show_declared_panels(monkeypatch):
    from IPython.core.interactiveshell import InteractiveShell

    shell, shown = InteractiveShell.instance(), []
    monkeypatch.setattr("longwave.widgets.panel.show_panel", shown.append)
    try:
        lesson("02-who-captures-value")
        panel = Panel(draw, CONTROLS)
        assert shell.display_formatter.format(panel) == ({}, {})
        assert shown == [panel]
    finally:
        InteractiveShell.clear_instance()
