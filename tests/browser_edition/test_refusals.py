"""Only files with the official hash are taken, whatever place they come from; what is missing is said in a sentence."""

import base64
import hashlib
import sys

import pytest

from tools.browser_edition import distribution, environment
from tools.browser_edition.__main__ import main
from tools.browser_edition.distribution import take
from tools.browser_edition.errors import EditionError
from tools.browser_edition.runtime import fetch_runtime, refuse_other
from tools.browser_edition.serve import serving

from .making import make_wheel, official_lock


@pytest.fixture
def numpy(tmp_path):
    return make_wheel(tmp_path / "place" / "deep", "numpy")


def test_files_of_a_folder_are_taken_and_kept(numpy, tmp_path):
    lock, place = official_lock(numpy), str(tmp_path / "place")
    assert take(lock, ["numpy"], place, tmp_path / "kept", sys.executable)[0].read_bytes() == numpy.read_bytes()
    numpy.unlink()
    assert take(lock, ["numpy"], place, tmp_path / "kept", sys.executable)[0].is_file()


def test_files_of_an_address_are_taken(numpy, tmp_path):
    lock = official_lock(numpy)
    with serving(numpy.parent) as address:
        found = take(lock, ["numpy"], f"{address}/", tmp_path / "kept", sys.executable)
        assert found[0].read_bytes() == numpy.read_bytes()
        numpy.unlink()
        with pytest.raises(EditionError, match=r"has no numpy-1\.0-py3-none-any\.whl\. Name another place"):
            take(lock, ["numpy"], address, tmp_path / "other", sys.executable)


def test_files_inside_a_package_are_taken(numpy, tmp_path, monkeypatch):
    def fetch(_python, *words):
        folder = words[words.index("--dest") + 1]
        carrier = {"carrier/assets/" + numpy.name: numpy.read_bytes()}
        make_wheel(distribution.Path(folder), "carrier", files=carrier)

    monkeypatch.setattr(distribution, "pip", fetch)
    found = take(official_lock(numpy), ["numpy"], "carrier==1.0", tmp_path / "kept", sys.executable)
    assert found[0].read_bytes() == numpy.read_bytes()


def test_a_file_with_another_hash_is_refused_and_not_kept(numpy, tmp_path):
    lock = official_lock(numpy)
    numpy.write_bytes(numpy.read_bytes() + b" ")
    with pytest.raises(EditionError, match="is not the file of Pyodide's official lock, so it is not used"):
        take(lock, ["numpy"], str(tmp_path / "place"), tmp_path / "kept", sys.executable)
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_kept_file_that_was_changed_is_fetched_again(numpy, tmp_path):
    lock, kept = official_lock(numpy), tmp_path / "kept"
    kept.mkdir()
    (kept / numpy.name).write_bytes(b"changed")
    take(lock, ["numpy"], str(tmp_path / "place"), kept, sys.executable)
    assert (kept / numpy.name).read_bytes() == numpy.read_bytes()


def test_a_runtime_that_is_not_the_known_one_is_deleted(tmp_path):
    archive = tmp_path / "pyodide.tgz"
    archive.write_bytes(b"known")
    known = "sha512-" + base64.b64encode(hashlib.sha512(b"known").digest()).decode()
    refuse_other(archive, known)
    archive.write_bytes(b"other")
    with pytest.raises(EditionError, match="it was deleted and is not used"):
        refuse_other(archive, known)
    assert not archive.exists()


def test_without_npm_the_sentence_says_where_it_comes_from(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EditionError, match=r"npm is not installed\. It comes with Node\.js"):
        fetch_runtime(tmp_path / "npm")


def test_an_address_that_does_not_answer_is_named(tmp_path, numpy):
    with serving(tmp_path) as address:
        pass
    with pytest.raises(EditionError, match=r"cannot be reached: .*Connect and run the command again"):
        take(official_lock(numpy), ["numpy"], address, tmp_path / "kept", sys.executable)


def test_a_folder_that_does_not_exist_is_not_asked_of_an_index(numpy, tmp_path, monkeypatch):
    monkeypatch.setattr(distribution, "pip", lambda *_words: pytest.fail("an index was asked"))
    with pytest.raises(EditionError, match=r"is no folder\. --wasm-from takes a folder, an address or a package"):
        take(official_lock(numpy), ["numpy"], str(tmp_path / "none"), tmp_path / "kept", sys.executable)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "is not the one of the lock"),
        ("NewConnectionError: Name or service not known", "cannot be reached"),
        ("ERROR: something new", "pip stopped: ERROR: something new"),
    ],
)
def test_what_stops_pip_becomes_a_sentence(said, sentence, monkeypatch):
    monkeypatch.setattr(environment, "run", lambda *_words: said)
    with pytest.raises(EditionError, match=sentence):
        environment.pip(sys.executable, "install", "x")


def test_the_command_leaves_a_folder_of_somebody_elses_alone_before_it_fetches_anything(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("tools.browser_edition.__main__.make_edition", lambda _place: pytest.fail("fetched"))
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    assert main([str(tmp_path)]) == 1
    assert "has other files in it" in capsys.readouterr().err
