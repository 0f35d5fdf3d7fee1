"""The pages that leave an instructor's folder: no network, no script, and no grave fault that axe finds."""

from pathlib import Path

import axe_playwright_python
import nbformat
import pytest

from longwave.teaching.folder.founding import new_course
from longwave.teaching.grading.results import ArguedResult, Result, TaskResult
from longwave.teaching.returning.class_guesses import ClassGuess, HandedIn, questions_of
from longwave.teaching.returning.feedback import student_page
from longwave.teaching.returning.marks import Mark, Marks
from longwave.teaching.returning.report import report_page

LESSON = "18-co-evolution"


def result(student, points, status="right", mistake=""):
    tasks = tuple(
        TaskResult(name, points * most, most, status, mistake, "What is `C` without *T*?", "Find the smaller first.")
        for name, most in (("18-corrected", 1.0), ("18-rest", 2.0))
    )
    notes = ("Stopped: no end after 60 seconds.",) if mistake else ()
    argued = (ArguedResult("18-argued-index", 4.0, True),)
    return Result(student, LESSON, "graded", "2026-12-01T10:00:00+00:00", 3600.0, notes, tasks, argued)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    course = new_course(folder / "course")
    marks = Marks({"18-corrected": Mark(0, 1), "18-rest": Mark(0, 2), "18-argued-index": Mark(None, 4, "Say why.")})
    (folder / "student.html").write_bytes(
        student_page(course, result("ann", 0, "wrong", "nothing held"), marks, "<script>alert(1)</script> O'Brien")
    )
    class_ = [result(f"s{n}", n % 2, "right" if n % 2 else "wrong", "" if n % 2 else "nothing held") for n in range(9)]
    guesses = HandedIn(9, 2, [ClassGuess(questions_of("02-who-captures-value")[0], (7.0, 9.0), (8.0,))])
    summary = ["9 submissions, 0 late, 0 unreadable."]
    (folder / "report.html").write_bytes(report_page(LESSON, class_, summary, guesses))
    return folder


@pytest.mark.parametrize("name", ["student", "report"])
def test_axe_finds_no_grave_fault_and_no_script_runs(pages, chromium, name):
    script = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(bypass_csp=True)  # axe is put in from outside; the page's own rule would refuse it
    page = context.new_page()
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto((pages / f"{name}.html").as_uri())
    page.evaluate(script)
    found = page.evaluate("() => axe.run(document)")
    grave = [fault["id"] for fault in found["violations"] if fault["impact"] in ("serious", "critical")]
    assert grave == []
    assert said == []
    assert page.evaluate("() => document.querySelectorAll('script').length") == 0
    context.close()


def test_a_students_page_shows_what_was_written_as_text(pages, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((pages / "student.html").as_uri())
    assert page.get_by_role("heading", level=1).text_content().endswith("<script>alert(1)</script> O'Brien")
    assert page.locator("code", has_text="C").count() == 2
    assert page.get_by_text("To be graded by hand.").count() == 1
    assert page.get_by_text("Say why.").count() == 1
    context.close()


def test_the_answers_are_on_paper_though_they_are_folded_on_the_screen(tmp_path, chromium):
    course = new_course(tmp_path / "course")
    about = {"grade_id": "18-rest-answer", "grade": False, "solution": True, "locked": False, "schema_version": 3}
    cell = nbformat.v4.new_code_cell("def rest(): ...", id="a", metadata={"nbgrader": about})
    copy = course.autograded / "ann" / LESSON / f"{LESSON}.ipynb"
    copy.parent.mkdir(parents=True)
    copy.write_text(nbformat.writes(nbformat.v4.new_notebook(cells=[cell])), "utf-8")
    (tmp_path / "page.html").write_bytes(student_page(course, result("ann", 0), Marks({"18-rest": Mark(0, 2)}), "Ann"))
    page = chromium.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    seen = "() => document.querySelector('details > pre').checkVisibility({contentVisibilityAuto: true})"
    assert not page.evaluate(seen)
    page.emulate_media(media="print")
    page.wait_for_function(seen)  # the browser unfolds with its next frame
    page.close()


@pytest.mark.parametrize("name", ["student", "report"])
def test_a_page_fits_a_narrow_window(pages, chromium, name):
    page = chromium.new_page(viewport={"width": 390, "height": 800})
    page.goto((pages / f"{name}.html").as_uri())
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_a_students_page_becomes_a_pdf_on_a4_with_nothing_cut_off(pages, chromium):
    page = chromium.new_page(viewport={"width": 673, "height": 970})  # A4 without its margins
    page.goto((pages / "student.html").as_uri())
    page.emulate_media(media="print")
    looks = page.evaluate(
        """() => {
            const style = (name) => getComputedStyle(document.querySelector(name));
            return {
                width: style("main").maxWidth,
                task: style(".task").breakInside,
                heading: style("h2").breakAfter,
                colours: style("body").printColorAdjust,
                fits: document.documentElement.scrollWidth <= innerWidth,
            };
        }"""
    )
    assert looks == {"width": "none", "task": "avoid", "heading": "avoid", "colours": "exact", "fits": True}
    printed = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594" in printed or b"/MediaBox [0 0 595" in printed
    page.close()
