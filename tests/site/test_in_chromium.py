"""Two pages of the small site in a real Chromium, under the policy `default-src 'self'`, and from a file."""

import json
from pathlib import Path

import axe_playwright_python
import pytest

from longwave.charts.patch import moving_parts
from longwave.topics.manufacturing_usa import club_panel
from tools import browser
from tools.browser_edition.serve import serving
from tools.site import grid

from .conftest import STATES

LESSON = "lessons/20-manufacturing-usa.html"
# Keeps each drawing, so that a test can read what Vega holds; no page keeps it.
KEEP_VIEWS = """() => { window.views = new Map(); let library;
    Object.defineProperty(globalThis, '__longwaveVega1', { get: () => library, set: ({ vegaEmbed }) => {
        library = { vegaEmbed: async (place, spec, options) => {
            const made = await vegaEmbed(place, spec, options);
            views.set(place, made.view);
            return made; } }; } }); }"""


@pytest.fixture(scope="module")
def address(built):
    with serving(built.folder) as address:
        yield address


@pytest.fixture
def opened(chromium):
    """Open a page, and fail in the end if it asked for anything outside or its console has an error."""
    pages, errors = [], []

    def open_page(url, width=1200, dark=False):
        page = browser.new_page(chromium, width)
        pages.append(page)
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.add_init_script(f"({KEEP_VIEWS})()")
        page.goto(url)
        return page

    yield open_page
    outside = [url for page in pages for url in browser.requests_outside(page) if not url.startswith("file:")]
    for page in pages:
        page.context.close()
    assert outside == []
    assert errors == []


def panel_of(page, key):
    panel = page.locator(f'[data-frames="{key}"]')
    panel.scroll_into_view_if_needed()
    page.wait_for_selector(f'[data-frames="{key}"][data-drawn]')
    return panel


def rows_of(panel, name):
    script = "(panel, name) => views.get(panel.querySelector('.longwave-chart')).data(name)"
    found = panel.evaluate(script, name)
    return [{key: value for key, value in row.items() if not key.startswith("Symbol")} for row in found]


def test_a_panel_is_moved_by_the_keyboard_and_says_what_it_then_shows(opened, address):
    panel = panel_of(opened(f"{address}/{LESSON}"), "manufacturing-usa-club")
    slider = panel.get_by_role("slider").first
    sentence, value = panel.locator(".longwave-alt").text_content(), slider.get_attribute("aria-valuetext")
    slider.press("ArrowRight")
    panel.page.wait_for_function(
        "([e, t]) => e.textContent !== t", arg=[panel.locator(".longwave-alt").element_handle(), sentence]
    )
    assert slider.get_attribute("aria-valuetext") != value
    assert panel.locator(".longwave-fault").text_content() == ""
    panel.get_by_role("button", name="Reset").press("Enter")
    panel.page.wait_for_function(
        "([e, t]) => e.textContent === t", arg=[panel.locator(".longwave-alt").element_handle(), sentence]
    )
    assert slider.get_attribute("aria-valuetext") == value


def test_the_rows_that_are_drawn_are_those_of_the_kernel(opened, address):
    panel = panel_of(opened(f"{address}/{LESSON}"), "manufacturing-usa-club")
    axes = grid.grid(club_panel(), STATES)
    for places in ([0, 0], [-1, -1], [1, -1], [2, 1]):
        values = {axis.name: axis.values[place] for axis, place in zip(axes, places, strict=True)}
        for slider, axis, place in zip(panel.get_by_role("slider").all(), axes, places, strict=True):
            slider.fill(str(place % len(axis.values)))
        expected = moving_parts(club_panel().draw(**values))
        sentence = expected["sentence"]
        panel.page.wait_for_function(
            "([e, t]) => e.textContent === t", arg=[panel.locator(".longwave-alt").element_handle(), sentence]
        )
        for name, rows in expected["rows"].items():
            assert rows_of(panel, name) == json.loads(json.dumps(rows)), (values, name)


def test_what_plays_walks_to_its_end_and_pauses(opened, address):
    panel = panel_of(opened(f"{address}/{LESSON}"), "manufacturing-usa-map")
    slider = panel.get_by_role("slider").first
    slider.press("Home")
    panel.get_by_label("Speed").select_option("fast")
    panel.get_by_role("button", name="Play").press("Enter")
    panel.get_by_role("button", name="Pause").wait_for()
    panel.get_by_role("button", name="Play").wait_for()
    assert slider.input_value() == slider.get_attribute("max")


def test_charts_are_drawn_when_seen_and_again_in_the_dark(opened, address):
    page = opened(f"{address}/{LESSON}")
    chart = page.locator(".lw-chart").last
    assert chart.get_attribute("data-drawn") is None
    chart.scroll_into_view_if_needed()
    page.wait_for_selector(".lw-chart[data-drawn=light] svg")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.wait_for_selector(".lw-chart[data-drawn=dark] svg")
    ground = page.locator(".lw-chart[data-drawn=dark] svg").first.evaluate("drawn => drawn.style.backgroundColor")
    assert ground == "rgb(20, 24, 30)"


def test_the_front_page_opens_from_a_stick_with_its_panel(opened, built):
    panel = panel_of(opened((built.folder / "index.html").as_uri()), "papers-reading")
    panel.get_by_role("combobox").first.focus()
    assert panel.locator("svg.marks").count() == 1


def test_a_search_finds_a_page_from_a_stick(opened, built):
    page = opened((built.folder / "search.html").as_uri() + "?q=institutes")
    page.get_by_role("link", name="Manufacturing USA").first.wait_for()


@pytest.mark.parametrize("name", ["index.html", LESSON, "datasets/institutes_table2.html"])
def test_a_telephone_of_360_pixels_shows_a_page_without_scrolling_aside(opened, address, name):
    page = opened(f"{address}/{name}", width=360)
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["index.html", LESSON])
def test_axe_finds_no_grave_fault(chromium, address, name, dark):
    context = chromium.new_context(color_scheme="dark" if dark else "light", bypass_csp=True)  # axe comes from outside
    page = context.new_page()
    page.goto(f"{address}/{name}")
    page.locator(".lw-panel, .lw-chart").first.scroll_into_view_if_needed()
    page.wait_for_selector("[data-drawn]")
    page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8"))
    found = page.evaluate("() => axe.run(document)")
    context.close()
    grave = {
        fault["id"]: [node["html"][:150] for node in fault["nodes"][:5]]
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
    }
    assert grave == {}


def test_the_first_link_of_a_page_leads_to_its_content(opened, address):
    page = opened(f"{address}/{LESSON}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
