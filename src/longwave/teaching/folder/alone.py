"""One command at a time that changes a course's gradebook."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.tasks.lock import locked
from longwave.teaching.folder.course import Course


@contextmanager
def alone(course: Course) -> Iterator[None]:
    """Hold the course's lock: two commands at the same time would overwrite each other's results.

    Raises:
        ExpectedError: if another command holds it.
    """
    with ExitStack() as held:
        try:
            held.enter_context(locked(course.root / "grading.lock"))
        except TimeoutError:
            raise ExpectedError(_("Another command is grading this course. Wait until it ends.")) from None
        yield
