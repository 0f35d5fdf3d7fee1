"""The rules as a course's files have them: the time zone, the late policy, and what single students are allowed."""

from datetime import UTC, datetime, timedelta

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder import founding
from longwave.teaching.folder.course import read_course
from longwave.teaching.folder.founding import new_course
from longwave.teaching.folder.rules import Allowance, Policy

LESSON = "18-co-evolution"


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a course's settings and extensions, and reads the course."""
    course = new_course(tmp_path / "mine")

    def write(settings="", extensions=""):
        (course.root / "course.toml").write_text(settings, "utf-8")
        (course.root / "extensions.csv").write_text(extensions, "utf-8")
        return read_course(course.root)

    return write


def test_a_new_course_has_this_machines_zone_and_a_file_for_extensions(tmp_path, monkeypatch):
    monkeypatch.setattr(founding, "machine_zone", lambda: "Asia/Shanghai")
    course = new_course(tmp_path / "mine")
    assert course.rules.zone.key == "Asia/Shanghai"
    assert (course.root / "extensions.csv").read_text() == "student_id,lesson,until,note\n"
    assert course.rules.policy(LESSON) == Policy()
    assert course.rules.remarks == ()


def test_a_deadline_without_an_offset_is_on_the_courses_clock_and_one_with_an_offset_is_not(written):
    settings = 'timezone = "Asia/Shanghai"\n[deadlines]\n18 = 2026-12-01T23:59:00\n17 = 2026-12-01T23:59:00Z\n'
    course = written(settings + "16 = 2026-12-01\n")
    at = {slug[:2]: moment.astimezone(UTC) for slug, moment in course.deadlines.items()}
    assert at["18"] == at["16"] == datetime(2026, 12, 1, 15, 59, tzinfo=UTC)
    assert at["17"] == datetime(2026, 12, 1, 23, 59, tzinfo=UTC)


def test_a_course_that_names_no_zone_is_read_in_utc(written):
    course = written("[deadlines]\n18 = 2026-12-01T23:59:00\n")
    assert course.deadlines[LESSON] == datetime(2026, 12, 1, 23, 59, tzinfo=UTC)


def test_a_deadline_at_a_change_of_the_clock_is_remarked(written):
    course = written('timezone = "Europe/Berlin"\n[deadlines]\n18 = 2026-10-25T02:30:00\n')
    assert course.deadlines[LESSON].astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert course.rules.remarks == (
        "The deadline of 18: 2026-10-25 02:30 comes twice in Europe/Berlin, as clocks go back; the later one counts.",
    )


@pytest.mark.parametrize("never", ["9999-12-31T23:59:00", "9999-12-31T23:59:00-12:00", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Shanghai"])
def test_a_deadline_at_the_end_of_the_calendar_is_refused_and_not_met_later_with_a_traceback(written, never, zone):
    with pytest.raises(ExpectedError, match=r"the deadline of 18: .* is no time of a course: write a year from 1970"):
        written(f'timezone = "{zone}"\n[deadlines]\n18 = {never}\n')


def test_a_lessons_policy_starts_from_the_courses(written):
    course = written(
        'timezone = "Asia/Shanghai"\n[late]\ngrace_minutes = 15\npercent_per_day = 10\nmost_percent = 50\n'
        'nothing_after = 7\n[late.18]\npercent_per_day = 20\nof = "possible"\nnothing_after = 2026-12-20\n'
        '[late.17]\nnothing_after = "never"\n'
    )
    grace = timedelta(minutes=15)
    assert course.rules.policy("16-long-waves") == Policy(grace, 10, 50, "earned", timedelta(days=7))
    last = course.rules.policy(LESSON).nothing_after
    assert last.astimezone(UTC) == datetime(2026, 12, 20, 15, 59, tzinfo=UTC)
    assert course.rules.policy(LESSON) == Policy(grace, 20, 50, "possible", last)
    assert course.rules.policy("17-spread-and-backwash").nothing_after is None


def test_extensions_are_read_per_lesson_and_for_the_course(written):
    course = written(
        'timezone = "Asia/Shanghai"\n[deadlines]\n18 = 2026-12-01T23:59:00\n17 = 2026-11-24T23:59:00\n',
        "\ufeffstudent_id;lesson;until;note\nann;18;2026-12-05 12:00;ill\nAnn;;2 days;\nbob;17;excused;\n\n;;;\n",
    )
    rules = course.rules
    assert rules.allowances[("ann", LESSON)].until.isoformat() == "2026-12-05T12:00:00+08:00"
    assert rules.allowances[("ann", "")] == Allowance(days=2)
    assert course.deadline("ann", LESSON).isoformat() == "2026-12-05T12:00:00+08:00"
    assert course.deadline("ann", "17-spread-and-backwash").isoformat() == "2026-11-26T23:59:00+08:00"
    assert rules.excused("bob", "17-spread-and-backwash")
    assert not rules.excused("bob", LESSON)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("ann,18,soon,", "line 2: 'soon' is none of: 2026-12-05 23:59"),
        ("ann,18,,", "line 2: '' is none of"),
        ("ann,18,9999-12-31,", "line 2: 9999-12-31 23:59 is no time of a course: write a year from 1970 to 2999"),
        ("ann,88,3 days,", "line 2: No single lesson is called '88'"),
        (",18,3 days,", "line 2: it names no student"),
        ("ann,18,3 days,\nANN,co-evolution,4 days,", "line 3: ANN is there twice for 18-co-evolution"),
        ("ann,,3 days,\nann,,excused,", "line 3: ann is there twice for the whole course"),
    ],
)
def test_a_line_of_an_extension_that_cannot_be_used_is_named(written, lines, says):
    with pytest.raises(ExpectedError, match=says):
        written("", "student_id,lesson,until,note\n" + lines + "\n")


def test_an_extensions_file_without_its_header_or_not_in_utf8_says_so(written, tmp_path):
    with pytest.raises(ExpectedError, match="its first line must be student_id,lesson,until,note"):
        written("", "ann,18,3 days\n")
    (tmp_path / "mine" / "extensions.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ExpectedError, match="Save it as"):
        read_course(tmp_path / "mine")


def test_a_course_from_before_there_were_extensions_has_none(written, tmp_path):
    written()
    (tmp_path / "mine" / "extensions.csv").unlink()
    assert read_course(tmp_path / "mine").rules.allowances == {}


def test_lists_of_lessons_and_the_number_of_those_that_are_dropped(written):
    rules = written('group_work = ["18", "p1"]\ndrop_lowest = 2\nalways_counts = ["p1"]\n').rules
    assert rules.group_work == {LESSON, "p1-investment"}
    assert (rules.drop_lowest, rules.always_counts) == (2, {"p1-investment"})
