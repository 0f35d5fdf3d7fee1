"""Paths and their syllabi: minutes, points and prerequisites come from the lessons, and what is missing is told."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from longwave.reader.errors import ExpectedError
from longwave.teaching.meeting import lessons as stored
from longwave.teaching.meeting.lessons import Exercises, Lesson, lessons, lessons_and_sets
from longwave.teaching.meeting.paths import CoursePath, all_paths, find_path, stops
from longwave.teaching.meeting.syllabus import syllabi, syllabus

ROOT = Path(__file__).parents[2]
PATHS = {path.name: path for path in all_paths(lessons_and_sets())}
each_path = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
WEEK = ["00", "01", "02", "05", "09", "12", "15", "20", "21"]
PART_1 = [*(f"{number:02}" for number in range(11)), "p1"]
PART_2 = [*(f"{number}" for number in range(11, 19)), "p2"]
SETS = ("p1", "p2", "p3", "p4")
PART_3 = [f"{number}" for number in range(19, 25)]
PART_4 = [f"{number}" for number in range(25, 33)]


def made_up(number: str, minutes: int, *prerequisites: str, points: float | None = None) -> Lesson:
    exercises = None if points is None else Exercises(10, 2, 1, points)
    return Lesson(f"{number}-made-up", f"Question {number}?", minutes, ("Do it",), prerequisites, exercises)


COURSE = {
    "01": made_up("01", 30, points=5),
    "02": made_up("02", 40, "01-made-up", points=7.5),
    "04": made_up("04", 50, "02-made-up", "05-made-up"),
    "05": made_up("05", 60, "03-made-up"),
}


def about(number: str, part: str = "lessons") -> dict | None:
    """Read a notebook's metadata and cells by itself, not through the package."""
    found = [*ROOT.glob(f"{part}/{number}-*.ipynb"), *ROOT.glob(f"{part}/{number}-*/{number}-*.ipynb")]
    return json.loads(found[0].read_text("utf-8")) if found else None


def exercise_minutes(sheet: dict) -> int:
    """Return the minutes of a sheet: those of its metadata, or of a set those that its first cell asks to plan."""
    said = re.search(
        r"(\d+) minutes for the questions.* (\d+|half an hour) for a careful memo", text_of(sheet["cells"][0])
    )
    if not said:
        return sheet["metadata"]["longwave"]["minutes"]
    questions, memo = said.groups()
    return int(questions) + (30 if memo == "half an hour" else int(memo))


def text_of(cell: dict) -> str:
    return "".join(cell["source"])


@each_path
def test_each_path_sums_the_minutes_and_points_of_its_lessons(path):
    numbers = [stop.number for stop in path.stops]
    read = [found["metadata"]["longwave"]["minutes"] for number in numbers if (found := about(number))]
    assert path.hours == pytest.approx(path.meetings * 1.25 + (path.reading_minutes + path.exercise_minutes) / 60)
    asked = [found for number in numbers if (found := about(number, "exercises"))]
    assert path.reading_minutes == sum(read)
    assert path.exercise_minutes == sum(map(exercise_minutes, asked))
    marks = [cell["metadata"].get("nbgrader", {}) for found in asked for cell in found["cells"]]
    assert path.points == sum(mark["points"] for mark in marks if mark.get("grade"))
    assert path.missing == [number for number in numbers if about(number) is None and number not in SETS]


@each_path
def test_each_path_is_listed_with_exactly_its_missing_prerequisites(path):
    numbers = [stop.number for stop in path.stops]
    for place, stop in enumerate(path.stops):
        found = about(stop.number)
        wanted = {slug[:2] for slug in found["metadata"]["longwave"]["prerequisites"]} if found else set()
        assert set(stop.needs) == wanted - set(numbers[:place]), stop.number
    listed = next(line for line in syllabi().lines() if line.startswith(f"{path.name}: "))
    assert listed.endswith(f"Lessons {', '.join(numbers)}.")


def test_the_paths_are_those_of_the_course():
    numbers = {name: [stop.number for stop in path.stops] for name, path in PATHS.items()}
    assert numbers == {
        "meeting": ["02", "20"],
        "labs": ["33", "34", "35"],
        "week": WEEK,
        "half-term-1": PART_1,
        "half-term-2": ["00", *PART_2],
        "half-term-3": ["00", *PART_3],
        "half-term-1-2": [*PART_1, *PART_2, "p3"],
        "half-term-2-3": ["00", *PART_2, *PART_3],
        "half-term-4": ["00", *PART_4],
        "term": [*PART_1, *PART_2, "p3", *PART_3, "32", "p4"],
        "course": [*PART_1, *PART_2, "p3", *PART_3, *PART_4, "p4"],
    }
    assert PATHS["meeting"].meetings == 1
    assert (PATHS["half-term-1"].meetings, PATHS["half-term-1"].weeks) == (12, 6)
    assert (PATHS["half-term-2"].meetings, PATHS["half-term-2"].weeks) == (10, 5)
    assert (PATHS["half-term-3"].meetings, PATHS["half-term-3"].weeks) == (7, 4)
    assert PATHS["half-term-3"].needs == []
    assert (PATHS["term"].meetings, PATHS["course"].meetings) == (30, 37)
    assert PATHS["term"].needs == PART_4[:-1]  # the capstone alone: the class reads their summaries
    assert PATHS["course"].needs == []


def test_a_class_with_other_meetings_a_week_needs_other_weeks():
    path = find_path("half-term-1", lessons_and_sets(), meetings_a_week=3)
    assert (path.meetings, path.weeks) == (12, 4)
    assert path.hours == PATHS["half-term-1"].hours
    listed = syllabi(per_week=3).lines()
    assert f"    With the meetings: {path.hours:.1f} hours in 4 weeks, {path.hours / 4:.1f} hours a week." in listed


def test_a_problem_set_has_a_row_with_what_it_costs_and_what_is_handed_in(tmp_path):
    report = syllabus("half-term-1", tmp_path)
    made = BeautifulSoup(report.files[0].read_bytes(), "html.parser")
    row = made.tbody.find_all("tr")[-1]
    problem_set = lessons_and_sets()["p1"]
    asked = problem_set.exercises
    assert row.find("th").get_text() == "p1"
    assert [cell.get_text() for cell in row.find_all(class_="number")] == ["–", f"{asked.minutes}", f"{asked.points:g}"]
    assert f"p1-investment.ipynb: {asked.tasks} tasks, 1 argued answer" in row.get_text(" ")
    assert problem_set.title in row.get_text(" ")


@pytest.mark.parametrize(
    ("number", "minutes", "memo"), [("p1", 80, "half an hour"), ("p2", 175, "45"), ("p3", 90, "30"), ("p4", 90, "30")]
)
def test_a_set_counts_the_minutes_that_its_sheet_and_its_page_tell_students_to_plan(number, minutes, memo):
    problem_set = lessons_and_sets()[number]
    sheet = text_of(about(number, "exercises")["cells"][0])
    page = (ROOT / "docs" / "instructor" / f"{problem_set.slug}.md").read_text("utf-8")
    assert problem_set.exercises.minutes == exercise_minutes(about(number, "exercises")) == minutes
    assert f"{memo} for a careful memo" in sheet
    assert f"{minutes} minutes" in page


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("p1", "the memo a week after it"),
        ("p2", "the memo a week after it"),
        ("p3", "90 minutes in the room"),
        ("p4", "90 minutes in the room"),
    ],
)
def test_a_sets_row_says_when_it_can_be_handed_out_and_when_each_part_is_due(number, words, tmp_path):
    made = BeautifulSoup(syllabus("term", tmp_path).files[0].read_bytes(), "html.parser")
    row = next(row for row in made.tbody.find_all("tr") if row.find("th").get_text() == number)
    text = " ".join(row.get_text(" ").split())
    assert "can be handed out after lesson" in text.lower()
    assert words in text


def test_half_a_term_on_part_two_counts_all_of_its_last_week():
    path = PATHS["half-term-2"]
    assert path.exercise_minutes == 565
    assert round(path.hours, 1) == 32.1


def test_a_row_says_how_far_to_read_before_the_meeting(tmp_path):
    made = BeautifulSoup(syllabus("half-term-1", tmp_path).files[0].read_bytes(), "html.parser")
    for row in made.tbody.find_all("tr"):
        number = row.find("th").get_text()
        said = "read as far as the first guess, in “" in row.get_text(" ")
        assert said == (number != "p1")
        if said:
            assert f"“{lessons()[number].first_guess}”" in row.get_text(" ")


def test_a_lesson_needs_what_comes_later_or_never():
    path = CoursePath("own", "Our own", stops(["02", "03", "04", "01", "05"], COURSE, 2, 2))
    assert [stop.needs for stop in path.stops] == [("01",), (), ("05",), (), ()]
    assert [(stop.week, stop.meeting) for stop in path.stops] == [(1, 1), (1, 1), (1, 2), (1, 2), (2, 3)]
    assert path.needs == ["01", "05"]
    assert path.missing == ["03"]
    assert (path.reading_minutes, path.exercise_minutes, path.points, path.meetings) == (180, 20, 12.5, 3)


def test_a_syllabus_has_a_row_a_lesson_with_what_it_costs_and_needs(tmp_path):
    report = syllabus("half-term-2-3", tmp_path)
    made = BeautifulSoup(report.files[0].read_bytes(), "html.parser")
    rows = {row.find("th").get_text(): row for row in made.tbody.find_all("tr")}
    assert list(rows) == ["00", *PART_2, *PART_3]
    text = " ".join(rows["24"].get_text(" ").split())
    lesson = lessons()["24"]
    assert lesson.title in text
    assert "Needs" not in text
    counts = [cell.get_text() for cell in rows["24"].find_all(class_="number")]
    exercises = lesson.exercises
    assert counts == [str(lesson.minutes), str(exercises.minutes), f"{exercises.points:g}"]
    assert f"{lesson.slug}.ipynb: {exercises.tasks} tasks, {exercises.argued} argued answer" in text
    assert [item.get_text() for item in rows["24"].find_all("li")] == list(lesson.outcomes)
    week = BeautifulSoup(syllabus("week", tmp_path).files[0].read_bytes(), "html.parser")
    late = next(row for row in week.tbody.find_all("tr") if row.find("th").get_text() == "20")
    assert "Needs 19 first: read its summary." in " ".join(late.get_text(" ").split())


def test_a_lesson_that_is_not_written_is_told(tmp_path, monkeypatch):
    written = [path for path in stored._lesson_files() if not path.stem.startswith("20")]
    monkeypatch.setattr(stored, "_lesson_files", lambda: written)
    report = syllabus("meeting", tmp_path)
    assert "Not written yet, and not counted: 20." in report.lines()
    assert "This lesson is not written yet." in report.files[0].read_text("utf-8")


def test_a_dry_run_writes_nothing_and_an_unknown_path_is_told_the_names(tmp_path):
    report = syllabus("term", tmp_path / "new", dry_run=True)
    assert "Would write" in report.lines()[-1]
    assert not report.files[0].parent.exists()
    with pytest.raises(
        ExpectedError, match="meeting, labs, week, half-term-1, half-term-2, half-term-3, half-term-1-2, half-term-2-3"
    ):
        find_path("year", lessons())
