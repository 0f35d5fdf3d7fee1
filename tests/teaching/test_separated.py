"""Tables that come back from people: a quotation mark out of place must not swallow the lines below it."""

import csv

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.argued.table import read_table
from longwave.teaching.folder.roster import HEADER, read_roster, students_in
from longwave.teaching.folder.roster_import import import_roster
from longwave.teaching.folder.separated import reader_of

OPEN = '"never closed'
EARLY = '"Ann" of Kent'


@pytest.mark.parametrize("cell", [OPEN, EARLY])
def test_a_table_of_marks_says_where_the_mark_is_and_takes_nothing(tmp_path, cell):
    path = tmp_path / "marks.csv"
    path.write_text(f"code,row,points,comment\na-b,1,1,well done\na-c,1,1,{cell}\na-d,1,2,read me\n")
    with pytest.raises(ExpectedError, match="line 3: a quotation mark begins a text that does not end"):
        read_table(path)


@pytest.mark.parametrize("cell", [OPEN, EARLY])
def test_no_student_of_a_roster_is_swallowed(course, tmp_path, cell):
    text = f"{HEADER}s1,Bob,O'Brien,,1,\ns2,{cell},Archer,,2,\ns3,Zed,Zhou,,3,\n"
    with pytest.raises(ExpectedError, match=r"roster.csv, line 3: a quotation mark"):
        students_in(text, course.roster)
    export, before = tmp_path / "export.csv", read_roster(course)
    export.write_text(f"First name,Last name,ID number,Email address\n{cell},Archer,1,a@x.org\nBob,B,2,b@x.org\n")
    with pytest.raises(ExpectedError, match=r"export.csv, line 2, cannot be read: a quotation mark"):
        import_roster(course, export)
    assert read_roster(course) == before


def test_marks_inside_of_a_text_and_lines_in_quotes_are_read_as_ever():
    text = 'a;b\n"two ""words""";6" wide\n"two\nlines";x\n'
    assert list(reader_of(text)) == [["a", "b"], ['two "words"', '6" wide'], ["two\nlines", "x"]]


def test_the_line_is_where_the_row_begins():
    rows = reader_of('a,b\n"two\nlines",x\nc,"open\nd,e\n')
    with pytest.raises(csv.Error):
        list(rows)
    assert rows.line_num == 4
