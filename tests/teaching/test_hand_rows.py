"""Points by row on the student's page and in the gradebook's files."""

import csv
import re
import shutil

import pytest

from longwave.teaching.argued.codes import code_name
from longwave.teaching.argued.regrading import regrade
from longwave.teaching.argued.taking import marks_import
from longwave.teaching.folder.course import find_course
from longwave.teaching.returning.feedback import feedback
from longwave.teaching.returning.lms import gradebook_step
from longwave.teaching.returning.sheet import sheet_of
from tests.teaching.classroom import LESSON
from tests.teaching.read_course import TASK, in_formgrader, read_course


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    course = read_course(tmp_path_factory.mktemp("rows") / "course")
    code = code_name(course.secret(), TASK, "ann")
    table = course.root / "table.csv"
    lines = [f"{code},1,1,", f"{code},2,0.5,Which <b>trend</b>?", f"{code},3,0,", f"{code},4,1,", f"{code},all,,Good."]
    table.write_text("\n".join(["code,row,points,comment", *lines]))
    marks_import(course, LESSON, table, "eve")
    return course.root


@pytest.fixture
def course(made, tmp_path):
    return find_course(shutil.copytree(made, tmp_path / "course"))


def page_of(course, student="ann"):
    feedback(course, LESSON)
    return (course.feedback / student / LESSON / f"{LESSON}.html").read_text("utf-8")


def test_a_students_page_has_the_rows_with_words_points_and_comment(course):
    page = page_of(course)
    assert re.findall(r"<td><strong>([\d.]+)</strong></td>", page) == ["1", "0.5", "0", "1"]
    assert "names an observation, as a number" in page
    assert "Which &lt;b&gt;trend&lt;/b&gt;?" in page
    assert "Good." in page
    assert "2.5 of 4 points" in page
    assert "6.5 of 13 points." in page


def test_rows_that_formgrader_has_overtaken_are_not_shown_as_if_they_counted(course):
    in_formgrader(course, "ann", 4.0)
    page = page_of(course)
    assert "4 of 4 points" in page
    assert "Which" not in page
    assert "<td><strong>" not in page
    assert "names an observation, as a number" in page


def test_a_request_is_on_the_page_with_its_answer(course):
    regrade(course, LESSON, "ann", why="See my <last> line.")
    assert "See my &lt;last&gt; line. Nobody has answered yet." in page_of(course)
    regrade(course, LESSON, "ann", answer="Row 3 stays.")
    assert "See my &lt;last&gt; line. Row 3 stays." in page_of(course)
    assert "Row 3 stays." not in page_of(course, "bob")


def test_the_gradebooks_files_have_the_rows_as_columns(course):
    gradebook_step(course, [LESSON])
    rows = list(csv.reader((course.lms / f"rubric-{LESSON}.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][2] == "Student ID"
    assert rows[0][3].startswith(f"{TASK} 1 (of 1): says what the degree")
    assert {row[2]: row[3:] for row in rows[1:]}["ann"] == ["1", "0.5", "0", "1", "2.5"]
    assert {row[2]: row[3:] for row in rows[1:]}["bob"] == [""] * 5


def test_a_sheet_and_its_tasks_are_called_by_their_headings(course):
    sheet = sheet_of(course, LESSON)
    assert sheet.title == "Exercises 18: alike, or linked?"
    assert sheet.task(TASK) == "7. Argue: pay by the index, or wait for a test?"
    assert sheet.task("18-other") == "18-other"
    assert "<title>Exercises 18: alike, or linked? – feedback for ann</title>" in page_of(course)
    assert sheet_of(course, "no-such-lesson").title == "no-such-lesson"
