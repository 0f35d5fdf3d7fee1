"""The roster: what spreadsheets make of it is read, and what cannot be used is named by its line."""

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.roster import Student, read_roster, students_of

HEADER = "student_id,first_name,last_name,email,lms_id,section\n"


def test_students_are_read_in_order(course):
    assert [student.student_id for student in read_roster(course)] == ["ann", "bob", "s_3"]
    assert read_roster(course)[1] == Student("bob", "Bob", "O'Brien", "bob@example.org", "12", "A")
    assert read_roster(course)[2].full_name == "小明 王"


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + HEADER + "ann,Ann,Archer,,11,\r\n\r\n",
        "student_id;last_name;first_name;lms_id\nann;Archer;Ann;11\n",
        'Student_ID, First_Name ,last_name,lms_id\n ann ," Ann","Archer\u202e",11\n,,,\n',
    ],
)
def test_what_spreadsheets_make_of_a_roster_is_read(course, content):
    course.roster.write_bytes(content.encode())
    student = read_roster(course)[0]
    assert (student.student_id, student.first_name, student.last_name) == ("ann", "Ann", "Archer")
    assert student.lms_id == "11"


@pytest.mark.parametrize(("written", "read"), [("1001.0", "1001"), ("1001,00", "1001"), ("10.5", "10.5"), ("", "")])
def test_a_number_that_a_spreadsheet_wrote_with_a_decimal_is_the_platforms_number(course, written, read):
    course.roster.write_text(f'{HEADER}ann,Ann,,,"{written}",\n', "utf-8")
    assert read_roster(course)[0].lms_id == read


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("../x,,,,,", "line 2: '../x' cannot be a student id"),
        ("ann,,,,,\n=cmd,,,,,", "line 3: '=cmd' cannot be a student id"),
        (",Ann,,,,", "line 2: '' cannot be a student id"),
        ("ann,,,,,\nbob,,,,,\nANN,,,,,", "line 4: student_id 'ANN' is that of line 2"),
        ("ann,,,,7,\nbob,,,,7,", "line 3: lms_id '7' is that of line 2"),
        ("ann,,,,=7,", "line 2: '=7' cannot be an lms_id"),
        ("aux,,,,,", "line 2: aux is a word that Windows keeps for a device"),
        ("ann,,,,,\nNUL,,,,,", "line 3: NUL is a word that Windows keeps for a device"),
        ("ann,Ann,King, Jr,ann@example.org,7,A", "line 2: it has 7 cells for 6 columns"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(course, lines, says):
    course.roster.write_text(HEADER + lines + "\n", "utf-8")
    with pytest.raises(ExpectedError, match=says):
        read_roster(course)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no column student_id"),
        (b"name\nann\n", "no column student_id"),
        (b"student_id,lmsid\nann,7\n", "column 'lmsid', .* mean lms_id"),
        (b"student_id,student_id\nann,7\n", "there twice"),
        ("student_id,last_name\nann,王\n".encode("gb18030"), "not in UTF-8"),
    ],
)
def test_a_file_that_cannot_be_used_says_so(course, content, says):
    course.roster.write_bytes(content)
    with pytest.raises(ExpectedError, match=says):
        read_roster(course)


def test_a_missing_and_an_empty_roster_say_what_to_write(course):
    course.roster.write_text(HEADER)
    with pytest.raises(ExpectedError, match="lists no student yet"):
        students_of(course)
    course.roster.unlink()
    with pytest.raises(ExpectedError, match="must hold the columns student_id"):
        read_roster(course)
