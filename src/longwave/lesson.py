"""The one call in a lesson's setup cell."""

import os
import re
from typing import TYPE_CHECKING

from longwave.i18n import _, current_language, is_offered, set_language, speak_of

if TYPE_CHECKING:
    from longwave.panels import Panel


class Opened:
    """The line that a setup cell shows."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence that the cell shows."""
        self.sentence = sentence

    def __repr__(self) -> str:
        """Return the sentence itself, without quotes."""
        return self.sentence


def lesson(slug: str) -> Opened:
    """Make a notebook ready: language, chart look, chart output. Return the line to show.

    `slug` is the lesson's name, such as `02-who-captures-value`: two digits, then words joined by hyphens. That of a
    problem set begins with its `p1`. Any other form is a `ValueError`.

    >>> lesson("02-who-captures-value")
    Lesson 02 is ready.
    """
    if not re.fullmatch(r"(\d\d|p\d)(-[a-z0-9]+)+", slug):
        raise ValueError(
            f"{slug!r} is not a lesson's name. Expected two digits and words joined by hyphens, "
            "such as '02-who-captures-value'."
        )
    from longwave.charts import render

    set_language()
    if not is_offered(slug):
        set_language("en")  # a lesson that is not whole in a language is English throughout
    render.install()
    _install_panels()
    _use_one_thread()
    if current_language() != "en":
        _translate_tables(slug)
    return Opened(_ready(slug).format(number=slug[:2].removeprefix("p")))


def _use_one_thread() -> None:
    """Have matrices multiplied by one thread: those of the lessons are small, and threads cost more than they save."""
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for SciPy's own copy, which is loaded when it is first needed


def _translate_tables(slug: str) -> None:
    """Show the tables and charts of a lesson and of its exercises with words in the language in use."""
    from longwave.translation.notebook import TABLE, context_of
    from longwave.translation.tables import show_translated

    speak_of(context_of(f"{area}/{slug}", TABLE) for area in ("lessons", "exercises"))
    show_translated()


def _ready(slug: str) -> str:
    if slug[0] != "p":
        return _("Lesson {number} is ready.")
    from longwave.tasks.task import is_exam

    return _("The exam is ready.") if is_exam(slug[:2]) else _("Problem set {number} is ready.")


def _install_panels() -> None:
    """Show a declared panel as widgets where it is a cell's last line. Widgets are loaded by the first panel."""
    from IPython import get_ipython

    if shell := get_ipython():
        formatter = shell.display_formatter.ipython_display_formatter
        formatter.for_type_by_name("longwave.panels.declare", "Panel", _show)


def _show(panel: "Panel") -> None:
    from longwave.widgets.panel import show_panel

    show_panel(panel)
