"""An argument outside of its own cell: it waits for a person, and no machine gives it a final 0."""

import json
import time
from collections.abc import Callable

import nbformat
import pytest
from nbgrader.utils import determine_grade

from longwave.marks import name_of
from longwave.teaching.cells import Cells
from longwave.teaching.folder.student_copy import student_copy
from longwave.teaching.grading.graded_notebook import graded_notebook
from longwave.teaching.grading.noticing import oddities
from longwave.teaching.grading.stray import LONGEST, strays
from longwave.teaching.intake.submission import read_submission
from longwave.teaching.judging.judge import Judgement
from tests.teaching.classroom import LESSON, RIGHT, ROOT, bytes_of, cell_of, written

SOURCE = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)
COPY = student_copy(SOURCE)
ANSWER, PROMPT = "18-argued-index-answer", "18-argued-index-prompt"
ESSAY = "I would wait, since a degree that rises says nothing of a link between the two."
Change = Callable[[nbformat.NotebookNode], None]


def cleared(notebook):
    cell_of(notebook, ANSWER).source = ESSAY
    for cell in notebook.cells:
        cell.metadata = {}


def without_names_and_ids(notebook):
    cleared(notebook)
    for cell in notebook.cells:
        cell.pop("id")


def own_cell_below(notebook):
    notebook.cells.append(nbformat.v4.new_markdown_cell(ESSAY))


def own_cell_above(notebook):
    notebook.cells.insert(1, nbformat.v4.new_markdown_cell(ESSAY))


def in_the_prompt(notebook):
    cell_of(notebook, PROMPT).source += f"\n\n{ESSAY}"
    notebook.cells.remove(cell_of(notebook, ANSWER))


def retyped(notebook):
    notebook.cells[notebook.cells.index(cell_of(notebook, ANSWER))] = nbformat.v4.new_markdown_cell(ESSAY)


def in_code(notebook):
    notebook.cells.append(nbformat.v4.new_code_cell(f'"""{ESSAY}"""'))


def as_code(notebook):
    place = notebook.cells.index(cell_of(notebook, ANSWER))
    notebook.cells[place] = nbformat.v4.new_code_cell(ESSAY, metadata=cell_of(notebook, ANSWER).metadata)


def in_a_check(notebook):
    cell_of(notebook, "18-back-check").source += f"\n# {ESSAY}"


def in_chinese(notebook):
    notebook.cells.append(nbformat.v4.new_code_cell("# 我会等一等,因为耦合度上升并不说明两者之间有联系"))


def split(notebook):
    first, second = ESSAY.split(", ")
    cell_of(notebook, ANSWER).source = first
    notebook.cells.append(nbformat.v4.new_markdown_cell(second, metadata=cell_of(notebook, ANSWER).metadata))


PLACES = {
    change.__name__: change
    for change in (
        *(cleared, without_names_and_ids, own_cell_below, own_cell_above, in_the_prompt, retyped),
        *(in_code, as_code, in_a_check, in_chinese, split),
    )
}


def graded(change: Change, tmp_path, argued: str = "") -> tuple[nbformat.NotebookNode, list[str]]:
    """Return the graded notebook of a submission, and the notes on it."""
    notebook, path = written(RIGHT, argued), tmp_path / "x.ipynb"
    change(notebook)
    path.write_text(json.dumps(notebook))
    submitted = read_submission(path, COPY.cells)
    notes = oddities(Cells(COPY.cells), submitted.cells)
    return graded_notebook(SOURCE, COPY, submitted.cells, Judgement()), submitted.notes + notes


@pytest.mark.parametrize("place", PLACES)
def test_an_argument_anywhere_waits_for_a_person_who_sees_it_in_its_cell(place, tmp_path):
    notebook, notes = graded(PLACES[place], tmp_path)
    cell = cell_of(notebook, ANSWER)
    assert determine_grade(cell)[0] is None
    words = ["我会等一等"] if place == "in_chinese" else ESSAY.split(", ")
    assert all(word in cell.source for word in words)
    known = place in ("cleared", "without_names_and_ids", "retyped", "as_code")
    assert bool(notes) != known


@pytest.mark.parametrize("place", ["cleared", "without_names_and_ids", "in_the_prompt", "in_a_check"])
def test_the_other_answers_are_where_they_were(place, tmp_path):
    notebook, _notes = graded(PLACES[place], tmp_path)
    answers = {name_of(cell): cell.source for cell in notebook.cells}
    assert {task: answers[f"{task}-answer"] for task in RIGHT} == RIGHT


@pytest.mark.parametrize("code", ["", "x = 1", "print(x)\nfor row in rows:\n    total += row"])
def test_who_wrote_nothing_has_an_answer_that_nobody_need_read(code, tmp_path):
    notebook, notes = graded(lambda made: made.cells.append(nbformat.v4.new_code_cell(code)), tmp_path)
    assert determine_grade(cell_of(notebook, ANSWER))[0] == 0
    assert notes == []


def test_who_wrote_the_argument_in_its_cell_keeps_it_as_it_is(tmp_path):
    notebook, notes = graded(own_cell_above, tmp_path, argued="Wait.")
    assert cell_of(notebook, ANSWER).source == "Wait."
    assert notes == []
    assert any(ESSAY in cell.source for cell in notebook.cells)


def test_a_code_answer_that_was_merged_into_a_locked_cell_is_told(tmp_path):
    def merged(notebook):
        cell_of(notebook, "18-weight-prompt").source += f"\n{RIGHT['18-weight']}"
        notebook.cells.remove(cell_of(notebook, "18-weight-answer"))

    notes = "\n".join(graded(merged, tmp_path, argued="Wait.")[1])
    assert "course's own were used: 18-weight-prompt" in notes
    assert "is not in the file: 18-weight-answer" in notes


def test_many_cells_with_the_name_of_one_argument_are_joined_in_a_moment(tmp_path):
    def flooding(notebook):
        about = cell_of(notebook, ANSWER).metadata
        notebook.cells += [nbformat.v4.new_markdown_cell(f"{n} " * 2_000, metadata=about) for n in range(500)]

    notebook, notes = graded(flooding, tmp_path)
    assert len(cell_of(notebook, ANSWER).source) <= 200_000
    assert len(notes) < 10
    assert bytes_of(notebook)


def test_a_question_with_other_numbers_is_no_text_of_the_students():
    notebook = written(RIGHT, ESSAY)
    cell_of(notebook, "18-rest-prompt").source += " With other numbers."
    cells = Cells(notebook.cells)
    assert any("18-rest-prompt" in note for note in oddities(Cells(COPY.cells), cells))
    assert oddities(Cells(COPY.cells), cells, ["18-rest"]) == []


@pytest.mark.parametrize(
    "text", ["x" * LONGEST, "xy " * (LONGEST // 3) + "1", "x" * 5_000 + " " + "y" * 15_000, "字a" * 10_000]
)
def test_code_that_is_made_to_be_slow_to_search_for_prose_is_read_in_a_moment(text):
    cells = Cells([*COPY.cells, *(nbformat.v4.new_code_cell(text) for _cell in range(50))])
    start = time.process_time()
    strays(Cells(COPY.cells), cells)
    assert time.process_time() - start < 2
