"""What `course.toml` says of lateness, under `[late]` and `[late.LESSON]`."""

import difflib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.clock import moment_in
from longwave.teaching.folder.rules import Policy

_NAMES = ("grace_minutes", "percent_per_day", "most_percent", "of", "nothing_after")
_MOST = {"grace_minutes": 7 * 24 * 60, "percent_per_day": 100, "most_percent": 100}


def policies_of(table: Mapping[str, Any], zone: ZoneInfo) -> dict[str, Policy]:
    """Return the policies by the words that name lessons; that of the course is under "", and the others start from it.

    Raises:
        ExpectedError: if a setting is not known or has no use; it names it.
    """
    general = {name: setting for name, setting in table.items() if not isinstance(setting, dict)}
    found = {"": _policy(general, zone)} if general else {}
    for word, own in table.items():
        if isinstance(own, dict):
            found[word] = _policy({**general, **own}, zone)
    return found


def _policy(settings: Mapping[str, Any], zone: ZoneInfo) -> Policy:
    for name, setting in settings.items():
        if name not in _NAMES:
            near = difflib.get_close_matches(name, _NAMES, n=1) or _NAMES
            sentence = _("[late] has no {name}. Did you mean {near}?")
            raise ExpectedError(sentence.format(name=repr(name), near=", ".join(near)))
        most = _MOST.get(name)
        if most and (type(setting) not in (int, float) or not 0 <= setting <= most):
            raise ExpectedError(_("{name} in [late] must be a number from 0 to {most}").format(name=name, most=most))
    if settings.get("of", "earned") not in ("earned", "possible"):
        raise ExpectedError(_("of in [late] must be “earned” or “possible”: of which points the per cent are"))
    return Policy(
        timedelta(minutes=settings.get("grace_minutes", 0)),
        float(settings.get("percent_per_day", 0)),
        float(settings.get("most_percent", 100)),
        settings.get("of", "earned"),
        _last(settings.get("nothing_after", "never"), zone),
    )


def _last(setting: Any, zone: ZoneInfo) -> timedelta | datetime | None:
    """Return when lateness stops to count at all: days after the deadline, or a moment."""
    if setting == "never":
        return None
    if type(setting) in (int, float) and 0 <= setting <= 3650:
        return timedelta(days=setting)
    if isinstance(setting, date):
        return moment_in(setting, zone)[0]
    sentence = _("nothing_after in [late] must be days after the deadline, such as 7, a date, or “never”")
    raise ExpectedError(sentence)
