"""The page on grading by hand: how many answers forty students write, and the hours that they take by its own rate."""

import json
import re
from math import ceil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "grade-by-hand.md").read_text("utf-8")
STUDENTS, GROUP, MINUTES = 40, 3, 2  # a group of the capstone; minutes for a hundred words


def words_asked(lesson):
    """Return how many words the argued task of a sheet may have."""
    (path,) = (ROOT / "exercises").glob(f"{lesson}-*/*.ipynb")
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if re.fullmatch(rf"{lesson}-argued-\S+-prompt", cell["metadata"].get("nbgrader", {}).get("grade_id", "")):
            return int(re.search(r"(\d+) words", "".join(cell["source"]))[1])
    raise AssertionError(lesson)


def numbered(first, last):
    return [f"{number:02}" for number in range(first, last + 1)]


def work(lessons):
    """Return how many answers these are, and their hours; essays of 150 words count as the others do."""
    counts = {one: ceil(STUDENTS / GROUP) if one == "32" else STUDENTS for one in lessons}
    minutes = sum(count * max(words_asked(one), 200) / 100 * MINUTES for one, count in counts.items())
    return sum(counts.values()), round(minutes / 60)


@pytest.mark.parametrize(
    ("row", "lessons"),
    [
        ("Part I: all eleven essays and the memo", [*numbered(0, 10), "p1"]),
        ("Part II: all nine essays and the memo", ["00", *numbered(11, 18), "p2"]),
        ("three essays and the memo: 02, 05 and 10, or 12, 14 and 15", ["02", "05", "10", "p1"]),
        ("three essays and the memo: 02, 05 and 10, or 12, 14 and 15", ["12", "14", "15", "p2"]),
        ("Part III: all seven essays", ["00", *numbered(19, 24)]),
        ("three essays: 20, 21 and 23", ["20", "21", "23"]),
        ("Part IV: all eight essays, and the brief of each group", ["00", *numbered(25, 32)]),
        ("three essays and the brief: 27, 29 and 31", ["27", "29", "31", "32"]),
        ("the memo, or the last essay of Part III", ["p1"]),
        ("the memo of the midterm or of the final, of 200 words", ["p3"]),
        ("the memo of the midterm or of the final, of 200 words", ["p4"]),
    ],
)
def test_a_row_says_what_the_sheets_ask(row, lessons):
    found = re.search(rf"^\| {re.escape(row)} \| (\d+) \| (\d+) \|$", PAGE, re.M)
    assert found, row
    assert (int(found[1]), int(found[2])) == work(lessons)
