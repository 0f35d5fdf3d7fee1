"""Handing in on a class hub: a folder into which students put sheets, whose owner the system tells."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.hub.handing_in import hand_in
from longwave.teaching.intake import hand_in_folder
from longwave.teaching.intake.collect import collect
from longwave.teaching.intake.hand_in_folder import MARKER, is_hand_in_folder, make_hand_in_folder
from longwave.teaching.intake.sources import open_source

pwd = pytest.importorskip("pwd", reason="owners of files are Unix's")
LESSON = "18-co-evolution"
ME = pwd.getpwuid(os.getuid()).pw_name
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator can give a file to another user")
USERS = {70_001: "ann", 70_002: "jupyter-bob", 70_003: "eve"}


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """A hub's folder, which the user who runs the tests owns as the teacher."""
    folder = tmp_path / "hand-in"
    make_hand_in_folder(folder, ME)
    return folder


@pytest.fixture
def users(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three users whom this machine does not have."""
    known = pwd.getpwuid
    monkeypatch.setattr(
        pwd, "getpwuid", lambda number: SimpleNamespace(pw_name=USERS[number]) if number in USERS else known(number)
    )


def put(there: Path, user: int, content: bytes, name: str = f"{LESSON}.ipynb", folder: str = "mine") -> Path:
    """Put a file there as a user would."""
    path = there / folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    for place in (path, path.parent):
        os.chown(place, user, -1)
    return path


def test_everybody_may_add_and_only_the_teacher_may_list(there):
    about = there.stat()
    assert stat.S_IMODE(about.st_mode) == 0o3733
    assert is_hand_in_folder(there)
    assert not is_hand_in_folder(there.parent)


def test_a_sheet_goes_there_as_a_whole_and_the_receipt_is_said(there, tmp_path, handed_in):
    mine = tmp_path / f"{LESSON}.ipynb"
    mine.write_bytes(handed_in())
    done = hand_in(str(mine), there)
    assert "1 of 7 answers found." in "\n".join(done.lines())
    assert done.lines()[-1].startswith(f"Handed in: {LESSON}, at ")
    (sheet,) = there.glob("*/*")
    assert sheet.name == f"{LESSON}.ipynb"
    assert sheet.read_bytes() == mine.read_bytes()
    assert (stat.S_IMODE(sheet.stat().st_mode), stat.S_IMODE(sheet.parent.stat().st_mode)) == (0o640, 0o2750)
    assert sheet.stat().st_gid == there.stat().st_gid


def test_a_lesson_is_found_in_the_readers_copy(there, tmp_path, handed_in, monkeypatch):
    monkeypatch.setattr("longwave.teaching.hub.handing_in.default_copy", lambda: tmp_path)
    monkeypatch.setenv("LONGWAVE_HAND_IN", str(there))
    sheet = tmp_path / "exercises" / LESSON / f"{LESSON}.ipynb"
    sheet.parent.mkdir(parents=True)
    sheet.write_bytes(handed_in())
    sheet.with_name(f"{LESSON}.new-1.ipynb").write_bytes(handed_in("the course's"))
    assert hand_in("18").slug == LESSON
    with pytest.raises(ExpectedError, match="no file 1, and no one exercise"):
        hand_in("1")


def test_what_could_not_be_graded_is_refused_while_it_can_be_mended(there, tmp_path, handed_in):
    mine = tmp_path / "18.ipynb"
    mine.write_bytes(handed_in()[:500])
    with pytest.raises(ExpectedError, match="Nothing was handed in"):
        hand_in(str(mine), there)
    assert [path.name for path in there.iterdir()] == [MARKER]


def test_without_a_hub_there_is_nothing_to_hand_in_to(tmp_path, monkeypatch):
    monkeypatch.delenv("LONGWAVE_HAND_IN", raising=False)
    for folder in (None, tmp_path):
        with pytest.raises(ExpectedError, match="no folder to hand in to"):
            hand_in(__file__, folder)


@needs_root
def test_collect_takes_the_owner_from_the_system_and_the_newest_sheet(there, course, handed_in, users):
    put(there, 70_001, handed_in("first"), folder="a")
    put(there, 70_002, handed_in("of The Littlest JupyterHub"), folder="ann")  # a name says nothing
    put(there, 70_001, handed_in("second"), folder="b")
    report = "\n".join(collect(course, LESSON, there).lines())
    assert course.submission("ann", LESSON).read_bytes() == handed_in("second")
    assert course.submission("bob", LESSON).read_bytes() == handed_in("of The Littlest JupyterHub")
    assert "s_3" in report  # nothing came from this one


@needs_root
def test_nobody_hands_in_under_another_name(there, course, handed_in, users):
    put(there, 70_003, handed_in("forged"), folder="ann")
    put(there, 70_003, handed_in("forged"), name="ann.ipynb", folder="e1")
    put(there, 70_003, handed_in("forged"), name="ann_18-co-evolution.ipynb", folder="e2")
    loose = there / f"{LESSON}.ipynb"
    loose.write_bytes(handed_in("loose"))
    os.chown(loose, 70_001, -1)
    os.link(put(there, 70_002, handed_in("old"), folder="b"), there / "b" / "again.ipynb")
    collect(course, LESSON, there)
    for student in ("ann", "bob", "s_3"):
        assert not course.submission(student, LESSON).exists()


@needs_root
def test_the_time_is_that_of_the_last_change_and_not_the_one_a_student_sets(there, handed_in, users):
    before = datetime.now(UTC)
    sheet = put(there, 70_001, handed_in())
    os.utime(sheet, (0, 0))
    with open_source(there) as (found,):
        assert found.name == f"ann/{LESSON}.ipynb"
        assert (before - found.moment).total_seconds() < 1


def test_a_link_is_not_followed_and_what_is_being_written_not_seen(there, tmp_path):
    (tmp_path / "secret").write_text("{}")
    (there / "a").mkdir()
    (there / "a" / "18-x.ipynb").symlink_to(tmp_path / "secret")
    (there / "a" / ".18-x.part").write_text("{")
    with open_source(there) as (found,):
        assert "not followed" in found.problem


def test_a_teacher_who_is_nobody_is_refused(tmp_path):
    with pytest.raises(ExpectedError, match="no user no-such-user"):
        make_hand_in_folder(tmp_path / "x", "no-such-user")


def test_only_the_administrator_can_give_the_folder_away(tmp_path, monkeypatch):
    def refused(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(hand_in_folder.os, "fchown", refused)
    with pytest.raises(ExpectedError, match="put sudo before"):
        make_hand_in_folder(tmp_path / "x", ME)
