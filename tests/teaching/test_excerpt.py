"""The excerpt for one meeting: cells of the lessons, which run by themselves and show what is stored."""

import subprocess
import sys

import nbformat
import pytest

from longwave.teaching.meeting.excerpt import excerpt
from longwave.teaching.meeting.lessons import lesson_notebook, lessons
from longwave.teaching.meeting.paths import find_path
from longwave.teaching.meeting.syllabus import syllabus
from tests.teaching.test_syllabus import ROOT
from tools.lint.metadata import kernel
from tools.lint.numerals import numerals_from_cells
from tools.lint.outputs import results_in_place, run_in_order, stored_size
from tools.lint.prose import links, style

COURSE = lessons()
PATH = find_path("meeting", COURSE)
RULES = (numerals_from_cells, links, style, kernel, run_in_order, results_in_place, stored_size)
MINUTES_A_MEETING, MINUTES_TO_TALK = 75, 10


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return the written excerpt."""
    page, file = syllabus("meeting", tmp_path_factory.mktemp("handout")).files
    assert file.name in page.read_text("utf-8")
    return file


def test_it_is_the_lessons_own_cells_in_their_order(made):
    cells = nbformat.read(made, as_version=4).cells
    own = [cell for cell in cells if cell.id != "title" and not cell.id.endswith("-title")]
    assert [cell.id for cell in own] == [f"{number}-{name}" for number, ids in PATH.excerpt.items() for name in ids]
    stored = {f"{n}-{cell.id}": cell for n in PATH.excerpt for cell in lesson_notebook(COURSE[n].slug).cells}
    for cell in own:
        expected = stored[cell.id]
        assert cell.source == expected.source
        assert [bare(output) for output in cell.get("outputs", [])] == [bare(o) for o in expected.get("outputs", [])]


def bare(output):
    """Return an output without its count."""
    return {key: value for key, value in output.items() if key != "execution_count"}


def test_it_passes_strict_nbval_among_the_lessons(made, tmp_path):
    place = tmp_path / "lessons" / made.name
    place.parent.mkdir()
    place.write_bytes(made.read_bytes())
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", str(place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout


def test_it_keeps_the_rules_of_a_notebook_and_leaves_time_to_talk(made):
    notebook = nbformat.read(made, as_version=4)
    place = ROOT / "lessons" / made.name
    assert not [str(violation) for rule in RULES for violation in rule(notebook, place)]
    assert notebook.metadata.longwave.minutes <= MINUTES_A_MEETING - MINUTES_TO_TALK


def test_a_cell_that_a_lesson_lacks_or_an_order_that_is_not_its_own_is_refused():
    for ids in (["setup", "puzzle-of-another"], ["puzzle", "setup"]):
        with pytest.raises(ValueError, match="02-who-captures-value has no such cells in this order"):
            excerpt("Ours", {"02": ids}, COURSE)


def test_a_dry_run_names_it_and_writes_nothing(tmp_path):
    report = syllabus("meeting", tmp_path, dry_run=True)
    assert any(line.endswith("excerpt-meeting.ipynb") for line in report.lines())
    assert not list(tmp_path.iterdir())
