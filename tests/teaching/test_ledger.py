"""The gradebook under the course's rules: late, extended, excused, missing, in groups, in sections, lowest dropped."""

import csv
import dataclasses
import io
import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import read_course
from longwave.teaching.folder.gradebook import enrol, open_gradebook
from longwave.teaching.folder.roster import read_roster
from longwave.teaching.folder.rules import Allowance, Policy, Rules
from longwave.teaching.grading.results import Result, write_result
from longwave.teaching.returning.feedback import feedback
from longwave.teaching.returning.ledger import lines_of, totals_table
from longwave.teaching.returning.lms import canvas_csv, gradebook_step, moodle_csv
from longwave.teaching.returning.scores import LessonScores, Score
from tests.teaching.made_up_course import DEADLINE, LESSON

ROSTER = """\
student_id,first_name,last_name,email,lms_id,section,group
ann,Ann,Archer,ann@example.org,11,A,red
bob,Bob,O'Brien,bob@example.org,12,A and B,red
s_3,小明,王,ming@example.org,13,B,
"""
HOUR = timedelta(hours=1)


@pytest.fixture
def graded(course, monkeypatch):
    """A course in which Ann, 30 hours late, earned 10 of 13 points, and Bob 4; Ming handed in nothing. It is over."""
    monkeypatch.setattr("longwave.teaching.folder.clock.now", lambda: DEADLINE + 100 * HOUR)
    course.roster.write_text(ROSTER, "utf-8")
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
        for student, points, late in (("ann", 10.0, 30 * HOUR), ("bob", 4.0, -HOUR)):
            stamp = (DEADLINE + late).replace(tzinfo=None)
            gradebook.update_or_create_submission(LESSON, student, timestamp=stamp)
            grades = gradebook.find_submission_notebook(LESSON, LESSON, student).grades
            for grade in grades:
                grade.auto_score, grade.needs_manual_grade = 0.0, False
            grades[0].auto_score = points
            place = course.submission(student, LESSON).with_name("timestamp.txt")
            place.parent.mkdir(parents=True)
            place.write_text(f"{stamp} UTC")
        gradebook.db.commit()
    return course


def under(course, **rules):
    return dataclasses.replace(course, rules=Rules(**rules))


def rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def written(course, name):
    return list(csv.DictReader(io.StringIO((course.lms / f"{name}.csv").read_text("utf-8-sig"), newline="")))


LATE = {"": Policy(percent_per_day=10)}


def test_what_lateness_takes_off_is_in_every_file_with_its_reason(graded):
    course = under(graded, policies=LATE, zone=ZoneInfo("Asia/Shanghai"))
    gradebook_step(course, [LESSON])
    assert [row[-1] for row in rows(canvas_csv(course, [LESSON]))[2:]] == ["8", "4", "0"]
    assert [row[-1] for row in rows(canvas_csv(course, [LESSON], per_task=True))] == [
        f"{LESSON}: late penalty", "0", "-2", "0", "0",
    ]  # fmt: skip
    ann = written(course, f"grades-{LESSON}-why")[0]
    assert ann["handed_in"] == "2026-12-03 05:59 (Asia/Shanghai)"
    assert [ann[name] for name in ("earned", "possible", "late_hours", "percent_off", "points_off", "points")] == [
        "10", "13", "30", "20", "2", "8",
    ]  # fmt: skip
    assert ann["why"] == (
        "Handed in 30.0 hours after the deadline: 2 days begun, 10 % a day, so 20 % are taken off. "
        "20 % of the 10 points earned is 2."
    )


def test_an_extension_takes_the_lateness_away_at_once_without_grading_again(graded):
    course = under(graded, policies=LATE, allowances={("ann", LESSON): Allowance(days=2)})
    gradebook_step(course, [LESSON])
    assert [row[-1] for row in rows(moodle_csv(course, [LESSON]))[1:]] == ["10", "4", "0"]
    assert written(course, f"grades-{LESSON}-why")[0]["why"].startswith("The deadline was extended to 2026-12-03 15:59")


def test_excused_leaves_the_total_and_missing_is_0(graded):
    course = under(graded, allowances={("bob", ""): Allowance(excused=True)})
    text = "\n".join(gradebook_step(course, [LESSON]).lines())
    assert "the deadline is over, so it is 0: s_3" in text
    assert "excused, so it leaves the total: bob" in text
    assert [row[-1] for row in rows(canvas_csv(course, [LESSON]))[2:]] == ["10", "EX", "0"]
    assert [row[-1] for row in rows(moodle_csv(course, [LESSON]))[1:]] == ["10", "", "0"]
    assert {row[-1] for row in rows(canvas_csv(course, [LESSON], per_task=True))[3:4]} == {"EX"}
    ann, bob, ming = written(course, f"grades-{LESSON}")
    assert (ann[LESSON], bob[LESSON], ming[LESSON]) == ("10", "excused", "0")
    assert (bob["points"], bob["possible"], bob["percent"]) == ("", "", "")
    assert (ming["points"], ming["possible"], ming["percent"]) == ("0", "13", "0")


def test_nobody_is_missing_before_the_own_deadline_or_where_nothing_is_graded_or_something_came(graded, monkeypatch):
    def ming(course):
        return rows(canvas_csv(course, [LESSON]))[4][-1]

    assert ming(graded) == "0"
    assert ming(under(graded, allowances={("s_3", ""): Allowance(days=5)})) == ""
    assert ming(dataclasses.replace(graded, deadlines={})) == ""
    aside = graded.set_aside / LESSON / "now"
    aside.mkdir(parents=True)
    (aside / "reasons.json").write_text(json.dumps([{"student": "s_3"}]))
    assert ming(graded) == ""
    assert "look at it: s_3" in "\n".join(gradebook_step(graded, [LESSON]).lines())
    assert written(graded, f"grades-{LESSON}")[2]["waiting"] == LESSON


def test_a_groups_newest_submission_counts_for_all_members_under_the_own_rules_of_each(graded):
    course = under(
        graded, policies=LATE, group_work=frozenset([LESSON]), allowances={("bob", LESSON): Allowance(days=3)}
    )
    gradebook_step(course, [LESSON])
    ann, bob, _ming = written(course, f"grades-{LESSON}-why")
    assert (ann["points"], ann["handed_in_by"]) == ("8", "")
    assert (bob["earned"], bob["points"], bob["handed_in_by"]) == ("10", "10", "ann")
    assert [row[-1] for row in rows(canvas_csv(course, [LESSON]))[2:]] == ["8", "10", "0"]


def test_each_member_of_a_group_gets_a_page_of_the_one_submission(graded):
    for student, late in (("ann", 30 * HOUR), ("bob", -HOUR)):
        write_result(graded, Result(student, LESSON, "graded", (DEADLINE + late).isoformat()))
    course = under(graded, policies=LATE, group_work=frozenset([LESSON]))
    assert feedback(course, LESSON).pages == ["ann", "bob"]
    pages = {name: (course.feedback / name / LESSON / f"{LESSON}.html").read_text("utf-8") for name in ("ann", "bob")}
    assert "Handed in by Ann Archer, for your group." in pages["bob"]
    assert "for your group" not in pages["ann"]
    assert all("8 of 13 points. 2 points were taken off" in page for page in pages.values())


def test_the_name_of_a_group_may_be_written_in_capitals(graded):
    graded.roster.write_text(ROSTER.replace("13,B,", "13,B,Red"), "utf-8")
    course = under(graded, group_work=frozenset([LESSON]))
    assert [row[-1] for row in rows(canvas_csv(course, [LESSON]))[2:]] == ["10", "10", "10"]


def test_the_files_of_a_section_hold_its_students_and_have_its_name(graded):
    report = gradebook_step(graded, [LESSON], section="b")
    assert report.files[0].name == f"canvas-{LESSON}-b.csv"
    assert [row["student_id"] for row in written(graded, f"grades-{LESSON}-b")] == ["bob", "s_3"]
    assert "ann" not in "\n".join(report.lines())
    assert "1 of 2 students are graded" in report.lines()[0]
    with pytest.raises(ExpectedError, match="Nobody on the roster is in section 'C'. There are: A, A and B, B"):
        gradebook_step(graded, [LESSON], section="C")


def test_an_extension_of_somebody_unknown_is_remarked(graded):
    course = under(graded, allowances={("an", LESSON): Allowance(days=2)})
    assert "not on the roster, so they help nobody: an" in "\n".join(gradebook_step(course, [LESSON]).lines())


def test_the_settings_reach_the_files(graded):
    settings = graded.root / "course.toml"
    text = settings.read_text("utf-8").replace("[late]", "[late]\npercent_per_day = 50\nmost_percent = 60")
    settings.write_text(text, "utf-8")
    (graded.root / "extensions.csv").write_text("student_id,lesson,until,note\ns_3,18,excused,ill\n")
    course = read_course(graded.root)
    assert [row[-1] for row in rows(canvas_csv(course, [LESSON]))[2:]] == ["4", "4", "EX"]


def table(course, points, most=10.0):
    """Return the rows of a made-up gradebook: points by lesson and student; None: nobody has graded it."""
    scores = []
    for lesson, found in points.items():
        students = {
            name: Score({"x": value}) if value is not None else Score(open={"x"}) for name, value in found.items()
        }
        scores.append(LessonScores(lesson, {"x": most}, students))
    moment = datetime(2026, 12, 9, tzinfo=UTC)
    students = read_roster(course)
    header, *lines = totals_table(scores, lines_of(course, scores, students, moment))
    return [dict(zip(header, line, strict=True)) for line in lines]


def test_the_lowest_are_dropped_and_missing_can_be_one_of_them(course):
    course = dataclasses.replace(course, deadlines=dict.fromkeys("abc", DEADLINE), rules=Rules(drop_lowest=1))
    ann, bob, ming = table(course, {"a": {"ann": 9, "bob": 7}, "b": {"ann": 5}, "c": {"ann": 8, "bob": None}})
    assert (ann["points"], ann["possible"], ann["percent"], ann["dropped"]) == ("17", "20", "85", "b")
    assert (bob["points"], bob["dropped"], bob["waiting"]) == ("", "", "c")
    assert (ming["points"], ming["possible"], ming["percent"]) == ("0", "20", "0")


def test_what_is_excused_is_not_one_of_the_dropped(course):
    excused = {("ann", "b"): Allowance(excused=True)}
    rules = Rules(drop_lowest=1, allowances=excused)
    course = dataclasses.replace(course, deadlines=dict.fromkeys("abc", DEADLINE), rules=rules)
    ann = table(course, {"a": {"ann": 9}, "b": {"ann": 0}, "c": {"ann": 8}})[0]
    assert (ann["b"], ann["points"], ann["possible"], ann["dropped"]) == ("excused", "9", "10", "c")
