"""The invented firm for which the reader decides in Part I: what each lesson leaves of it."""

from collections.abc import Callable

import pandas as pd

from longwave.data.shelf import DatasetError
from longwave.i18n import _

Said = Callable[[], tuple[str, str, str, str, str, str, str]]

# A lesson adds its column here; what it says must be so by the lesson's own cells, and a test holds the numbers.
_FIRM: dict[str, Said] = {
    "00": lambda: (
        _("a program that hears bearings fail"),
        _("factories with your grinding machines"),
        _("none yet"),
        _("not counted yet"),
        _("none yet"),
        _("US dollars"),
        _("Senseye's figures; the firm is invented"),
    ),
    "01": lambda: (
        _("a warning a day ahead, by the machine"),
        _("2 factories, would pay up to 120 and 80"),
        _("120, which you name"),
        _("60 for a sensor"),
        _("1 machine, which leaves you 60"),
        _("invented money, a year and machine"),
        _("none of it"),
    ),
    "02": lambda: (
        _("a licence for all machines of a factory"),
        _("2 factories, would gain 10 and 8"),
        _("8 to 10, by bargaining"),
        _("5 to develop it, nothing for a copy"),
        _("1 licence, which leaves you 3 for sure"),
        _("invented thousands, a year"),
        _("none of it"),
    ),
    "03": lambda: (
        _("a licence for the repair service"),
        _("2 firms with mechanics, 1 follower"),
        _("100, all that the service earns"),
        _("80 to develop it, 4 to keep it secret"),
        _("1 licence, which leaves you 16"),
        _("invented thousands, in ten years"),
        _("the costs of a copy, 0.4 and 0.7"),
    ),
}


def your_firm(lesson: str) -> pd.DataFrame:
    """Return the reader's firm of Part I as a table: as it was before a lesson, and as the lesson leaves it.

    Args:
        lesson: The lesson's two digits, such as `"02"`. The first lesson has no column before it.

    Raises:
        DatasetError: The lesson has no column.

    >>> your_firm("02").loc["customers", "lesson 02"]
    '1 licence, which leaves you 3 for sure'
    """
    lessons = [name for name in _FIRM if name <= lesson][-2:]
    if lesson not in lessons:
        raise DatasetError(_("Your firm has no column for lesson {lesson}.").format(lesson=lesson))
    rows = [
        _("you sell"), _("to whom"), _("price"), _("your cost"), _("customers"), _("counted in"), _("what is real"),
    ]  # fmt: skip
    return pd.DataFrame({_("lesson {number}").format(number=name): _FIRM[name]() for name in lessons}, index=rows)
