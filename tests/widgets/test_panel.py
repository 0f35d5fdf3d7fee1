"""A panel in the kernel: its bundle, its Reset, its presets, and what it sends to the page."""

import altair as alt
import pandas as pd
import pytest

from longwave.charts.render import VEGA_LITE, WIDGET_VIEW, specification
from longwave.charts.theme import data, finish
from longwave.panels import Choice, Panel, Slider, Switch
from longwave.topics.value import value_stick_panel
from longwave.widgets import live
from longwave.widgets.controls import widget_for
from longwave.widgets.panel import StagedPanel
from tests.panels import discovered as panels


@pytest.fixture
def panel():
    return StagedPanel(value_stick_panel())


def test_a_panel_shows_its_widget_beside_its_default_chart(panel, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    panel.publish()
    chart, sentence = shown
    assert chart[WIDGET_VIEW]["model_id"] == panel.box.model_id
    assert chart["text/plain"] == chart[VEGA_LITE]["description"]
    assert sentence["text/plain"].startswith("What the chart shows at the start: ")


def test_moving_a_control_changes_chart_and_words(panel):
    panel.set(**value_stick_panel().presets["Before"])
    panel.controls["price"].value = 80
    assert "only the split has moved" in panel.chart.moved["title"]
    assert panel.chart.moved["sentence"].endswith(panel.chart.moved["description"])


def test_reset_brings_back_the_start(panel):
    before, drawn = panel.chart.moved, panel.chart.spec
    panel.set(price=10, cost=140)
    assert panel.chart.moved != before
    panel.reset()
    assert panel.chart.moved == before
    assert panel.chart.spec is drawn
    assert panel.values == panel.panel.start


def test_a_preset_moves_all_its_controls_and_draws_once(panel, monkeypatch):
    sent = []
    monkeypatch.setattr(panel.chart, "update", sent.append)
    panel.set(willingness_to_pay=140, price=100)
    assert len(sent) == 1
    assert (panel.values["willingness_to_pay"], panel.values["price"]) == (140, 100)


def test_each_button_has_words_and_works(panel):
    buttons = panel.box.children[len(panel.controls)].children
    assert [button.description for button in buttons][-1] == "Reset"
    for button, values in zip(buttons, panel.panel.presets.values(), strict=False):
        button.click()
        assert panel.values == {**panel.panel.start, **values}


def failing(broken):
    """A panel of an author's that fails above 5, while it draws or when its chart is to be sent."""

    def draw(x):
        if x > 5 and not broken:
            raise ValueError("no logarithm of <0>")
        chart = alt.Chart(data("rows", pd.DataFrame({"x": [x]}))).mark_bar().encode(x="x:Q")
        chart = finish(chart, f"x is {x}", f"The bar ends at {x}.")
        return chart.encode(y="z") if x > 5 else chart

    return StagedPanel(Panel(draw, {"x": Slider("Input", "x", 0, 10, 1, 3)}))


@pytest.mark.parametrize("broken", [False, True])
def test_a_panel_that_fails_says_so_and_keeps_the_words_of_the_chart_that_is_there(broken):
    panel = failing(broken)
    panel.controls["x"].value = 4
    assert (panel.chart.fault, panel.chart.moved["title"]) == ("", "x is 4")
    with pytest.raises(ValueError, match="no logarithm|without a type"):  # the author sees the error itself
        panel.controls["x"].value = 8
    assert panel.chart.fault.startswith("The chart cannot follow to these values, so it shows earlier ones: ")
    assert broken or panel.chart.fault.endswith("ValueError: no logarithm of <0>")
    assert panel.chart.moved["title"] == "x is 4"
    panel.controls["x"].value = 5
    assert (panel.chart.fault, panel.chart.moved["title"]) == ("", "x is 5")


def test_the_drawing_library_is_sent_once_a_kernel(panel):
    StagedPanel(value_stick_panel())
    assert live.runtime() is live.runtime()
    assert "__longwaveVega1" in live.runtime()._esm


def test_a_missing_drawing_library_is_told_in_words(monkeypatch, tmp_path):
    monkeypatch.setattr(live, "STATIC", tmp_path)
    with pytest.raises(live.MissingBundleError, match="make lab"):
        live.VegaRuntime()


def test_controls_have_a_word_a_symbol_and_corners():
    assert widget_for(Slider("Price", "p", 0, 10, 1, 3)).description == "Price (p)"
    assert widget_for(Switch("Show", True)).description == "Show"
    assert Slider("Price", "p", 0, 1, 0.1, 0.5).corners() == [0, 0.5, 1]
    assert Choice("Licences", "k", {"one": 1, "two": 2}, 1).corners() == [1, 2]
    assert Switch("Show", True).corners() == [False, True]


def test_what_has_moved_is_what_the_specification_says(panel):
    panel.set(price=70)
    spec = specification(panel.panel.draw(**panel.values))
    moved = panel.chart.moved
    assert (moved["title"], moved["description"]) == (spec["title"]["text"], spec["description"])
    assert moved["rows"] == {dataset["name"]: dataset["values"] for dataset in panels.datasets(spec)}


def test_another_structure_is_sent_whole():
    def draw(bars: bool):
        chart = alt.Chart(data("d", pd.DataFrame({"x": [1]})))
        chart = (chart.mark_bar() if bars else chart.mark_point()).encode(x=alt.X("x:Q"))
        return finish(chart, "Bars" if bars else "Points", "One mark at 1.")

    shown = StagedPanel(Panel(draw, {"bars": Switch("Bars", True)}))
    shown.controls["bars"].value = False
    assert shown.chart.spec["mark"]["type"] == "point"


def test_the_value_of_a_parameter_moves_without_a_new_structure():
    def draw(limit: int):
        chart = alt.Chart(data("d", pd.DataFrame({"x": [1]}))).mark_point().encode(x=alt.X("x:Q"))
        return finish(chart.add_params(alt.param(name="limit", value=limit)), "Points", "One mark at 1.")

    shown = StagedPanel(Panel(draw, {"limit": Slider("Limit", "l", 0, 9, 1, 3)}))
    drawn = shown.chart.spec
    shown.controls["limit"].value = 7
    assert shown.chart.moved["params"] == {"limit": 7}
    assert shown.chart.spec is drawn
