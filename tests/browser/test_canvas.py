"""A panel of a hundred histories: drawn on a canvas, which keeps its place, its label and its sentence."""

import pytest

from tools.notebook_page import cell, run_all

LESSON, PANEL = "14-lock-in", "panel-histories"
PIXELS = """(panel) => {
    const canvas = panel.querySelector('canvas.marks');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, value) => (sum * 31 + value) | 0);
}"""


@pytest.fixture(scope="module")
def panel(open_copy):
    page = open_copy(LESSON, "canvas")
    run_all(page)
    shown = cell(page, PANEL).locator(".longwave-panel")
    shown.locator("canvas.marks").wait_for()
    return shown


def sentence(panel) -> str:
    return panel.locator(".longwave-alt").text_content()


def test_an_arrow_key_redraws_the_same_canvas_and_renews_its_words(panel):
    before, pixels = sentence(panel), panel.evaluate(PIXELS)
    canvas = panel.locator("canvas.marks").element_handle()
    panel.locator(".noUi-handle").first.press("ArrowRight")
    panel.page.wait_for_function(
        "([panel, words]) => panel.querySelector('.longwave-alt').textContent !== words",
        arg=[panel.element_handle(), before],
    )
    assert panel.evaluate(PIXELS) != pixels
    assert panel.evaluate("(panel, old) => panel.querySelector('canvas.marks') === old", canvas)
    assert sentence(panel).endswith(panel.locator(".longwave-chart").get_attribute("aria-label"))
