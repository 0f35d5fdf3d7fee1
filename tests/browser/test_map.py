"""A map in a lesson that was run: drawn without a network, filled year by year with the arrow keys."""

import pytest

from tools.browser import requests_outside
from tools.notebook_page import cell, run_all

LESSON, PANEL = "20-manufacturing-usa", "panel-map"
STATES, MARKS = 51, "g.mark-symbol.role-mark path"
DRAWN = """(panel) => [...panel.querySelectorAll('g.mark-shape.role-mark path')].filter(
    (path) => (path.getAttribute('d') || '').length > 20).length"""


@pytest.fixture(scope="module")
def panel(open_copy):
    page = open_copy(LESSON, "map")
    run_all(page)
    shown = cell(page, PANEL).locator(".longwave-panel")
    shown.locator("svg.marks").wait_for()
    return shown


def sentence(panel) -> str:
    return panel.locator(".longwave-alt").text_content()


def test_every_state_is_drawn_and_nothing_was_asked_of_the_network(panel):
    assert panel.evaluate(DRAWN) == STATES
    assert requests_outside(panel.page) == []


def test_an_arrow_key_brings_in_the_institutes_of_the_next_years(panel):
    before, drawing = panel.locator(MARKS).count(), panel.locator("svg.marks").element_handle()
    assert before == 16
    for _year in range(2):
        words = sentence(panel)
        panel.locator(".noUi-handle").first.press("ArrowRight")
        panel.page.wait_for_function(
            "([panel, words]) => panel.querySelector('.longwave-alt').textContent !== words",
            arg=[panel.element_handle(), words],
        )
    assert "By 2023, 17 institutes were announced" in sentence(panel)
    assert panel.locator(MARKS).count() == before + 1
    assert panel.evaluate("(panel, old) => panel.querySelector('svg.marks') === old", drawing)
    assert panel.evaluate(DRAWN) == STATES
