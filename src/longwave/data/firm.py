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
    "05": lambda: (
        _("the program, taught one spindle type at a time"),
        _("owners of machines with a type that you taught"),
        _("50 above your cost"),
        _("5,000 to teach a type"),
        _("at most 3,000 machines of a type"),
        _("invented money, a year"),
        _("the fall of the books, not of the spindles"),
    ),
    "07": lambda: (
        _("the program, with a place in a data pool"),
        _("3,000 owners of one machine each"),
        _("50 a machine above your cost"),
        _("50 machines free, 2,500 forgone on paper"),
        _("2,216 in the end, if the 50 stay"),
        _("invented money, a year"),
        _("none of it"),
    ),
    "10": lambda: (
        _("machines with repairs, or their hours"),
        _("three customers: 1,200, 10,000, 30,000 a stop"),
        _("hours: 38,000 to 44,000, at 10,000 a stop"),
        _("5,000 a repair, 6,000 for the plan"),
        _("hours for 2, a machine for the shop at 1,200"),
        _("invented dollars, a year"),
        _("what three abstracts print, 10 to 40 %"),
    ),
}
# Where a lesson does not begin from the column before its own, because its first story sets that one aside.
_BEGINS_FROM = {"05": ["01"]}


def your_firm(lesson: str) -> pd.DataFrame:
    """Return the reader's firm of Part I as a table: as it was before a lesson, and as the lesson leaves it.

    Args:
        lesson: The lesson's two digits, such as `"02"`. The first lesson has no column before it.

    Raises:
        DatasetError: The lesson has no column.

    >>> your_firm("02").loc["customers", "lesson 02"]
    '1 licence, which leaves you 3 for sure'
    """
    if lesson not in _FIRM:
        raise DatasetError(_("Your firm has no column for lesson {lesson}.").format(lesson=lesson))
    lessons = [*_BEGINS_FROM.get(lesson, [name for name in _FIRM if name < lesson][-1:]), lesson]
    rows = [
        _("you sell"), _("to whom"), _("price"), _("your cost"), _("customers"), _("counted in"), _("what is real"),
    ]  # fmt: skip
    return pd.DataFrame({_("lesson {number}").format(number=name): _FIRM[name]() for name in lessons}, index=rows)
