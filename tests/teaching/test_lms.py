"""Grades for Canvas and Moodle: their columns, the gradebook's scores, and no cell that a spreadsheet would run."""

import csv
import dataclasses
import io
import json
import stat

import pytest

from longwave.marks import name_of
from longwave.reader.errors import ExpectedError
from longwave.teaching.cells import is_graded, task_of
from longwave.teaching.concepts.notebooks import BEFORE, concepts
from longwave.teaching.folder.gradebook import enrol, open_gradebook
from longwave.teaching.handout.release import release
from longwave.teaching.intake.collect import collect
from longwave.teaching.returning.lms import canvas_csv, gradebook_step, moodle_csv, moodle_worksheet
from tests.teaching.classroom import ROOT
from tests.teaching.made_up_course import BEFORE as EARLY
from tests.teaching.made_up_course import LESSON

TASKS = ["18-corrected", "18-level", "18-rest", "18-weight", "18-apart", "18-back", "18-argued-index"]
SCORES = {
    "ann": {"18-corrected-tests": 1, "18-rest-tests": 2, "18-apart-tests": 1.255},
    "bob": {"18-level-tests": 0, "18-argued-index-answer": None},
}


@pytest.fixture
def graded(course, monkeypatch):
    """A course in which Ann and Bob have grades, and Ming has none and still time."""
    monkeypatch.setattr("longwave.teaching.folder.clock.now", lambda: EARLY)
    with open_gradebook(course) as gradebook:
        enrol(course, gradebook)
        for student, scores in SCORES.items():
            gradebook.update_or_create_submission(LESSON, student)
            for grade in gradebook.find_submission_notebook(LESSON, LESSON, student).grades:
                grade.auto_score = scores.get(grade.name, 0)
                grade.needs_manual_grade = grade.auto_score is None
        gradebook.find_grade("18-argued-index-answer", LESSON, LESSON, "ann").manual_score = 3
        gradebook.find_grade("18-argued-index-answer", LESSON, LESSON, "ann").extra_credit = 0.5
        gradebook.db.commit()
    return course


def penalise(course, student, points):
    with open_gradebook(course) as gradebook:
        gradebook.find_submission_notebook(LESSON, LESSON, student).late_submission_penalty = points
        gradebook.db.commit()


def rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def test_canvas_gets_its_columns_and_the_row_of_points(graded):
    assert rows(canvas_csv(graded, [LESSON])) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", LESSON],
        ["    Points Possible", "", "", "", "", "13"],
        ["Archer, Ann", "11", "ann", "ann", "A", "7.75"],
        ["O'Brien, Bob", "12", "bob", "bob", "A", ""],
        ["王, 小明", "13", "s_3", "s_3", "B", ""],
    ]


def test_canvas_gets_a_column_a_task_in_the_order_of_the_lesson(graded):
    header, points, ann, bob, ming = (row[5:] for row in rows(canvas_csv(graded, [LESSON], per_task=True)))
    assert header == [f"{LESSON}: {task}" for task in TASKS]
    assert points == ["1", "1", "2", "1", "2", "2", "4"]
    assert ann == ["1", "0", "2", "0", "1.25", "0", "3.5"]
    assert bob == ["0", "0", "0", "0", "0", "0", ""]
    assert ming == [""] * 7


def test_moodle_gets_what_it_knows_people_by(graded):
    assert rows(moodle_csv(graded, [LESSON])) == [
        ["First name", "Last name", "ID number", "Email address", LESSON],
        ["Ann", "Archer", "11", "ann@example.org", "7.75"],
        ["Bob", "O'Brien", "12", "bob@example.org", ""],
        ["小明", "王", "13", "ming@example.org", ""],
    ]
    assert rows(moodle_csv(graded, [LESSON], per_task=True))[0][4:] == [f"{LESSON}: {task}" for task in TASKS]


def test_moodles_worksheet_knows_whose_notebook_came_by_its_download(graded, handed_in, pack):
    folder = "Ann Archer_501_assignsubmission_file"
    collect(graded, LESSON, pack({f"{folder}/x.ipynb": handed_in("ann"), "bob.ipynb": handed_in("bob")}))
    assert rows(moodle_worksheet(graded, LESSON)) == [
        [
            *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade"),
            *("Grade can be changed", "Last modified (submission)", "Last modified (grade)"),
        ],
        ["Participant 501", "Ann Archer", "ann@example.org", "Submitted for grading", "7.75", "13", "Yes", "-", "-"],
    ]


def test_a_penalty_for_lateness_counts_and_has_a_column_of_its_own(graded):
    penalise(graded, "ann", 2.5)
    penalise(graded, "bob", 99)
    assert [row[-1] for row in rows(canvas_csv(graded, [LESSON]))[2:]] == ["5.25", "", ""]
    by_task = rows(canvas_csv(graded, [LESSON], per_task=True))
    assert [row[-1] for row in by_task] == [f"{LESSON}: late penalty", "0", "-2.5", "-99", ""]
    assert len({len(row) for row in by_task}) == 1


def test_the_platforms_own_title_finds_its_column(graded):
    course = dataclasses.replace(graded, titles={LESSON: "Exercises 18 (12345)"})
    assert rows(canvas_csv(course, [LESSON]))[0][-1] == "Exercises 18 (12345)"
    assert rows(canvas_csv(course, [LESSON], per_task=True))[0][-1] == "Exercises 18: 18-argued-index"


def test_no_cell_is_a_formula(graded):
    graded.roster.write_text(
        'student_id,first_name,last_name,email,lms_id,section\nann,"=HYPERLINK(""x"")",+1,@x,11,-2\n', "utf-8"
    )
    course = dataclasses.replace(graded, titles={LESSON: "=1+1"})
    for text in (canvas_csv(course, [LESSON]), moodle_csv(course, [LESSON])):
        assert not [cell for row in rows(text) for cell in row if cell[:1] in tuple("=+-@\t\r")]
    assert "'=1+1" in canvas_csv(course, [LESSON])


def test_the_step_writes_all_files_and_says_what_waits(graded, handed_in, pack):
    collect(graded, LESSON, pack({"Ann Archer_501_assignsubmission_file/x.ipynb": handed_in("ann")}))
    report = gradebook_step(graded, [LESSON])
    assert [file.name for file in report.files] == [
        f"canvas-{LESSON}.csv",
        f"canvas-{LESSON}-tasks.csv",
        f"moodle-{LESSON}.csv",
        f"moodle-{LESSON}-tasks.csv",
        f"moodle-worksheet-{LESSON}.csv",
        f"grades-{LESSON}.csv",
        f"grades-{LESSON}-why.csv",
    ]
    for file in report.files:
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert report.files[0].read_text("utf-8-sig").replace("\n", "\r\n") == canvas_csv(graded, [LESSON])
    text = "\n".join(report.lines())
    assert "2 of 3 students are graded by machine, for at most 13 points in all" in text
    assert "a person has still to grade answers of 1 student: bob" in text
    assert "left empty, and so is the student's sum. To count it as 0: --so-far" in text


def test_the_concept_tests_give_no_marks_unless_they_are_named(graded):
    concepts(graded)
    release(graded, BEFORE)
    gradebook_step(graded, [])
    assert rows((graded.lms / "canvas-all.csv").read_text("utf-8-sig"))[0][5:] == [LESSON]
    assert rows(canvas_csv(graded, [BEFORE]))[0][5:] == [BEFORE]


def test_so_far_counts_what_waits_as_nothing(graded, handed_in, pack):
    penalise(graded, "ann", 2.5)
    collect(graded, LESSON, pack({"Bob O'Brien_502_assignsubmission_file/x.ipynb": handed_in("bob")}))
    assert not (graded.lms / f"moodle-worksheet-{LESSON}.csv").exists()
    text = "\n".join(gradebook_step(graded, [LESSON], so_far=True).lines())
    assert "answers of 1 student: bob" in text
    assert "These answers count as 0." in text
    written = {
        name: rows((graded.lms / f"{name}.csv").read_text("utf-8-sig"))
        for name in (f"canvas-{LESSON}", f"moodle-worksheet-{LESSON}")
    }
    assert [row[-1] for row in written[f"canvas-{LESSON}"][2:]] == ["5.25", "0", ""]
    assert [row[4] for row in written[f"moodle-worksheet-{LESSON}"]] == ["Grade", "0"]


def test_points_by_hand_stand_while_a_new_answer_waits_to_be_looked_at(graded):
    with open_gradebook(graded) as gradebook:
        gradebook.find_grade("18-argued-index-answer", LESSON, LESSON, "ann").needs_manual_grade = True
        gradebook.db.commit()
    assert rows(canvas_csv(graded, [LESSON]))[2][-1] == "7.75"
    assert "answers of 2 students: ann, bob" in "\n".join(gradebook_step(graded, [LESSON]).lines())


def test_who_left_the_roster_is_named_and_not_in_the_files(graded):
    graded.roster.write_text("student_id\nann\n")
    report = gradebook_step(graded, [])
    text = "\n".join(report.lines())
    assert "not on the roster, and so not in the files: bob" in text
    assert "Without an lms_id on the roster, Canvas goes by the student id: ann" in text
    assert [file.name for file in report.files][0] == "canvas-all.csv"
    assert b"Brien" not in report.files[0].read_bytes()


def test_a_dry_run_writes_nothing_and_a_second_run_changes_nothing(graded, everything):
    before = everything(graded.root)
    assert len(gradebook_step(graded, [LESSON], dry_run=True).files) == 6
    assert everything(graded.root) == before
    gradebook_step(graded, [LESSON])
    before = everything(graded.root)
    gradebook_step(graded, [LESSON])
    assert everything(graded.root) == before


def test_a_lesson_that_was_not_released_is_named(course):
    with pytest.raises(ExpectedError, match="Not in the gradebook: 17-spread-and-backwash"):
        gradebook_step(course, ["17-spread-and-backwash"])
    course.gradebook_file.unlink()
    with pytest.raises(ExpectedError, match="no gradebook yet"):
        gradebook_step(course, [])
    assert not course.gradebook_file.exists()


@pytest.mark.parametrize("path", sorted(ROOT.glob("exercises/*/*.ipynb")), ids=lambda path: path.stem[:2])
def test_each_graded_cell_belongs_to_a_task_with_a_prompt(path):
    """Pages and columns find a task's answer, result and hint by this name."""
    cells = json.loads(path.read_bytes())["cells"]
    names = {name_of(cell) for cell in cells}
    tasks = [task_of(name_of(cell)) for cell in cells if is_graded(cell)]
    assert tasks
    assert [task for task in tasks if f"{task}-prompt" not in names] == []
