"""The rules of a course: extensions, and what lateness costs. Pure: moments go in, a share and a sentence come out.

The order of a ruling: an extension moves the deadline; the grace period forgives a short lateness as a whole; after it
each day begun since the deadline takes its per cent off, up to the cap; after the last day nothing counts any more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Literal
from zoneinfo import ZoneInfo

from longwave.i18n import _, plural
from longwave.teaching.folder.clock import DEFAULT_ZONE, moment_words
from longwave.teaching.lateness import time_late

_DAY = timedelta(days=1)
# A platform's mark says that something is late, and not how late: it stands as this lateness.
_MARK = timedelta(seconds=1)


@dataclass(frozen=True)
class Policy:
    """What lateness costs. `of`: whether the per cent are of the points earned or of those possible."""

    grace: timedelta = timedelta()
    percent_per_day: float = 0.0
    most_percent: float = 100.0
    of: Literal["earned", "possible"] = "earned"
    nothing_after: timedelta | datetime | None = None


@dataclass(frozen=True)
class Allowance:
    """What one student is allowed: another deadline, more days or hours, or to leave a lesson out."""

    until: datetime | None = None
    days: int = 0
    hours: float = 0.0
    excused: bool = False


@dataclass(frozen=True)
class Ruling:
    """What the rules say of one submission: its deadline, how late it is, the share taken off (0 to 1), and why."""

    deadline: datetime | None = None
    late: timedelta = timedelta()
    share: float = 0.0
    sentence: str = ""
    of: Literal["earned", "possible"] = "earned"


@dataclass(frozen=True)
class Rules:
    """All rules of a course. Policies and allowances under the lesson "" are those of the whole course."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo(DEFAULT_ZONE))
    policies: Mapping[str, Policy] = field(default_factory=dict)
    allowances: Mapping[tuple[str, str], Allowance] = field(default_factory=dict)  # by student, in lower case, and slug
    group_work: frozenset[str] = frozenset()
    drop_lowest: int = 0
    always_counts: frozenset[str] = frozenset()  # never among the lowest that are dropped
    remarks: tuple[str, ...] = ()  # what a person should know of the times in the settings

    def policy(self, lesson: str) -> Policy:
        """Return what lateness costs in a lesson."""
        return self.policies.get(lesson) or self.policies.get("") or Policy()

    def allowed(self, student: str, lesson: str) -> tuple[Allowance, ...]:
        """Return what a student is allowed in a lesson: by itself, and in the whole course."""
        found = (self.allowances.get((student.casefold(), slug)) for slug in (lesson, ""))
        return tuple(one for one in found if one is not None)

    def excused(self, student: str, lesson: str) -> bool:
        """Return whether a lesson leaves a student's total."""
        return any(one.excused for one in self.allowed(student, lesson))

    def deadline(self, student: str, lesson: str, deadline: datetime | None) -> datetime | None:
        """Return a student's own deadline in a lesson, from that of all."""
        return extended(deadline, self.allowed(student, lesson))

    def ruling(self, student: str, lesson: str, arrival: datetime | None, deadline: datetime | None) -> Ruling:
        """Return what the rules say of a student's submission that arrived at a moment; None: nobody knows when."""
        return ruling(arrival, deadline, self.allowed(student, lesson), self.policy(lesson))


def extended(deadline: datetime | None, allowed: tuple[Allowance, ...]) -> datetime | None:
    """Return the latest deadline that any of the allowances gives; an extension never makes it earlier.

    Days are days of the clock: the time of day stays, also where the clock is changed between.
    """
    if deadline is None:
        return None
    found = [deadline]
    for one in allowed:
        later = deadline + timedelta(days=one.days)
        found += [(later.astimezone(UTC) + timedelta(hours=one.hours)).astimezone(deadline.tzinfo)]
        found += [one.until] if one.until else []
    return max(found, key=lambda moment: moment.astimezone(UTC))


def ruling(
    arrival: datetime | None, deadline: datetime | None, allowed: tuple[Allowance, ...], policy: Policy
) -> Ruling:
    """Return what the rules say of a submission.

    >>> from datetime import UTC
    >>> due = datetime(2026, 12, 1, 23, 59, tzinfo=UTC)
    >>> late = ruling(due + timedelta(hours=30), due, (), Policy(percent_per_day=10))
    >>> late.share, late.sentence
    (0.2, 'Handed in 30.0 hours after the deadline: 2 days begun, 10 % a day, so 20 % are taken off.')
    """
    own = extended(deadline, allowed)
    if own is None or deadline is None:
        return Ruling(of=policy.of)
    start = ""
    if own.astimezone(UTC) != deadline.astimezone(UTC):
        start = _("The deadline was extended to {moment}.").format(moment=moment_words(own)) + " "
    late = max(timedelta(), arrival.astimezone(UTC) - own.astimezone(UTC)) if arrival else timedelta()
    share, sentence = _cost(late, own, policy)
    return Ruling(own, late, share, (start + sentence).strip(), policy.of)


def _cost(late: timedelta, deadline: datetime, policy: Policy) -> tuple[float, str]:
    """Return the share that a lateness takes off, and the sentence that says so."""
    if not late:
        return 0.0, ""
    by = _("Handed in {time} after the deadline").format(time=time_late(late.total_seconds()))
    if late <= _MARK:
        by = _("Handed in after the deadline")
    closing = last_moment(deadline, policy)
    if closing is not None and (deadline.astimezone(UTC) + late) > closing.astimezone(UTC):
        sentence = _("{by}, and after {moment}, when it would last have counted: no points count.")
        return 1.0, sentence.format(by=by, moment=moment_words(closing))
    if late <= min(_MARK, policy.grace):
        return 0.0, _("The platform calls it late and not how late, so it counts as in grace: nothing is taken off.")
    if late <= policy.grace:
        sentence = _("{by}, within the {grace} of grace: nothing is taken off.")
        return 0.0, sentence.format(by=by, grace=time_late(policy.grace.total_seconds()))
    if not policy.percent_per_day:
        return 0.0, f"{by}."
    return _daily(by, late, policy)


def _daily(by: str, late: timedelta, policy: Policy) -> tuple[float, str]:
    days = ceil(late / _DAY)
    percent = min(days * policy.percent_per_day, policy.most_percent, 100.0)
    begun = plural("{count} day begun", "{count} days begun", days).format(count=days)
    words = {"by": by, "days": begun, "rate": policy.percent_per_day, "percent": percent}
    sentence = _("{by}: {days}, {rate:g} % a day, so {percent:g} % are taken off.")
    if percent < days * policy.percent_per_day:
        sentence = _("{by}: {days}, {rate:g} % a day, but never more than {percent:g} %, which are taken off.")
    if late <= _MARK:
        sentence += " " + _("How late is not known, so the least is counted.")
    return percent / 100, sentence.format(**words)


def last_moment(deadline: datetime, policy: Policy) -> datetime | None:
    """Return when a lesson last counts, never before a student's own deadline; None if it always does."""
    after = policy.nothing_after
    if after is None:
        return None
    moment = deadline + after if isinstance(after, timedelta) else after
    return max(moment, deadline, key=lambda one: one.astimezone(UTC))


def points_off(found: Ruling, earned: float, possible: float) -> float:
    """Return the points that a ruling takes off, in hundredths, and never more than were earned.

    >>> points_off(Ruling(share=0.2), 9, 13), points_off(Ruling(share=0.2, of="possible"), 9, 13)
    (1.8, 2.6)
    """
    base = possible if found.of == "possible" and found.share < 1 else earned
    return round(max(0.0, min(found.share * base, earned)), 2)


def points_off_words(found: Ruling, earned: float, possible: float) -> str:
    """Return how the points that a ruling takes off are computed; empty if there are none, or if none count.

    >>> points_off_words(Ruling(share=0.2), 9, 13)
    '20 % of the 9 points earned is 1.8.'
    """
    off = points_off(found, earned, possible)
    if not off or found.share == 1:
        return ""
    sentence = _("{percent:g} % of the {earned:g} points earned is {off:g}.")
    if found.of == "possible":
        sentence = _("{percent:g} % of the {possible:g} points possible is {off:g}.")
        if off < round(found.share * possible, 2):
            sentence = _("{percent:g} % of the {possible:g} points possible is more than the {off:g} points earned.")
    return sentence.format(percent=found.share * 100, earned=round(earned, 2), possible=possible, off=off)
