"""What a strict content security policy forbids in a page goes into files, and nothing else changes."""

from longwave.charts.theme import PALE
from tools.site.colours import DARK, INKS, darkened
from tools.site.policy import Moved, sheet, without_inline


def rewritten(page):
    moved = Moved()
    return without_inline(page, moved, "../"), moved


def test_a_style_attribute_becomes_a_class_beside_those_that_are_there():
    page, moved = rewritten('<p class="a" style="color:#0B62A8">x</p><b style="margin:0">y</b>')
    (colour, margin) = moved.styles
    assert page == f'<p class="a {colour}">x</p><b class="{margin}">y</b>'
    assert "color:#0B62A8" in sheet(moved)


def test_a_style_of_the_courses_colours_has_a_dark_form_and_another_has_none():
    _page, moved = rewritten('<p style="color:#0B62A8">x</p><p style="color:#123456">y</p>')
    assert sheet(moved).count('html[data-theme="dark"]') == 1
    assert darkened("color:#123456") is None


def test_a_script_with_a_text_becomes_a_file_and_data_stays():
    page, moved = rewritten(
        '<script defer>go()</script><script type="application/json">{"a":"<p style=\'b\'>"}</script>'
    )
    ((name, body),) = moved.files.items()
    assert body == "go()"
    assert f'<script defer src="../_static/{name}"></script>' in page
    assert '{"a":"<p style=\'b\'>"}' in page


def test_a_style_for_pages_without_scripts_stays_for_them_alone():
    page, moved = rewritten("<noscript>\n<style>.x { display: none }</style>\n</noscript>")
    (name,) = moved.files
    assert page == f'<noscript><link rel="stylesheet" href="../_static/{name}" /></noscript>'
    assert "display" not in sheet(moved)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_dark_inks_can_be_read_on_the_dark_ground_and_ink_on_the_dark_pales():
    assert min(contrast(DARK[ink], DARK["#FFFFFF"]) for ink in INKS) >= 4.5
    assert min(contrast(DARK["#1F2328"], DARK[pale]) for pale in PALE.values()) >= 4.5
