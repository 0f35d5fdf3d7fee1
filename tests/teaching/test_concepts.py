"""The concept test: its questions, its two notebooks, and what was gained."""

import json
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.data import load
from longwave.reader.course import course_folder
from longwave.reader.errors import ExpectedError
from longwave.tasks.kinds import choice_digest
from longwave.tasks.task import labs
from longwave.teaching.concepts.notebooks import AFTER, BEFORE, concept_notebook, concepts
from longwave.teaching.concepts.questions import every_question, questions
from longwave.teaching.folder.founding import new_course
from longwave.teaching.grading.grade import grade
from longwave.teaching.handout.release import release
from longwave.teaching.intake.collect import collect
from longwave.teaching.returning.gain import gain, gain_table, normalised_gain
from tests.teaching.made_course import copied

RIGHT_OF_ALL = {
    q.id: next(letter for letter in q.options if choice_digest(q.id, letter) == q.right) for q in every_question()
}
RIGHT = {question.id: RIGHT_OF_ALL[question.id] for question in questions()}


def test_there_is_one_question_for_each_lesson_of_parts_one_to_four():
    syllabus = load("syllabus")
    lessons = syllabus.loc[syllabus["part"].isin([1, 2, 3, 4]), "lesson"].str[:2]
    assert [question.lesson for question in questions()] == list(lessons)


def test_there_is_one_question_for_each_lab_and_the_whole_test_leaves_it_out():
    written = {path.stem[:2] for path in (course_folder() / "lessons").glob("*.ipynb")}
    assert [question.lesson for question in questions(5)] == sorted(written & labs())
    assert not {question.lesson for question in questions()} & labs()


def test_a_part_without_questions_is_told_which_have_some():
    with pytest.raises(ExpectedError, match="Part 6 has no questions. These have: 1, 2, 3, 4, 5"):
        questions(6)


@pytest.mark.parametrize("question", every_question(), ids=lambda question: question.id)
def test_each_question_has_one_right_letter_and_a_misconception_for_every_other(question):
    assert sorted(question.options) == list("abcd")
    assert sorted(question.misconceptions) == sorted(set("abcd") - {RIGHT_OF_ALL[question.id]})
    assert len(set(question.options.values())) == 4


def test_the_right_letters_follow_no_pattern():
    letters = list(RIGHT.values())
    assert max(map(letters.count, "abcd")) <= len(letters) / 3
    assert min(map(letters.count, "abcd")) >= len(letters) / 6
    assert not re.search(r"(.)\1\1", "".join(letters))


def test_a_dry_run_says_what_it_would_write_and_writes_nothing(tmp_path):
    course = new_course(tmp_path / "mine")
    assert concepts(course, dry_run=True).lines()[:2] == [f"Would write: {BEFORE}", f"Would write: {AFTER}"]
    assert not course.solution(BEFORE).exists()
    assert concepts(course).lines()[0] == f"Written: {BEFORE}"


@pytest.mark.parametrize(
    ("part", "count", "minutes"), [(1, 10, 15), (2, 8, 10), (3, 6, 10), (4, 8, 10), (None, 32, 40)]
)
def test_a_test_may_ask_about_one_part_alone(tmp_path, part, count, minutes):
    course = new_course(tmp_path / "mine")
    concepts(course, part=part)
    notebook = json.loads(course.solution(AFTER).read_text("utf-8"))
    assert notebook["metadata"]["longwave"]["minutes"] == minutes
    assert f"{count} questions, about {minutes} minutes" in "".join(notebook["cells"][0]["source"])
    asked = [cell["metadata"]["nbgrader"]["grade_id"][3:5] for cell in notebook["cells"] if "answer" in cell["id"]]
    syllabus = load("syllabus")
    parts = [part] if part else [1, 2, 3, 4]
    assert asked == list(syllabus.loc[syllabus["part"].isin(parts), "lesson"].str[:2])


@given(st.floats(0, 0.99), st.floats(0, 1))
def test_all_that_was_missing_is_a_gain_of_1_and_nothing_one_of_0(before, after):
    assert normalised_gain(before, 1) == pytest.approx(1)
    assert normalised_gain(before, before) == 0
    assert normalised_gain(before, after) <= 1 + 1e-9


def test_where_all_were_right_before_there_is_no_gain_to_speak_of():
    assert np.isnan(normalised_gain(1, 1))


def test_only_students_of_both_tests_count():
    before = pd.DataFrame({"q": [0.0, 0.0, 1.0]}, index=["a", "b", "gone"])
    after = pd.DataFrame({"q": [1.0, 0.0, 1.0]}, index=["a", "b", "new"])
    assert gain_table(before, after).loc["q"].tolist() == [0.0, 0.5, 0.5]


@pytest.fixture(scope="module")
def both_released(tmp_path_factory):
    """A course folder to be copied: one student, and both concept tests released."""
    course = new_course(tmp_path_factory.mktemp("concepts") / "course")
    course.roster.write_text("student_id\nann\n")
    concepts(course)
    for slug in (BEFORE, AFTER):
        release(course, slug)
    return course


def answered(slug, letters):
    notebook = concept_notebook(slug)
    for cell in notebook.cells:
        name = cell.metadata.nbgrader.grade_id.removesuffix("-answer")
        if cell.metadata.nbgrader.solution:
            cell.source = f"q{name[3:]} = {letters[name]!r}" if name in letters else f"q{name[3:]} = ..."
    return notebook


def test_a_class_takes_both_tests_and_the_page_says_what_was_gained(tmp_path, kind):
    course = new_course(tmp_path / "course")
    course.roster.write_text("student_id\nann\nbob\ncem\n")
    with pytest.raises(ExpectedError, match="Nobody has both tests"):
        gain(course)
    assert concepts(course).written == [BEFORE, AFTER]
    assert concepts(course).written == []
    wrong = {question.id: min(question.misconceptions) for question in questions()}
    half = {**wrong, **dict(list(RIGHT.items())[: len(RIGHT) // 2])}
    for slug, answers in ((BEFORE, {"ann": wrong, "bob": {}, "cem": wrong}), (AFTER, {"ann": RIGHT, "bob": half})):
        release(course, slug)
        released = course.exercise(slug).read_text("utf-8")
        assert "choice_digest" not in released
        for student, letters in answers.items():
            path = course.submission(student, slug)
            path.parent.mkdir(parents=True)
            path.write_text(nbformat_text(answered(slug, letters)), "utf-8")
        grade(course, slug, kind, workers=1)
    report = gain(course)
    assert report.summary == ["2 students took both tests: 0% right before, 75% after, a gain of 0.75."]
    page = report.file.read_text("utf-8")
    last = questions()[-1]
    assert last.misconceptions[min(last.misconceptions)] in page
    assert page.count("<tr>") == 1 + len(questions())
    assert "Right answers went from 0% to 75%" in page


def test_a_download_of_the_test_after_is_not_taken_for_the_test_before(both_released, tmp_path):
    course = copied(both_released, tmp_path / "course")
    for slug in (BEFORE, AFTER):
        download = tmp_path / slug / "ann"
        download.mkdir(parents=True)
        (download / "mine.ipynb").write_text(nbformat_text(answered(slug, RIGHT)), "utf-8")
        assert collect(course, None, download.parent).lesson == slug
        assert course.submission("ann", slug).read_bytes() == (download / "mine.ipynb").read_bytes()
    report = collect(course, BEFORE, tmp_path / AFTER)
    assert [note.reason for note in report.notes if note.kind == "other lesson"] == [f"a notebook of {AFTER}"]
    assert course.submission("ann", BEFORE).read_bytes() == (tmp_path / BEFORE / "ann" / "mine.ipynb").read_bytes()


@pytest.mark.parametrize("metadata", [{}, {"longwave": 5}, {"longwave": {"slug": ["x"]}}, {"longwave": {"slug": "x"}}])
def test_a_concept_test_that_does_not_say_which_it_is_asks_for_the_lesson(both_released, tmp_path, metadata):
    course = copied(both_released, tmp_path / "course")
    notebook = answered(AFTER, RIGHT)
    notebook.metadata = metadata
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ann.ipynb").write_text(nbformat_text(notebook), "utf-8")
    with pytest.raises(ExpectedError, match="add --lesson"):
        collect(course, None, tmp_path / "in")
    assert collect(course, AFTER, tmp_path / "in").students("collected") == ["ann"]


def nbformat_text(notebook):
    import nbformat

    return nbformat.writes(notebook)
