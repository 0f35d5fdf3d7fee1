"""The page on a course's rules: each number of its worked example is computed again from the example's own files."""

import csv
import io
import json
import re
from datetime import datetime

import pytest

from longwave.teaching.folder.course import read_course
from longwave.teaching.folder.founding import new_course
from longwave.teaching.folder.roster import read_roster
from longwave.teaching.returning.ledger import PEOPLE, TOTALS, WHY, lines_of, totals_table, why_table
from longwave.teaching.returning.scores import LessonScores, Score, ruled_scores
from tests.docs.test_docs import ROOT, blocks

PAGE = ROOT / "docs" / "how-to" / "set-rules.md"
TEXT = PAGE.read_text("utf-8")


def rows(text):
    return list(csv.reader(io.StringIO(text)))


def possible(course, slug):
    """Return what a sheet of the course is worth."""
    cells = json.loads((ROOT / "exercises" / slug / f"{slug}.ipynb").read_bytes())["cells"]
    marks = [cell["metadata"].get("nbgrader", {}) for cell in cells]
    return {mark["grade_id"]: float(mark["points"]) for mark in marks if mark.get("grade")}


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The example's course, its scores and its lines."""
    course = new_course(tmp_path_factory.mktemp("rules") / "course")
    (course.root / "course.toml").write_text(blocks(PAGE, "toml")[0], "utf-8")
    roster, extensions = blocks(PAGE, "text")[:2]
    course.roster.write_text(roster, "utf-8")
    (course.root / "extensions.csv").write_text(extensions, "utf-8")
    course = read_course(course.root)
    came = re.findall(r"^\| (\w+) \| (\w+) \| (2026[^|]+) \| (\d+) \|$", TEXT, re.M)
    scores = []
    for slug in sorted(course.deadlines):
        of_it = [entry for entry in came if course.lesson(entry[1]) == slug]
        students = {
            student: Score(
                {"all": float(earned)}, arrival=datetime.fromisoformat(moment).replace(tzinfo=course.rules.zone)
            )
            for student, _sheet, moment, earned in of_it
        }
        one = LessonScores(slug, possible(course, slug), students)
        one.students = ruled_scores(course, one)
        scores.append(one)
    moment = datetime(2026, 11, 30, tzinfo=course.rules.zone)
    return course, scores, lines_of(course, scores, read_roster(course), moment)


def test_the_example_has_what_it_says(example):
    course, scores, _lines = example
    assert sum(len(one.students) for one in scores) == 10  # nine came, and Bo's group's counts for him too
    assert course.rules.remarks == ()


def test_the_totals_of_the_page_are_those_of_the_rules(example):
    _course, scores, lines = example
    assert rows(blocks(PAGE, "text")[2]) == totals_table(scores, lines)


def test_the_reasons_of_the_page_are_those_of_the_rules(example):
    header, *found = why_table(*example)
    shown = rows(blocks(PAGE, "text")[3])
    assert shown[0] == header
    assert len(found) == 12
    assert len(shown) == 3
    assert [row for row in shown[1:] if row not in found] == []


def test_the_numbers_of_the_prose_are_those_of_the_tables(example):
    course, scores, lines = example
    header, *table = totals_table(scores, lines)
    prose = TEXT.partition("By hand, for Ann")[2]
    for row in table:
        total = dict(zip(header, row, strict=True))
        assert total["points"] in prose
        assert f"{total['possible']} points" in prose
        assert f"{total['percent']} %" in prose
    off = {row[9] for row in why_table(course, scores, lines)[1:] if row[9] not in ("", "0", "11")}
    assert off == {"2.2", "3.2"}
    assert all(points in prose for points in off)


def test_each_column_is_explained():
    explained = re.findall(r"^\| (`[^|]+`) \|", TEXT, re.M)
    names = {name for cell in explained for name in re.findall(r"`([a-z_]+)`", cell)}
    assert {*TOTALS, *WHY} - {*PEOPLE, "lesson"} <= names
