"""An instructor's week, command by command, with a class of sixty: honest, wrong, late, broken and hostile."""

import csv
import json
import os
import re
import subprocess
import sys
import zipfile

import pytest

from longwave.teaching.folder.course import find_course
from longwave.teaching.grading.results import read_result
from tests.teaching.classroom import BROKEN, HONEST, HOSTILE, LESSON, bytes_of, with_first
from tests.teaching.test_killed import descendants
from tests.waiting import eventually

PEOPLE = 60
LATE = ("right", "numpy")
HAND_POINTS = 3.0
# Names that a spreadsheet would run, or a page would show as a tag, are people's names all the same.
ODD_NAMES = {
    "wrong": ("=HYPERLINK(1)", "+cmd"),
    "blank": ("<script>alert(1)</script>", "O'Brien"),
    "magic": ("王", "小明"),
}


def work():
    """Return what each student hands in, and the points of it."""
    handed_in = {name: (bytes_of(make()), points) for name, (make, points) in HONEST.items()}
    handed_in |= {name: (make(), points) for name, (make, points, _words) in BROKEN.items()}
    handed_in |= {name: (bytes_of(with_first(*about[:2])), about[2]) for name, about in HOSTILE.items()}
    copies = [name for name in HONEST if name not in ("wrong", "crashing")]
    for number in range(PEOPLE - len(handed_in)):
        first = copies[number % len(copies)]
        handed_in[f"{first}-{number}"] = handed_in[first]
    return handed_in


def longwave(*words, cwd=None, code=0):
    """Run a command as an instructor does; return what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "longwave.cli", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=1200,
        env={**os.environ, "COLUMNS": "200"},
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def week(tmp_path_factory, kind):
    """Go through the week once; return the course, the class, and what each command said."""
    folder = tmp_path_factory.mktemp("week")
    root, class_ = folder / "my course", work()
    said = {"course": longwave("course", "new", root)}
    (root / "roster.csv").write_text(roster(class_), encoding="utf-8")
    settings = root / "course.toml"
    text = settings.read_text("utf-8").replace("[deadlines]", f'[deadlines]\n"{LESSON}" = 2026-12-01T12:00:00+00:00')
    settings.write_text(
        re.sub(r"(?m)^seconds = \d+", "seconds = 6", re.sub(r"memory_mb = \d+", "memory_mb = 600", text))
    )
    said["release"] = longwave("release", "18", cwd=root)
    said["collect"] = longwave("collect", download(folder, class_), cwd=root)
    said["grade"] = longwave("grade", "18", cwd=root)
    for name in ("feedback", "report"):
        said[name] = longwave(name, "18", cwd=root)
    said["gradebook"] = longwave("gradebook", cwd=root)
    return find_course(root), class_, said


def roster(class_):
    lines = ["student_id,first_name,last_name,email,lms_id,section"]
    for number, name in enumerate(class_, start=1):
        first, last = ODD_NAMES.get(name, (name, "Doe"))
        lines.append(f'{name},"{first}","{last}",{name}@example.org,{1000 + number},A')
    return "\n".join(lines) + "\n"


def download(folder, class_):
    """Return a zip as Canvas makes it, with the mark of lateness in two names, and a stranger's file."""
    path = folder / "submissions.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, (content, _points)) in enumerate(class_.items(), start=1):
            late = "LATE_" if name in LATE else ""
            archive.writestr(
                f"doe{name.replace('-', '')}_{late}{1000 + number}_{5000 + number}_{LESSON}.ipynb", content
            )
        archive.writestr(f"stranger_9999_1_{LESSON}.ipynb", next(iter(class_.values()))[0])
    return path


def test_each_of_the_sixty_is_graded_as_expected(week):
    course, class_, _said = week
    assert len(class_) == PEOPLE
    found = {}
    for name in class_:
        result = read_result(course, name, LESSON)
        found[name] = None if result is None else sum(task.points for task in result.tasks)
    unusable = {"truncated", "empty-file", "another-kernel", "old-format"}
    expected = {name: None if name in unusable else points for name, (_content, points) in class_.items()}
    assert found == expected


def test_what_cannot_be_used_is_set_aside_and_named(week):
    course, _class, said = week
    for name in ("truncated", "empty-file", "another-kernel", "old-format"):
        assert name in said["collect"]
    assert "9999" in said["collect"] or "stranger" in said["collect"]
    kept = [path for path in course.set_aside.rglob("*") if path.is_file()]
    assert len(kept) >= 5


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_submission_is_told_plainly(week, name):
    course, _class, said = week
    *_code, words = HOSTILE[name]
    result = read_result(course, name, LESSON)
    assert result.state == "graded"
    if words:
        assert any(words in note for note in result.notes), result.notes
        assert re.search(rf"(?m)^{name}: .*{words}", said["grade"])


def test_late_work_is_known_as_late_and_nothing_else_is(week):
    course, class_, said = week
    late = {name for name in class_ if (one := read_result(course, name, LESSON)) and one.late_seconds > 0}
    assert late == set(LATE)


def test_a_second_run_of_every_step_changes_nothing(week):
    course, _class, _said = week
    before = {path: path.read_bytes() for path in course.autograded.rglob("*") if path.is_file()}
    assert re.search(r"Graded 0, unchanged \d+", longwave("grade", "18", cwd=course.root))
    assert "Nothing has changed" in longwave("release", "18", cwd=course.root)
    assert {path: path.read_bytes() for path in course.autograded.rglob("*") if path.is_file()} == before


def test_a_dry_run_writes_nothing(week):
    course, _class, _said = week

    def tree():
        return {path: path.stat().st_mtime_ns for path in course.root.rglob("*") if path.is_file()}

    before = tree()
    for words in (("release", "18"), ("grade", "18", "--again"), ("feedback", "18"), ("report", "18"), ("gradebook",)):
        longwave(*words, "--dry-run", cwd=course.root)
    assert tree() == before


def test_a_students_page_names_the_mistake_and_hides_the_test(week):
    course, _class, _said = week
    page = (course.feedback / "wrong" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert "distance left out" in page
    assert "Not right." in page
    for hidden in ("HIDDEN TESTS", "practice(", "coupling_degree(first, second)", "replicator("):
        assert hidden not in page
    blank = (course.feedback / "blank" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert "Not answered." in blank
    assert "<script" not in blank
    assert "&lt;script&gt;alert(1)" in blank


def test_no_page_of_the_class_can_run_a_script(week):
    course, class_, _said = week
    pages = list(course.feedback.rglob("*.html"))
    assert len(pages) == len([name for name in class_ if read_result(course, name, LESSON)])
    for page in pages:
        text = page.read_text("utf-8")
        assert "<script" not in text.lower()
        assert "default-src 'none'" in text


def test_graded_notebooks_hold_only_text_of_the_students(week):
    course, _class, _said = week
    for path in course.autograded.rglob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                assert output["output_type"] in ("stream", "error")


def test_the_report_shows_the_spread_and_the_commonest_mistakes(week):
    course, _class, said = week
    page = (course.reports / f"{LESSON}.html").read_text("utf-8")
    assert page.count('<img alt="') == 2
    assert "was the hardest" in page
    assert "nothing held" in page
    assert "2 late" in said["report"]


def test_the_files_for_learning_platforms_hold_the_grades_and_no_formula(week):
    course, class_, _said = week
    files = list(course.lms.glob("*.csv"))
    assert files
    for file in files:
        for row in csv.reader(file.read_text("utf-8-sig").splitlines()):
            for text in row:
                assert not re.match(r"[=+@\t\r]|-(?![\d.])", text), (file.name, text)
    canvas = next(file for file in files if "canvas" in file.name and LESSON not in file.name)
    rows = list(csv.reader(canvas.read_text("utf-8-sig").splitlines()))
    assert rows[0][:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]


@pytest.fixture(scope="module")
def second_grader(week):
    """Grade one answer by hand and the class once more; return what a second command is told at the same time."""
    course, _class, _said = week
    grade_by_hand(course, "right")
    command = [sys.executable, "-m", "longwave.cli", "grade", "18", "--again"]
    first = subprocess.Popen(command, cwd=course.root, stdout=subprocess.DEVNULL)
    try:
        # its grading processes; the trial of the sandbox, before it has the course for itself, runs no Python
        assert eventually(lambda: descendants(first.pid, "python"))
        told = longwave("grade", "18", "--again", cwd=course.root, code=1)
        assert first.wait(timeout=1200) == 0
    finally:
        first.kill()
        first.wait()
    return told


def grade_by_hand(course, student):
    from longwave.teaching.folder.gradebook import open_gradebook

    with open_gradebook(course) as gradebook:
        mark = gradebook.find_grade("18-argued-index-answer", LESSON, LESSON, student)
        assert mark.needs_manual_grade
        mark.manual_score, mark.needs_manual_grade = HAND_POINTS, False
        comment = gradebook.find_comment("18-argued-index-answer", LESSON, LESSON, student)
        comment.manual_comment = "Where is the number that would turn you?"
        gradebook.db.commit()


def test_hand_grading_is_kept_and_reaches_the_students_page(week, second_grader):
    course, _class, _said = week
    longwave("feedback", "18", cwd=course.root)
    page = (course.feedback / "right" / LESSON / f"{LESSON}.html").read_text("utf-8")
    assert "Where is the number that would turn you?" in page
    assert "12 of 13 points." in page


def test_two_graders_at_once_do_not_meet(second_grader):
    assert "Another command is grading this course" in second_grader


def test_commands_outside_a_course_say_what_to_do(tmp_path):
    told = longwave("grade", "18", cwd=tmp_path, code=1)
    assert "longwave course new FOLDER" in told
    assert "Traceback" not in told


def test_a_lesson_that_was_not_released_is_not_graded(week):
    course, _class, _said = week
    assert "longwave release" in longwave("grade", "02", cwd=course.root, code=1)
