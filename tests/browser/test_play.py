"""Play in a lesson that was run: it walks the week by keyboard, and Reset stops it."""

import re

import pytest
from playwright.sync_api import expect

from tools.notebook_page import cell, run_all

LESSON, PANEL = "04-shop-floor-data", "panel-watch"
PAUSE = 2500  # milliseconds: several steps at the normal speed


@pytest.fixture(scope="module")
def panel(open_copy):
    page = open_copy(LESSON, "play")
    run_all(page)
    shown = cell(page, PANEL).locator(".longwave-panel")
    shown.locator("svg.marks").wait_for()
    return shown


def hour(panel) -> int:
    words = panel.locator(".longwave-chart").get_attribute("aria-label")
    return int(words.split("Hour ", 1)[1].split(":", 1)[0])


def test_play_moves_the_chart_and_reset_stops_it_at_the_start(panel):
    start = hour(panel)
    panel.locator(".jupyter-widget-play button, .widget-play button").first.press("Enter")
    panel.page.wait_for_timeout(PAUSE)
    assert hour(panel) > start
    panel.get_by_role("button", name="Reset").press("Enter")
    # The page hears of it when the kernel has drawn the hours that were on their way.
    expect(panel.locator(".longwave-chart")).to_have_attribute(
        "aria-label", re.compile(f"Hour {start}:"), timeout=20_000
    )
    panel.page.wait_for_timeout(PAUSE)
    assert hour(panel) == start
