"""The time zone of a course: which it is, what a time of its clock means, and how a moment is written."""

import difflib
import os
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from longwave.i18n import _
from longwave.reader.errors import ExpectedError

DEFAULT_ZONE = "UTC"
FIRST_YEAR, LAST_YEAR = 1970, 2999
_ZONES = "zoneinfo/"


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def zone_named(name: str) -> ZoneInfo:
    """Return a time zone by its name in the IANA database.

    Raises:
        ExpectedError: if there is none of this name; it names the near ones.

    >>> zone_named("Asia/Shanghai").key
    'Asia/Shanghai'
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # OSError: the name of a folder of zones, such as Europe
        known = {known.casefold(): known for known in available_timezones()}
        near = difflib.get_close_matches(name.casefold(), known, n=3, cutoff=0.5)
        near += [word for word in known if word.endswith("/" + name.casefold().replace(" ", "_"))]
        names = ", ".join(dict.fromkeys(known[word] for word in near)) or "Asia/Shanghai, Europe/Berlin, UTC"
        sentence = _("there is no time zone {name}; write one such as: {near}")
        raise ExpectedError(sentence.format(name=repr(name), near=names)) from None


def machine_zone() -> str:
    """Return the name of this machine's time zone, as far as it tells one, else `UTC`."""
    link = Path("/etc/localtime")
    target = os.path.realpath(link) if link.is_symlink() else ""
    for name in (os.environ.get("TZ", "").lstrip(":"), target.rpartition(_ZONES)[2]):
        if name in available_timezones():
            return name
    return DEFAULT_ZONE


def moment_in(written: datetime | date, zone: ZoneInfo) -> tuple[datetime, str]:
    """Return the moment that a written time means, and a sentence where a change of the clock makes it doubtful.

    A time with an offset is that moment. Another one is read on the zone's clock, and a day alone is its last minute.
    Where the clock is put back, a time comes twice, and the later moment counts; where it is put forward, a time is
    left out, and the same number of minutes after the gap counts. Both are to the student's good.

    Raises:
        ExpectedError: if the year is none of a course: at the ends of the calendar a time has no moment in UTC.

    >>> moment_in(datetime(2026, 10, 25, 2, 30), ZoneInfo("Europe/Berlin"))[0].astimezone(UTC).isoformat()
    '2026-10-25T01:30:00+00:00'
    """
    if not isinstance(written, datetime):
        written = datetime.combine(written, time(23, 59))
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        sentence = _("{time} is no time of a course: write a year from {first} to {last}")
        raise ExpectedError(sentence.format(time=written.isoformat(" ", "minutes"), first=FIRST_YEAR, last=LAST_YEAR))
    if written.tzinfo is not None:
        return written, ""
    both = [written.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    moment = max(both, key=lambda one: one.astimezone(UTC))
    real = moment.astimezone(UTC).astimezone(zone)
    words = {"time": f"{written:%Y-%m-%d %H:%M}", "zone": zone.key}
    if real.replace(tzinfo=None) != written:
        sentence = _("{time} does not exist in {zone}, as clocks go forward; it is read as {real}.")
        return real, sentence.format(**words, real=f"{real:%H:%M}")
    if both[0].utcoffset() != both[1].utcoffset():
        sentence = _("{time} comes twice in {zone}, as clocks go back; the later one counts.")
        return moment, sentence.format(**words)
    return moment, ""


def moment_words(moment: datetime) -> str:
    """Return a moment in words, on its own clock.

    >>> moment_words(datetime(2026, 12, 1, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai")))
    '2026-12-01 23:59 (Asia/Shanghai)'
    """
    zone = moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else moment.tzname()
    seconds = ":%S" if moment.second else ""
    return f"{moment.strftime(f'%Y-%m-%d %H:%M{seconds}')} ({zone})"
