"""What counts as an edit."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.reader.fingerprint import fingerprint, is_unreadable

NAME = "lesson.ipynb"


def test_running_a_notebook_is_no_edit(notebook):
    output = {"output_type": "stream", "name": "stdout", "text": "2"}
    ran = json.loads(notebook("1 + 1", outputs=(output,)))
    ran["cells"][0]["execution_count"] = 7
    ran["cells"][0]["metadata"] = {"scrolled": True}
    ran["metadata"]["language_info"]["version"] = "3.13.0"
    assert fingerprint(json.dumps(ran, indent=3).encode(), NAME) == fingerprint(notebook("1 + 1"), NAME)


def test_a_source_in_lines_equals_the_same_source_in_one_piece(notebook):
    in_lines = json.loads(notebook("a = 1\nb = 2"))
    in_lines["cells"][0]["source"] = ["a = 1\n", "b = 2"]
    assert fingerprint(json.dumps(in_lines).encode(), NAME) == fingerprint(notebook("a = 1\nb = 2"), NAME)


def test_the_empty_cell_that_jupyterlab_adds_at_the_end_is_no_edit(notebook):
    assert fingerprint(notebook("1 + 1", "", " \n"), NAME) == fingerprint(notebook("1 + 1"), NAME)


def test_an_empty_cell_in_the_middle_is_an_edit(notebook):
    with_gap, without = notebook("1 + 1", "", "2"), notebook("1 + 1", "2")
    assert fingerprint(with_gap, NAME) != fingerprint(without, NAME)


@pytest.mark.parametrize(("key", "value"), [("source", "1 + 2"), ("id", "other"), ("cell_type", "raw")])
def test_source_id_and_type_of_a_cell_count(notebook, key, value):
    edited = json.loads(notebook("1 + 1"))
    edited["cells"][0][key] = value
    assert fingerprint(json.dumps(edited).encode(), NAME) != fingerprint(notebook("1 + 1"), NAME)


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"[]", b"7", b'{"cells": 3}', b'{"cells": [{}]}', b'{"cells": [7]}', b"\xff\xfe", b"[" * 99_999],
)
def test_a_notebook_that_cannot_be_read_has_a_fingerprint_of_its_own(broken, notebook):
    mark = fingerprint(broken, NAME)
    assert is_unreadable(mark)
    assert mark != fingerprint(notebook("1 + 1"), NAME)
    assert not is_unreadable(fingerprint(notebook("1 + 1"), NAME))


@settings(deadline=None, derandomize=True)
@given(st.binary(), st.binary())
def test_any_other_file_counts_whole(one, other):
    assert (fingerprint(one, "map.png") == fingerprint(other, "map.png")) == (one == other)
