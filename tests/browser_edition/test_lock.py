"""The one lock that lists all packages of the kernel inside the page."""

import json
import zipfile

import pytest

from tools.browser_edition import pins
from tools.browser_edition.errors import EditionError
from tools.browser_edition.lock import merged_lock, sha256
from tools.browser_edition.wheels import split_lock, without_compiled, without_outputs
from tools.lock import READER_LOCK

from .making import make_wheel, official_lock


def versions(text):
    return dict(line.partition(";")[0].strip().split("==") for line in pins.pins(text))


def test_a_wheel_is_listed_with_its_hash_its_names_and_what_it_needs_in_a_page(tmp_path):
    needs = ("numpy>=2", "pywin32; sys_platform == 'win32'", "pytest; extra == 'test'")
    wheel = make_wheel(tmp_path, "course", needs, {"course_cli.py": b""})
    official = official_lock(make_wheel(tmp_path, "numpy"))
    entry = merged_lock(official, ["numpy"], [wheel])["packages"]["course"]
    assert entry["sha256"] == sha256(wheel)
    assert entry["imports"] == ["course", "course_cli"]
    assert entry["depends"] == ["numpy"]


def test_a_wheel_takes_the_place_of_the_official_package(tmp_path):
    old = make_wheel(tmp_path / "old", "six", files={"six/old.py": b"1"})
    new = make_wheel(tmp_path / "new", "six")
    assert merged_lock(official_lock(old), ["six"], [new])["packages"]["six"]["sha256"] == sha256(new)


def test_a_package_that_is_nowhere_is_named_unless_it_is_left_out_on_purpose(tmp_path):
    wheel = make_wheel(tmp_path, "course", ("typer",))
    with pytest.raises(EditionError, match="course needs typer, which the browser edition does not carry"):
        merged_lock(official_lock(), [], [wheel])
    assert merged_lock(official_lock(), [], [wheel], ["typer"])["packages"]["course"]["depends"] == []


def test_the_kernel_has_the_versions_of_the_readers_lock_but_for_the_stand_ins():
    kernel, readers = (versions(lock.read_text("utf-8")) for lock in (pins.KERNEL_LOCK, READER_LOCK))
    differ = {name for name, version in kernel.items() if readers.get(name, version) != version}
    assert len(kernel) > 25
    assert differ <= set(pins.STAND_INS)
    assert pins.FROM_PYODIDE.keys() & kernel.keys() == set()


@pytest.mark.parametrize("lock", [pins.KERNEL_LOCK, pins.BUILD_LOCK], ids=lambda lock: lock.name)
def test_each_pin_has_hashes_and_no_lock_names_an_index(lock):
    text = lock.read_text("utf-8")
    entries, none = split_lock(text, {})
    assert none == ""
    pinned = entries.replace("\n    ", " ").splitlines()
    assert len(pinned) == len(pins.pins(text))
    assert all("--hash=sha256:" in entry for entry in pinned)
    assert "://" not in text


def test_an_optional_compiled_part_is_left_out_and_the_wheel_runs_anywhere(tmp_path):
    wheel = make_wheel(tmp_path, "mark", files={"mark/_fast.cpython-312.so": b"x", "mark/_slow.py": b""})
    pure = without_compiled(wheel, tmp_path / "pure", "_fast")
    with zipfile.ZipFile(pure) as package:
        names = package.namelist()
        tags = package.read("mark-1.0.dist-info/WHEEL").decode()
        record = package.read("mark-1.0.dist-info/RECORD").decode()
    assert "mark/_slow.py" in names
    assert not any("_fast" in name for name in (*names, *record.splitlines()))
    assert "Tag: py3-none-any" in tags
    assert "linux" not in tags


def test_the_same_files_make_the_same_wheel(tmp_path):
    first, second = make_wheel(tmp_path / "a", "same"), make_wheel(tmp_path / "b", "same")
    assert first.read_bytes() == second.read_bytes()


def test_a_lesson_in_the_wheel_has_no_outputs():
    cells = [{"cell_type": "code", "source": "1", "outputs": [{"data": {}}]}, {"cell_type": "markdown", "source": "a"}]
    kept = json.loads(without_outputs(json.dumps({"cells": cells}).encode()))
    assert kept["cells"][0] == {"cell_type": "code", "source": "1", "outputs": []}
    assert kept["cells"][1] == cells[1]
