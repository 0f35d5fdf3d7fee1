"""Sections and groups: a command can be limited to a section, and takes what the section's groups handed in."""

import dataclasses

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.rules import Allowance, Rules
from longwave.teaching.folder.sections import in_section
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.results import Result, TaskResult, write_result
from longwave.teaching.intake.collect import collect
from longwave.teaching.intake.groups import counting, with_mates
from longwave.teaching.intake.receipts import Receipt, read_receipt, write_receipt
from longwave.teaching.returning.report import report
from longwave.teaching.sandbox.kinds import Kind
from tests.teaching.made_up_course import AFTER, BEFORE, LESSON

ROSTER = """\
student_id,first_name,section,group
ann,Ann,Monday,red
bob,Bob,"Monday, Tuesday, and Lab 2",blue
cy,Cy,Tuesday,Red
dee,Dee,,
"""
KIND = Kind("none", isolates=False)


@pytest.fixture
def grouped(course):
    course.roster.write_text(ROSTER, "utf-8")
    return dataclasses.replace(course, rules=Rules(group_work=frozenset([LESSON])))


def ids(students):
    return [student.student_id for student in students]


def test_a_section_has_its_students_also_those_of_several(grouped):
    assert ids(in_section(grouped, " tuesday ")) == ["bob", "cy"]
    assert ids(in_section(grouped, "LAB 2")) == ["bob"]
    assert ids(in_section(grouped, "")) == ["ann", "bob", "cy", "dee"]
    with pytest.raises(ExpectedError, match="in section 'Lab'"):
        in_section(grouped, "Lab")


def test_the_newest_of_a_group_counts_and_who_has_no_group_counts_alone(grouped):
    assert counting(grouped, LESSON, {"ann": BEFORE, "cy": AFTER, "bob": None, "dee": None}) == {
        "ann": "cy", "cy": "cy", "bob": "bob", "dee": "dee",
    }  # fmt: skip
    assert counting(grouped, LESSON, {"ann": BEFORE}) == {"ann": "ann", "cy": "ann"}
    write_receipt(grouped, LESSON, "ann", Receipt("", "", "canvas", 902, ""))
    write_receipt(grouped, LESSON, "cy", Receipt("", "", "canvas", 901, ""))
    assert counting(grouped, LESSON, {"ann": BEFORE, "cy": BEFORE})["cy"] == "ann"


def test_where_a_lesson_is_no_group_work_each_counts_alone(course):
    course.roster.write_text(ROSTER, "utf-8")
    assert counting(course, LESSON, {"ann": BEFORE}) == {"ann": "ann"}
    assert with_mates(course, LESSON, in_section(course, "Monday")) == {"ann", "bob"}


def test_grading_a_section_takes_its_students_and_their_mates(grouped, handed_in):
    for student in ("ann", "bob", "cy", "dee"):
        path = grouped.submission(student, LESSON)
        path.parent.mkdir(parents=True)
        path.write_bytes(handed_in(student))
    assert grade(grouped, LESSON, KIND, dry_run=True, section="Monday").dry == ["ann", "bob", "cy"]
    assert grade(grouped, LESSON, KIND, dry_run=True).dry == ["ann", "bob", "cy", "dee"]
    with pytest.raises(ExpectedError, match="Nobody on the roster"):
        grade(grouped, LESSON, KIND, dry_run=True, section="Friday")


def test_the_report_of_a_section_is_a_page_of_its_own_and_misses_no_member(grouped):
    for student in ("ann", "dee"):
        tasks = (TaskResult("18-weight", 1.0, 1.0, "right"), TaskResult("18-level", 0.0, 1.0, "wrong"))
        write_result(grouped, Result(student, LESSON, "graded", tasks=tasks))
    found = report(grouped, LESSON, section="Tuesday")
    assert found.file.name == f"{LESSON}-Tuesday.html"
    assert found.summary[0].startswith("1 submissions")
    assert found.summary[1] == "Nothing graded from: bob"
    assert "(Tuesday) – class report" in found.file.read_text("utf-8")
    assert report(grouped, LESSON, dry_run=True).summary[1] == "Nothing graded from: bob"


def test_a_member_whose_mate_handed_in_is_not_missing(grouped, handed_in, pack):
    assert collect(grouped, LESSON, pack({f"ann/{LESSON}.ipynb": handed_in("ann")})).students("missing") == [
        "bob",
        "dee",
    ]
    alone = dataclasses.replace(grouped, rules=Rules())
    assert collect(alone, LESSON, pack({})).students("missing") == ["bob", "cy", "dee"]


def test_who_is_excused_is_not_missing(grouped, pack):
    course = dataclasses.replace(grouped, rules=Rules(allowances={("dee", LESSON): Allowance(excused=True)}))
    assert collect(course, LESSON, pack({})).students("missing") == ["ann", "bob", "cy"]


def test_moodles_folder_of_a_team_is_its_groups(grouped, handed_in, pack):
    files = {
        f"Red_45_assignsubmission_file/{LESSON}.ipynb": handed_in("red"),
        f"Default group_assignsubmission_file/{LESSON}.ipynb": handed_in("nobody"),
        f"Green_46_assignsubmission_file/{LESSON}.ipynb": handed_in("green"),
    }
    report = collect(grouped, LESSON, pack(files))
    assert report.students("collected") == ["ann"]
    assert report.students("missing") == ["bob", "dee"]
    assert read_receipt(grouped, LESSON, "ann").participant == ""
    assert sum(note.kind == "no owner" for note in report.notes) == 2
