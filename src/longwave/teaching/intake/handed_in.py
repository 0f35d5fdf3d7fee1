"""When a notebook was handed in, and how late that is: worked out when it is asked, by the deadline as it is then.

What is kept is what does not change: what the platform said, and when the file was first seen. So a deadline that is
set after the notebooks came in counts as if it had been there before.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from longwave.teaching.folder.course import Course
from longwave.teaching.intake.receipts import Receipt, read_receipt

MARKED_LATE = timedelta(seconds=1)  # how late a notebook counts that the platform calls late, without saying how late


@dataclass(frozen=True)
class HandedIn:
    """When a notebook was handed in, in UTC, and whether that is late. None: nobody knows."""

    moment: datetime | None
    late: bool | None
    seconds_late: float = 0.0


def deadline_of(course: Course, lesson: str, student: str) -> datetime | None:
    """Return a student's deadline for a lesson, with any extension, None where there is none."""
    return course.deadline(student, lesson)


def handed_in(course: Course, lesson: str, student: str) -> HandedIn:
    """Return when a student's notebook was handed in, by the student's deadline as it is now."""
    deadline = deadline_of(course, lesson, student)
    receipt = read_receipt(course, lesson, student)
    if receipt is not None and receipt.dated is not None:
        return by_receipt(receipt, deadline, course.deadlines.get(lesson))
    moment = _stamped(course, lesson, student)
    return HandedIn(None, None) if moment is None else _compared(moment, deadline)


def by_receipt(receipt: Receipt, deadline: datetime | None, of_all: datetime | None = None) -> HandedIn:
    """Return when a notebook was handed in, as far as its receipt tells.

    `of_all` is the deadline of the whole class, after which Canvas calls something late: it knows nothing of an
    extension that only the course has.

    A file's time in a platform's zip is that of the download, so it is only the latest that it can be. Where no
    more is known, the student has the benefit of the doubt: no penalty should depend on the day of a download.
    """
    moment = datetime.fromisoformat(receipt.moment).astimezone(UTC)
    if deadline is None:
        return HandedIn(moment, bool(receipt.late))
    deadline = deadline.astimezone(UTC)
    if receipt.layout == "canvas":
        marked = (of_all or deadline).astimezone(UTC) + MARKED_LATE
        return _compared(marked if receipt.late else min(moment, deadline), deadline)
    if not receipt.dated and moment > deadline:
        return HandedIn(deadline, None)
    return _compared(moment, deadline)


def _compared(moment: datetime, deadline: datetime | None) -> HandedIn:
    late = max(0.0, (moment - deadline).total_seconds()) if deadline else 0.0
    return HandedIn(moment, late > 0, late)


def _stamped(course: Course, lesson: str, student: str) -> datetime | None:
    """Return the time in nbgrader's file beside a notebook, which a person may have put there without `collect`.

    It is UTC if it names no other offset, which nbgrader's own reader overlooks.
    """
    import pandas as pd

    try:
        text = course.submission(student, lesson).with_name("timestamp.txt").read_text(encoding="utf-8").strip()
        read = pd.Timestamp(text)
    except (OSError, ValueError, OverflowError):
        return None
    if pd.isna(read):
        return None
    moment: datetime = read.to_pydatetime(warn=False)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
