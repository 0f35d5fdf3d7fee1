"""A reader answers a task, wrongly and then rightly, and finds the progress again."""

import json

import pytest

from longwave.tasks.task import find_task, lesson_tasks, lesson_title
from tools.notebook_page import cell, command, open_notebook, run_cell, wait_until_open

LESSON, TASK, CELL, LINE = "02-who-captures-value", "02-quiz-floor", "quiz-floor", "floor = "
WRONG, MISTAKE, RIGHT = "0", "no rival left", "8"


@pytest.fixture(scope="module")
def page(open_copy):
    """The lesson with its setup cell run."""
    page = open_copy(LESSON, "answers")
    run_cell(page, "setup")
    return page


@pytest.fixture
def recorded(lab):
    """Return a function that reads what is kept about the task on the reader's disk."""
    return lambda: json.loads((lab.home / "progress.json").read_text(encoding="utf-8"))["tasks"][TASK]


def answer(page, text: str, verdict: str) -> str:
    """Type an answer over the one that is there, run the cell as a reader does, and return what it then shows."""
    answered = cell(page, CELL)
    answered.scroll_into_view_if_needed()
    line = answered.locator(".cm-line", has_text=LINE)
    line.click()
    page.keyboard.press("End")
    for _letter in range(len(line.text_content()) - len(LINE)):
        page.keyboard.press("Backspace")
    page.keyboard.type(text)
    page.keyboard.press("Shift+Enter")
    output = answered.locator(".jp-OutputArea-output", has_text=verdict)
    output.wait_for()
    return " ".join(output.text_content().split())


def test_a_wrong_answer_is_told_which_mistake_it_looks_like_without_a_traceback(page, recorded):
    shown = answer(page, WRONG, "Not yet.")
    mistake = next(mistake for mistake in find_task(TASK).mistakes if mistake.name == MISTAKE)
    assert mistake.message.replace("{given}", WRONG) in shown
    assert "Traceback" not in shown
    assert "File" not in shown
    assert recorded()["status"] == "wrong"


def test_a_right_answer_is_told_why_and_recorded(page, recorded):
    shown = answer(page, RIGHT, "Right.")
    assert find_task(TASK).explanation in shown
    assert recorded()["status"] == "right"


def test_answer_and_progress_are_there_after_a_reload(page, lab, recorded):
    answer(page, RIGHT, "Right.")
    command(page, "docmanager:save")
    page.reload()
    wait_until_open(page)
    assert LINE + RIGHT in cell(page, CELL).locator(".cm-content").text_content()
    assert recorded()["status"] == "right"
    open_notebook(page, lab, "lessons/00-start-here.ipynb")
    run_cell(page, "setup")
    cell(page, "progress").locator(".cm-line").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type('show_progress("02")')
    run_cell(page, "progress")
    row = cell(page, "progress").get_by_role("row").filter(has_text=lesson_title("02"))
    row.wait_for()
    assert f"1 of {len(lesson_tasks('02'))}" in row.text_content()
    assert TASK not in row.text_content()
