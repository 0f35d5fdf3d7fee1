"""What a chart leaves in a notebook."""

import altair as alt
import pandas as pd

from longwave.charts import render
from longwave.charts.patch import unchecked
from longwave.charts.theme import data, finish
from longwave.topics.value import value_stick_chart


def test_a_shown_chart_is_a_specification_with_alt_text_and_a_visible_sentence(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    render.show(value_stick_chart(120, 90, 60, 40))
    chart, sentence = shown
    spec = chart[render.VEGA_LITE]
    assert chart["text/plain"] == spec["description"]
    assert sentence["text/plain"] == f"What the chart shows: {spec['description']}"
    assert sentence["text/html"].startswith('<p class="longwave-alt">What the chart shows: ')


def test_the_sentence_cannot_smuggle_html_into_the_page():
    assert "<script>" not in render.line_bundle("a <script> b")["text/html"]


def test_a_specification_is_the_same_whatever_theme_is_enabled():
    chart = value_stick_chart(120, 90, 60, 40)
    with alt.theme.enable("dark"):
        dark = render.specification(chart)
    assert dark == render.specification(chart)


def test_a_specification_keeps_jupyterlabs_dark_theme_out():
    spec = render.specification(value_stick_chart(120, 90, 60, 40))
    assert spec["usermeta"]["embedOptions"] == {"actions": False, "renderer": "svg", "theme": ""}
    assert spec["config"]["background"] == "#FFFFFF"


def test_charts_built_without_checks_equal_charts_built_with_them():
    with unchecked():
        quick = render.specification(value_stick_chart(120, 70, 60, 40), validate=False)
    assert quick == render.specification(value_stick_chart(120, 70, 60, 40))


def test_a_readers_own_chart_gets_the_same_kind_of_output():
    with alt.renderers.enable(), alt.theme.enable():
        render.install()
        frame = pd.DataFrame({"x": [1]})
        own = finish(alt.Chart(data("own", frame)).mark_point().encode(x=alt.X("x:Q")), "Mine", "One point.")
        assert own._repr_mimebundle_()["text/plain"] == "One point."
