"""What a cell is, and that it is known in one place."""

import re
from pathlib import Path

import nbformat
import pytest

from longwave import marks
from longwave.teaching import cells
from longwave.teaching.cells import Cells
from tests.teaching.classroom import LESSON, ROOT

ODD = (None, 3, "cell", [], {}, {"metadata": None}, {"metadata": {"nbgrader": []}}, {"metadata": {"nbgrader": None}})
SOLUTION = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)


def marked(**given):
    return {"id": "x", "cell_type": "code", "source": "", "metadata": marks.named("18-weight-answer", **given)}


def test_one_module_alone_reads_nbgraders_metadata():
    texts = {path: path.read_text("utf-8") for path in (ROOT / "src" / "longwave").rglob("*.py")}
    assert [path for path, text in texts.items() if "grade_id" in text] == [Path(marks.__file__)]
    texts |= {path: path.read_text("utf-8") for path in (ROOT / "tools").rglob("*.py")}
    read = re.compile(r"""(get\(|\[)["'](nbgrader|grade_id)["']|cell\.metadata\.nbgrader""")
    assert [path for path, text in texts.items() if read.search(text)] == [Path(marks.__file__)]


@pytest.mark.parametrize("cell", [*ODD, {"metadata": {"nbgrader": {"grade_id": 3}}}], ids=str)
def test_what_is_not_in_nbgraders_form_counts_as_missing(cell):
    assert marks.name_of(cell) == ""
    assert cells.task_and_part(cell) == ("", "")
    assert not any(ask(cell) for ask in (cells.is_answer, cells.is_graded, cells.is_argued, cells.is_described))


def test_an_argued_answer_is_graded_by_hand_and_a_test_by_the_machine():
    answer, argued, test = marked(solution=True), marked(solution=True, grade=True), marked(grade=True, points=2)
    assert [cells.is_answer(cell) for cell in (answer, argued, test)] == [True, True, False]
    assert [cells.is_graded(cell) for cell in (answer, argued, test)] == [False, True, True]
    assert [cells.is_argued(cell) for cell in (answer, argued, test)] == [False, True, False]
    assert [cells.is_test(cell) for cell in (answer, argued, test)] == [False, False, True]
    assert cells.points_of(test) == 2


def test_every_cell_of_a_task_says_its_task_and_part():
    found = [cells.task_and_part(cell) for cell in SOLUTION.cells]
    assert [part for task, part in found if task == "18-weight"] == list(cells.PARTS)


GIVEN = nbformat.read(ROOT / "exercises" / LESSON / f"{LESSON}.ipynb", as_version=4)
NAMES = [marks.name_of(cell) for cell in GIVEN.cells]


def without(*parts):
    """Return the cells that were given out without some of what tells them apart."""
    return [{key: part for key, part in cell.items() if key not in parts} for cell in GIVEN.cells]


@pytest.mark.parametrize("gone", [(), ("metadata",), ("id",), ("metadata", "id")], ids=str)
def test_each_cell_is_known_by_its_name_its_id_its_text_or_its_place(gone):
    known = cells.Known(GIVEN.cells)
    found = known.names(without(*gone))
    telling = [name for name in NAMES if not name.endswith("-tests") and not name.endswith("-check")]
    assert [name for name in found if name in telling] == telling
    assert known.count(without(*gone)) >= len([name for name in NAMES if name.endswith("-prompt")])


def test_what_is_in_no_ones_form_is_no_cell_that_was_given_out():
    known = cells.Known(GIVEN.cells)
    odd = [*ODD, {"id": 3}, {"id": ["x"]}, {"id": ""}, {"source": {"a": 1}}, {"source": [3, "# Run"]}]
    assert known.names(odd) == [""] * len(odd)
    assert known.count(odd) == 0


def test_a_name_counts_before_an_id_and_an_id_before_a_text():
    known, prompt = cells.Known(GIVEN.cells), GIVEN.cells[NAMES.index("18-weight-prompt")]
    assert known.name({**prompt, "metadata": marks.named("18-rest-prompt")}) == "18-rest-prompt"
    assert known.name({**prompt, "metadata": {}, "id": "18-rest-prompt"}) == "18-rest-prompt"
    assert known.name({**prompt, "metadata": {}, "id": "new"}) == "18-weight-prompt"


def test_an_answer_is_what_follows_its_prompt_and_of_the_kind_that_is_asked():
    known, prompt = cells.Known(GIVEN.cells), GIVEN.cells[NAMES.index("18-weight-prompt")]
    note, code = {"cell_type": "markdown", "source": "a note"}, {"cell_type": "code", "source": "weight = 0.25"}
    assert known.names([prompt, note, code, code]) == ["18-weight-prompt", "", "18-weight-answer", ""]
    argued = GIVEN.cells[NAMES.index("18-argued-index-prompt")]
    assert known.names([argued, note, code])[1:] == ["18-argued-index-answer"] * 2
    answer = GIVEN.cells[NAMES.index("18-argued-index-answer")]
    assert known.names([argued, note, answer])[1:] == ["", "18-argued-index-answer"]


def test_of_two_cells_with_one_name_the_first_is_found():
    first, second = marked(), marked()
    index = Cells([{"metadata": {}}, first, second])
    assert index.find("18-weight-answer") is first
    assert index.place("18-weight-answer") == 1
    assert [name for name, _cell in index] == ["", "18-weight-answer", "18-weight-answer"]
    assert index.find("gone") == {}
    assert index.place("gone") == -1


def test_a_changed_cell_is_sealed_again_and_an_unsealed_one_stays_so():
    cell = nbformat.v4.new_code_cell("x = 1", metadata=marks.named("x", solution=True))
    cells.seal(cell)
    assert marks.checksum_of(cell) is None
    cell.metadata.nbgrader.checksum = "of another text"
    assert not cells.is_untouched(cell)
    cells.seal(cell)
    assert cells.is_untouched(cell)
