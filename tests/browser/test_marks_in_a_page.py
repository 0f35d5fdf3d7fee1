"""The page with all answers to a question, in a real browser: points typed into it come back as a table of marks."""

from pathlib import Path

import axe_playwright_python
import pytest

from longwave.teaching.argued.codes import code_name
from longwave.teaching.argued.side_by_side import answers
from longwave.teaching.argued.taking import marks_import
from tests.teaching.classroom import LESSON
from tests.teaching.read_course import TASK, in_formgrader, in_gradebook, read_course


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = read_course(tmp_path_factory.mktemp("marks") / "course")
    in_formgrader(course, "bob", 3.5, "=fine")
    return course


@pytest.fixture
def page(course, chromium):
    (path,) = answers(course, LESSON, as_page=True).files
    context = chromium.new_context(bypass_csp=True, viewport={"width": 1400, "height": 1600})
    page = context.new_page()
    page.goto(path.as_uri())
    yield page
    context.close()


def test_points_typed_into_the_page_come_back_as_a_table(course, page, tmp_path):
    card = page.locator(f'article[data-code="{code_name(course.secret(), TASK, "ann")}"]')
    for row, points in enumerate((1, 0.5, 0, 1), 1):
        card.locator(f'[data-row="{row}"]').fill(str(points))
    card.locator('[data-comment="all"]').fill('=1+1, "so"\nand 王')
    assert card.locator("output").text_content() == "2.5"
    with page.expect_download() as download:
        page.get_by_role("button").click()
    assert download.value.suggested_filename == f"{TASK}.csv"
    download.value.save_as(tmp_path / "marks.csv")
    assert "'=1+1" in (tmp_path / "marks.csv").read_text("utf-8-sig")
    marks_import(course, LESSON, tmp_path / "marks.csv", "eve")
    assert in_gradebook(course, "ann") == (2.5, '=1+1, "so" and 王', False)
    assert in_gradebook(course, "bob")[:2] == (3.5, "=fine")


def test_no_more_points_than_a_row_is_worth_leave_the_page(page):
    page.locator('[data-row="1"]').first.fill("2")
    page.get_by_role("button").click()
    assert page.evaluate("() => document.querySelectorAll('input:invalid').length") == 1
    assert page.evaluate("() => document.activeElement.matches('input:invalid')")


def test_axe_finds_no_grave_fault_and_the_page_fits_a_narrow_window(page):
    page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document)")
    assert [fault["id"] for fault in found["violations"] if fault["impact"] in ("serious", "critical")] == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth <= 360")


def test_the_page_runs_its_own_script_under_its_own_policy(course, chromium):
    (path,) = answers(course, LESSON, as_page=True, anonymous=True).files
    page = chromium.new_page()
    page.goto(path.as_uri())
    assert sorted(page.locator("output").all_text_contents())[-1] == "–"
    page.close()
