"""How late something was handed in, in words that console and page share."""

from math import ceil

from longwave.i18n import _, plural

_MINUTE, _HOUR, _DAY = 60, 60 * 60, 24 * 60 * 60


def time_late(seconds: float) -> str:
    """Return a lateness in minutes, from an hour on in hours, and from two days on in days.

    >>> time_late(30), time_late(7_200), time_late(76.8 * 24 * 60 * 60)
    ('1 minute', '2.0 hours', '76.8 days')
    """
    if seconds < _HOUR:
        minutes = max(1, ceil(seconds / _MINUTE))
        return plural("{count} minute", "{count} minutes", minutes).format(count=minutes)
    if seconds < 2 * _DAY:
        return _("{hours:.1f} hours").format(hours=seconds / _HOUR)
    return _("{days:.1f} days").format(days=seconds / _DAY)
