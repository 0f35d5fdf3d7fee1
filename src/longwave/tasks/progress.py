"""How far the reader is: rows for each lesson, as text for a terminal and as a widget for a notebook."""

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from longwave.checks import InputError
from longwave.i18n import _
from longwave.tasks import record
from longwave.tasks.calibration import calibration_lines
from longwave.tasks.task import course_order, is_exam, labs, lesson_tasks, lesson_title

if TYPE_CHECKING:
    from longwave.widgets.progress import ProgressView

_BAR = 10  # characters in a bar of the text form

# The widgets that are on show in this kernel, each with its lesson; empty for all lessons.
_views: "weakref.WeakKeyDictionary[ProgressView, str]" = weakref.WeakKeyDictionary()


@dataclass(frozen=True)
class LessonProgress:
    """One lesson: two digits, title, how many tasks are done of how many, the ids of those still open; is it a lab?"""

    lesson: str
    title: str
    done: int
    total: int
    open_tasks: tuple[str, ...]
    optional: bool = False


def progress_rows(records: dict[str, dict[str, Any]]) -> list[LessonProgress]:
    """Return one row for each lesson that has tasks but the exams, in order, from records by task id."""
    rows = []
    for lesson in [each for each in course_order() if not is_exam(each)]:
        ids = [task.id for task in lesson_tasks(lesson)]
        still_open = tuple(i for i in ids if records.get(i, {}).get("status") != "right")
        optional = lesson in labs()
        title = _("{title} (optional lab)").format(title=lesson_title(lesson)) if optional else lesson_title(lesson)
        rows.append(LessonProgress(lesson, title, len(ids) - len(still_open), len(ids), still_open, optional))
    return rows


def next_task(rows: list[LessonProgress]) -> str:
    """Return the id of the first task that is still open; empty if none is but in labs, which nobody must do."""
    return next((row.open_tasks[0] for row in rows if row.open_tasks and not row.optional), "")


def progress_text() -> str:
    """Return the progress for a terminal: a line for each lesson, the next task, and notes on the file."""
    progress = record.read_progress()
    rows = progress_rows(progress.tasks)
    lines = [
        _("{lesson}  [{bar}]  {done} of {total}  {title}").format(
            lesson=row.lesson, bar=_bar(row), done=row.done, total=row.total, title=row.title
        )
        for row in rows
    ]
    record.mark_reported(progress.set_aside)
    return "\n".join([*lines, *notes(rows, progress)])


def _bar(row: LessonProgress) -> str:
    filled = _BAR * row.done // row.total if row.total else 0
    return "#" * filled + "-" * (_BAR - filled)


def notes(rows: list[LessonProgress], progress: record.Progress) -> list[str]:
    """Return what to say under the rows: what comes next, how the guesses did, where the file is, any error with it."""
    following = next_task(rows)
    done = (
        _("Every task is done, but for optional labs.")
        if any(row.open_tasks for row in rows)
        else _("Every task is done.")
    )
    lines = [_("Next: {id}").format(id=following) if following else done]
    lines += calibration_lines(progress.guesses)
    if progress.error:
        lines.append(
            _("Progress is not kept in {file}: {reason}. Checks and hints work all the same.").format(
                file=record.progress_file(), reason=progress.error
            )
        )
    else:
        lines.append(_("Kept on this computer only: {file}").format(file=record.progress_file()))
    lines += [
        _("An earlier progress file could not be read. It is still there: {file}").format(
            file=record.progress_file().with_name(name)
        )
        for name in progress.set_aside
    ]
    return lines


def show_progress(lesson: str = "") -> None:
    """Show the reader's progress as a table that follows each check in this notebook.

    What is stored in the notebook is the same for every reader: a sentence that says to run the cell.

    Args:
        lesson: The two digits of one lesson, such as "00", for its row alone; without them every lesson has a row.

    Raises:
        InputError: No lesson with tasks has these digits.
    """
    from IPython.display import display

    from longwave.widgets.progress import ProgressView

    if lesson and lesson not in course_order():
        raise InputError(f"lesson must be one of {', '.join(course_order())}, not {lesson!r}.")
    progress = record.read_progress()
    view = ProgressView(*_shown(progress, lesson))
    record.mark_reported(progress.set_aside)
    _views[view] = lesson
    display(view)


def refresh_views() -> None:
    """Bring the tables on show up to date."""
    if _views:
        progress = record.read_progress()
        for view, lesson in list(_views.items()):
            view.show(*_shown(progress, lesson))


def _shown(progress: record.Progress, lesson: str) -> tuple[list[LessonProgress], list[str]]:
    """Return the rows of one lesson, or of all, and the notes under them."""
    rows = progress_rows(progress.tasks)
    return [row for row in rows if lesson in ("", row.lesson)], notes(rows, progress)
