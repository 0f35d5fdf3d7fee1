"""The reader's copy: what a new version of the course may do to it, and what it may not."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from longwave.reader.copy import refresh_copy
from longwave.reader.errors import ExpectedError
from longwave.reader.manifest import manifest_path

LESSON = "lessons/01-stick.ipynb"
BESIDE = "lessons/01-stick.new-{}.ipynb"


@pytest.fixture
def copy(course: Path, tmp_path: Path) -> Path:
    """Return a fresh copy of the course."""
    return refresh_copy(tmp_path / "mine", course).folder


def test_the_first_refresh_brings_every_lesson_and_exercise(course, tmp_path):
    report = refresh_copy(tmp_path / "mine", course)
    assert report.new == [
        "lessons/00-start-here.ipynb",
        LESSON,
        "exercises/01-stick/01-stick.ipynb",
        "exercises/01-stick/map.txt",
    ]
    for path in report.new:
        assert (tmp_path / "mine" / path).read_bytes() == (course / path).read_bytes()


def test_a_second_refresh_changes_nothing_and_says_nothing(course, copy):
    before = {path: path.stat().st_mtime_ns for path in copy.rglob("*.ipynb")}
    assert refresh_copy(copy, course).lines() == []
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*.ipynb")} == before


def test_an_unedited_file_is_replaced_by_a_new_version(course, copy, notebook):
    (course / LESSON).write_bytes(notebook("price = 6"))
    assert refresh_copy(copy, course).replaced == [LESSON]
    assert (copy / LESSON).read_bytes() == notebook("price = 6")


def test_a_lesson_that_was_only_run_is_replaced_by_a_new_version(course, copy, notebook):
    output = {"output_type": "stream", "name": "stdout", "text": "5"}
    (copy / LESSON).write_bytes(notebook("price = 5", "", outputs=(output,)))
    (course / LESSON).write_bytes(notebook("price = 6"))
    assert refresh_copy(copy, course).replaced == [LESSON]


def test_what_the_reader_ran_stays_while_the_course_is_the_same(course, copy, notebook):
    output = {"output_type": "stream", "name": "stdout", "text": "5"}
    ran = notebook("price = 5", outputs=(output,))
    (copy / LESSON).write_bytes(ran)
    assert refresh_copy(copy, course).lines() == []
    assert (copy / LESSON).read_bytes() == ran


def test_new_stored_outputs_come_too_where_no_cell_changed(course, copy, notebook):
    output = {"output_type": "stream", "name": "stdout", "text": "new"}
    (course / LESSON).write_bytes(notebook("price = 5", outputs=(output,)))
    assert refresh_copy(copy, course).replaced == [LESSON]
    assert (copy / LESSON).read_bytes() == (course / LESSON).read_bytes()


def test_an_edited_file_stays_and_the_new_version_comes_beside_it(course, copy, notebook):
    mine, new = notebook("price = 50"), notebook("price = 6")
    (copy / LESSON).write_bytes(mine)
    (course / LESSON).write_bytes(new)
    report = refresh_copy(copy, course)
    assert report.beside == [(LESSON, BESIDE.format(1))]
    assert (copy / LESSON).read_bytes() == mine
    assert (copy / BESIDE.format(1)).read_bytes() == new
    assert BESIDE.format(1) in " ".join(report.lines())


def test_an_edited_file_is_left_in_peace_while_the_course_is_the_same(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    assert refresh_copy(copy, course).lines() == []
    assert not (copy / BESIDE.format(1)).exists()


def test_a_new_version_is_not_brought_twice(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    (course / LESSON).write_bytes(notebook("price = 6"))
    refresh_copy(copy, course)
    (copy / BESIDE.format(1)).unlink()
    assert refresh_copy(copy, course).lines() == []
    assert not (copy / BESIDE.format(1)).exists()


def test_a_still_newer_version_takes_the_place_of_the_unedited_one_beside(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    for price in (6, 7):
        (course / LESSON).write_bytes(notebook(f"price = {price}"))
        assert refresh_copy(copy, course).beside == [(LESSON, BESIDE.format(1))]
    assert (copy / BESIDE.format(1)).read_bytes() == notebook("price = 7")
    assert not (copy / BESIDE.format(2)).exists()


def test_a_still_newer_version_gets_the_next_number_if_the_one_beside_was_edited(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    (course / LESSON).write_bytes(notebook("price = 6"))
    refresh_copy(copy, course)
    (copy / BESIDE.format(1)).write_bytes(notebook("price = 60"))
    (course / LESSON).write_bytes(notebook("price = 7"))
    assert refresh_copy(copy, course).beside == [(LESSON, BESIDE.format(2))]
    assert (copy / BESIDE.format(1)).read_bytes() == notebook("price = 60")
    assert (copy / BESIDE.format(2)).read_bytes() == notebook("price = 7")


def test_a_file_of_the_readers_under_the_number_is_not_overwritten(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    (copy / BESIDE.format(1)).write_bytes(b"mine")
    (course / LESSON).write_bytes(notebook("price = 6"))
    assert refresh_copy(copy, course).beside == [(LESSON, BESIDE.format(2))]
    assert (copy / BESIDE.format(1)).read_bytes() == b"mine"


def test_whoever_takes_the_new_version_over_gets_the_next_one_in_place(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    (course / LESSON).write_bytes(notebook("price = 6"))
    refresh_copy(copy, course)
    os.replace(copy / BESIDE.format(1), copy / LESSON)
    assert refresh_copy(copy, course).lines() == []
    (course / LESSON).write_bytes(notebook("price = 7"))
    assert refresh_copy(copy, course).replaced == [LESSON]


def test_whoever_undoes_the_edit_gets_the_new_version_in_place(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    (course / LESSON).write_bytes(notebook("price = 6"))
    refresh_copy(copy, course)
    (copy / LESSON).write_bytes(notebook("price = 5"))
    assert refresh_copy(copy, course).replaced == [LESSON]


def test_a_deleted_file_comes_back(course, copy):
    (copy / LESSON).unlink()
    report = refresh_copy(copy, course)
    assert report.restored == [LESSON]
    assert (copy / LESSON).is_file()
    assert LESSON in " ".join(report.lines())


def test_a_lesson_that_the_course_dropped_stays(course, copy):
    (course / LESSON).unlink()
    assert refresh_copy(copy, course).lines() == []
    assert (copy / LESSON).is_file()


def test_a_new_lesson_comes(course, copy, notebook):
    (course / "lessons" / "02-who.ipynb").write_bytes(notebook("floor = 8"))
    report = refresh_copy(copy, course)
    assert report.new == ["lessons/02-who.ipynb"]
    assert report.lines() == [f"1 new file is in {copy}"]


def test_a_new_lesson_does_not_overwrite_a_file_that_the_reader_made_under_its_name(course, copy, notebook):
    (copy / "lessons" / "02-who.ipynb").write_bytes(notebook("mine"))
    (course / "lessons" / "02-who.ipynb").write_bytes(notebook("floor = 8"))
    assert refresh_copy(copy, course).beside == [("lessons/02-who.ipynb", "lessons/02-who.new-1.ipynb")]
    assert refresh_copy(copy, course).lines() == []
    assert (copy / "lessons" / "02-who.ipynb").read_bytes() == notebook("mine")


BROKEN_MANIFESTS = ["", "{", "[]", '{"files": 3}', '{"files": {"lessons/01-stick.ipynb": 3}}', "\x00"]


@pytest.mark.parametrize("text", BROKEN_MANIFESTS)
def test_with_a_broken_manifest_nothing_of_the_readers_is_lost(course, copy, notebook, text):
    manifest_path(copy).write_text(text)
    mine = notebook("price = 50")
    (copy / LESSON).write_bytes(mine)
    report = refresh_copy(copy, course)
    assert report.beside == [(LESSON, BESIDE.format(1))]
    assert (report.new, report.replaced) == ([], [])
    assert (copy / LESSON).read_bytes() == mine
    assert refresh_copy(copy, course).lines() == []


def test_a_lost_manifest_does_not_bring_again_what_lies_there(course, copy, notebook):
    (copy / LESSON).write_bytes(notebook("price = 50"))
    (course / LESSON).write_bytes(notebook("price = 6"))
    refresh_copy(copy, course)
    manifest_path(copy).unlink()
    assert refresh_copy(copy, course).lines() == []
    assert not (copy / BESIDE.format(2)).exists()


def test_a_broken_entry_of_the_manifest_counts_as_never_given(course, copy, notebook):
    stored = json.loads(manifest_path(copy).read_text())
    stored["files"][LESSON]["beside"] = {"x": 3}
    manifest_path(copy).write_text(json.dumps(stored))
    (course / LESSON).write_bytes(notebook("price = 6"))
    (course / "lessons" / "00-start-here.ipynb").write_bytes(notebook("2 + 2"))
    report = refresh_copy(copy, course)
    assert report.beside == [(LESSON, BESIDE.format(1))]
    assert report.replaced == ["lessons/00-start-here.ipynb"]


def test_a_broken_notebook_of_the_readers_stays_and_a_sound_one_comes_beside_it_once(course, copy):
    (copy / LESSON).write_bytes(b"{ half a note")
    assert refresh_copy(copy, course).beside == [(LESSON, BESIDE.format(1))]
    assert refresh_copy(copy, course).lines() == []
    assert (copy / LESSON).read_bytes() == b"{ half a note"
    assert (copy / BESIDE.format(1)).read_bytes() == (course / LESSON).read_bytes()


def test_a_folder_under_a_lessons_name_is_left_alone(course, copy):
    (copy / LESSON).unlink()
    (copy / LESSON).mkdir()
    assert refresh_copy(copy, course).beside == [(LESSON, BESIDE.format(1))]
    assert (copy / LESSON).is_dir()


def test_brackets_in_a_name_are_no_pattern(course, copy, notebook):
    name = "lessons/09-[draft].ipynb"
    (course / name).write_bytes(notebook("a"))
    refresh_copy(copy, course)
    (copy / name).write_bytes(notebook("mine"))
    (course / name).write_bytes(notebook("b"))
    assert refresh_copy(copy, course).beside == [(name, "lessons/09-[draft].new-1.ipynb")]
    manifest_path(copy).unlink()
    assert refresh_copy(copy, course).lines() == []


def test_jupyters_own_folders_are_not_brought(course, tmp_path):
    (course / "lessons" / ".ipynb_checkpoints").mkdir()
    (course / "lessons" / ".ipynb_checkpoints" / "01-stick-checkpoint.ipynb").write_text("{}")
    (course / "lessons" / "__pycache__").mkdir()
    (course / "lessons" / "__pycache__" / "a.pyc").write_text("")
    report = refresh_copy(tmp_path / "mine", course)
    assert len(report.new) == 4


def test_a_read_only_course_gives_a_copy_that_can_be_edited(course, tmp_path):
    (course / LESSON).chmod(0o444)
    refresh_copy(tmp_path / "mine", course)
    assert os.stat(tmp_path / "mine" / LESSON).st_mode & 0o200


INTERRUPTED = """
import os, sys
from pathlib import Path
from longwave.reader import manifest
from longwave.reader.copy import refresh_copy
left, replace = int(sys.argv[3]), os.replace
def stopping(source, target):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    replace(source, target)
os.replace = stopping
refresh_copy(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("writes", range(6))
def test_a_refresh_that_is_cut_off_can_be_run_again(course, copy, notebook, writes):
    mine = notebook("price = 50")
    (copy / LESSON).write_bytes(mine)
    for price, lesson in enumerate(sorted(course.rglob("*.ipynb"))):
        lesson.write_bytes(notebook(f"price = {price + 100}"))
    command = [sys.executable, "-c", INTERRUPTED, str(copy), str(course), str(writes)]
    assert subprocess.run(command).returncode == (0 if writes >= 4 else 9)
    refresh_copy(copy, course)
    assert (copy / LESSON).read_bytes() == mine
    assert (copy / BESIDE.format(1)).read_bytes() == (course / LESSON).read_bytes()
    assert not (copy / BESIDE.format(2)).exists()
    assert (copy / "lessons/00-start-here.ipynb").read_bytes() == notebook("price = 101")
    assert not list(copy.rglob(".*.part"))
    assert refresh_copy(copy, course).lines() == []


@pytest.mark.parametrize("part", [".", "lessons", "lessons/mine", "exercises"])
def test_the_courses_own_folders_are_refused_as_a_copy(course, part):
    with pytest.raises(ExpectedError, match="Name another folder"):
        refresh_copy(course / part, course)


def test_a_folder_inside_the_clone_beside_the_lessons_is_welcome(course):
    assert refresh_copy(course / "my-longwave", course).new


@pytest.mark.parametrize("name", ["mine", "mine/lessons", "mine/exercises/01-stick"])
def test_a_file_in_the_way_is_told_in_a_sentence(course, tmp_path, name):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("")
    with pytest.raises(ExpectedError, match="There is a file where the folder"):
        refresh_copy(tmp_path / "mine", course)


READ_ONLY = """
import sys
from pathlib import Path
from longwave.reader.copy import refresh_copy
from longwave.reader.errors import ExpectedError
try:
    refresh_copy(Path(sys.argv[1]), Path(sys.argv[2]))
except ExpectedError as error:
    print(error)
"""


def test_a_read_only_folder_is_told_in_a_sentence(course, tmp_path):
    if not shutil.which("bwrap"):
        pytest.skip("bwrap, which makes a folder read-only even for root, is not installed")
    sandbox = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", str(tmp_path), str(tmp_path)]
    command = [*sandbox, sys.executable, "-c", READ_ONLY, str(tmp_path / "mine"), str(course)]
    told = subprocess.run(command, capture_output=True, text=True)
    if told.returncode and "bwrap" in told.stderr:
        pytest.skip(f"bwrap cannot be used here: {told.stderr.strip()}")
    assert "mine cannot be written. Name one of your own, for example: longwave lab ~/longwave" in told.stdout


def test_a_full_disk_is_told_in_a_sentence(course, tmp_path, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("longwave.reader.files.os.replace", full)
    with pytest.raises(ExpectedError, match="The disk is full"):
        refresh_copy(tmp_path / "mine", course)
    assert not list((tmp_path / "mine").rglob(".*.part"))
