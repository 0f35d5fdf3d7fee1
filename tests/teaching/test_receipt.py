"""The receipt: it says before the deadline what collecting and grading will find, and never more than they do."""

import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import nbformat
import pytest
from nbgrader.utils import compute_checksum

from longwave import receipt as face
from longwave.marks import computed_checksum, name_of
from longwave.reader.errors import ExpectedError
from longwave.teaching.cells import RECEIPT, Cells
from longwave.teaching.folder.course import public_lessons, public_notebook
from longwave.teaching.grading.graded_notebook import graded_notebook
from longwave.teaching.handout.personal import personal_texts
from longwave.teaching.handout.variants.step import variant
from longwave.teaching.intake.collect import collect
from longwave.teaching.intake.receipts import read_receipt
from longwave.teaching.intake.submission import read_submission
from longwave.teaching.judging.judge import Judgement
from longwave.teaching.judging.steps import steps
from longwave.teaching.notebooks import notebook_of, read_notebook
from longwave.teaching.receipt.receipt import checked, receipt_of
from tests.teaching.classroom import BROKEN, HONEST, LESSON, RIGHT, bytes_of, cell_of, written

NAME = f"{LESSON}.ipynb"
WITHOUT = ("fcntl", "nbformat", "nbgrader", "lzma", "typer", "subprocess", "_posixsubprocess")


@pytest.fixture
def saved(tmp_path):
    """Return a function that saves a notebook, or bytes, and returns the file."""

    def save(notebook, name=NAME):
        path = tmp_path / name
        path.write_bytes(notebook if isinstance(notebook, bytes) else bytes_of(notebook))
        return path

    return save


def states(receipt):
    return {answer.name.removesuffix("-answer"): answer.state for answer in receipt.answers}


def ran(notebook):
    """Return a notebook as a run from top to bottom leaves it."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code[:-1], start=1):
        cell.execution_count = count
    return notebook


def test_a_finished_sheet_is_found_whole(saved):
    receipt = receipt_of(saved(ran(written(RIGHT))))
    assert set(states(receipt).values()) == {"found"}
    assert (receipt.changed, receipt.missing, receipt.moved, receipt.notes, receipt.texts) == ([], [], [], [], 0)
    text = str(receipt)
    assert "7 of 7 answers found." in text
    assert "run from top to bottom without an error" in text
    assert re.search(r"Code of your answers: [B-Z]{5}-[B-Z]{5}$", text, re.M)


def test_each_state_of_an_answer_is_named(saved):
    answers = {
        "18-corrected": RIGHT["18-corrected"],
        "18-level": "",
        "18-rest": "def rest(base, support, held):\n    return (base +",
        "18-weight": "wieght = 0.25",
        "18-apart": "pair = {'year': [1, 2], 'first': ..., 'second': [2, 1]}",
    }
    notebook = written(answers, argued="")
    notebook.cells.remove(cell_of(notebook, "18-argued-index-answer"))
    receipt = receipt_of(saved(notebook))
    assert states(receipt) == {
        "18-corrected": "found", "18-level": "empty", "18-rest": "broken", "18-weight": "nameless",
        "18-apart": "dots", "18-back": "untouched", "18-argued-index": "missing",
    }  # fmt: skip
    assert "1 of 7 answers found." in str(receipt)
    assert "gets the name that is asked for: “4. Where the rule turns”" in str(receipt)


def test_what_is_asked_for_may_come_from_a_cell_of_ones_own_a_loop_or_a_magic(saved):
    found = [states(receipt_of(saved(HONEST[name][0]()))) for name in ("helper-cell", "magic", "class-for-function")]
    assert [set(one.values()) for one in found] == [{"found"}] * 3
    sliced = {**RIGHT, "18-weight": "for weight in [0.25]:\n    pass\nrows = np.ones((2, 2))[..., 0]"}
    assert states(receipt_of(saved(written(sliced))))["18-weight"] == "found"


def test_an_answer_below_the_dots_that_were_given_out_is_found(saved):
    below = {**RIGHT, "18-weight": "weight = ...\nwidth = 0.5\nweight = width / 2"}
    assert states(receipt_of(saved(written(below))))["18-weight"] == "found"
    above = {**RIGHT, "18-weight": "weight = 0.25\nweight = ..."}
    assert states(receipt_of(saved(written(above))))["18-weight"] == "dots"


def test_changed_doubled_moved_and_missing_cells_are_named(saved):
    notebook = written(RIGHT)
    cell_of(notebook, "18-rest-prompt").source += "\nMy answer: 0.3"
    notebook.cells.remove(cell_of(notebook, "18-apart-check"))
    notebook.cells.insert(1, notebook.cells.pop(notebook.cells.index(cell_of(notebook, "18-back-answer"))))
    notebook.cells.append(cell_of(notebook, "18-weight-answer").copy())
    receipt = receipt_of(saved(json.dumps(notebook).encode()))
    assert receipt.changed == ["18-rest-prompt"]
    assert receipt.missing == ["18-apart-check"]
    assert receipt.moved == ["18-back-answer", "18-weight-answer"]
    assert any("18-weight-answer is there twice" in note for note in receipt.notes)
    assert "the question of “3. Hold one leg”" in str(receipt)
    assert set(states(receipt).values()) == {"found"}


def test_the_last_run_is_told_from_the_saved_outputs(saved):
    def run(change):
        notebook = ran(written(RIGHT))
        change(notebook)
        return str(receipt_of(saved(notebook)))

    def error(name, kind):
        output = nbformat.v4.new_output("error", ename=kind, evalue="", traceback=[])
        return lambda notebook: cell_of(notebook, name).update(outputs=[output])

    assert "met an error in: “3. Hold one leg”" in run(error("18-rest-answer", "ZeroDivisionError"))
    assert "“Not yet” was the last word of: the check of “3." in run(error("18-rest-check", "NotYetError"))
    assert "not run in: “3. Hold" in run(lambda n: cell_of(n, "18-rest-answer").update(execution_count=None))
    assert "not from top to bottom" in run(lambda n: cell_of(n, "18-rest-answer").update(execution_count=99))
    assert "No cell of it was run" in str(receipt_of(saved(written(RIGHT))))


@pytest.mark.parametrize("name", BROKEN)
def test_what_collecting_does_not_take_is_not_found_and_the_reason_is_the_same(saved, course, pack, name):
    content = BROKEN[name][0]()
    receipt = receipt_of(saved(content))
    report = collect(course, LESSON, pack({f"ann/{NAME}": content}))
    taken = report.students("collected") == ["ann"]
    assert bool(receipt.problem) != taken
    assert [note.reason for note in report.notes if note.kind in ("unreadable", "other lesson")] == (
        [receipt.problem] if receipt.problem else []
    )
    assert receipt.code == (read_receipt(course, LESSON, "ann").code if taken else "")


def test_nothing_is_found_that_grading_takes_for_unanswered(course, saved):
    """The graded notebook holds what grading read: a found answer must be there, and not as it was given out."""
    notebook = written({**RIGHT, "18-weight": "", "18-back": "back = ..."}, argued="*Write your answer here.*")
    path = saved(notebook)
    source, copy, _numbers = personal_texts(course, LESSON, "ann")
    graded = graded_notebook(notebook_of(source), notebook_of(copy), read_submission(path).cells, Judgement())
    stubs = {name_of(cell): cell.source for cell in notebook_of(copy).cells}
    for answer in receipt_of(path).answers:
        text = next(cell.source for cell in graded.cells if name_of(cell) == answer.name)
        assert (answer.state == "found") == (bool(text.strip()) and text != stubs[answer.name]), answer


def test_the_code_follows_from_the_answers_alone(saved):
    one = receipt_of(saved(written(RIGHT))).code
    other = written({task: f"{source}\n\n" for task, source in RIGHT.items()}, argued="Wait, and draw lots. ")
    other.cells.reverse()
    other.cells.pop(0)
    cell_of(other, "18-rest-check").outputs = []
    content = bytes_of(other).replace(b"\\n", b"\\r\\n")
    assert receipt_of(saved(content)).code == one
    assert receipt_of(saved(written(RIGHT, argued="Wait, and draw lot."))).code != one
    accents = [written(RIGHT, argued=unicodedata.normalize(form, "Zoë waits.")) for form in ("NFC", "NFD")]
    assert len({receipt_of(saved(notebook)).code for notebook in accents}) == 1


def test_collecting_records_and_prints_the_code_of_the_receipt(course, saved, pack):
    path = saved(written(RIGHT))
    report = collect(course, LESSON, pack({f"ann/{NAME}": path.read_bytes()}))
    code = receipt_of(path).code
    assert read_receipt(course, LESSON, "ann").code == code
    assert f"  ann: {code}" in report.lines()
    kept = course.submission("ann", LESSON)
    assert checked(receipt_of(kept), code.lower().replace("-", " "))[0]
    is_same, (sentence,) = checked(receipt_of(saved(written({}))), code)
    assert not is_same
    assert "other answers" in sentence


def test_a_student_with_other_numbers_has_changed_nothing(course, saved):
    (course.root / "submitted").mkdir(exist_ok=True)
    report = variant(course, LESSON)
    path = course.released / f"{LESSON}-variants" / "ann" / NAME
    assert report.different > 1
    assert read_notebook(path).cells != read_notebook(public_notebook("exercises", LESSON)).cells
    receipt = receipt_of(path)
    assert receipt.changed == []
    assert set(states(receipt).values()) == {"untouched"}


def test_a_sheet_that_is_not_installed_is_read_by_its_own_marks(saved, monkeypatch):
    notebook = written(RIGHT)
    cell_of(notebook, "18-rest-prompt").source += "!"
    path = saved(notebook)
    for module in ("longwave.teaching.receipt.sheet", "longwave.teaching.intake.arrivals"):
        monkeypatch.setattr(f"{module}.public_notebook", lambda *_: None)
    monkeypatch.setattr("longwave.teaching.receipt.sheet.public_lessons", list)
    receipt = receipt_of(path)
    assert set(states(receipt).values()) == {"found"}
    assert receipt.changed == ["18-rest-prompt"]
    assert "cells that were deleted cannot be named" in str(receipt)


def test_an_answer_that_the_sheet_does_not_have_is_never_found(saved):
    notebook = written(RIGHT)
    own = cell_of(notebook, "18-weight-answer").copy()
    own.metadata = json.loads(json.dumps(own.metadata).replace("18-weight", "18-extra"))
    notebook.cells.append(own)
    receipt = receipt_of(saved(json.dumps(notebook).encode()))
    assert states(receipt)["18-extra"] == "foreign"
    assert "7 of 7 answers found." in str(receipt)


def test_the_checksum_is_nbgraders():
    for slug in public_lessons():
        for cell in read_notebook(public_notebook("exercises", slug)).cells:
            assert computed_checksum(cell) == compute_checksum(cell) == cell.metadata.nbgrader.checksum


def test_every_sheet_ends_with_its_receipt():
    for slug in public_lessons():
        last = read_notebook(public_notebook("exercises", slug)).cells[-1]
        assert name_of(last) == RECEIPT
        assert last.source.endswith(f'receipt("{slug}")')


def test_grading_does_not_run_the_receipt_but_what_a_student_wrote_in_its_place(saved):
    source = Cells(read_notebook(public_notebook("solutions", LESSON)).cells)

    def own_steps(notebook):
        plan = steps(source, read_submission(saved(notebook)).cells)
        return [step.source for step in plan if step.kind == "student" and not step.name]

    assert own_steps(written(RIGHT)) == []
    notebook = written(RIGHT)
    cell_of(notebook, RECEIPT).source += "\nweight = 0.25"
    assert len(own_steps(notebook)) == 1


@pytest.mark.parametrize("rest", ["-" * 900 + "1", "x" + "()" * 400, "1" + "+1" * 400, "\0", "(" * 900])
def test_a_cell_that_only_seems_to_ask_for_a_receipt_does_not_stop_grading(saved, rest):
    notebook = written(RIGHT)
    notebook.cells += [nbformat.v4.new_code_cell(f"# longwave.receipt\n{rest}")]
    cells = Cells(read_notebook(public_notebook("solutions", LESSON)).cells)
    plan = steps(cells, read_submission(saved(notebook)).cells)
    assert plan[-1].source.endswith(rest)


def test_headings_of_a_file_control_no_terminal_and_are_told_from_the_receipts_own_words(saved):
    document = json.loads(bytes_of(written(RIGHT)))
    document["metadata"]["longwave"] = {"slug": "99-my-own", "title": "\x1b[2J\u202e"}
    for cell in document["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        marks["grade_id"] = marks.get("grade_id", "").replace("18-", "99-")
        if marks["grade_id"].endswith("prompt"):
            cell["source"] = "## \x1b[31mdone”. Seven answers are right. “\u202e"
    lines = receipt_of(saved(json.dumps(document).encode())).lines()
    assert all(line.isprintable() for line in lines)
    assert any("the check of “\\x1b[31mdone'. Seven answers are right. '\\x202e”" in line for line in lines)


def test_in_a_notebook_the_file_of_this_lesson_in_the_folder_is_read(saved, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert "No notebook of 18-co-evolution is in" in str(face.receipt(LESSON))
    saved(public_notebook("exercises", "17-spread-and-backwash").read_bytes(), "17.ipynb")
    older, newer = saved(written({}), "older.ipynb"), saved(written(RIGHT), "newer.ipynb")
    os.utime(older, (1, 1))
    text = str(face.receipt(LESSON))
    assert text.startswith("newer.ipynb, saved")
    assert "other notebooks of this lesson in the folder: older.ipynb" in text
    monkeypatch.setenv("JPY_SESSION_NAME", str(older))
    assert str(face.receipt(LESSON)).startswith("older.ipynb, saved 1970")
    assert str(face.receipt(LESSON, newer)).startswith("newer.ipynb")
    assert "cannot be opened" in str(face.receipt(LESSON, "gone.ipynb"))


def test_a_file_that_is_older_than_the_last_run_answer_says_so(saved, monkeypatch):
    class History:
        input_hist_raw = ["", "weight = 0.5", "weight = 0.25", "print(1)"]

    class Shell:
        history_manager, user_ns = History(), {}

    monkeypatch.setattr(face, "_shell", Shell)
    stale = saved(written({**RIGHT, "18-weight": "weight = 0.5"}))
    assert "not in the saved file" in str(face.receipt(LESSON, stale))
    assert "not in the saved file" not in str(face.receipt(LESSON, saved(written({"18-weight": "weight = 0.25"}))))


def test_a_browsers_python_without_locks_processes_and_nbformat_gives_the_same_receipt(saved):
    path = saved(written({**RIGHT, "18-weight": ""}))
    code = f"import sys\nfor name in {WITHOUT}: sys.modules[name] = None\n"
    code += f"from longwave.receipt import receipt\nprint(receipt({LESSON!r}, {str(path)!r}))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert found.stdout.splitlines() == receipt_of(path).lines(), found.stderr


def test_a_file_that_is_not_there_is_an_expected_error(tmp_path):
    for place in (tmp_path / "gone.ipynb", tmp_path):
        with pytest.raises(ExpectedError, match="Name the notebook that you want to hand in"):
            receipt_of(Path(place))


@pytest.mark.parametrize(
    "text", ["\n" * 400_000 + "(", "(\n" + "\n" * 9_000, "(" + " " * 400_000, "(" + " " * 9_000 + "x"]
)
def test_an_answer_made_to_be_slow_to_read_has_its_receipt_in_a_moment(saved, text):
    start = time.process_time()
    receipt_of(saved(written({**RIGHT, "18-weight": text})))
    assert time.process_time() - start < 3
