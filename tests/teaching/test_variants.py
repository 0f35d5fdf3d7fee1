"""Each student has numbers of their own: drawn fairly, written down, given out, and the ones that grading uses."""

import json
import re
import shutil
import zipfile
from collections import Counter

import nbformat
import pytest

from longwave.reader.errors import ExpectedError
from longwave.tasks.task import lesson_variants
from longwave.teaching.cells import Cells
from longwave.teaching.folder.course import public_lessons, public_notebook
from longwave.teaching.folder.student_copy import student_copy
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.results import read_result
from longwave.teaching.handout.personal import personal_texts
from longwave.teaching.handout.release import release
from longwave.teaching.handout.variants import draw, numbers_of, personal, variant
from longwave.teaching.handout.variants import step as stepping
from longwave.teaching.handout.variants.carried import carried_numbers, other_numbers
from longwave.teaching.handout.variants.drawing import varied_tasks, with_numbers
from longwave.teaching.handout.variants.record import is_varied, own_numbers, read_record, record_file
from longwave.teaching.notebooks import serialise
from tests.teaching.classroom import POINTS, RIGHT, cell_of
from tests.teaching.made_course import made_course
from tests.teaching.made_up_course import LESSON, ROSTER

TASK, SECRET = "18-weight", bytes(range(32))
EVERY_LESSON = ["01-value-stick", "05-long-tail", "14-lock-in", "16-long-waves", LESSON]


def public(part, lesson=LESSON):
    return nbformat.read(public_notebook(part, lesson), as_version=4)


# Drawing.


def test_a_draw_is_the_same_on_every_machine():
    assert draw(TASK, "ann", SECRET) == {"cheap": 0.18, "good": 0.32}
    waiting = {"price": 110, "cost": 42, "salvage": 10, "cv": 0.4, "to_order": 54}
    assert draw("10-waiting", "ann", SECRET) == waiting
    assert numbers_of("14-lock-in", "ann", SECRET) == numbers_of("14", "ann", SECRET)
    assert draw("14-urn-tail", "ann", SECRET) == numbers_of("14", "ann", SECRET)["14-urn-tail"]


def test_draws_spread_evenly_over_all_that_is_allowed():
    allowed = [tuple(found.items()) for found in lesson_variants("18")[TASK].combinations()]
    draws = Counter(tuple(draw(TASK, f"s{n}", SECRET).items()) for n in range(100 * len(allowed)))
    assert draws.keys() == set(allowed)
    # For even chances the sum is distributed as chi-squared: its mean is n − 1, and 2 (n − 1) its variance.
    misfit = sum((draws[found] - 100) ** 2 / 100 for found in allowed)
    assert abs(misfit - (len(allowed) - 1)) < 4 * (2 * (len(allowed) - 1)) ** 0.5


def test_draws_differ_by_student_task_and_secret():
    students = [f"s{n}" for n in range(40)]
    assert len({str(numbers_of("14", student, SECRET)) for student in students}) == 40
    assert [draw(TASK, s, SECRET) for s in students] != [draw(TASK, s, bytes(32)) for s in students]
    pairs = {(str(draw("14-head-start", s, SECRET)), str(draw("14-two-countries", s, SECRET))) for s in students}
    assert len(pairs) > 30


# Notebooks.


@pytest.mark.parametrize("lesson", EVERY_LESSON)
def test_an_exercise_made_personal_is_the_exercise_of_the_personal_solution(lesson):
    solution, exercise = public("solutions", lesson), public("exercises", lesson)
    before = serialise(solution)
    own = serialise(personal(exercise, "ann", SECRET))
    assert own == serialise(student_copy(personal(solution, "ann", SECRET)))
    assert own == serialise(personal(exercise, "ann", SECRET)) != serialise(personal(exercise, "bob", SECRET))
    assert serialise(solution) == before
    numbers = {task: dict(sorted(own.items())) for task, own in numbers_of(lesson, "ann", SECRET).items()}
    assert serialise(with_numbers(exercise, numbers)) == own  # the record has them in another order


def test_only_the_cells_of_the_varied_tasks_change():
    solution, own = public("solutions"), personal(public("solutions"), "ann", SECRET)
    changed = [new.id for old, new in zip(solution.cells, own.cells, strict=True) if old != new]
    assert changed == [f"{TASK}-{part}" for part in ("prompt", "answer", "check", "tests")]
    assert varied_tasks(own) == [TASK]
    assert cell_of(own, f"{TASK}-answer").source.count("weight = 0.18 / (0.18 + 0.32)") == 1
    assert cell_of(own, f"{TASK}-check").source == f'check("{TASK}", weight, numbers={{"cheap": 0.18, "good": 0.32}})'
    assert cell_of(own, f"{TASK}-check").outputs == []
    nbformat.validate(own)


def test_a_prompt_that_does_not_print_each_number_once_is_refused():
    notebook = public("solutions")
    prompt = cell_of(notebook, f"{TASK}-prompt")
    for text, count in ((prompt.source.replace("0.15", "0.16"), 0), (f"{prompt.source} Not 0.15.", 2)):
        prompt.source, before = text, prompt.source
        with pytest.raises(ExpectedError, match=f"number 0.15 once, and has it {count} times"):
            personal(notebook, "ann", SECRET)
        prompt.source = before


def test_numbers_of_another_version_of_the_course_are_refused():
    with pytest.raises(ExpectedError, match="another version"):
        with_numbers(public("solutions"), {TASK: {"cheap": 0.2, "dear": 0.4}})


def test_a_submission_with_other_numbers_than_its_students_is_told():
    own, neighbour = (personal(public("exercises"), student, SECRET) for student in ("ann", "bob"))
    numbers = numbers_of(LESSON, "ann", SECRET)
    assert carried_numbers(Cells(own.cells)) == {**dict.fromkeys(POINTS), **numbers}
    assert other_numbers(Cells(own.cells), numbers) == []
    assert TASK in other_numbers(Cells(neighbour.cells), numbers)[0]
    assert TASK in other_numbers(Cells(public("exercises").cells), numbers)[0]
    assert other_numbers(Cells(public("exercises").cells), {}) == []
    cell_of(own, f"{TASK}-check").source = f'check("{TASK}", weight, numbers=__import__("os"))'
    assert TASK in other_numbers(Cells(own.cells), numbers)[0]


# The step.


@pytest.fixture
def given(course):
    """A course whose lesson was given out with numbers of each student's own."""
    variant(course, LESSON)
    return course


def copy_of(course, student, lesson=LESSON):
    return course.released / f"{lesson}-variants" / student / f"{lesson}.ipynb"


def test_each_student_gets_an_exercise_and_all_are_in_one_zip(given):
    secret = given.secret()
    for student in ("ann", "bob", "s_3"):
        assert copy_of(given, student).read_bytes() == serialise(personal(public("exercises"), student, secret))
    with zipfile.ZipFile(given.released / f"{LESSON}-variants.zip") as bundle:
        assert bundle.namelist() == [f"{student}/{LESSON}.ipynb" for student in ("ann", "bob", "s_3")]
        assert bundle.read(f"s_3/{LESSON}.ipynb") == copy_of(given, "s_3").read_bytes()
    assert read_record(given, LESSON) == {s: numbers_of(LESSON, s, secret) for s in ("ann", "bob", "s_3")}


def test_a_dry_run_writes_nothing_and_says_what_it_would(course, everything):
    before = everything(course.root)
    lines = variant(course, LESSON, dry_run=True).lines()
    assert everything(course.root) == before
    assert "Would write 5 files." in lines
    assert not is_varied(course, LESSON)
    # how many of the drawn sets differ depends on the course's secret, which is drawn too
    assert re.match(rf"{LESSON}: 3 students, [23] different sets of numbers, in {TASK}", lines[0])
    assert variant(course, LESSON).lines()[0] == lines[0]


@pytest.mark.parametrize("lesson", [LESSON, "16-long-waves"])
def test_repeated_it_changes_nothing(course, everything, lesson):
    if lesson != LESSON:
        release(course, lesson)
    variant(course, lesson)
    before = everything(course.root)
    report = variant(course, lesson)
    assert everything(course.root) == before
    assert report.changed == []
    assert "Nothing has changed since the last run." in report.lines()


def test_a_run_that_was_killed_is_completed_and_no_copy_is_without_its_record(course, everything, monkeypatch):
    variant(course, LESSON)
    whole = everything(course.root)
    for path in (course.root / "variants", course.released / f"{LESSON}-variants"):
        shutil.rmtree(path)
    (course.released / f"{LESSON}-variants.zip").unlink()
    write = stepping.write_whole

    def killed(path, content, **named):
        if path == copy_of(course, "bob"):
            raise KeyboardInterrupt
        return write(path, content, **named)

    monkeypatch.setattr(stepping, "write_whole", killed)
    with pytest.raises(KeyboardInterrupt):
        variant(course, LESSON)
    assert copy_of(course, "ann").is_file()
    assert not copy_of(course, "bob").exists()
    assert read_record(course, LESSON).keys() == {"ann", "bob", "s_3"}
    monkeypatch.undo()
    variant(course, LESSON)
    assert everything(course.root) == whole


def test_who_has_numbers_keeps_them_and_a_latecomer_gets_some(given):
    first = copy_of(given, "ann").read_bytes()
    given.secret_file.write_text("ab" * 32)  # an accident
    given.roster.write_text(ROSTER + "late,Lena,Late,,14,B\n", encoding="utf-8")
    expected = own_numbers(given, LESSON, "late")
    report = variant(given, LESSON)
    assert copy_of(given, "ann").read_bytes() == first
    assert read_record(given, LESSON)["late"] == expected == numbers_of(LESSON, "late", given.secret())
    assert report.students == 4
    given.roster.write_text("student_id\nlate\n", encoding="utf-8")
    variant(given, LESSON)
    assert read_record(given, LESSON).keys() == {"ann", "bob", "s_3", "late"}  # work of theirs may be there


def test_a_lesson_must_be_released_as_it_is(course):
    source = course.solution(LESSON)
    notebook = nbformat.read(source, as_version=4)
    cell_of(notebook, "18-rest-prompt").source += " Think."
    source.write_bytes(serialise(notebook))
    with pytest.raises(ExpectedError, match="--again"):
        variant(course, LESSON)
    release(course, LESSON, again=True, changed=True)
    assert "Think." in cell_of(nbformat.read(source, as_version=4), "18-rest-prompt").source
    assert variant(course, LESSON).students == 3
    with pytest.raises(ExpectedError, match="longwave release 14-lock-in"):
        variant(course, "14-lock-in")


def test_a_lesson_without_other_numbers_says_so(course):
    lesson = next(slug for slug in public_lessons() if slug.startswith("08-"))
    release(course, lesson)
    with pytest.raises(ExpectedError, match=f"No task of {lesson}"):
        variant(course, lesson)


def test_a_lesson_that_was_handed_in_with_the_same_numbers_is_not_varied_any_more(course, handed_in):
    path = course.submission("ann", LESSON)
    path.parent.mkdir(parents=True)
    path.write_bytes(handed_in())
    with pytest.raises(ExpectedError, match="1 students have handed in"):
        variant(course, LESSON)
    assert not is_varied(course, LESSON)


def test_a_copy_that_would_give_something_away_stops_all(course, monkeypatch):
    copy = stepping.student_copy

    def leaking(solution):
        made = copy(solution)
        if '"cheap"' in str(solution):
            made.cells[0].source += "\nweight = {cheap} / ({cheap} + {good})".format(
                **carried_numbers(Cells(made.cells))[TASK]
            )
        return made

    monkeypatch.setattr(stepping, "student_copy", leaking)
    with pytest.raises(ExpectedError, match="The copy of ann is not made"):
        variant(course, LESSON)
    assert not is_varied(course, LESSON)


def test_a_damaged_record_is_told_and_a_lost_one_is_drawn_again(given):
    numbers = own_numbers(given, LESSON, "ann")
    record_file(given, LESSON).write_text("{")
    with pytest.raises(ExpectedError, match="damaged"):
        own_numbers(given, LESSON, "ann")
    with pytest.raises(ExpectedError, match="damaged"):
        variant(given, LESSON)
    record_file(given, LESSON).unlink()
    assert own_numbers(given, LESSON, "ann") == numbers
    shutil.rmtree(given.released)
    variant_record = json.dumps({"schema": 1, "students": {"ann": numbers}})
    record_file(given, LESSON).write_text(variant_record)
    assert own_numbers(given, LESSON, "ann") == numbers


# Grading.


def test_grading_takes_source_and_copy_with_the_students_numbers(given, course):
    source, copy, numbers = personal_texts(given, LESSON, "ann")
    assert numbers == numbers_of(LESSON, "ann", given.secret())
    assert nbformat.reads(source, as_version=4) == personal(public("solutions"), "ann", given.secret())
    assert nbformat.reads(copy, as_version=4) == nbformat.read(copy_of(given, "ann"), as_version=4)
    assert personal_texts(given, LESSON, "bob")[0] != source


def test_a_lesson_without_variants_is_graded_as_it_is_printed(course):
    source, copy, numbers = personal_texts(course, LESSON, "ann")
    assert source == course.solution(LESSON).read_text(encoding="utf-8")
    assert nbformat.reads(copy, as_version=4) == nbformat.read(course.exercise(LESSON), as_version=4)
    assert numbers == {}


def test_grades_are_by_each_students_own_numbers(kind, tmp_path):
    course = made_course(tmp_path / "course", {})
    owners = [f"own-{place}" for place in range(12)]
    course.roster.write_text("student_id\n" + "\n".join([*owners, "copied", "public", "early"]) + "\n")
    variant(course, LESSON)
    weights = {student: own_numbers(course, LESSON, student)[TASK] for student in [*owners, "copied"]}
    # Two pairs of numbers can have one weight, and the secret is drawn: the neighbour is one whose weight differs.
    own = next(name for name in owners if abs(weight_at(**weights[name]) / weight_at(**weights["copied"]) - 1) > 0.05)
    right = "weight = {cheap} / ({cheap} + {good})"
    _hand_in(course, own, right.format(**weights[own]))
    _hand_in(course, "copied", right.format(**weights[own]))
    _hand_in(course, "public", RIGHT[TASK])
    _hand_in(course, "early", "weight = 0.5")
    grade(course, LESSON, kind, workers=1)
    found = {student: read_result(course, student, LESSON) for student in (own, "copied", "public", "early")}
    points = {student: {task.id: task for task in result.tasks}[TASK] for student, result in found.items()}
    assert {student: task.points for student, task in points.items()} == {
        own: 1,
        "copied": 0,
        "public": 0,
        "early": 0,
    }
    assert points["early"].mistake == "even weights"
    assert found[own].numbers == {TASK: weights[own]}
    assert sum(task.points for task in found[own].tasks) == sum(POINTS.values())


def weight_at(cheap, good):
    return cheap / (cheap + good)


def _hand_in(course, student, weight):
    notebook = nbformat.read(copy_of(course, student), as_version=4)
    for task, source in {**RIGHT, TASK: weight}.items():
        cell_of(notebook, f"{task}-answer").source = source
    path = course.submission(student, LESSON)
    path.parent.mkdir(parents=True)
    path.write_bytes(serialise(notebook))
    path.with_name("timestamp.txt").write_text("2026-11-27 10:00:00 UTC")
