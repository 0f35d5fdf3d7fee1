"""The short check of a lesson: what it needs, without what differs from machine to machine."""

from collections.abc import Callable

from longwave.i18n import _
from longwave.reader.doctor import Finding, check_lessons, check_live_charts, check_python
from longwave.tasks.record import read_progress


class LessonCheck:
    """The findings of the check; a notebook shows them as lines."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings of all checks."""
        self.findings = findings

    def __repr__(self) -> str:
        """Return a line for each finding."""
        return "\n".join(map(_line, self.findings))


def _line(finding: Finding) -> str:
    """Return one line. Versions and folders are left out: a stored lesson must read the same everywhere."""
    if finding.ok:
        return _("ok    {name}").format(name=finding.name)
    return _("FAIL  {name}: {message}. To fix it: {remedy}").format(
        name=finding.name, message=finding.message, remedy=finding.remedy
    )


def check_datasets() -> Finding:
    """Read a dataset, which compares its bytes with its passport."""
    from longwave.data import load

    try:
        load("sources")
    except (OSError, ValueError) as error:
        return Finding(_("Datasets"), False, str(error), _("get the course again"))
    return Finding(_("Datasets"), True, "")


def check_progress() -> Finding:
    """Look whether progress can be kept."""
    problem = read_progress().error
    return Finding(_("Progress"), not problem, problem, _("free the folder that it names, or go on without"))


CHECKS: tuple[Callable[[], Finding], ...] = (
    check_python,
    check_live_charts,
    check_lessons,
    check_datasets,
    check_progress,
)


def lesson_check() -> LessonCheck:
    """Check what the lessons need: Python, the live charts, the lessons, the datasets, a place for progress."""
    return LessonCheck([check() for check in CHECKS])
