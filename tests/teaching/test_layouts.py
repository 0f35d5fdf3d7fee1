"""Whose a file is, by the layouts of Canvas, of Moodle, and of plain folders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.teaching.folder.roster import Student
from longwave.teaching.intake.layouts import Owners, copy_number

STUDENTS = [
    Student("ann", "Ann", "Archer", lms_id="11"),
    Student("ann_2", "Ann", "Baker", lms_id="12"),
    Student("20260001", "小明", "王", lms_id="13"),
    Student("ob", "Bob", "O'Brien", lms_id="14"),
    Student("lee1", "Kim", "Lee", lms_id="15"),
    Student("lee2", "Lee", "Kim", lms_id="16"),
]
OWNERS = Owners(STUDENTS)


def owner(path):
    return OWNERS.owner(path.split("/"))


@pytest.mark.parametrize(
    ("name", "student", "late", "number", "own_name"),
    [
        ("archerann_11_900_18-co-evolution.ipynb", "ann", False, 900, "18-co-evolution.ipynb"),
        ("archerann_LATE_11_901_18-co-evolution-1.ipynb", "ann", True, 901, "18-co-evolution-1.ipynb"),
        ("王小明_13_7_my_2_3_file.ipynb", "20260001", False, 7, "my_2_3_file.ipynb"),
        ("downloads/obrienbob_14_5_a b (1).ipynb", "ob", False, 5, "a b (1).ipynb"),
        ("archerann_LATE_11_text.html", "ann", True, 0, "text.html"),
        ("archerann_11_link.html", "ann", False, 0, "link.html"),
        # Canvas's number decides, not the name, which may look like another student's id.
        ("ann_12_33_x.ipynb", "ann_2", False, 33, "x.ipynb"),
    ],
)
def test_canvas_files_go_by_the_number_of_the_user(name, student, late, number, own_name):
    found = owner(name)
    assert (found.layout, found.student, found.late) == ("canvas", student, late)
    assert (found.number, found.own_name) == (number, own_name)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("doejane_99_900_x.ipynb", "nobody on the roster has the lms_id 99"),
        ("ann_99_900_x.ipynb", "nobody on the roster has the lms_id 99"),
        ("anon_Ab12C_900_x.ipynb", "graded anonymously"),
        ("LATE_anon_Ab12C_900_x.ipynb", "graded anonymously"),
    ],
)
def test_canvas_files_of_nobody_known_are_not_guessed(name, says):
    assert owner(name).student == ""
    assert says in owner(name).why


@pytest.mark.parametrize(
    ("path", "student", "own_name"),
    [
        ("Ann Archer_1234567_assignsubmission_file/x.ipynb", "ann", "x.ipynb"),
        ("Ann Archer_1234567_assignsubmission_file_/deep/x.ipynb", "ann", "x.ipynb"),
        ("all/ARCHER Ann_1234567_assignsubmission_file_/x.ipynb", "ann", "x.ipynb"),
        ("Ann Archer_1234567_assignsubmission_file_18-co-evolution.ipynb", "ann", "18-co-evolution.ipynb"),
        ("Bob OBrien_1234567_assignsubmission_file_/x.ipynb", "ob", "x.ipynb"),
        ("王小明_1234567_assignsubmission_file_/x.ipynb", "20260001", "x.ipynb"),
        ("Ann Baker_1234567_assignsubmission_onlinetext_/onlinetext.html", "ann_2", "onlinetext.html"),
    ],
)
def test_moodle_files_go_by_the_full_name(path, student, own_name):
    found = owner(path)
    assert (found.layout, found.student, found.own_name) == ("moodle", student, own_name)
    assert (found.participant, found.late) == ("1234567", None)


def test_a_name_that_two_students_may_have_is_not_guessed():
    found = owner("Kim Lee_1234567_assignsubmission_file_/x.ipynb")
    assert found.student == ""
    assert "may be any of lee1, lee2" in found.why


def test_a_name_that_is_not_on_the_roster_is_told():
    assert "nobody on the roster is called Jo Doe" in owner("Jo Doe_1_assignsubmission_file_x.ipynb").why


@pytest.mark.parametrize(
    ("path", "student", "own_name"),
    [
        ("ann/x.ipynb", "ann", "x.ipynb"),
        ("class/ANN/18-co-evolution/x.ipynb", "ann", "x.ipynb"),
        ("ann.ipynb", "ann", ""),
        ("Ann-2.ipynb", "ann", ""),
        ("20260001 (1).ipynb", "20260001", ""),
        ("ann_x.ipynb", "ann", "x.ipynb"),
        ("ann_2_x.ipynb", "ann_2", "x.ipynb"),
        ("ann_2.ipynb", "ann_2", ""),
        ("class/ann_2_11_12_x.ipynb", "ann_2", "11_12_x.ipynb"),
    ],
)
def test_plain_files_go_by_the_student_id(path, student, own_name):
    found = owner(path)
    assert (found.layout, found.student, found.own_name) == ("plain", student, own_name)


@pytest.mark.parametrize("path", ["x.ipynb", "annx.ipynb", "anna/x.ipynb", "an_x.ipynb", "x_ann.ipynb", ".ipynb"])
def test_other_names_tell_nobody(path):
    assert owner(path).student == ""
    assert owner(path).why


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=4))
def test_any_path_has_an_owner_or_a_reason(parts):
    found = OWNERS.owner(parts)
    assert bool(found.student) != bool(found.why)
    assert found.student in {"", *(student.student_id for student in STUDENTS)}


@pytest.mark.parametrize("name", [f"x-{'9' * 5000}.ipynb", "x ().ipynb", "x-.ipynb", ""])
def test_a_name_without_a_usable_number_is_no_copy(name):
    assert copy_number(name) == 0
