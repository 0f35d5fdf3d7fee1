"""Play: buttons that walk one slider of a panel."""

import ipywidgets
import pytest

from longwave.charts.render import VEGA_LITE, WIDGET_VIEW
from longwave.topics.shopfloor import shop_panel, watch_panel
from longwave.topics.shopfloor.models.shop import WEEK
from longwave.widgets.controls import SPEEDS
from longwave.widgets.panel import StagedPanel


@pytest.fixture
def panel():
    return StagedPanel(watch_panel())


def test_play_has_the_limits_of_its_slider_and_is_linked_to_it_in_the_page(panel):
    clock = panel.controls["hour"]
    assert (panel.play.min, panel.play.max, panel.play.value) == (clock.min, clock.max, clock.value)
    assert panel._play_row.link.source == (panel.play, "value")
    assert panel._play_row.link.target == (clock, "value")


def test_the_speed_changes_the_pause_and_draws_nothing(panel, monkeypatch):
    sent = []
    monkeypatch.setattr(panel.chart, "update", sent.append)
    speed = next(child for child in panel._play_row.children if isinstance(child, ipywidgets.Dropdown))
    for pause in SPEEDS:
        speed.value = pause
        assert panel.play.interval == pause
    assert sent == []
    assert "speed" not in panel.values


def test_reset_stops_the_play_and_goes_back(panel):
    panel.play.playing = True
    panel.controls["hour"].value = WEEK
    reset = panel.box.children[len(panel.controls)].children[-1]
    reset.click()
    assert not panel.play.playing
    assert panel.values == panel.panel.start


def test_an_hour_that_is_read_after_a_reset_does_not_stay(panel, monkeypatch):
    asked = []
    monkeypatch.setattr(panel.chart, "send", asked.append)
    panel.play.playing = True
    panel.reset()
    panel.controls["hour"].value = WEEK  # sent by the page before it heard of the reset
    panel.chart._handle_custom_msg(asked.pop(), [])
    assert panel.values == panel.panel.start
    panel.reset()
    panel.play.playing = True  # started again
    panel.controls["hour"].value = WEEK
    panel.chart._handle_custom_msg(asked.pop(), [])
    assert panel.values["hour"] == WEEK


def test_the_stored_output_is_the_chart_as_ever(panel, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    panel.publish()
    assert set(shown[0]) == {VEGA_LITE, WIDGET_VIEW, "text/plain"}


def test_a_panel_without_play_has_no_such_row():
    panel = StagedPanel(shop_panel())
    assert panel.play is None
    assert not [child for child in panel.box.children if isinstance(child, ipywidgets.Play)]
