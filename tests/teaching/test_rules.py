"""The rules of a course: extensions, grace, per cent a day, the cap, the last day, and clocks that are changed."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.clock import machine_zone, moment_in, moment_words, zone_named
from longwave.teaching.folder.rules import (
    Allowance,
    Policy,
    Rules,
    Ruling,
    extended,
    points_off,
    points_off_words,
    ruling,
)

BERLIN, SHANGHAI = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Shanghai")
DUE = datetime(2026, 12, 1, 23, 59, tzinfo=SHANGHAI)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
POLICY = Policy(timedelta(minutes=10), percent_per_day=10, most_percent=40, nothing_after=7 * DAY)


@pytest.mark.parametrize(
    ("late", "share", "says"),
    [
        (-HOUR, 0, ""),
        (timedelta(), 0, ""),
        (timedelta(seconds=1), 0, "The platform calls it late and not how late, so it counts as in grace"),
        (timedelta(minutes=10), 0, "Handed in 10 minutes after the deadline, within the 10 minutes of grace"),
        (timedelta(minutes=11), 0.1, "11 minutes after the deadline: 1 day begun, 10 % a day, so 10 %"),
        (DAY, 0.1, "1 day begun"),
        (DAY + timedelta(seconds=1), 0.2, "2 days begun, 10 % a day, so 20 %"),
        (5 * DAY, 0.4, "5 days begun, 10 % a day, but never more than 40 %"),
        (7 * DAY, 0.4, "never more than"),
        (7 * DAY + HOUR, 1, r"after 2026-12-08 23:59 \(Asia/Shanghai\), when it would last have counted: no points"),
    ],
)
def test_grace_days_cap_and_last_day(late, share, says):
    found = ruling((DUE + late).astimezone(UTC), DUE, (), POLICY)
    assert found.share == pytest.approx(share)
    assert found.late == max(late, timedelta())
    assert re.search(says, found.sentence)
    assert bool(says) == bool(found.sentence)


def test_without_a_policy_lateness_is_told_and_costs_nothing():
    found = ruling(DUE + 2 * HOUR, DUE, (), Policy())
    assert (found.share, found.sentence) == (0, "Handed in 2.0 hours after the deadline.")


def test_without_a_deadline_or_a_time_nobody_is_late():
    assert ruling(DUE, None, (), POLICY) == Ruling()
    assert ruling(None, DUE, (), POLICY).late == timedelta()


def test_a_mark_that_does_not_say_how_late_costs_the_least():
    strict = Policy(percent_per_day=10)
    found = ruling(DUE + timedelta(seconds=1), DUE, (), strict)
    assert found.share == 0.1
    assert found.sentence.startswith("Handed in after the deadline: 1 day begun")
    assert found.sentence.endswith("How late is not known, so the least is counted.")
    assert ruling(DUE + timedelta(seconds=1), DUE, (), POLICY).share == 0


def test_an_extension_moves_the_deadline_and_the_last_day():
    allowed = (Allowance(days=3),)
    found = ruling(DUE + 3 * DAY, DUE, allowed, POLICY)
    assert (found.share, found.deadline) == (0, DUE + 3 * DAY)
    assert found.sentence == "The deadline was extended to 2026-12-04 23:59 (Asia/Shanghai)."
    assert ruling(DUE + 4 * DAY, DUE, allowed, POLICY).share == 0.1
    assert ruling(DUE + 9 * DAY, DUE, allowed, POLICY).share == 0.4
    assert ruling(DUE + 11 * DAY, DUE, allowed, POLICY).share == 1


def test_a_last_day_that_is_a_date_never_lies_before_an_extended_deadline():
    policy = Policy(nothing_after=DUE + 2 * DAY)
    assert ruling(DUE + 3 * DAY, DUE, (), policy).share == 1
    assert ruling(DUE + 3 * DAY, DUE, (Allowance(days=5),), policy).share == 0
    assert ruling(DUE + 6 * DAY, DUE, (Allowance(days=5),), policy).share == 1


def test_of_two_extensions_the_later_counts_and_none_makes_a_deadline_earlier():
    both = (Allowance(until=DUE + HOUR), Allowance(hours=48))
    assert extended(DUE, both) == DUE + 48 * HOUR
    assert extended(DUE, (Allowance(until=DUE - DAY),)) == DUE
    rules = Rules(allowances={("ann", "18"): Allowance(days=1), ("ann", ""): Allowance(days=2)})
    assert rules.deadline("Ann", "18", DUE) == DUE + 2 * DAY
    assert rules.deadline("bob", "18", DUE) == DUE


def test_a_day_more_is_the_same_time_on_the_clock_and_24_hours_are_hours():
    due = datetime(2026, 10, 24, 23, 0, tzinfo=BERLIN)  # the night in which clocks go back
    assert moment_words(extended(due, (Allowance(days=1),))) == "2026-10-25 23:00 (Europe/Berlin)"
    assert moment_words(extended(due, (Allowance(hours=24),))) == "2026-10-25 22:00 (Europe/Berlin)"


def test_lateness_over_a_change_of_the_clock_is_counted_in_real_time():
    due = datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)
    arrival = datetime(2026, 10, 25, 3, 30, tzinfo=BERLIN)
    assert ruling(arrival, due, (), Policy()).late == 3 * HOUR


def test_per_cent_are_of_what_was_earned_or_of_what_was_possible():
    earned, possible = Ruling(share=0.2), Ruling(share=0.2, of="possible")
    assert (points_off(earned, 5, 10), points_off(possible, 5, 10), points_off(possible, 1, 10)) == (1, 2, 1)
    assert points_off(Ruling(share=1, of="possible"), 5, 10) == 5
    assert points_off_words(earned, 5, 10) == "20 % of the 5 points earned is 1."
    assert points_off_words(possible, 5, 10) == "20 % of the 10 points possible is 2."
    assert "is more than the 1 points earned" in points_off_words(possible, 1, 10)
    assert points_off_words(Ruling(), 5, 10) == ""


@given(st.integers(0, 40 * 24 * 3600), st.integers(0, 40 * 24 * 3600), st.floats(0, 50), st.floats(0, 100))
def test_later_never_costs_less_and_nobody_pays_more_than_the_cap(first, second, rate, most):
    policy = Policy(timedelta(minutes=5), rate, most)
    early, late = sorted((first, second))
    shares = [ruling(DUE + timedelta(seconds=by), DUE, (), policy).share for by in (early, late)]
    assert 0 <= shares[0] <= shares[1] <= most / 100 + 1e-9


@pytest.mark.parametrize(
    ("written", "moment", "says"),
    [
        (datetime(2026, 12, 1, 23, 59), "2026-12-01T22:59:00+00:00", ""),
        (date(2026, 12, 1), "2026-12-01T22:59:00+00:00", ""),
        (datetime(2026, 12, 1, 23, 59, tzinfo=UTC), "2026-12-01T23:59:00+00:00", ""),
        (datetime(2026, 10, 25, 2, 30), "2026-10-25T01:30:00+00:00", "comes twice in Europe/Berlin"),
        (datetime(2026, 3, 29, 2, 30), "2026-03-29T01:30:00+00:00", "does not exist in Europe/Berlin"),
    ],
)
def test_a_time_without_an_offset_is_read_on_the_courses_clock(written, moment, says):
    found, sentence = moment_in(written, BERLIN)
    assert found.astimezone(UTC).isoformat() == moment
    assert says in sentence
    assert bool(says) == bool(sentence)


def test_a_time_that_is_left_out_is_said_as_it_is_read():
    assert moment_in(datetime(2026, 3, 29, 2, 30), BERLIN)[1].endswith("it is read as 03:30.")


@pytest.mark.parametrize(
    ("name", "near"),
    [("Asia/Shanghia", "Asia/Shanghai"), ("Europe", "such as"), ("../etc/passwd", "such as"), ("", "such as"),
     ("shanghai", "Asia/Shanghai"), ("New York", "America/New_York"), ("/usr", "such as"), ("a\0b", "such as")],
)  # fmt: skip
def test_a_zone_that_does_not_exist_names_the_near_ones(name, near):
    with pytest.raises(ExpectedError, match=near):
        zone_named(name)


def test_this_machine_has_a_zone(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    assert machine_zone() == "Asia/Shanghai"
    monkeypatch.setenv("TZ", "nonsense")
    assert zone_named(machine_zone())
