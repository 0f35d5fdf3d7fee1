"""The roster from Canvas's and Moodle's own exports, whatever a spreadsheet or another language made of them."""

import pytest
from typer.testing import CliRunner

from longwave.cli import commands
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.roster import HEADER, Student, read_roster
from longwave.teaching.folder.roster_import import import_roster

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Exercises 18 (771),Current Score
,,,,,Manual Posting,
    Points Possible,,,,,13.00,(read only)
"Archer, Ann",2001,s11,ann@example.org,Monday,9.00,80
"O'Brien, Bob",2002,s12,bob@example.org,"Monday and Lab, 2",,
"王, 小明",2003,s13,ming@example.org,Lab,,
"Student, Test",2999,,1f0e9d8c7b6a,Monday,,
"""
MOODLE = """\
First name,Surname,ID number,Institution,Department,Email address,Assignment: 18 (Real),Last downloaded from this course
Ann,Archer,11,,,ann@example.org,9.00,1764547200
小明,王,13,,,ming@example.org,-,1764547200
"""
GERMAN = "Vorname;Nachname;ID-Nummer;E-Mail-Adresse;Gruppen\nZoë;Müller;+49 11;zoe@example.org;Rot\n"
GREEK = """\
Όνομα,Επώνυμο,Ηλεκτρονική διεύθυνση,Αριθμός,Βαθμός
Άννα,Παπά,anna@example.org,20231,7
Νίκος,Ρήγας,nikos@example.org,20232,7
"""


@pytest.fixture
def brought(course, tmp_path):
    """Return a function that imports a text into an empty roster, or one with these lines."""

    def bring(text, lines="", dry_run=False):
        course.roster.write_text(HEADER + lines, "utf-8")
        path = tmp_path / "export.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return import_roster(course, path, dry_run=dry_run), read_roster(course)

    return bring


def test_canvas_export_gives_ids_names_and_sections_without_the_points_and_the_test_student(brought):
    report, students = brought(CANVAS)
    assert students == [
        Student("s11", "Ann", "Archer", "ann@example.org", "2001", "Monday"),
        Student("s12", "Bob", "O'Brien", "bob@example.org", "2002", "Monday and Lab, 2"),
        Student("s13", "小明", "王", "ming@example.org", "2003", "Lab"),
    ]
    text = "\n".join(report.lines())
    assert "Left out: Canvas's test student." in text
    assert "Points" not in text
    assert "Student → name" in text
    assert "ID → lms_id" in text
    assert "New: 3" in text


def test_canvas_export_with_two_columns_of_names_or_without_sis_ids(brought):
    text = "LastName,FirstName,ID,SIS Login ID,Section\n    Points Possible,,,,\nArcher,Ann,2001,ann@example.org,A\n"
    assert brought(text)[1] == [Student("ann@example.org", "Ann", "Archer", "ann@example.org", "2001", "A")]


def test_moodles_exports_are_read(brought):
    assert brought(MOODLE)[1] == [
        Student("11", "Ann", "Archer", "ann@example.org", "11"),
        Student("13", "小明", "王", "ming@example.org", "13"),
    ]
    report, students = brought(GERMAN)
    assert students == [Student("4911", "Zoë", "Müller", "zoe@example.org", "", "", "Rot")]
    text = "\n".join(report.lines())
    assert "'+49 11' cannot be an lms_id" in text
    assert "'+49 11' becomes the student id 4911" in text


def test_moodles_list_of_participants_has_whole_names_and_no_number(brought):
    text = (
        "First name / Last name,Email address,Groups\nAnn Mary Archer,Ann+1@example.org,Red\n王小明,ming@example.org,\n"
    )
    report, students = brought(text)
    assert students == [
        Student("Ann_1@example.org", "Ann Mary", "Archer", "Ann+1@example.org", "", "", "Red"),
        Student("ming@example.org", "王小明", "", "ming@example.org"),
    ]
    assert "'Ann+1@example.org' becomes the student id Ann_1@example.org" in "\n".join(report.lines())


def test_unknown_headings_are_known_by_what_stands_below_them(brought):
    report, students = brought(GREEK)
    assert students[0] == Student("20231", "Άννα", "Παπά", "anna@example.org", "20231")
    assert report.columns["email"] == "Ηλεκτρονική διεύθυνση"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + MOODLE.encode(),
        MOODLE.encode("utf-16"),
        MOODLE.replace(",", ";").encode(),
        MOODLE.replace(",", "\t").replace("\n", "\r\n").encode(),
        ("\n" + MOODLE.replace(",11,", ", 11.0 ,").replace("Archer", " Archer\u202e ") + "\n,,,,,,,\n").encode(),
    ],
)
def test_what_spreadsheets_make_of_an_export_is_read(brought, content):
    assert [student.student_id for student in brought(content)[1]] == ["11", "13"]
    assert brought(content)[1][0] == Student("11", "Ann", "Archer", "ann@example.org", "11")


def test_who_is_known_keeps_the_id_and_nobody_is_lost(brought, course):
    lines = "ann,Ann,A.,ann@example.org,,old,red\nxu,Xu,,,77,,\n"
    report, students = brought(MOODLE, lines)
    assert students == [
        Student("ann", "Ann", "Archer", "ann@example.org", "11", "old", "red"),
        Student("xu", "Xu", "", "", "77"),
        Student("13", "小明", "王", "ming@example.org", "13"),
    ]
    assert (report.new, report.changed, report.absent) == (["13"], ["ann"], ["xu"])
    assert report.saved.read_text("utf-8") == HEADER + lines
    again = import_roster(course, course.root.parent / "export.csv")
    assert (again.new, again.changed, again.saved) == ([], [], None)


def test_two_ids_that_would_be_one_folder_stay_two(brought):
    students = brought("student_id,name\na+1,Ann\na 1,Bob\nA_1,Cy\naux,Dee\n..,Eve\n学生,Fu\n")[1]
    assert [student.student_id for student in students] == ["a_1", "a1", "A_1-2", "s_aux", "s_", "s_-2"]


def test_a_dry_run_writes_nothing(brought, course):
    report, students = brought(CANVAS, dry_run=True)
    assert students == []
    assert report.new == ["s11", "s12", "s13"]
    assert "dry run" in report.lines()[0]
    assert not course.backups.exists()


def test_a_name_that_a_spreadsheet_would_run_is_only_shown(brought, course):
    brought('Student,ID\n"=HYPERLINK(""x"")",2001\n')
    assert "'=HYPERLINK" in course.roster.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no column that says who is who"),
        (b"Name,Score\nAnn,9\n", "Its columns are: Name, Score. Call one student_id"),
        (b"PK\x03\x04....", "is a spreadsheet. Save it as"),
        ("Name,Email\n王,x@example.org\n".encode("gb18030"), "not in UTF-8"),
        (b'email\n"a@example.org\x00' + b"x" * 200_000, "cannot be read: .*field larger"),
        (b"student_id,lms_id\nann,7\nbob,7\n", "left as it was: .*line 3: lms_id '7' is that of line 2"),
    ],
)
def test_a_file_that_cannot_be_used_says_so_and_changes_nothing(brought, course, content, says):
    with pytest.raises(ExpectedError, match=says):
        brought(content, "ann,Ann,,,,,\n")
    assert [student.student_id for student in read_roster(course)] == ["ann"]


def test_a_file_that_is_not_there_is_named(course, tmp_path):
    with pytest.raises(ExpectedError, match="nowhere.csv cannot be read"):
        import_roster(course, tmp_path / "nowhere.csv")


def test_the_command_says_what_it_read(course, tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(CANVAS, "utf-8")
    done = CliRunner().invoke(commands(), ["roster", "import", str(path), "--course", str(course.root)])
    assert done.exit_code == 0, done.output
    assert "Brought up to date: ann, bob, s_3" in done.output
    assert [student.lms_id for student in read_roster(course)] == ["2001", "2002", "2003"]


SHARED = "First name,Last name,ID number,Email address\n{}"


def test_two_people_with_one_address_stay_two(brought):
    lines = "ann,Ann,Archer,home@example.org,11,\n"
    text = SHARED.format("Ann,Archer,11,home@example.org\nZed,Archer,99,home@example.org\n")
    report, students = brought(text, lines)
    assert [(one.student_id, one.first_name, one.lms_id) for one in students] == [
        ("ann", "Ann", "11"),
        ("99", "Zed", "99"),
    ]
    assert (report.new, report.changed, report.absent) == (["99"], [], [])


def test_an_address_that_two_share_says_nothing_where_no_number_does(brought):
    lines = "ann,Ann,Archer,home@example.org,,\n"
    text = SHARED.format("Ann,Archer,11,home@example.org\nZed,Archer,99,home@example.org\n")
    report, students = brought(text, lines)
    assert [one.student_id for one in students] == ["ann", "11", "99"]
    assert report.absent == ["ann"]


def test_who_would_take_anothers_id_is_refused_and_nobody_is_overwritten(brought, course):
    lines = "s1,Ann,Archer,ann@example.org,2001,\n"
    text = CANVAS.split("\n")[0] + '\n"Archer, Ann",2001,s9,a,Monday,,\n"Other, Bob",2002,S1,b,Monday,,\n'
    with pytest.raises(ExpectedError, match=r"s1 would be the id of two students, 'Bob Other' in the file"):
        brought(text.replace("S1", "s1"), lines)
    assert [one.first_name for one in read_roster(course)] == ["Ann"]
