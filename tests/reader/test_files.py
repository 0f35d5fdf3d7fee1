"""A file of the package is written whole, or not at all, and never more open than asked."""

import os
import stat
import sys

import pytest

from longwave.reader.files import write_whole


def test_a_file_is_written_once_and_then_left_alone(tmp_path):
    path = tmp_path / "folder" / "a.txt"
    assert write_whole(path, b"one") is True
    before = path.stat().st_mtime_ns
    assert write_whole(path, b"one", durable=True) is False
    assert path.stat().st_mtime_ns == before
    assert write_whole(path, b"two", durable=True) is True
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")
def test_a_private_file_is_private_from_its_first_moment(tmp_path, monkeypatch):
    seen = []
    replace = os.replace

    def look(source, target):
        seen.append(stat.S_IMODE(os.stat(source).st_mode))
        replace(source, target)

    monkeypatch.setattr(os, "replace", look)
    write_whole(tmp_path / "secret.txt", b"1", mode=0o600)
    write_whole(tmp_path / "secret.txt", b"2")
    assert seen == [0o600, 0o600]


@pytest.mark.skipif(sys.platform == "win32", reason="links of Unix")
def test_a_link_in_the_place_is_replaced_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "theirs.txt").write_bytes(b"theirs")
    (tmp_path / "a.txt").symlink_to("theirs.txt")
    assert write_whole(tmp_path / "a.txt", b"theirs") is True
    assert not (tmp_path / "a.txt").is_symlink()
    write_whole(tmp_path / "a.txt", b"mine")
    assert (tmp_path / "theirs.txt").read_bytes() == b"theirs"


def test_a_write_that_is_stopped_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def stop(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"old"
