"""The page with all answers to one question: what it shows, whom it names, and what a student's text cannot do."""

import re
import shutil

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.codes import code_name
from longwave.teaching.argued.prose import answer_html
from longwave.teaching.argued.side_by_side import answers
from longwave.teaching.argued.taking import marks_import
from longwave.teaching.folder.course import find_course
from tests.teaching.classroom import LESSON
from tests.teaching.read_course import TASK, in_formgrader, read_course


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return read_course(tmp_path_factory.mktemp("answers") / "course").root


@pytest.fixture
def course(made, tmp_path):
    return find_course(shutil.copytree(made, tmp_path / "course"))


def page_of(course, **options):
    (path,) = answers(course, LESSON, as_page=True, **options).files
    return path.read_text("utf-8")


def test_all_answers_are_on_one_page_with_rubric_and_anchors(course):
    page = page_of(course)
    assert "<title>7. Argue: pay by the index, or wait for a test?</title>" in page
    assert len(re.findall("<article", page)) == 3
    assert "<strong>Half</strong>" in page
    assert "since a &lt; b." in page
    assert "Anchor A: 4 of 4" in page
    assert "names an observation, as a number" in page
    assert "13 words" in page


def test_a_page_is_one_file_that_fetches_nothing_and_runs_only_its_own_script(course):
    page = page_of(course)
    assert "default-src 'none'; script-src 'sha256-" in page
    assert page.count("<script") == 1
    assert not re.search(r"(src|href)=\"(?!data:)", page)


def test_an_anonymous_page_names_nobody_and_has_its_own_file(course):
    text = course.roster.read_text("utf-8").replace("ann,ann,", "ann,Annemarie,Archer")
    course.roster.write_text(text, "utf-8")
    assert "Annemarie Archer (ann)" in page_of(course)
    page = page_of(course, anonymous=True)
    assert "Annemarie" not in page
    assert not re.search(r"\b(ann|bob|cyd)\b", page)
    assert code_name(course.secret(), TASK, "ann") in page
    assert len(list(course.reports.glob("*.html"))) == 2


def test_the_order_is_drawn_for_each_question():
    from longwave.teaching.argued.codes import in_drawn_order

    students, secret = [f"s{number:02}" for number in range(20)], bytes(32)
    orders = [in_drawn_order(secret, task, students) for task in ("18-argued-a", "18-argued-b")]
    assert orders[0] != orders[1]
    assert students not in orders
    assert in_drawn_order(secret, "18-argued-a", reversed(students)) == orders[0]


def test_a_page_begins_with_the_points_that_count_and_for_a_marker_with_the_markers_own(course, tmp_path):
    code = code_name(course.secret(), TASK, "ann")
    table = tmp_path / "marks.csv"
    table.write_text(f"code,row,points,comment\n{code},1,1,\n{code},2,0.5,Say why.\n{code},3,0,\n{code},4,0,\n")
    marks_import(course, LESSON, table, "eve")
    in_formgrader(course, "bob", 3.5)
    page = page_of(course)
    assert 'value="0.5"' in page
    assert 'value="Say why."' in page
    assert 'value="3.5"' in page
    other = page_of(course, marker="zoe")
    assert 'value="0.5"' not in other
    assert "Say why." not in other
    assert 'value="3.5"' not in other


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/a.png)",
        "<img src=x onerror=alert(1)>",
        "$\\href{javascript:alert(1)}{x}$",
        "[x](https://example.org)",
        "```\n</pre><script>alert(1)</script>\n```",
        "$</math><script>alert(1)</script>$",
        '![x" onerror="alert(1)](attachment:p)',
        "[" * 12_000,
        "*" * 300_000,
    ],
)
def test_a_students_text_is_shown_and_does_nothing(text):
    shown = answer_html(text, {"p": "data:image/png;base64,AA=="})
    assert not re.search(r"<(script|a|iframe|form|input|style|link)\b", shown)
    for tag in re.findall(r"<img[^>]*>", shown):
        assert re.fullmatch(r'<img src="data:image/png;base64,AA==" alt="[^"]*">', tag)


def test_the_list_says_what_is_open(course):
    in_formgrader(course, "bob", 3.5)
    rows = answers(course, LESSON).rows
    assert sum("open" in row for row in rows) == 2
    assert any("bob" in row and "3.5" in row for row in rows)
    assert not any("bob" in row for row in answers(course, LESSON, anonymous=True).rows)


def test_an_unknown_task_is_told_with_those_there_are(course):
    with pytest.raises(ExpectedError, match=TASK):
        answers(course, LESSON, "18-other")
