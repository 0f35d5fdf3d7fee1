"""Feedback: where a page lies in the zip, and what is left open."""

import dataclasses
import zipfile
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from longwave.teaching.folder.rules import Allowance, Policy, Rules
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.results import ArguedResult, Result
from longwave.teaching.intake.receipts import Receipt, write_receipt
from longwave.teaching.returning.feedback import feedback, student_page
from longwave.teaching.returning.marks import Mark, Marks
from tests.teaching.classroom import HONEST, LESSON, bytes_of
from tests.teaching.made_course import made_course
from tests.teaching.made_up_course import DEADLINE


def test_a_page_from_moodle_lies_where_moodle_looks_for_it(tmp_path, kind):
    course = made_course(tmp_path / "course", {name: bytes_of(HONEST[name][0]()) for name in ("right", "blank")})
    text = course.roster.read_text("utf-8").replace("right,right,", "right,Ann_Lee,O/Brien")
    course.roster.write_text(text, "utf-8")
    write_receipt(
        course, LESSON, "right", Receipt("0", "download.zip", "moodle", 0, "2026-11-27T10:00:00+00:00", "471")
    )
    grade(course, LESSON, kind, workers=1)
    report = feedback(course, LESSON)
    assert report.waiting == ["right"]
    assert sorted(report.pages) == ["blank", "right"]
    with zipfile.ZipFile(report.archive) as archive:
        first, second = sorted(archive.namelist())
        assert first == f"Ann Lee O Brien_471_assignsubmission_file_/{LESSON}.html"
        assert second == f"blank/{LESSON}.html"
        # as Moodle takes a folder's name apart
        assert first.split("/")[0].split("_", 4)[1:4] == ["471", "assignsubmission", "file"]
        page = archive.read(second)
    assert (course.feedback / "blank" / LESSON / f"{LESSON}.html").read_bytes() == page
    before = report.archive.read_bytes()
    assert feedback(course, LESSON).archive.read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"cells": 3}', b"\xff\xfe", b'{"nbformat": 4, "cells": [{"x": 1}]}'])
def test_one_damaged_notebook_costs_one_page_its_answers_and_nothing_else(tmp_path, kind, damage):
    course = made_course(tmp_path / "course", {name: bytes_of(HONEST[name][0]()) for name in ("right", "blank")})
    grade(course, LESSON, kind, workers=1)
    (course.autograded / "blank" / LESSON / f"{LESSON}.ipynb").write_bytes(damage)
    report = feedback(course, LESSON)
    assert sorted(report.pages) == ["blank", "right"]
    assert report.bare == ["blank"]
    assert any("blank" in line and "damaged" in line for line in report.lines())


def test_a_rubric_is_shown_as_the_exercise_shows_it(tmp_path, kind):
    course = made_course(tmp_path / "course", {"right": bytes_of(HONEST["right"][0]())})
    grade(course, LESSON, kind)
    copy = course.autograded / "right" / LESSON / f"{LESSON}.ipynb"
    copy.write_text(copy.read_text("utf-8").replace("| 1 | ", "| 1 | says *whose* `x` <b>it is</b>, ", 1), "utf-8")
    task = "18-argued-index"
    page = student_page(course, Result("right", LESSON, "graded"), Marks({task: Mark(None, 4.0)}), "").decode()
    assert "says <em>whose</em> <code" in page
    assert "&lt;b&gt;it is" in page
    assert "<b>it is" not in page


@pytest.mark.parametrize(
    ("answered", "points", "says"),
    [
        (False, 0.0, "Not answered."),
        (False, 2.0, "Graded by hand."),
        (True, 0.0, "Graded by hand."),
        (True, None, "To be graded by hand."),
    ],
)
def test_an_argued_task_that_nobody_wrote_is_not_said_to_be_graded_by_hand(course, answered, points, says):
    task = "18-argued-index"
    result = Result("ann", LESSON, "graded", argued=(ArguedResult(task, 4.0, answered),))
    page = student_page(course, result, Marks({task: Mark(points, 4.0)}), "").decode()
    assert f"<strong>{says}</strong>" in page


@pytest.mark.parametrize(
    ("seconds", "says"),
    [
        (1.0, "Handed in after the deadline."),
        (7200.0, "Handed in 2.0 hours after the deadline."),
        (6_632_640.0, "Handed in 76.8 days after the deadline."),
    ],
)
def test_a_page_says_how_late_it_is_only_if_that_is_known(course, seconds, says):
    page = student_page(course, Result("ann", LESSON, "graded", late_seconds=seconds), Marks({}), "").decode()
    assert says in page


def ruled(course, late=timedelta(), student="ann", **rules):
    """Return a page of 10 of 13 points, that late, under these rules."""
    course = dataclasses.replace(course, rules=Rules(zone=ZoneInfo("Asia/Shanghai"), **rules))
    result = Result(student, LESSON, "graded", (DEADLINE + late).isoformat())
    marks = Marks({"18-weight": Mark(10.0, 9.0), "18-argued-index": Mark(0.0, 4.0)})
    return student_page(course, result, marks, "").decode()


def test_a_page_says_what_was_taken_off_why_and_how_it_is_computed(course):
    policies = {"": Policy(timedelta(minutes=15), 10, 50)}
    page = ruled(course, timedelta(hours=30), policies=policies)
    assert "8 of 13 points. 2 points were taken off for lateness." in page
    assert "Handed in 30.0 hours after the deadline: 2 days begun, 10 % a day, so 20 % are taken off." in page
    assert "20 % of the 10 points earned is 2." in page
    page = ruled(course, timedelta(minutes=9), policies=policies)
    assert "within the 15 minutes of grace: nothing is taken off." in page
    assert "10 of 13 points." in page


def test_a_page_says_that_a_deadline_was_extended_and_that_one_is_excused(course):
    allowances = {("ann", LESSON): Allowance(days=2)}
    page = ruled(course, timedelta(hours=30), policies={"": Policy(percent_per_day=10)}, allowances=allowances)
    assert "The deadline was extended to 2026-12-03 15:59 (UTC)." in page
    assert "10 of 13 points." in page
    assert "taken off" not in page
    page = ruled(course, allowances={("ann", ""): Allowance(excused=True)})
    assert "You are excused from this sheet: it leaves your total." in page


def test_while_a_task_waits_a_page_says_the_share_and_not_yet_the_points(course):
    course = dataclasses.replace(course, rules=Rules(policies={"": Policy(percent_per_day=10)}))
    result = Result("ann", LESSON, "graded", (DEADLINE + timedelta(hours=1)).isoformat())
    marks = Marks({"18-weight": Mark(9.0, 9.0), "18-argued-index": Mark(None, 4.0)})
    page = student_page(course, result, marks, "").decode()
    assert "9 of 13 points so far" in page
    assert "so 10 % are taken off. It is taken off when all is graded." in page
