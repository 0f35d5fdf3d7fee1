"""Zips inside a download: opened so far, owned by whom the outermost name says, and never more than a budget."""

import io
import json
import os
import zipfile
from datetime import timedelta

import pytest

from longwave.teaching.intake import nested
from longwave.teaching.intake.collect import collect
from longwave.teaching.intake.nested import open_download
from tests.teaching.made_up_course import AFTER, BEFORE, LESSON

NAME = f"{LESSON}.ipynb"


def zipped(files):
    """Return the bytes of a zip of these files, which says of each that it was written long ago."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(zipfile.ZipInfo(name, (2001, 1, 1, 0, 0, 0)), content)
    return held.getvalue()


def opened(path):
    with open_download(path) as files:
        return {file.name: file.problem for file in files}


def students_of(report):
    return {kind: report.students(kind) for kind in sorted({note.kind for note in report.notes if note.student})}


@pytest.mark.parametrize(
    "outer",
    [
        "archerann_11_900_homework.zip",
        "Ann Archer_501_assignsubmission_file/homework.zip",
        "Ann Archer_501_assignsubmission_file_homework.zip",
        "ann/homework.ZIP",
        "ann.zip",
        "ann_homework.zip",
    ],
)
def test_a_notebook_that_is_handed_in_as_a_zip_comes_in(course, handed_in, pack, outer):
    inner = zipped({f"homework/{NAME}": handed_in("ann"), "homework/picture.png": b"png", "__MACOSX/._x": b"mac"})
    report = collect(course, None, pack({outer: inner}))
    assert report.students("collected") == ["ann"]
    assert course.submission("ann", LESSON).read_bytes() == handed_in("ann")
    kept = [path.read_bytes() for path in course.set_aside.rglob("*") if path.is_file()]
    assert {b"png", b"mac"} <= set(kept)


def test_a_zip_of_the_whole_class_inside_a_folder_comes_in(course, handed_in, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    files = {f"archerann_11_900_{NAME}": handed_in("ann"), f"obrienbob_12_901_{NAME}": handed_in("bob")}
    (folder / "submissions.zip").write_bytes(zipped(files))
    assert collect(course, None, folder).students("collected") == ["ann", "bob"]


def test_what_is_in_a_zip_has_the_zips_time_and_not_its_own(course, handed_in, pack):
    late = pack({"ann/homework.zip": (zipped({NAME: handed_in("ann")}), AFTER), "bob.ipynb": handed_in("bob")})
    assert students_of(collect(course, None, late))["late"] == ["ann"]
    again = pack({"ann/newer.zip": (zipped({NAME: handed_in("newer")}), AFTER + timedelta(hours=1))}, "again.zip")
    assert collect(course, None, again).students("replaced") == ["ann"]


@pytest.mark.parametrize(
    "outer",
    [
        "archerann_11_900_homework.zip",
        "Ann Archer_501_assignsubmission_file/homework.zip",
        "ann/homework.zip",
        "strangerx_99_900_homework.zip",
        "Stranger_501_assignsubmission_file/homework.zip",
        "Stranger_501_assignsubmission_file_homework.zip",
        "anon_1f_900_homework.zip",
    ],
)
def test_no_name_inside_a_zip_makes_it_another_students(course, handed_in, pack, outer):
    names = (f"bob/{NAME}", "bob.ipynb", f"obrienbob_12_999_{NAME}", f"Bob OBrien_502_assignsubmission_file/{NAME}")
    inner = zipped({name: handed_in(name) for name in names})
    collect(course, LESSON, pack({outer: zipped({"more.zip": inner}), "s_3.ipynb": handed_in("ming")}))
    assert not course.submission("bob", LESSON).exists()
    assert course.submission("s_3", LESSON).exists()


def test_so_deep_and_no_deeper(pack):
    content = b"end"
    for depth in range(1, 6):
        content = zipped({"x.zip" if depth > 1 else "x.txt": content})
        (name, problem), *others = opened(pack({"ann.zip": content})).items()
        assert not others
        if depth <= nested.DEEPEST:
            assert (name, problem) == ("ann.zip" + "/x.zip" * (depth - 1) + "/x.txt", "")
        else:
            assert name == "ann.zip"
            assert "more than 3 deep" in problem


def test_a_bomb_is_not_opened_and_costs_nobody_else(course, handed_in, pack, monkeypatch):
    monkeypatch.setattr(nested, "MOST_BYTES", 100_000)
    bomb = zipped({"zero": bytes(100_001)})
    many = zipped({f"{number}": b"" for number in range(nested.MOST_FILES + 1)})
    download = pack({"ann/bomb.zip": bomb, "bob/many.zip": zipped({"many.zip": many}), "s_3.ipynb": handed_in("ming")})
    report = collect(course, LESSON, download)
    assert students_of(report) == {"collected": ["s_3"], "unreadable": ["ann", "bob"]}
    assert "it is not opened" in "\n".join(report.lines())
    kept = [path.read_bytes() for path in course.set_aside.rglob("*") if path.is_file()]
    assert bomb in kept


def test_a_list_of_very_many_entries_is_not_even_read(pack, monkeypatch):
    monkeypatch.setattr(nested, "MOST_FILES", 5)
    found = opened(pack({"ann.zip": zipped({f"{number}": b"" for number in range(51)})}))
    assert found == {"ann.zip": "a zip of too many files; it is not opened"}


def test_all_zips_of_a_download_share_a_budget(pack, monkeypatch):
    packed = zipped({"x": os.urandom(1000)})
    monkeypatch.setattr(nested, "MOST_PACKED", 2 * len(packed))
    found = opened(pack({f"{name}.zip": packed for name in "abc"}))
    assert list(found) == ["a.zip/x", "b.zip/x", "c.zip"]


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip", zipped({"x": b"1"})[:-5], os.urandom(3000)])
def test_a_damaged_zip_stays_a_file_that_is_named_and_kept(course, handed_in, pack, content):
    report = collect(course, LESSON, pack({"ann/homework.zip": content, "bob.ipynb": handed_in("bob")}))
    assert students_of(report)["without a notebook"] == ["ann"]
    manifest = next(course.set_aside.rglob("reasons.json"))
    assert [entry["source"] for entry in json.loads(manifest.read_bytes())] == ["ann/homework.zip"]


def test_a_name_in_a_zip_that_leads_out_leads_nowhere(course, handed_in, pack, everything, tmp_path):
    download = pack({"ann/homework.zip": zipped({"../../../x.ipynb": handed_in("x"), "/etc/y": b"y"})})
    before = set(everything(tmp_path))
    report = collect(course, LESSON, download)
    assert students_of(report)["unreadable"] == ["ann"]
    assert all(path.startswith("course/set-aside/") for path in set(everything(tmp_path)) - before)


def test_a_zip_of_the_time_before_the_deadline_is_not_late(course, handed_in, pack):
    report = collect(course, None, pack({"ann/homework.zip": zipped({NAME: handed_in("ann")})}, moment=BEFORE))
    assert report.students("late") == []
