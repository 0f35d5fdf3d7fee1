"""Pictures beside a notebook: student and instructor are told that they do not come along."""

import json
import time

import pytest

from longwave.teaching.intake.outside import LONGEST_READ, pictures_outside
from longwave.teaching.intake.submission import read_submission
from longwave.teaching.receipt.receipt import receipt_of
from tests.teaching.classroom import LESSON, RIGHT, cell_of, written
from tests.teaching.test_argued_elsewhere import COPY

NOTE = (
    "The answer 18-argued-index-answer leads to pictures that are not inside the notebook, so they do not come along: "
    "“chart.png”. A picture has to be dragged or pasted into the cell."
)


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("![x](chart.png)", ["chart.png"]),
        ("![x]( <chart.png> 'title') ![x](chart.png)", ["chart.png"]),
        ("![](../my%20chart.png)<IMG alt=a SRC = chart.gif>", ["../my chart.png", "chart.gif"]),
        ("![x](https://example.org/a.png)", ["https://example.org/a.png"]),
        ("![x](attachment:a.png) ![x](data:image/png;base64,AA==) [x](chart.png) src=chart.png", []),
    ],
)
def test_what_is_inside_the_cell_or_only_linked_is_no_picture_outside(text, outside):
    assert pictures_outside(text) == outside


def test_the_receipt_and_the_graders_notes_say_it(tmp_path):
    notebook, path = written(RIGHT, "As ![my chart](chart.png) shows."), tmp_path / f"{LESSON}.ipynb"
    cell_of(notebook, "18-rest-prompt").source += "![not an answer](other.png)"
    path.write_text(json.dumps(notebook))
    assert read_submission(path, COPY.cells).notes == [NOTE]
    assert NOTE in receipt_of(path).lines()


def test_a_name_of_a_picture_is_a_students_word(tmp_path):
    notebook, path = written(RIGHT, "![x](a”\u202e.ann:9of9points" + "y" * 200 + ")"), tmp_path / "x.ipynb"
    path.write_text(json.dumps(notebook))
    (note,) = read_submission(path, COPY.cells).notes
    assert note.count("”") == 1
    assert "\u202e" not in note
    assert len(note) < 300


@pytest.mark.parametrize("part", ["![", "![a](", "<img ", "<img src", "![" + "a" * 299])
def test_a_text_made_to_be_slow_is_read_in_a_moment(part):
    start = time.process_time()
    pictures_outside(part * (2 * LONGEST_READ // len(part)))
    assert time.process_time() - start < 2
