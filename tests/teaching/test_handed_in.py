"""When a notebook was handed in: worked out when it is asked, from what the platform said and the first arrival."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from longwave.teaching.folder.course import read_course
from longwave.teaching.folder.rules import Allowance, Rules
from longwave.teaching.intake.collect import collect
from longwave.teaching.intake.handed_in import HandedIn, handed_in
from longwave.teaching.intake.receipts import read_receipt, write_receipt
from tests.teaching.made_up_course import AFTER, BEFORE, DEADLINE, LESSON

NAME = f"{LESSON}.ipynb"
CANVAS = f"archerann_11_900_{NAME}"


@pytest.fixture
def made(request):
    """Return the function that makes a student's notebook; `handed_in` is what is tested here."""
    return request.getfixturevalue("handed_in")


@pytest.fixture
def without_deadline(course):
    """The course before its instructor has set a deadline."""
    return replace(course, deadlines={})


def test_a_deadline_set_after_collecting_makes_nobody_late_who_was_on_time(without_deadline, made, pack):
    files = {CANVAS: made("ann"), f"obrienbob_LATE_12_901_{NAME}": made("bob")}
    collect(without_deadline, LESSON, pack(files, moment=AFTER))
    course = read_course(without_deadline.root)
    assert handed_in(course, LESSON, "ann") == HandedIn(DEADLINE, False)
    assert handed_in(course, LESSON, "bob") == HandedIn(DEADLINE + timedelta(seconds=1), True, 1.0)


def test_a_moodle_download_without_times_leaves_lateness_open_whenever_the_deadline_is_set(
    without_deadline, made, pack
):
    folder = "Ann Archer_501_assignsubmission_file_"
    collect(without_deadline, LESSON, pack({f"{folder}/{NAME}": made("ann")}, moment=AFTER))
    assert handed_in(read_course(without_deadline.root), LESSON, "ann") == HandedIn(DEADLINE, None)


def test_a_deadline_that_is_moved_counts_at_once(course, made, pack):
    collect(course, LESSON, pack({f"ann/{NAME}": made("ann")}, moment=AFTER))
    assert handed_in(course, LESSON, "ann").seconds_late == (AFTER - DEADLINE).total_seconds()
    later = replace(course, deadlines={LESSON: AFTER + timedelta(days=1)})
    assert handed_in(later, LESSON, "ann") == HandedIn(AFTER, False)


@pytest.mark.parametrize(
    "name", [CANVAS, "archerann_11_900_18-co-evolution.zip", f"Ann Archer_501_assignsubmission_file_/{NAME}"]
)
def test_a_file_that_the_instructor_mended_counts_as_of_when_it_came(course, made, pack, name):
    collect(course, LESSON, pack({name: b"\xff\xfe damaged"}, moment=AFTER))
    mended = pack({f"ann/{NAME}": made("ann")}, name="mended.zip", moment=AFTER + timedelta(days=3))
    report = collect(course, LESSON, mended)
    assert report.students("mended") == ["ann"]
    assert report.students("late") == []
    assert handed_in(course, LESSON, "ann").moment == DEADLINE
    assert collect(course, LESSON, mended).students("late") == []
    assert handed_in(course, LESSON, "ann").seconds_late == 0


def test_what_lies_beside_a_notebook_dates_nothing(course, made, pack):
    files = {"ann/notes.docx": (b"PK", BEFORE), "ann/old.ipynb": (b"{", BEFORE), f"ann/{NAME}": (made(), AFTER)}
    report = collect(course, LESSON, pack(files))
    assert (report.students("mended"), report.students("late")) == ([], ["ann"])


def test_a_notebook_that_could_be_used_is_not_dated_back_by_an_older_one_that_could_not(course, made, pack):
    collect(course, LESSON, pack({f"ann/{NAME}": b"{"}, moment=BEFORE - timedelta(days=1)))
    collect(course, LESSON, pack({f"ann/{NAME}": made("first")}, name="2.zip", moment=BEFORE))
    again = pack({f"ann/{NAME}": made("second")}, name="3.zip", moment=AFTER)
    assert collect(course, LESSON, again).students("late") == []  # the first stands where the damaged one was
    write_receipt(course, LESSON, "ann", replace(read_receipt(course, LESSON, "ann"), moment=BEFORE.isoformat()))
    last = pack({f"ann/{NAME}": made("third")}, name="4.zip", moment=AFTER)
    assert collect(course, LESSON, last).students("late") == ["ann"]


@pytest.mark.parametrize("stamp", ["2026-12-03 10:00:00 UTC", "2026-12-03 10:00:00.5 UTC", "2026-12-03 18:00 +0800"])
def test_a_time_that_a_person_put_beside_a_notebook_is_read(course, stamp):
    place = course.submission("ann", LESSON)
    place.parent.mkdir(parents=True)
    place.with_name("timestamp.txt").write_text(stamp)
    found = handed_in(course, LESSON, "ann")
    assert found.moment.replace(microsecond=0) == datetime(2026, 12, 3, 10, tzinfo=UTC)
    assert found.late


def test_a_receipt_of_an_older_version_is_not_asked_for_what_it_did_not_keep(course, made, pack):
    collect(course, LESSON, pack({CANVAS: made("ann")}, moment=AFTER))
    old = replace(read_receipt(course, LESSON, "ann"), dated=None, late=None)
    write_receipt(course, LESSON, "ann", old)
    assert handed_in(course, LESSON, "ann").moment == DEADLINE  # as timestamp.txt has it


@pytest.mark.parametrize("stamp", [None, "", "soon", "0000-00-00"])
def test_where_nothing_is_known_nobody_is_late(course, stamp):
    place = course.submission("ann", LESSON).with_name("timestamp.txt")
    place.parent.mkdir(parents=True)
    if stamp is not None:
        place.write_text(stamp)
    assert handed_in(course, LESSON, "ann") == HandedIn(None, None)


def test_an_extension_counts_when_lateness_is_asked_also_against_canvas_mark(course, made, pack):
    files = {f"archerann_LATE_11_900_{NAME}": made("ann"), f"bob/{NAME}": (made("bob"), AFTER)}
    collect(course, LESSON, pack(files))
    assert [handed_in(course, LESSON, student).late for student in ("ann", "bob")] == [True, True]
    allowances = {(student, LESSON): Allowance(days=2) for student in ("ann", "bob")}
    extended = replace(course, rules=Rules(allowances=allowances))
    assert [handed_in(extended, LESSON, student).late for student in ("ann", "bob")] == [False, False]
    newer = pack({f"archerann_LATE_11_901_{NAME}": made("new")}, "new.zip")
    assert collect(extended, LESSON, newer).students("late") == []
