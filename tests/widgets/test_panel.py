"""A panel in the kernel: its bundle, its Reset, its presets, and what it sends to the page."""

import pytest

from longwave.charts.render import VEGA_LITE, WIDGET_VIEW
from longwave.widgets import live
from longwave.widgets.controls import choice, corners, slider, switch
from longwave.widgets.value import value_stick_panel


@pytest.fixture
def panel():
    return value_stick_panel()


def test_a_panel_shows_its_widget_beside_its_default_chart(panel, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    panel._ipython_display_()
    chart, sentence = shown
    assert chart[WIDGET_VIEW]["model_id"] == panel.box.model_id
    assert chart["text/plain"] == chart[VEGA_LITE]["description"]
    assert sentence["text/plain"].startswith("What the chart shows at the start: ")


def test_moving_a_control_changes_chart_and_words(panel):
    panel.controls["price"].value = 70
    assert "only the split has moved" in panel.chart.spec["title"]["text"]
    assert panel.chart.sentence.endswith(panel.chart.spec["description"])


def test_reset_brings_back_the_start(panel):
    before = (panel.chart.spec, panel.chart.sentence)
    panel.set(price=10, cost=140)
    assert panel.chart.spec != before[0]
    panel.reset()
    assert (panel.chart.spec, panel.chart.sentence) == before
    assert panel.values == panel.start


def test_a_preset_moves_all_its_controls_and_draws_once(panel, monkeypatch):
    sent = []
    monkeypatch.setattr(panel.chart, "update", sent.append)
    panel.set(willingness_to_pay=140, price=100)
    assert len(sent) == 1
    assert (panel.values["willingness_to_pay"], panel.values["price"]) == (140, 100)


def test_each_button_has_words_and_works(panel):
    buttons = panel.box.children[len(panel.controls)].children
    assert [button.description for button in buttons][-1] == "Reset"
    for button, values in zip(buttons, panel.presets.values(), strict=False):
        button.click()
        assert panel.values == {**panel.start, **values}


def test_the_drawing_library_is_sent_once_a_kernel(panel):
    value_stick_panel()
    assert live.runtime() is live.runtime()
    assert "__longwaveVega1" in live.runtime()._esm


def test_a_missing_drawing_library_is_told_in_words(monkeypatch, tmp_path):
    monkeypatch.setattr(live, "STATIC", tmp_path)
    with pytest.raises(live.MissingBundleError, match="make lab"):
        live.VegaRuntime()


def test_controls_have_a_word_a_symbol_and_corners():
    assert slider("Price", "p", 0, 10, 1, 3).description == "Price (p)"
    assert switch("Show", True).description == "Show"
    assert corners(slider("Price", "p", 0, 1, 0.1, 0.5)) == [0, 0.5, 1]
    assert corners(choice("Licences", "k", {"one": 1, "two": 2}, 1)) == [1, 2]
    assert corners(switch("Show", True)) == [False, True]
