"""Where the course is: at the top of a clone, or inside an installed wheel."""

from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError

_PACKAGE = Path(__file__).parents[1]
_CLONE = _PACKAGE.parents[1]


def course_folder() -> Path:
    """Return the folder that holds `lessons/`, `exercises/` and `datasets/`.

    Raises:
        ExpectedError: if the installed package has no lessons.
    """
    if in_clone():
        return _CLONE
    shipped = _PACKAGE / "course"
    if (shipped / "lessons").is_dir():
        return shipped
    raise ExpectedError(_("This installation has no lessons in it. Get the course's folder and install from there."))


def in_clone() -> bool:
    """Return whether the package runs from a clone of the course, not from an installed wheel."""
    return (_CLONE / "pyproject.toml").is_file() and (_CLONE / "lessons").is_dir()


def default_copy() -> Path:
    """Return where the reader's copy goes by default: into the clone, where git ignores it, or at home."""
    return _CLONE / "my-longwave" if in_clone() else Path.home() / "longwave"


def lesson_to_open(folder: Path) -> str | None:
    """Return the path of the first lesson inside a course or a copy; None if it has no lesson."""
    lessons = sorted((folder / "lessons").glob("*.ipynb"))
    return lessons[0].relative_to(folder).as_posix() if lessons else None
