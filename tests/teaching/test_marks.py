"""Marks by row in a table: out to markers, back from a spreadsheet, into the gradebook, and nothing overwritten."""

import csv
import io
import json
import shutil

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.argued import log as log_module
from longwave.teaching.argued import taking
from longwave.teaching.argued.codes import code_name
from longwave.teaching.argued.giving import marks_export, pile_of
from longwave.teaching.argued.log import log_file, read_log
from longwave.teaching.argued.taking import marks_import
from longwave.teaching.argued.who import who
from longwave.teaching.folder.course import find_course
from tests.teaching.classroom import LESSON
from tests.teaching.read_course import TASK, grade_without_code, in_formgrader, in_gradebook, read_course


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return read_course(tmp_path_factory.mktemp("marks") / "course").root


@pytest.fixture
def course(made, tmp_path):
    return find_course(shutil.copytree(made, tmp_path / "course"))


@pytest.fixture
def code(course):
    return lambda student: code_name(course.secret(), TASK, student)


@pytest.fixture
def table(tmp_path):
    """Return a function that writes lines as a table."""

    def write(*lines, header="code,row,points,comment", name="marks.csv", form="utf-8"):
        path = tmp_path / name
        path.write_bytes("\n".join([header, *lines]).encode(form))
        return path

    return write


def by_row(code, student, *points):
    return [f"{code(student)},{number},{given}," for number, given in enumerate(points, 1)]


def rows_out(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_a_table_has_a_line_for_each_row_of_each_answer_and_no_name(course, code):
    report = marks_export(course, LESSON)
    rows = rows_out(report.files[0])
    assert list(rows[0]) == ["code", "row", "points", "comment"]
    assert [row["row"] for row in rows] == ["1", "2", "3", "4", "all"] * 3
    assert {row["code"] for row in rows} == {code("ann"), code("bob"), code("cyd")}  # dan wrote nothing
    assert "ann" not in report.files[0].read_text("utf-8-sig").replace(code("ann"), "")
    assert "Left empty: 1" in report.lines()[0]


def test_rows_add_up_to_the_points_in_the_gradebook(course, code, table):
    marks_import(
        course, LESSON, table(*by_row(code, "ann", 1, "0.5", 0, 1), f"{code('ann')},all,,Which cities?"), "eve"
    )
    assert in_gradebook(course, "ann") == (2.5, "Which cities?", False)
    assert in_gradebook(course, "bob")[0] is None


@pytest.mark.parametrize(
    ("header", "line", "form"),
    [
        ("code,row,points,comment", "{code},{row},{points},", "utf-8-sig"),
        ("code;row;points;comment", "{code};{row};{comma};", "utf-8-sig"),
        ("comment;points;code;row", ";{comma};{upper};{row},0", "utf-8"),
        ("code\trow\tpoints\tcomment", "{code}\t{row}\t{points}\t", "utf-16"),
        ("sep=;\ncode;row;points;comment;mine", "{code};{row};{comma};;a note", "utf-8"),
        ("Code,Row,Points,Comment", '{code},{row},"{comma}",', "utf-8"),
    ],
)
def test_a_table_may_come_back_from_a_spreadsheet(course, code, table, header, line, form):
    lines = [
        line.format(code=code("ann"), upper=code("ann").upper(), row=row, points=points, comma=points.replace(".", ","))
        for row, points in (("3", "0.5"), ("1", "1"), ("4", "0"), ("2", "1"))
    ]
    marks_import(course, LESSON, table(*lines, "", header=header, form=form), "eve")
    assert in_gradebook(course, "ann")[0] == 2.5


def test_every_wrong_line_is_named_and_nothing_is_taken(course, code, table):
    before = course.gradebook_file.read_bytes()
    ann, bob = code("ann"), code("bob")
    lines = [
        f"{ann},1,1,",
        f"{ann},2,two,",
        f"{ann},3,1.5,",
        f"{ann},9,1,",
        f"{ann},1,0,",
        f"{bob[:-1]}x,1,1,",
        f"{bob},1,1,",
        f"{bob},all,3,",
        f"{bob},2,-1,",
        f"{bob},3,nan,",
        f"{bob},4,1e9,",
    ]
    with pytest.raises(ExpectedError) as told:
        marks_import(course, LESSON, table(*lines), "eve")
    said = str(told.value).splitlines()
    assert [line.split(":")[0] for line in said[1:]] == [f"line {number}" for number in (3, 4, 5, 6, 7, 9, 10, 11, 12)]
    for word in ("'two'", "more than the 1", "no row '9'", "in line 2, too", bob, "add up to 1"):
        assert word in str(told.value)
    assert course.gradebook_file.read_bytes() == before
    assert not log_file(course, LESSON).exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no column code"),
        (b"code,row,points\n", "no column comment"),
        (b"code,row,points,comment\nx,1,1,a,b\n", "line 2: more cells"),
        (b"code,row,points,comment\nx,1,1,\xe4\n", "not in UTF-8"),
        (b'code,row,points,comment\n"' + b"x" * 200_000, "not a table"),
    ],
)
def test_what_is_no_table_is_told_plainly(course, tmp_path, content, says):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(ExpectedError, match=says):
        marks_import(course, LESSON, path, "eve")


def test_lines_are_counted_as_an_editor_counts_them(course, code, table):
    with pytest.raises(ExpectedError, match="line 5: 'no' is no number"):
        marks_import(course, LESSON, table(f'{code("ann")},1,1,"two', 'lines"', "", f"{code('ann')},2,no,"), "eve")


def test_missing_rows_leave_an_answer_open_and_can_follow_later(course, code, table):
    report = marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1)), "eve")
    assert in_gradebook(course, "ann")[0] is None
    assert any("still open" in line and code("ann") in line for line in report.lines())
    marks_import(course, LESSON, table(f"{code('ann')},4,1,", f"{code('ann')},3,0,"), "eve")
    assert in_gradebook(course, "ann")[0] == 3.0


def test_a_formula_is_defused_on_the_way_out_and_is_itself_again_on_the_way_in(course, code, table):
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 1, 1), f'{code("ann")},all,,"=HYPERLINK(1)"'), "eve")
    path = marks_export(course, LESSON).files[0]
    assert "'=HYPERLINK(1)" in path.read_text("utf-8-sig")
    assert marks_import(course, LESSON, path, "eve").lines()[1] == "Unchanged: 3."
    assert in_gradebook(course, "ann")[1] == "=HYPERLINK(1)"


def test_a_table_that_comes_back_as_it_went_out_changes_nothing(course, code, table):
    in_formgrader(course, "bob", 2.5, "two\nlines")
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve")
    path, before = marks_export(course, LESSON).files[0], read_log(course, LESSON)
    marks_import(course, LESSON, path, "zoe")
    assert read_log(course, LESSON) == before
    assert in_gradebook(course, "bob")[1] == "two\nlines"


def test_points_of_formgrader_are_not_overwritten_unless_it_is_said(course, code, table):
    path = table(*by_row(code, "ann", 1, 1, 0, 0), *by_row(code, "bob", 1, 1, 1, 1))
    in_formgrader(course, "ann", 4.0, "Good.")
    with pytest.raises(ExpectedError, match=rf"line 2: {code('ann')} has 4 points from formgrader, the table gives 2"):
        marks_import(course, LESSON, path, "eve")
    assert in_gradebook(course, "ann")[0] == 4.0
    assert in_gradebook(course, "bob")[0] is None
    with pytest.raises(ExpectedError, match="--why"):
        marks_import(course, LESSON, path, "eve", over=True)
    marks_import(course, LESSON, path, "eve", over=True, why="read again together")
    assert in_gradebook(course, "ann")[:2] == (2.0, "Good.")
    assert in_gradebook(course, "bob")[0] == 4.0


def test_what_formgrader_overwrites_is_noticed_and_logged(course, code, table):
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve")
    in_formgrader(course, "ann", 3.0)
    pile = pile_of(course, LESSON)
    assert pile.log.counting(pile.questions[0], "ann", 3.0) is None  # its rows no longer add up
    changes = [(one["who"], one["from"], one["to"]) for one in read_log(course, LESSON) if "to" in one]
    assert changes == [("eve", None, 2.0), ("formgrader", 2.0, 3.0)]
    rows = [row for row in rows_out(marks_export(course, LESSON).files[0]) if row["code"] == code("ann")]
    assert [row["points"] for row in rows] == ["", "", "", "", "3"]


def test_the_log_says_who_when_from_what_to_what_and_why_and_only_grows(course, code, table):
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve", why="first reading")
    before = log_file(course, LESSON).read_bytes()
    marks_import(course, LESSON, table(f"{code('ann')},3,1,"), "eve", why="overlooked a sentence")
    after = log_file(course, LESSON).read_bytes()
    assert after.startswith(before)
    (change,) = [one for one in map(json.loads, after[len(before) :].splitlines()) if one["event"] == "points"]
    assert (change["who"], change["from"], change["to"], change["why"]) == ("eve", 2.0, 3.0, "overlooked a sentence")
    assert change["when"].endswith("+00:00")


def test_a_second_reading_is_kept_beside_and_gives_no_points(course, code, table):
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve")
    blank = rows_out(marks_export(course, LESSON, marker="zoe").files[0])
    assert not any(row["points"] for row in blank)
    with pytest.raises(ExpectedError, match="2 points from eve, the table gives 4"):
        marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 1, 1)), "zoe")
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 1, 1)), "zoe", second=True)
    assert in_gradebook(course, "ann")[0] == 2.0
    assert set(pile_of(course, LESSON).log.readings[TASK, "ann"]) == {"eve", "zoe"}


def test_a_text_that_was_handed_in_after_the_table_was_made_is_to_be_looked_at_again(course, code, table):
    marks_export(course, LESSON)
    grade_without_code(course, "ann", "Another text.")
    report = marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve")
    assert in_gradebook(course, "ann") == (2.0, "", True)
    assert any("Handed in again" in line for line in report.lines())
    marks_export(course, LESSON, marker="eve")
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve")
    assert in_gradebook(course, "ann") == (2.0, "", False)


def test_a_table_on_which_somebody_works_is_not_overwritten(course):
    first = marks_export(course, LESSON).files[0]
    first.write_text(first.read_text("utf-8-sig").replace(",1,,", ",1,1,"))
    second = marks_export(course, LESSON).files[0]
    assert second != first
    assert marks_export(course, LESSON).files[0] == second


def test_a_command_that_is_stopped_before_the_gradebook_is_written_leaves_no_points(course, code, table, monkeypatch):
    path = table(*by_row(code, "ann", 1, 1, 0, 0))
    append = log_module.append

    def stopped(*about):
        append(*about)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(taking, "append", stopped)
        with pytest.raises(KeyboardInterrupt):
            marks_import(course, LESSON, path, "eve")
    assert in_gradebook(course, "ann")[0] is None
    assert pile_of(course, LESSON).log.readings == {}
    marks_import(course, LESSON, path, "eve")
    assert in_gradebook(course, "ann")[0] == 2.0
    assert [one["event"] for one in read_log(course, LESSON)] == ["read", "points", "undone", "read", "points", "done"]


def test_a_command_that_is_stopped_after_it_is_known_to_be_done(course, code, table):
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve")
    path = log_file(course, LESSON)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]) + lines[-1][:20])  # as if "done" had been written by half
    assert set(pile_of(course, LESSON).log.readings[TASK, "ann"]) == {"eve"}
    assert read_log(course, LESSON)[-1]["event"] == "done"


def test_a_damaged_log_is_named_with_its_line(course, code, table):
    marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve")
    path = log_file(course, LESSON)
    path.write_bytes(b"[]\n" + path.read_bytes())
    with pytest.raises(ExpectedError, match="line 1: it is damaged"):
        pile_of(course, LESSON)


def test_a_dry_run_writes_nothing(course, code, table, everything):
    in_formgrader(course, "bob", 1.0)
    before = everything(course.root)
    marks_export(course, LESSON, dry_run=True)
    report = marks_import(course, LESSON, table(*by_row(code, "ann", 1, 1, 0, 0)), "eve", dry_run=True)
    assert report.lines()[0] == "Would give points to: 1."
    assert everything(course.root) == before


def test_only_the_folder_turns_a_code_name_back(course, code):
    assert who(course, LESSON, [code("ann").upper()]).rows == [(code("ann"), TASK, "ann")]
    assert code_name(b"another secret, of 32 bytes or so", TASK, "ann") != code("ann")
    assert code_name(course.secret(), "18-other", "ann") != code("ann")
    with pytest.raises(ExpectedError, match="Did you mean"):
        who(course, LESSON, [code("ann")[:-1] + "x"])


def test_a_student_id_can_stand_for_the_code_name(course, table):
    marks_import(course, LESSON, table("ann,all,3.5,"), "eve")
    assert in_gradebook(course, "ann")[0] == 3.5


@pytest.mark.parametrize("name", ["", " ", "formgrader", "x" * 41])
def test_a_marker_needs_a_name(course, table, name):
    with pytest.raises(ExpectedError, match="marker's name"):
        marks_import(course, LESSON, table(), name)


def test_an_answer_that_was_handed_in_again_and_empty_costs_no_marker_the_table(course, code, table):
    marks_export(course, LESSON)
    grade_without_code(course, "ann", "")
    path = table(*by_row(code, "ann", 1, 1, 0, 0), *by_row(code, "bob", 1, 0, 0, 0))
    marks_import(course, LESSON, path, "eve")
    assert in_gradebook(course, "ann") == (2.0, "", True)  # kept, and to be looked at
    assert in_gradebook(course, "bob") == (1.0, "", False)


def test_two_answers_never_have_one_code_name(monkeypatch):
    from longwave.teaching.argued import codes

    monkeypatch.setattr(codes, "_CONSONANTS", "b")
    monkeypatch.setattr(codes, "_FORM", ("b", "ai", "b", "a", "b"))
    found = codes.code_names(bytes(32), TASK, ["ann", "bob", "cyd", "dan"])
    assert any(code.count("-") == 2 for code in found.values())
    two_words = [code for code in found.values() if code.count("-") == 1]
    assert len(set(two_words)) == len(two_words)


def test_formgrader_shows_the_points_of_a_table_as_given(course, code, table, monkeypatch):
    from nbgrader.apps.api import NbGraderAPI
    from traitlets.config import PyFileConfigLoader

    marks_import(course, LESSON, table(*by_row(code, "ann", 1, "0.5", 0, 1)), "eve")
    api = NbGraderAPI(config=PyFileConfigLoader("nbgrader_config.py", str(course.root)).load_config())
    shown = {one["student"]: one for one in api.get_notebook_submissions(LESSON, LESSON)}
    assert (shown["ann"]["score"], shown["ann"]["needs_manual_grade"]) == (6.5, False)
    assert (shown["bob"]["score"], shown["bob"]["needs_manual_grade"]) == (4.0, True)
