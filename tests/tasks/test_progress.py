import re

import pytest

from longwave.checks import InputError
from longwave.tasks import check, hint, predict, progress, reveal, show_progress
from longwave.tasks.progress import next_task, progress_rows, progress_text
from longwave.tasks.record import read_progress
from longwave.widgets.progress import ProgressView


@pytest.fixture
def displayed(monkeypatch):
    """What was displayed."""
    objects = []
    monkeypatch.setattr("IPython.display.display", objects.append)
    return objects


def test_the_rows_count_what_is_done_and_name_what_is_open(made_up):
    check("97-margin", 30)
    hint("97-share")
    (row,) = progress_rows(read_progress().tasks)
    assert (row.lesson, row.title, row.done, row.total) == ("97", "Made-up tasks", 1, 7)
    assert row.open_tasks[0] == next_task([row]) == "97-share"


def test_the_text_has_a_line_a_lesson_the_next_task_and_the_file(made_up, home):
    check("97-margin", 30)
    check("97-share", 0.4)
    assert progress_text().splitlines() == [
        "97  [##--------]  2 of 7  Made-up tasks",
        "Next: 97-letter",
        "Your 80 % ranges: 3 more revealed guesses, and this says how often they hold the truth.",
        f"Kept on this computer only: {home / 'progress.json'}",
    ]


def test_the_text_says_when_all_is_done(made_up, monkeypatch):
    monkeypatch.setattr("longwave.tasks.progress.lesson_tasks", lambda lesson: ())
    assert progress_text().splitlines()[:2] == ["97  [----------]  0 of 0  Made-up tasks", "Every task is done."]


def test_the_text_tells_of_a_damaged_file_once(made_up, home):
    home.mkdir()
    (home / "progress.json").write_text("{")
    check("97-margin", 30)
    told = f"An earlier progress file could not be read. It is still there: {home / 'progress.corrupt-1.json'}"
    assert told in progress_text().splitlines()
    assert told not in progress_text()


def test_the_text_says_why_progress_is_not_kept(made_up, home):
    home.write_text("in the way")
    assert repr(check("97-margin", 30)).startswith("✓ Right.")
    assert re.search(r"Progress is not kept in .*progress\.json: .+\. Checks and hints work", progress_text())
    assert "1 of 7" in progress_text()


def test_the_text_and_the_table_say_how_the_guesses_did(made_up, displayed):
    predict("97-guess-floor", (7, 10))
    show_progress()
    (view,) = displayed
    assert "3 more revealed guesses" in view.value
    reveal("97-guess-floor")
    said = "Your 80 % ranges: 2 more revealed guesses, and this says how often they hold the truth."
    assert said in view.value
    assert said in progress_text().splitlines()
    predict("97-guess-margin", 50)
    reveal("97-guess-margin")
    assert "Your number was off by 20% of the range that the question allows." in view.value


def test_what_is_stored_of_the_table_is_the_same_for_every_reader(made_up, displayed):
    show_progress()
    check("97-margin", 30)
    predict("97-guess-floor", (7, 10))
    reveal("97-guess-floor")
    show_progress()
    bundles = [view._repr_mimebundle_() for view in displayed]
    for bundle in bundles:
        assert bundle.pop("application/vnd.jupyter.widget-view+json")["model_id"]
    assert bundles[0] == bundles[1]
    assert bundles[0] == {
        "text/plain": "Run this cell to see your progress. It is kept on your own computer.",
        "text/html": "<p>Run this cell to see your progress. It is kept on your own computer.</p>",
    }


def test_the_table_follows_the_checks_of_its_notebook(made_up, displayed):
    show_progress()
    (view,) = displayed
    assert "0 of 7" in view.value
    assert "Next: 97-margin" in view.value
    check("97-margin", 30)
    assert "1 of 7" in view.value
    assert "Next: 97-share" in view.value
    assert len(progress._views) == 1


def test_the_table_of_one_lesson_has_its_row_alone_and_follows_its_checks(made_up, displayed):
    show_progress("97")
    (view,) = displayed
    assert view.value.count('scope="row"') == 1
    check("97-margin", 30)
    assert view.value.count('scope="row"') == 1
    assert "1 of 7" in view.value


def test_the_table_of_a_lesson_without_tasks_is_refused(made_up, displayed):
    with pytest.raises(InputError, match="lesson must be one of"):
        show_progress("96")
    assert displayed == []


def test_the_table_can_be_read_by_ear_and_escapes_titles():
    row = progress.LessonProgress("02", "<b>Who?</b>", 1, 2, ("02-floor",))
    done = progress.LessonProgress("01", "What?", 2, 2, ())
    value = ProgressView([row, done], ["Kept in C:\\<me>"]).value
    assert "<caption" in value
    assert value.count('scope="col"') == 3
    assert value.count('scope="row"') == 2
    assert "&lt;b&gt;Who?&lt;/b&gt;" in value
    assert "C:\\&lt;me&gt;" in value
    assert "<b>" not in value
    for sign_or_colour in ("✓", "…", "color:#1F2328", "background:#FFFFFF"):
        assert sign_or_colour in value


def test_a_lab_is_shown_as_optional_and_is_never_the_next_task(made_up, monkeypatch):
    monkeypatch.setattr("longwave.tasks.progress.labs", lambda: frozenset({"97"}))
    lines = progress_text().splitlines()
    assert lines[0] == "97  [----------]  0 of 7  Made-up tasks (optional lab)"
    assert "Every task is done, but for optional labs." in lines
