"""What a file is: its bytes decide, and each kind of damage has a sentence of its own."""

import json

import pytest

from longwave.teaching.intake.collect import collect
from longwave.teaching.intake.reading import UnreadableError, document_of
from longwave.teaching.intake.submission import read_submission
from tests.teaching.made_up_course import LESSON

NAME = f"{LESSON}.ipynb"
CONFLICT = b'{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> theirs\n]}'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        ('{"cells": []}'.encode("utf-16"), "UTF-16"),
        ('{"cells": []}'.encode("utf-16-le"), "UTF-16"),
        ('{"cells": ["\u2013 caf\u00e9"]}'.encode("cp1252"), "cp1252"),
        (CONFLICT, "Git has left two versions"),
        (CONFLICT.replace(b"\n", b"\r\n"), "Git has left two versions"),
        (b'{"cells": [', "cut off"),
        (b"[" * 100_000, "cut off"),
        (b'{"worksheets": []}', "present format"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_each_kind_of_damage_is_told_apart(content, says):
    with pytest.raises(UnreadableError, match=says):
        document_of(content)


@pytest.mark.parametrize(
    "name", ["ann.json", "ann.txt", "ann", f"ann/{LESSON}", "ann.ipynb.download", f"archerann_11_900_{NAME}.download"]
)
def test_a_notebook_is_known_by_its_bytes_whatever_it_is_called(course, handed_in, pack, name):
    report = collect(course, None, pack({name: handed_in()}))
    assert report.students("collected") == ["ann"]
    assert course.submission("ann", LESSON).read_bytes() == handed_in()


@pytest.mark.parametrize("content", [b'{"a": 1}', b"{broken", b"%PDF-1.7", b"", b"{" + b" " * 2000])
def test_what_only_begins_like_a_notebook_is_another_file(course, handed_in, pack, content):
    report = collect(course, None, pack({"ann/data.json": content, f"ann/{NAME}": handed_in()}))
    assert [note.name for note in report.notes if note.kind == "no notebook"] == ["ann/data.json"]
    assert report.students("collected") == ["ann"]


def test_what_cells_printed_is_left_out_where_it_is_too_large_and_all_else_stays(course, handed_in, pack):
    document = json.loads(handed_in("mine"))
    code = next(cell for cell in document["cells"] if cell["id"] == "18-weight-answer")
    code["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["x" * (21 << 20)]}]
    download = pack({"ann.ipynb": json.dumps(document).encode()})
    report = collect(course, LESSON, download)
    assert (report.students("collected"), report.students("trimmed")) == (["ann"], ["ann"])
    assert report.students("unreadable") == []
    place = course.submission("ann", LESSON)
    assert place.stat().st_size < 1 << 20
    cells = read_submission(place).cells
    assert cells.find("18-weight-answer")["source"] == "weight = 0.25  # mine"
    assert collect(course, LESSON, download).students("unchanged") == ["ann"]


@pytest.mark.parametrize("language", ["python", "ipython", "Python", "IPython"])
def test_every_word_for_python_is_collected_and_read(course, handed_in, pack, language):
    collect(course, LESSON, pack({"ann.ipynb": handed_in(kernelspec={"name": "python3", "language": language})}))
    assert read_submission(course.submission("ann", LESSON)).cells.all


def test_a_notebook_without_names_and_ids_is_known_by_its_texts(course, handed_in, pack):
    document = json.loads(handed_in())
    for cell in document["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    document["metadata"] = {}
    report = collect(course, None, pack({"ann.ipynb": json.dumps(document).encode()}))
    assert report.students("collected") == ["ann"]


@pytest.mark.parametrize(
    ("folder", "owner", "says"),
    [
        ("Group 1-Ann Archer_501_assignsubmission_file_", "ann", ""),
        ("Archer Ann_501_assignsubmission_file_", "ann", ""),
        ("Participant_501_assignsubmission_file_", "", "reveal the students' identities"),
        ("Team A_45_assignsubmission_file", "", "each member's id"),
        ("Default group_assignsubmission_file", "", "each member's id"),
    ],
)
def test_moodles_downloads_of_groups_teams_and_hidden_names_say_what_to_do(
    course, handed_in, pack, folder, owner, says
):
    report = collect(course, LESSON, pack({f"{folder}/{NAME}": handed_in()}))
    assert report.students("collected") == ([owner] if owner else [])
    assert says in "\n".join(report.lines())
