import pytest

from tools.files import find_notebooks, write_atomically


def test_a_file_that_would_not_change_is_not_touched(tmp_path):
    path = tmp_path / "folder" / "a.txt"
    assert write_atomically(path, b"one") is True
    before = path.stat().st_mtime_ns
    assert write_atomically(path, b"one") is False
    assert path.stat().st_mtime_ns == before
    assert write_atomically(path, b"two") is True
    assert path.read_bytes() == b"two"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def refuse(*_arguments):
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(OSError, match="no space left"):
        write_atomically(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"old"


def test_notebooks_are_found_in_order_without_an_editors_copies(tmp_path):
    for name in ("b.ipynb", "a/c.ipynb", ".ipynb_checkpoints/b.ipynb", "a/notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert find_notebooks([tmp_path]) == [tmp_path / "a" / "c.ipynb", tmp_path / "b.ipynb"]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere does not exist"):
        find_notebooks([tmp_path / "nowhere"])
