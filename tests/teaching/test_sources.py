"""Downloads that are made to do harm, or are only broken: each is read with care, or refused in words."""

import contextlib
import os
import stat
import struct
import sys
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from longwave.reader.errors import ExpectedError
from longwave.teaching.intake import sources
from longwave.teaching.intake.sources import DAMAGED, open_source


@pytest.fixture
def archive(tmp_path):
    """Return a function that writes entries of any kind into a zip."""

    def make(*entries):
        path = tmp_path / "x.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
            for entry, content in entries:
                bundle.writestr(entry, content)
        return path

    return make


def files_in(source):
    with open_source(source) as files:
        return {file.name: (file.problem, file.can_be_kept) for file in files}


def entry_of(name, kind=stat.S_IFREG):
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, (kind | 0o644) << 16
    return entry


def test_a_folder_and_a_zip_of_it_hold_the_same(tmp_path, archive):
    folder = tmp_path / "folder"
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "b" / "c" / "x.ipynb").write_bytes(b"one")
    (folder / "a.txt").write_bytes(b"two")
    packed = archive(("b/", b""), ("b/c/x.ipynb", b"one"), ("a.txt", b"two"))
    for source in (folder, packed):
        with open_source(source) as files:
            assert [(file.name, file.read(), file.problem) for file in files] == [
                ("a.txt", b"two", ""),
                ("b/c/x.ipynb", b"one", ""),
            ]


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "C:/x", "C:\\x", "..\\x", "//server/x"])
def test_a_name_that_leads_out_is_not_used_but_kept(archive, name):
    ((_name, (problem, can_be_kept)),) = files_in(archive((entry_of(name), b"harm"))).items()
    assert "leads out" in problem
    assert can_be_kept


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_in_a_zip_are_no_files(archive, kind):
    found = files_in(archive((entry_of("x.ipynb", kind), b"/etc/passwd")))
    assert found["x.ipynb"] == ("a link, or not a plain file; it is not followed", False)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_links_and_pipes_in_a_folder_are_no_files(tmp_path):
    outside = tmp_path / "secret"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.ipynb").symlink_to(outside / "secret.txt")
    (folder / "linked").symlink_to(outside)
    (folder / "gone.ipynb").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.ipynb")
    found = files_in(folder)
    assert found.keys() == {"link.ipynb", "linked", "gone.ipynb", "pipe.ipynb"}
    assert not any(can_be_kept for _problem, can_be_kept in found.values())


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
@pytest.mark.parametrize("swap", ["link", "pipe"])
def test_a_link_that_takes_a_files_place_after_the_look_is_not_followed(tmp_path, swap):
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "x.ipynb"
    path.write_text("mine")
    with open_source(folder) as files:
        path.unlink()
        if swap == "link":
            (tmp_path / "secret.txt").write_text("secret")
            path.symlink_to(tmp_path / "secret.txt")
        else:
            os.mkfifo(path)
        with pytest.raises(OSError, match="x.ipynb"):
            files[0].read()


def test_a_bomb_of_one_file_is_named_and_not_unpacked(archive, monkeypatch):
    monkeypatch.setattr(sources, "LARGEST_FILE", 1000)
    found = files_in(archive(("bomb.ipynb", b"0" * 1001), ("small.ipynb", b"0" * 1000)))
    assert "larger than" in found["bomb.ipynb"][0]
    assert not found["bomb.ipynb"][1]
    assert found["small.ipynb"] == ("", True)


def test_a_bomb_of_many_files_is_refused(archive, monkeypatch):
    packed = archive(*((f"{number}.ipynb", b"0" * 1000) for number in range(20)))
    monkeypatch.setattr(sources, "MOST_BYTES", 19_999)
    with pytest.raises(ExpectedError, match="larger than a class can be"):
        files_in(packed)
    monkeypatch.undo()
    monkeypatch.setattr(sources, "MOST_FILES", 19)
    with pytest.raises(ExpectedError, match="larger than a class can be"):
        files_in(packed)


def test_an_entry_that_lies_about_its_size_gives_no_more_than_it_said(archive):
    path = archive(("x.ipynb", b"0" * 50_000))
    content = path.read_bytes().replace(struct.pack("<I", 50_000), struct.pack("<I", 100))
    path.write_bytes(content)
    with open_source(path) as files:
        assert files[0].size == 100
        with contextlib.suppress(*sources.DAMAGED):
            assert len(files[0].read()) <= 100


def test_damaged_bytes_show_when_they_are_read_and_leave_no_half_copy(archive, tmp_path):
    path = archive(("x.ipynb", os.urandom(2000)))
    content = bytearray(path.read_bytes())
    content[600:700] = b"\0" * 100
    path.write_bytes(content)
    with open_source(path) as files, pytest.raises(sources.DAMAGED):
        files[0].save(tmp_path / "kept" / "x.ipynb")
    assert list((tmp_path / "kept").iterdir()) == []


def test_damaged_bytes_of_the_slow_method_are_named_like_any_other(tmp_path):
    file = tmp_path / "class.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as made:
        made.writestr("ann/a.ipynb", os.urandom(2_000))
    content = bytearray(file.read_bytes())
    content[60:400] = bytes(340)
    file.write_bytes(content)
    with open_source(file) as (found,), pytest.raises(DAMAGED):
        found.read()


def test_a_locked_entry_is_named(archive):
    path = archive(("x.ipynb", b"secret"))
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "locked with a password" in files_in(path)["x.ipynb"][0]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip at all", b"\0" * 100])
def test_what_is_no_whole_zip_is_refused_in_words(tmp_path, content):
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(ExpectedError, match="not a complete zip"):
        files_in(path)


def test_a_zip_that_was_cut_off_is_refused_in_words(archive):
    path = archive(("x.ipynb", os.urandom(2000)))
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(ExpectedError, match="Download it again"):
        files_in(path)


def test_a_download_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ExpectedError, match="nowhere is not there"):
        files_in(tmp_path / "nowhere")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_byte_is_wrong_it_is_an_error_in_words_or_of_one_file(archive, tmp_path, data):
    content = bytearray(archive(("ann/x.ipynb", b"one " * 50), (entry_of("bob/y.ipynb"), os.urandom(50))).read_bytes())
    for _number in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    broken = tmp_path / "broken.zip"
    broken.write_bytes(content)
    with contextlib.suppress(ExpectedError), open_source(broken) as files:
        for file in files:
            with contextlib.suppress(*sources.DAMAGED):
                assert len(file.read()) <= file.size


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_names_are_read_whatever_wrote_the_zip(archive, encoding):
    stand_in = "x" * len("王小明".encode(encoding)) + ".ipynb"
    path = archive((stand_in, b"{}"))
    path.write_bytes(path.read_bytes().replace(b"x" * (len(stand_in) - 6), "王小明".encode(encoding)))
    assert files_in(path).keys() == {"王小明.ipynb"}


def test_two_entries_of_one_name_are_two_files(archive, recwarn):
    with open_source(archive(("x.ipynb", b"one"), ("x.ipynb", b"two"), ("X.ipynb", b"three"))) as files:
        assert sorted(file.read() for file in files) == [b"one", b"three", b"two"]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist on Linux only")
def test_a_name_that_is_no_text_or_cannot_be_seen_is_written_out(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    with open(os.fsencode(folder) + b"/\xff\x1b[31m.ipynb", "wb") as stream:
        stream.write(b"one")
    with open_source(folder) as files:
        assert files[0].name == "\\udcff\\x1b[31m.ipynb"
        assert files[0].read() == b"one"


def test_the_time_of_a_file_is_in_utc(archive):
    plain, exact = zipfile.ZipInfo("a", (2026, 12, 1, 8, 0, 0)), zipfile.ZipInfo("b", (2026, 12, 1, 8, 0, 0))
    moment = datetime(2026, 12, 1, 3, 4, 5, tzinfo=UTC)
    exact.extra = struct.pack("<HHBi", 0x5455, 5, 1, int(moment.timestamp()))
    broken = zipfile.ZipInfo("c")
    broken.date_time = (1980, 0, 0, 0, 0, 0)
    broken.extra = struct.pack("<HHB", 0x5455, 1, 1)
    with open_source(archive((plain, b""), (exact, b""), (broken, b""))) as files:
        assert files[0].moment == datetime(2026, 12, 1, 8).astimezone(UTC)
        assert files[1].moment == moment
        assert files[2].moment.year == 1980
