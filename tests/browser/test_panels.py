"""Panels in a lesson that was run: moved by keyboard, followed by their words, readable in every theme and width."""

import re

import pytest

from longwave.charts.render import specification
from longwave.topics.cooperative import licensing_panel, simplex_panel
from tools.notebook_page import cell, run_all, use_theme

LESSON = "02-who-captures-value"
PANELS = {"panel-licensing": licensing_panel, "panel-simplex": simplex_panel}

LOOK = """(panel) => ({
    drawing: panel.querySelector('svg.marks').innerHTML,
    alt: panel.querySelector('.longwave-chart').getAttribute('aria-label'),
    sentence: panel.querySelector('.longwave-alt').textContent,
    title_is_hidden: panel.querySelector('.role-title').getAttribute('aria-hidden'),
})"""
DRAWN_ANEW = """async (spec) => {
    const place = document.body.appendChild(document.createElement('div'));
    const { view } = await globalThis.__longwaveVega1.vegaEmbed(place, spec, spec.usermeta.embedOptions);
    const drawing = place.querySelector('svg.marks').innerHTML;
    view.finalize();
    place.remove();
    return drawing;
}"""
# WCAG's contrast of each piece of text with the ground behind it.
CONTRASTS = """(panel) => {
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => {
        const [r, g, b] = parts(colour).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const opaque = (colour) => { const p = parts(colour); return p.length === 3 || p[3] === 1; };
    const ground = (node) => {
        for (let at = node; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (opaque(colour)) return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    const written = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    const shown = [...panel.querySelectorAll('*')].filter((node) => written(node) && node.getClientRects().length);
    return shown.map((node) => {
        const style = getComputedStyle(node), ink = node.closest('svg') ? style.fill : style.color;
        const [dark, bright] = [light(ink), light(ground(node))].sort((a, b) => a - b);
        return { text: node.textContent, contrast: (bright + 0.05) / (dark + 0.05) };
    });
}"""


@pytest.fixture(scope="module")
def ran(open_copy):
    """The lesson after Run All."""
    page = open_copy(LESSON, "panels")
    run_all(page)
    return page


@pytest.fixture
def page(ran):
    """The lesson after Run All, each panel at its start, in the light theme, in a wide window."""
    ran.set_viewport_size({"width": 1200, "height": 1400})
    use_theme(ran, "JupyterLab Light")
    for panel_cell in PANELS:
        panel_of(ran, panel_cell).locator("svg.marks").wait_for()
        panel_of(ran, panel_cell).get_by_role("button", name="Reset").press("Enter")
    return ran


@pytest.fixture(params=PANELS)
def panel(page, request):
    """A panel, whose values are at their start."""
    shown = panel_of(page, request.param)
    start = cell(page, request.param).locator(".longwave-alt").last.text_content().split(": ", 1)[1]
    wait_for_alt(shown, start)
    return shown


def panel_of(page, cell_id):
    """Return the live panel of a cell."""
    return cell(page, cell_id).locator(".longwave-panel")


def wait_for_alt(panel, alt):
    """Wait until the chart's label and the visible sentence say this."""
    panel.locator(".longwave-alt", has_text=alt).wait_for()
    assert panel.evaluate(LOOK)["alt"] == alt


def wait_for_change(panel, before):
    """Wait until the visible sentence is another one, and return how the panel looks then."""
    panel.page.wait_for_function(
        "([panel, sentence]) => panel.querySelector('.longwave-alt').textContent !== sentence",
        arg=[panel.element_handle(), before["sentence"]],
    )
    return panel.evaluate(LOOK)


def assert_all_changed(before, after):
    """Assert that drawing and words moved, and that nothing but these words is read out: Vega never renames a title."""
    assert after["drawing"] != before["drawing"]
    assert after["alt"] != before["alt"]
    assert after["sentence"].endswith(after["alt"])
    assert after["title_is_hidden"] == "true"


def seen(drawing):
    """Return the parts of a drawing as they are seen: without roles, labels and the names that it gives to parts."""
    return re.sub(r' (role|aria-\w+)="[^"]*"|(?<=id=")[^"]+|(?<=url\(#)[^)]+', "", drawing).split("><")


def test_an_arrow_key_on_a_slider_changes_drawing_label_and_sentence(panel):
    before = panel.evaluate(LOOK)
    panel.locator(".noUi-handle").first.press("ArrowRight")
    assert_all_changed(before, wait_for_change(panel, before))


def test_a_moved_slider_patches_the_drawing_that_is_there(panel):
    before, node = panel.evaluate(LOOK), panel.locator("svg.marks").element_handle()
    panel.locator(".noUi-handle").first.press("ArrowRight")
    wait_for_change(panel, before)
    assert panel.evaluate("(panel, node) => panel.querySelector('svg.marks') === node", node)


def test_reset_by_keyboard_brings_the_start_back(panel):
    before = panel.evaluate(LOOK)
    panel.locator(".noUi-handle").last.press("ArrowLeft")
    moved = wait_for_change(panel, before)
    panel.get_by_role("button", name="Reset").press("Enter")
    assert wait_for_change(panel, moved) == before


def test_each_preset_button_works_by_keyboard(panel):
    buttons = panel.get_by_role("button").all()[:-1]  # the last is Reset
    assert buttons
    for button in buttons:
        before = panel.evaluate(LOOK)
        button.press(" ")
        assert_all_changed(before, wait_for_change(panel, before))


@pytest.mark.parametrize("panel_cell", PANELS)
def test_a_patched_drawing_is_the_one_that_would_be_drawn_anew(page, panel_cell):
    shown, model = panel_of(page, panel_cell), PANELS[panel_cell]()
    for words, values in model.presets.items():
        spec = specification(model.draw(**{**model.start, **values}))
        shown.get_by_role("button", name="Reset").press("Enter")
        shown.get_by_role("button", name=words).press("Enter")
        wait_for_alt(shown, spec["description"])
        # Sorted: a patch appends the ticks that an axis gains, a new drawing has them in order; both look the same.
        patched, anew = (
            sorted(seen(drawing)) for drawing in (shown.evaluate(LOOK)["drawing"], page.evaluate(DRAWN_ANEW, spec))
        )
        assert [pair for pair in zip(patched, anew, strict=True) if pair[0] != pair[1]] == []


def test_a_list_to_choose_from_works_by_keyboard(page):
    panel = panel_of(page, "panel-licensing")
    panel.locator(".longwave-alt", has_text="Innovator: 8 to 10").wait_for()
    before = panel.evaluate(LOOK)
    panel.get_by_role("combobox").press("ArrowDown")
    after = wait_for_change(panel, before)
    assert_all_changed(before, after)
    assert "Innovator: 0 to 18" in after["alt"]


def test_every_slider_has_a_name_a_role_and_a_value(panel):
    handles = panel.locator(".noUi-handle").all()
    names = [handle.get_attribute("aria-label") for handle in handles]
    assert names == panel.locator(".widget-slider .widget-label").all_text_contents()
    assert len(set(names)) == len(names)
    for handle, name in zip(handles, names, strict=True):
        slider = panel.get_by_role("slider", name=name)
        assert slider.evaluate("(found, handle) => found === handle", handle.element_handle())
        low, now, high = (float(handle.get_attribute(f"aria-value{word}")) for word in ("min", "now", "max"))
        assert low <= now <= high
        assert handle.get_attribute("tabindex") == "0"


def test_the_dark_theme_leaves_panels_white_with_readable_text(panel):
    use_theme(panel.page, "JupyterLab Dark")
    ground = "(node) => getComputedStyle(node).backgroundColor"
    assert panel.evaluate(ground) == "rgb(255, 255, 255)"
    assert panel.locator("svg.marks").evaluate(ground) == "rgb(255, 255, 255)"
    measured = panel.evaluate(CONTRASTS)
    assert {"Reset"} < {piece["text"] for piece in measured}
    assert [piece for piece in measured if piece["contrast"] < 4.5] == []


def test_a_narrow_window_cuts_nothing_off(panel):
    panel.page.set_viewport_size({"width": 700, "height": 1200})
    panel.scroll_into_view_if_needed()
    panel.page.wait_for_function("(panel) => panel.clientWidth < 500", arg=panel.element_handle())
    chart = panel.locator(".longwave-chart")
    assert panel.evaluate("(panel) => panel.scrollWidth - panel.clientWidth") <= 1
    # a chart that is wider than the panel can be scrolled, by keyboard too
    chart.press("ArrowRight")
    panel.page.wait_for_function("(chart) => chart.scrollLeft > 0", arg=chart.element_handle())
    assert min(bar.bounding_box()["width"] for bar in panel.locator(".noUi-target").all()) >= 100
