"""Students' own exercises in the layouts that Moodle and Canvas take back."""

import csv
import io
import zipfile

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import read_course
from longwave.teaching.folder.roster import students_of
from longwave.teaching.handout.platform import give_out
from longwave.teaching.handout.variants import variant
from longwave.teaching.intake.layouts import Owners
from longwave.teaching.returning.lms import WORKSHEET
from tests.teaching.made_up_course import LESSON

EMPTY = ["No submission", "-", "100", "Yes", "-", "-"]
PEOPLE = [
    ["Participant 471", "Ann Archer", "ann@example.org"],
    ["Participant 472", "Bob O'Brien", "BOB@example.org"],
    ["Participant 473", "王小明", "other@example.org"],
]


@pytest.fixture
def given(course):
    """A course whose lesson was given out with numbers of each student's own."""
    variant(course, LESSON)
    return course


def worksheet(folder, people, header=WORKSHEET):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *([*row, *EMPTY] for row in people)])
    path = folder / "Grades-CS101-18-2215.csv"
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return path


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def own(course, student):
    return (course.released / f"{LESSON}-variants" / student / f"{LESSON}.ipynb").read_bytes()


def as_moodle_reads(name):
    """Whose a file is, as Moodle's import of feedback files takes its path apart."""
    for part in name.split("/"):
        info = part.split("_", 4)
        if len(info) >= 4 and info[1].isdecimal():
            return int(info[1]), info[2:4]
    return None


def as_canvas_reads(name):
    """The numbers of user and file, as Canvas takes a file's name apart."""
    numbers = [part for part in name.split("_") if part.isdecimal()]
    return tuple(map(int, numbers[:2]))


def test_moodles_worksheet_gives_a_zip_of_feedback_files_before_anything_is_handed_in(given, tmp_path):
    report = give_out(given, LESSON, worksheet(tmp_path, PEOPLE))
    assert report.archive == given.released / f"{LESSON}-variants-moodle.zip"
    found = contents(report.archive)
    read = {as_moodle_reads(name)[0]: content for name, content in found.items()}
    assert read == {471: own(given, "ann"), 472: own(given, "bob"), 473: own(given, "s_3")}
    assert {tuple(as_moodle_reads(name)[1]) for name in found} == {("assignsubmission", "file")}
    assert all(name.endswith(f"_/{LESSON}.ipynb") for name in found)
    assert report.missing == []
    assert "For Moodle: 3 students. Upload it there as it is." in report.lines()


def test_a_worksheet_in_another_language_and_with_semicolons_is_read(given, tmp_path):
    path = worksheet(tmp_path, [["参与者 471", "Archer Ann", ""]], ("标识符", "全名", "电子邮箱", *WORKSHEET[3:]))
    path.write_text(path.read_text("utf-8-sig").replace(",", ";"), "utf-8")
    report = give_out(given, LESSON, path)
    assert list(report.places) == ["ann"]
    assert report.missing == ["bob", "s_3"]
    assert "Not in the file, so without an exercise: bob, s_3" in report.lines()


def test_an_address_decides_before_a_name_and_namesakes_get_nothing(given, tmp_path):
    given.roster.write_text(
        "student_id,first_name,last_name,email\nann,Ann,Archer,ann@example.org\nann2,Ann,Archer,\n", "utf-8"
    )
    variant(given, LESSON)
    people = [["Participant 1", "Ann Archer", "ann@example.org"], ["Participant 2", "Ann Archer", "new@example.org"]]
    report = give_out(given, LESSON, worksheet(tmp_path, people))
    assert {student: as_moodle_reads(place)[0] for student, place in report.places.items()} == {"ann": 1}
    assert "Left out: Ann Archer may be any of ann, ann2." in report.lines()


def test_canvass_download_gives_the_same_names_back(given, tmp_path):
    names = [
        f"archerann_11_900_{LESSON}.ipynb",
        f"archerann_11_950_{LESSON}-1.ipynb",
        f"obrienbob_LATE_12_901_{LESSON}.ipynb",
        "小明_13_902_photo.png",
        "doejane_99_903_x.ipynb",
    ]
    with zipfile.ZipFile(tmp_path / "submissions.zip", "w") as archive:
        for name in names:
            archive.writestr(name, b"{}")
    report = give_out(given, LESSON, tmp_path / "submissions.zip")
    assert report.archive.name == f"{LESSON}-variants-canvas.zip"
    found = contents(report.archive)
    assert found == {names[1]: own(given, "ann"), names[2]: own(given, "bob")}
    assert [as_canvas_reads(name) for name in found] == [(11, 950), (12, 901)]
    assert report.missing == ["s_3"]
    assert any("nobody on the roster has the lms_id 99" in line for line in report.lines())


def test_moodles_download_serves_too(given, tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("Ann Archer_471_assignsubmission_file/18.ipynb", b"{}")
    report = give_out(given, LESSON, tmp_path / "all.zip")
    (name,) = contents(report.archive)
    assert as_moodle_reads(name) == (471, ["assignsubmission", "file"])
    assert Owners(students_of(given)).owner(["Ann Archer_471_assignsubmission_file", "x.ipynb"]).student == "ann"


def test_a_dry_run_and_a_second_run(given, tmp_path, everything):
    path = worksheet(tmp_path, PEOPLE)
    before = everything(given.root)
    assert "Would write" in give_out(given, LESSON, path, dry_run=True).lines()[0]
    assert everything(given.root) == before
    first = give_out(given, LESSON, path).archive.read_bytes()
    assert give_out(read_course(given.root), LESSON, path).archive.read_bytes() == first


def test_a_zip_for_a_platform_goes_when_a_copy_in_it_changes(given, tmp_path):
    archive = give_out(given, LESSON, worksheet(tmp_path, PEOPLE)).archive
    variant(given, LESSON)
    assert archive.exists()
    given.roster.write_text(given.roster.read_text("utf-8") + "late,Lena,Late,,14,B\n", "utf-8")
    variant(given, LESSON)
    assert not archive.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("student_id,first_name\nann,Ann\n", "is not Moodle's grading worksheet"),
        ("", "is not Moodle's grading worksheet"),
        (b"\xff\xfe\x00", "cannot be read"),
        ("Identifier,Full name\nParticipant 1,Nobody Else\n", "names nobody who is on the roster"),
        ("Identifier,Full name\nParticipant 1,\n", "names nobody who is on the roster"),
    ],
)
def test_what_is_no_worksheet_is_refused_with_what_to_do(given, tmp_path, content, says):
    path = tmp_path / "grades.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ExpectedError, match=says):
        give_out(given, LESSON, path)


def test_a_download_of_nobody_known_is_refused(given, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ExpectedError, match="names nobody"):
        give_out(given, LESSON, tmp_path / "empty")
    with pytest.raises(ExpectedError, match="is not there"):
        give_out(given, LESSON, tmp_path / "gone.zip")
