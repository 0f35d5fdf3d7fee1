"""Collecting: the newest notebook of each student comes in, everything is told, and nothing is lost."""

import hashlib
import json
import shutil
import zipfile
from collections import Counter
from datetime import timedelta

import pytest
from nbgrader.utils import parse_utc

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import public_notebook
from longwave.teaching.intake import collect as collecting
from longwave.teaching.intake.collect import collect
from longwave.teaching.intake.receipts import read_receipt, receipt_file
from tests.teaching.made_up_course import AFTER, BEFORE, DEADLINE, LESSON

NAME = f"{LESSON}.ipynb"


def students_of(report):
    """Return who is reported as what, without what is not said of a student."""
    found = {}
    for note in report.notes:
        if note.student:
            found.setdefault(note.kind, set()).add(note.student)
    return found


def stamp(course, student):
    return parse_utc(course.submission(student, LESSON).with_name("timestamp.txt").read_text().strip())


def set_aside(course):
    """Return what lies aside: the bytes by the name in the download, with all manifests together."""
    found = {}
    for manifest in sorted(course.set_aside.glob(f"{LESSON}/*/reasons.json")):
        for entry in json.loads(manifest.read_bytes()):
            content = (manifest.parent / entry["file"]).read_bytes() if entry["file"] else None
            found.setdefault(entry["source"], []).append((content, entry["reason"]))
    return found


def digests(course):
    """Return the bytes that the course has, in submitted and set-aside, as digests."""
    places = [course.submitted.rglob("*"), course.set_aside.rglob("*")]
    return {hashlib.sha256(path.read_bytes()).hexdigest() for place in places for path in place if path.is_file()}


def test_a_canvas_download_comes_in(course, handed_in, pack):
    files = {
        f"archerann_11_900_{NAME}": handed_in("ann"),
        f"obrienbob_LATE_12_901_{LESSON}-1.ipynb": handed_in("bob"),
    }
    report = collect(course, LESSON, pack(files, moment=AFTER))
    assert students_of(report) == {"collected": {"ann", "bob"}, "late": {"bob"}, "missing": {"s_3"}}
    assert course.submission("ann", LESSON).read_bytes() == handed_in("ann")
    # The zip was made after the deadline: that is no word on when Ann handed in. Canvas says she was not late.
    assert stamp(course, "ann") == DEADLINE.replace(tzinfo=None)
    assert stamp(course, "bob") == DEADLINE.replace(tzinfo=None) + timedelta(seconds=1)
    assert not course.set_aside.exists()
    text = "\n".join(report.lines())
    assert "Missing: 1 (s_3)" in text
    assert "bob: by Canvas's mark" in text


def test_a_moodle_download_comes_in_and_its_time_is_no_proof(course, handed_in, pack):
    files = {
        f"Ann Archer_501_assignsubmission_file/{NAME}": (handed_in("ann"), AFTER),
        f"王小明_502_assignsubmission_file/{NAME}": (handed_in("ming"), AFTER + timedelta(seconds=4)),
    }
    report = collect(course, LESSON, pack(files))
    assert students_of(report) == {"collected": {"ann", "s_3"}, "time unknown": {"ann", "s_3"}, "missing": {"bob"}}
    assert stamp(course, "ann") == DEADLINE.replace(tzinfo=None)
    assert read_receipt(course, LESSON, "s_3").participant == "502"


def test_a_moodle_download_that_keeps_times_tells_who_is_late(course, handed_in, pack):
    files = {
        f"Ann Archer_501_assignsubmission_file_/{NAME}": (handed_in("ann"), BEFORE),
        f"Bob OBrien_502_assignsubmission_file_/{NAME}": (handed_in("bob"), DEADLINE + timedelta(hours=2)),
    }
    report = collect(course, LESSON, pack(files))
    assert students_of(report)["late"] == {"bob"}
    assert "bob: by 2.0 hours" in "\n".join(report.lines())
    assert stamp(course, "ann") == BEFORE.replace(tzinfo=None)


def test_who_calls_himself_by_anothers_name_replaces_nobodys_notebook(course, handed_in, pack):
    files = {
        f"Ann Archer_501_assignsubmission_file/{NAME}": (handed_in("ann"), BEFORE),
        f"ANN  Archer._502_assignsubmission_file/{NAME}": (handed_in("not ann"), DEADLINE - timedelta(hours=1)),
    }
    report = collect(course, LESSON, pack(files))
    assert report.students("no owner") == ["ann"]
    assert not course.submission("ann", LESSON).exists()
    assert len(list(course.set_aside.rglob("*.ipynb"))) == 2
    again = collect(course, LESSON, pack(dict([files.popitem()]), "one.zip"))
    assert again.students("collected") == ["ann"]


def test_plain_folders_come_in(course, handed_in, tmp_path):
    folder = tmp_path / "handed in"
    for path, words in {"ann/homework.ipynb": "ann", "bob.ipynb": "bob", f"s_3_{NAME}": "ming"}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(handed_in(words))
    report = collect(course, LESSON, folder)
    assert students_of(report)["collected"] == {"ann", "bob", "s_3"}
    assert report.students("renamed") == ["ann"]
    assert course.submission("s_3", LESSON).read_bytes() == handed_in("ming")


def test_what_a_platform_said_of_the_time_is_not_lost_to_a_folder_with_the_same_notebook(course, handed_in, pack):
    collect(course, LESSON, pack({f"archerann_11_900_{NAME}": handed_in("ann")}, moment=AFTER))
    before = stamp(course, "ann")
    report = collect(course, LESSON, pack({f"ann/{NAME}": handed_in("ann")}, name="mine.zip", moment=AFTER))
    assert (report.students("unchanged"), report.students("late")) == (["ann"], [])
    assert stamp(course, "ann") == before
    assert read_receipt(course, LESSON, "ann").layout == "canvas"


def test_without_a_deadline_nobody_is_late_but_by_canvas_mark(course, handed_in, pack):
    text = (course.root / "course.toml").read_text().replace('"18" =', '"17" =')
    (course.root / "course.toml").write_text(text)
    course = type(course)(**{**vars(course), "deadlines": {}})
    files = {f"a_11_9_{NAME}": handed_in("ann"), f"b_LATE_12_9_{NAME}": handed_in("bob")}
    report = collect(course, LESSON, pack(files, moment=AFTER))
    assert report.students("late") == ["bob"]
    assert stamp(course, "ann") == AFTER.replace(tzinfo=None)


def test_collecting_the_same_again_changes_nothing(course, handed_in, pack, everything):
    files = {
        f"archerann_11_900_{NAME}": handed_in("ann"),
        f"archerann_11_899_{NAME}": handed_in("ann, older"),
        f"x_77_902_{NAME}": handed_in("nobody"),
        "notes.txt": b"see you",
    }
    download = pack(files)
    collect(course, LESSON, download)
    before = everything(course.root)
    report = collect(course, LESSON, download)
    assert everything(course.root) == before
    assert report.students("unchanged") == ["ann"]
    assert [note.name for note in report.notes if note.kind == "duplicate"] == [f"archerann_11_899_{NAME}"]
    assert report.aside is None


def test_a_newer_notebook_replaces_the_older_which_is_kept(course, handed_in, pack):
    collect(course, LESSON, pack({f"a_11_900_{NAME}": handed_in("first")}))
    report = collect(course, LESSON, pack({f"a_11_905_{LESSON}-1.ipynb": handed_in("second")}))
    assert report.students("replaced") == ["ann"]
    assert course.submission("ann", LESSON).read_bytes() == handed_in("second")
    ((content, reason),) = set_aside(course)[f"submitted/ann/{LESSON}/{NAME}"]
    assert content == handed_in("first")
    assert f"a_11_905_{LESSON}-1.ipynb is newer" in reason


def test_an_older_download_does_not_drive_out_the_newer(course, handed_in, pack):
    collect(course, LESSON, pack({f"a_11_905_{NAME}": handed_in("second")}))
    report = collect(course, LESSON, pack({f"a_11_900_{NAME}": handed_in("first")}, moment=AFTER))
    assert report.students("older") == ["ann"]
    assert course.submission("ann", LESSON).read_bytes() == handed_in("second")
    assert set_aside(course)[f"a_11_900_{NAME}"][0][0] == handed_in("first")


def test_a_student_may_go_back_to_an_earlier_answer(course, handed_in, pack):
    for number, words in ((900, "first"), (901, "second"), (902, "first")):
        collect(course, LESSON, pack({f"a_11_{number}_{NAME}": handed_in(words)}))
    assert course.submission("ann", LESSON).read_bytes() == handed_in("first")


def test_who_is_not_in_a_second_download_stays_and_is_not_missing(course, handed_in, pack):
    collect(course, LESSON, pack({"ann.ipynb": handed_in("ann")}))
    report = collect(course, LESSON, pack({"bob.ipynb": handed_in("bob")}))
    assert report.students("missing") == ["s_3"]
    assert course.submission("ann", LESSON).read_bytes() == handed_in("ann")


def test_of_several_the_newest_wins_by_number_then_by_time(course, handed_in, pack):
    files = {
        f"a_11_910_{NAME}": (handed_in("by number"), BEFORE),
        f"a_11_909_{LESSON}-1.ipynb": (handed_in("lower number"), AFTER),
        "bob/one.ipynb": (handed_in("later"), BEFORE + timedelta(hours=1)),
        "bob/two.ipynb": (handed_in("earlier"), BEFORE),
    }
    report = collect(course, LESSON, pack(files))
    assert course.submission("ann", LESSON).read_bytes() == handed_in("by number")
    assert course.submission("bob", LESSON).read_bytes() == handed_in("later")
    names = sorted(note.name for note in report.notes if note.kind == "duplicate")
    assert names == [f"a_11_909_{LESSON}-1.ipynb", "bob/two.ipynb"]
    assert set_aside(course)["bob/two.ipynb"][0][0] == handed_in("earlier")


def test_of_two_of_the_same_time_the_copy_with_a_number_counts_and_nobody_says_it_is_newer(course, handed_in, pack):
    folder = "Ann Archer_501_assignsubmission_file"
    files = {f"{folder}/{NAME}": handed_in("first"), f"{folder}/{LESSON} (1).ipynb": handed_in("second")}
    report = collect(course, LESSON, pack(files))
    assert course.submission("ann", LESSON).read_bytes() == handed_in("second")
    (note,) = (note for note in report.notes if note.kind == "duplicate")
    assert note.name == f"{folder}/{NAME}"
    assert "the same time" in note.reason


def broken_notebooks(handed_in):
    other = public_notebook("exercises", "17-spread-and-backwash").read_bytes()
    scala = handed_in(kernelspec={"name": "scala", "language": "scala"}, language_info={})
    return {
        "cut off": (handed_in()[:-300], "unreadable", "not complete JSON"),
        "empty": (b"", "unreadable", "The file is empty."),
        "no text": (b"\xff\xfe\x00", "unreadable", "saved as UTF-16"),
        "a list": (b"[]", "unreadable", "not a notebook of the present format"),
        "no cells": (b'{"cells": 5}', "unreadable", "not a notebook of the present format"),
        "old form": (b'{"worksheets": [{"cells": []}]}', "unreadable", "not a notebook of the present format"),
        "deep": (b"[" * 200_000, "unreadable", "not complete JSON"),
        "another kernel": (scala, "unreadable", "written for another kernel: scala"),
        "another language": (
            handed_in(kernelspec={"name": "python3"}, language_info={"name": "R"}),
            "unreadable",
            "written for another kernel: R",
        ),
        "another lesson": (other, "other lesson", "a notebook of 17-spread-and-backwash"),
        "odd cells": (
            b'{"cells": [1, {"metadata": 5, "id": {}}], "metadata": []}',
            "other lesson",
            "none of its cells",
        ),
        "own work": (b'{"cells": []}', "other lesson", "none of its cells"),
    }


CASES = list(broken_notebooks(lambda **_metadata: b""))


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_notebook_of_the_lesson_is_told_and_kept(course, handed_in, pack, case):
    content, kind, says = broken_notebooks(handed_in)[case]
    report = collect(course, LESSON, pack({f"ann_{NAME}": content, f"bob_{NAME}": handed_in("bob")}))
    (note,) = (note for note in report.notes if note.student == "ann")
    assert (note.kind, note.name) == (kind, f"ann_{NAME}")
    assert says in note.reason
    assert set_aside(course)[f"ann_{NAME}"][0][0] == content
    assert not course.submission("ann", LESSON).exists()
    assert report.students("collected") == ["bob"]


def test_a_notebook_that_is_too_large_is_told_and_kept(course, handed_in, pack):
    content = handed_in("x" * (21 << 20))
    report = collect(course, LESSON, pack({"ann.ipynb": content}))
    assert report.students("unreadable") == ["ann"]
    assert set_aside(course)["ann.ipynb"][0] == (content, "larger than 20 MB")


def test_an_older_readable_notebook_counts_if_the_newest_is_broken(course, handed_in, pack):
    files = {f"a_11_901_{NAME}": handed_in("broken")[:-9], f"a_11_900_{NAME}": handed_in("whole")}
    report = collect(course, LESSON, pack(files))
    assert students_of(report) == {"collected": {"ann"}, "unreadable": {"ann"}, "missing": {"bob", "s_3"}}


@pytest.mark.parametrize("ending", [".txt", ".TXT", ".json"])
def test_a_notebook_to_which_a_browser_gave_a_second_ending_comes_in(course, handed_in, pack, ending):
    files = {f"archerann_11_900_{NAME}{ending}": handed_in("ann"), f"bob.ipynb{ending}": handed_in("bob")}
    report = collect(course, None, pack(files))
    assert students_of(report) == {"collected": {"ann", "bob"}, "renamed": {"ann"}, "missing": {"s_3"}}
    assert course.submission("ann", LESSON).read_bytes() == handed_in("ann")


def test_a_notebook_without_nbgraders_names_is_known_by_its_ids(course, handed_in, pack):
    document = json.loads(handed_in("stripped"))
    for cell in document["cells"]:
        cell["metadata"] = {}
    report = collect(course, LESSON, pack({"ann.ipynb": json.dumps(document).encode()}))
    assert report.students("collected") == ["ann"]


def test_other_files_are_told_and_kept(course, handed_in, pack):
    files = {
        f"ann/{NAME}": handed_in("ann"),
        "ann/data.csv": b"1,2",
        "archerann_11_text.html": b"<p>my answer</p>",
        f"nobody/{NAME}": handed_in("nobody"),
        "readme.txt": b"hello",
        "__MACOSX/ann/._x.ipynb": b"mac",
        f"ann/.ipynb_checkpoints/{LESSON}-checkpoint.ipynb": handed_in("older"),
        "ann/.DS_Store": b"mac",
    }
    report = collect(course, LESSON, pack(files))
    assert Counter(note.kind for note in report.notes) == {
        "collected": 1, "no notebook": 2, "no owner": 2, "left over": 3, "missing": 2,
    }  # fmt: skip
    assert {name: kept[0][0] for name, kept in set_aside(course).items()} == {
        name: content for name, content in files.items() if name != f"ann/{NAME}"
    }


def test_who_handed_in_something_else_is_not_said_to_have_handed_in_nothing(course, handed_in, pack):
    report = collect(course, LESSON, pack({f"ann/{LESSON}.zip": b"PK", "bob/notes.docx": b"PK"}))
    assert students_of(report)["without a notebook"] == {"ann", "bob"}
    assert students_of(report)["missing"] == {"s_3"}
    text = "\n".join(report.lines())
    assert "unpack it into a folder called ann" in text
    assert "Missing: 1 (s_3)" in text


def test_hostile_names_lead_nowhere_and_are_kept(course, handed_in, pack, tmp_path, everything):
    names = ["../../ann.ipynb", "/ann.ipynb", "ann/../../../x.ipynb", "..\\bob.ipynb", "=cmd|'/c calc'!A1.ipynb"]
    download = pack({name: handed_in(name) for name in names} | {"a\u202ebpyni.exe": b"MZ"})
    before = set(everything(tmp_path))
    report = collect(course, LESSON, download)
    new = set(everything(tmp_path)) - before
    assert all(path.startswith(f"course/set-aside/{LESSON}/") for path in new)
    assert students_of(report) == {"unreadable": {"ann", "bob"}, "missing": {"s_3"}}
    kept = [content for entries in set_aside(course).values() for content, _reason in entries]
    assert sorted(kept) == sorted([*(handed_in(name) for name in names), b"MZ"])


def test_names_that_differ_in_capitals_or_are_the_same_are_all_kept(course, handed_in, tmp_path, recwarn):
    download = tmp_path / "d.zip"
    with zipfile.ZipFile(download, "w") as bundle:
        for name, words in (("x.ipynb", "1"), ("X.ipynb", "2"), ("x.ipynb", "3"), ("REASONS.json", "4"), ("x", "5")):
            bundle.writestr(name, handed_in(words))
        bundle.writestr("x/y", b"below a file")
    collect(course, LESSON, download)
    kept = [content for entries in set_aside(course).values() for content, _reason in entries]
    assert sorted(kept) == sorted([*(handed_in(str(number)) for number in range(1, 6)), b"below a file"])


def test_a_file_that_cannot_be_copied_is_said_to_be_in_the_download_only(course, handed_in, pack, monkeypatch):
    monkeypatch.setattr("longwave.teaching.intake.sources.LARGEST_FILE", 30_000)
    download = pack({"ann.ipynb": b" " * 30_001, "bob.ipynb": handed_in("bob")})
    report = collect(course, LESSON, download)
    assert report.students("unreadable") == report.students("left in place") == ["ann"]
    assert report.students("collected") == ["bob"]
    assert set_aside(course)["ann.ipynb"][0][0] is None


def test_nothing_is_lost_whatever_comes(course, handed_in, pack):
    files = {name: content for name, (content, _kind, _says) in broken_notebooks(handed_in).items()}
    files = {f"ann/{name}.ipynb": content for name, content in files.items()}
    files |= {f"bob_{number}.ipynb": handed_in(str(number)) for number in range(5)}
    files |= {f"王小明_{number}_assignsubmission_file/x.ipynb": handed_in(f"m{number}") for number in range(3)}
    files |= {"Ann Archer_1_assignsubmission_file_a.pdf": b"%PDF", "odd": b"\0"}
    collect(course, LESSON, pack(files))
    assert {hashlib.sha256(content).hexdigest() for content in files.values()} <= digests(course)


def test_a_dry_run_tells_the_same_and_writes_nothing(course, handed_in, pack, everything):
    collect(course, LESSON, pack({f"a_11_900_{NAME}": handed_in("first")}))
    files = {f"a_11_901_{NAME}": handed_in("second"), "bob.ipynb": b"broken", f"s_3_{NAME}": handed_in("ming")}
    download = pack(files)
    before = everything(course.root)
    dry = collect(course, LESSON, download, dry_run=True)
    assert everything(course.root) == before
    assert dry.notes == collect(course, LESSON, download).notes
    assert "nothing is written" in dry.lines()[0]


@pytest.mark.parametrize("stop_at", range(1, 7))
def test_stopped_at_any_point_and_repeated_it_ends_the_same(course, handed_in, pack, monkeypatch, stop_at):
    collect(course, LESSON, pack({f"a_11_900_{NAME}": handed_in("first"), "bob.ipynb": handed_in("bob")}))
    download = pack({f"a_11_901_{NAME}": handed_in("second"), f"s_3_{NAME}": handed_in("ming"), "odd.ipynb": b"{}"})
    count = 0

    def stopping(write):
        def stop(*arguments, **named):
            nonlocal count
            count += 1
            if count == stop_at:
                raise KeyboardInterrupt
            return write(*arguments, **named)

        return stop

    with monkeypatch.context() as patched:
        patched.setattr(collecting, "write_whole", stopping(collecting.write_whole))
        patched.setattr(collecting, "write_receipt", stopping(collecting.write_receipt))
        with pytest.raises(KeyboardInterrupt):
            collect(course, LESSON, download)
    collect(course, LESSON, download)
    assert course.submission("ann", LESSON).read_bytes() == handed_in("second")
    assert course.submission("s_3", LESSON).read_bytes() == handed_in("ming")
    assert course.submission("bob", LESSON).read_bytes() == handed_in("bob")
    assert set_aside(course)[f"submitted/ann/{LESSON}/{NAME}"][0][0] == handed_in("first")
    assert set_aside(course)["odd.ipynb"][0][0] == b"{}"
    assert collect(course, LESSON, download).students("unchanged") == ["ann", "s_3"]


def test_a_lost_receipt_costs_nothing(course, handed_in, pack, everything):
    download = pack({f"a_11_900_{NAME}": handed_in("first")})
    collect(course, LESSON, download)
    before = everything(course.root)
    receipt_file(course, LESSON, "ann").write_text("{")
    collect(course, LESSON, download)
    assert everything(course.root) == before


def test_a_deadline_that_comes_later_is_just_to_who_was_collected_before_it(course, handed_in, pack):
    download = pack({f"a_11_900_{NAME}": handed_in("ann")}, moment=AFTER)
    collect(type(course)(**{**vars(course), "deadlines": {}}), LESSON, download)
    report = collect(course, LESSON, download)
    assert students_of(report)["unchanged"] == {"ann"}
    assert report.students("late") == []
    assert stamp(course, "ann") == DEADLINE.replace(tzinfo=None)


def test_a_download_tells_its_lesson_if_most_of_it_is_of_one(course, handed_in, pack):
    other = public_notebook("exercises", "17-spread-and-backwash").read_bytes()
    files = {f"ann_{NAME}": handed_in("ann"), "bob.ipynb": other, "s_3.ipynb": handed_in("ming"), "x.ipynb": b"["}
    report = collect(course, None, pack(files))
    assert (report.lesson, report.students("collected")) == (LESSON, ["ann", "s_3"])
    assert report.students("other lesson") == ["bob"]


@pytest.mark.parametrize("names", [[], ["ann"], ["ann", "bob"]])
def test_a_download_that_does_not_tell_its_lesson_asks_for_it(course, handed_in, pack, names):
    other = public_notebook("exercises", "17-spread-and-backwash").read_bytes()
    contents = {"ann": handed_in("ann"), "bob": other} if len(names) == 2 else {"ann": b'{"cells": []}'}
    with pytest.raises(ExpectedError, match="add --lesson"):
        collect(course, None, pack({f"{name}.ipynb": contents[name] for name in names} | {"notes.txt": b""}))


def test_a_download_of_several_lessons_names_them_and_says_how_to_collect_each(course, handed_in, pack):
    other = public_notebook("exercises", "17-spread-and-backwash").read_bytes()
    files = {f"ann/{NAME}": handed_in("ann"), "ann/17-spread-and-backwash.ipynb": other}
    with pytest.raises(ExpectedError, match=rf"17-spread-and-backwash, {LESSON}\. .*add --lesson 17"):
        collect(course, None, pack(files))
    assert collect(course, LESSON, pack(files)).students("collected") == ["ann"]


def test_the_courses_own_folders_are_no_download(course, handed_in, pack):
    collect(course, LESSON, pack({"ann.ipynb": handed_in("ann")}))
    for place in (course.root, course.root.parent, course.submitted, course.submitted / "ann"):
        with pytest.raises(ExpectedError, match="the course's own"):
            collect(course, LESSON, place)


def test_before_the_release_or_without_a_roster_one_learns_what_to_do(course, pack):
    download = pack({"ann.ipynb": b"{}"})
    with pytest.raises(ExpectedError, match="longwave release 17-spread-and-backwash"):
        collect(course, "17-spread-and-backwash", download)
    shutil.rmtree(course.root / "exercises")
    with pytest.raises(ExpectedError, match="Release the lesson first"):
        collect(course, LESSON, download)
    course.roster.write_text("student_id\n")
    with pytest.raises(ExpectedError, match="lists no student yet"):
        collect(course, LESSON, download)
