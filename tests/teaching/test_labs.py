"""A lab goes the way of a lesson, from the reader's copy to the grade, and is optional throughout."""

import nbformat
import pytest

from longwave.reader.copy import refresh_copy
from longwave.reader.course import course_folder
from longwave.tasks.progress import next_task, progress_rows
from longwave.tasks.task import course_order, labs
from longwave.teaching.concepts.notebooks import AFTER, concept_notebook
from longwave.teaching.folder.course import public_notebook
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.results import read_result
from longwave.teaching.intake.collect import collect
from longwave.teaching.meeting.guide import guide_page, plan
from longwave.teaching.meeting.lessons import find_lesson, lessons, lessons_and_sets
from longwave.teaching.meeting.paths import all_paths
from tests.teaching.classroom import bytes_of, cell_of
from tests.teaching.made_course import made_course

WRITTEN = [path.stem for path in sorted((course_folder() / "lessons").glob("*.ipynb")) if path.stem[:2] in labs()]
each_lab = pytest.mark.parametrize("slug", WRITTEN)
LAB = "33-lab-revolutions"


def test_the_labs_are_the_lessons_of_part_five_and_come_last():
    assert LAB in WRITTEN
    assert labs() == {"33", "34", "35"}
    assert course_order()[-len(WRITTEN) :] == [slug[:2] for slug in WRITTEN]


@each_lab
def test_a_lab_comes_into_the_readers_copy_with_its_exercises(slug, tmp_path):
    refresh_copy(tmp_path / "mine")
    assert (tmp_path / "mine" / "lessons" / f"{slug}.ipynb").is_file()
    assert (tmp_path / "mine" / "exercises" / slug / f"{slug}.ipynb").is_file()


@each_lab
def test_a_lab_is_found_by_its_number_and_has_a_page_with_a_plan(slug):
    assert find_lesson(slug[:2]) == slug
    assert plan(guide_page(slug).read_text("utf-8"))
    lab = lessons()[slug[:2]]
    assert lab.exercises.tasks >= 4
    assert all(needed[:2] < slug[:2] for needed in lab.prerequisites)


def test_a_lab_is_in_no_path_but_that_of_the_labs():
    with_labs = {path.name for path in all_paths(lessons_and_sets()) for stop in path.stops if stop.number in labs()}
    assert with_labs == {"labs"}


@each_lab
def test_progress_shows_a_lab_as_optional_and_never_sends_the_reader_there(slug):
    rows = {row.lesson: row for row in progress_rows({})}
    assert rows[slug[:2]].title.endswith(" (optional lab)")
    assert not next_task([rows[slug[:2]]])
    assert sum(row.optional for row in rows.values()) == len(WRITTEN)


@each_lab
def test_the_concept_test_asks_about_a_lab_only_when_it_is_made_for_labs(slug):
    names = [cell.id for cell in concept_notebook(AFTER, part=5).cells]
    assert f"90-{slug[:2]}-answer" in names
    assert f"90-{slug[:2]}-answer" not in [cell.id for cell in concept_notebook(AFTER).cells]


def test_a_lab_is_released_collected_and_graded(tmp_path, kind):
    sheet = nbformat.read(public_notebook("exercises", LAB), as_version=4)
    for task, source in {
        "33-find-slip": 'slip = {"row": 3, "shift": 2}',
        "33-overtake": "ahead_from = [1880, 1970]",
        "33-break-year": "change = (3, 1850)",
    }.items():
        cell_of(sheet, f"{task}-answer").source = source
    course = made_course(tmp_path / "course", {}, LAB)
    course.roster.write_text("student_id\nann\n")
    download = tmp_path / "download" / "ann"
    download.mkdir(parents=True)
    (download / "mine.ipynb").write_bytes(bytes_of(sheet))
    report = collect(course, None, download.parent)
    assert (report.lesson, report.students("collected")) == (LAB, ["ann"]), report.lines()
    assert grade(course, LAB, kind, workers=1).failed == []
    result = read_result(course, "ann", LAB)
    assert {task.id: task.points for task in result.tasks if task.points} == {"33-find-slip": 1, "33-break-year": 2}
