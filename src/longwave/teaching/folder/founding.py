"""How a course's private folder is made: where it may be, and what it contains at first."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

from longwave.i18n import _
from longwave.reader.course import course_folder
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.folder import allowances
from longwave.teaching.folder.clock import machine_zone
from longwave.teaching.folder.course import SETTINGS, Course, read_course
from longwave.teaching.folder.roster import HEADER
from longwave.teaching.folder.settings import SANDBOX
from longwave.teaching.sandbox.kinds import refuse_visible

PRIVATE = 0o600
_SETTINGS = """\
# The course. Each setting may be left out.
name = {name}

# Times without an offset are read on this clock: a name of the IANA database, such as "Asia/Shanghai". Left out: UTC.
timezone = {timezone}

# Sheets that a group hands in once, for all its members (column group of roster.csv), such as ["p1", "p2"].
group_work = []

# How many of a student's lowest sheets do not count in lms/grades-all.csv, and which always do.
drop_lowest = 0
always_counts = []

[gradebook]
# Empty: SQLite, in this folder. Or: postgresql://user@host/database (the password may be in ~/.pgpass).
url = ""

[deadlines]
# "18-co-evolution" = 2026-12-01T23:59:00

[late]
# What lateness costs. As it is, nothing; for one sheet: a table [late."18-co-evolution"] with the same names.
# grace_minutes = 15        # so much is forgiven
# percent_per_day = 10      # for each day begun since the deadline
# most_percent = 50         # never more than this
# of = "earned"             # of the points earned, or "possible"
# nothing_after = 7         # days after the deadline, or a date; after that nothing counts

[titles]
# What your learning platform calls a lesson's assignment, so that grades find their column.
# "18-co-evolution" = "Exercises 18 (12345)"

[sandbox]
# How much the code of one student may use.
{sandbox}
# Packages of yours that students may import (docs/how-to/add-a-package.md).
# packages = ["matplotlib.pyplot"]
"""
_NBGRADER = '''\
"""nbgrader's settings for this course. Start JupyterLab or nbgrader in this folder."""

from pathlib import Path

from longwave.teaching.folder.course import read_course

c = get_config()  # noqa: F821
course = read_course(Path(__file__).resolve().parent)

c.CourseDirectory.root = str(course.root)
c.CourseDirectory.course_id = course.course_id
c.CourseDirectory.db_url = course.gradebook_url
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.ClearSolutions.code_stub = {"python": "..."}
c.ClearSolutions.text_stub = "*Write your answer here.*"

# Note: `nbgrader autograde` runs the students' code without a sandbox, and believes it. Use `longwave grade`.
'''
_IGNORED = """\
# Hidden tests, students' names and grades, and a secret: nothing here is for a public place.
*
"""


def new_course(folder: Path) -> Course:
    """Make a course's private folder, or complete one that is half made. Nothing in it is overwritten.

    Raises:
        ExpectedError: if the folder is not empty, or if what is in it would become public.
    """
    root = folder.expanduser().resolve()
    refuse_place(root)
    try:
        if not root.exists():
            root.mkdir(parents=True, mode=0o700)
        for name, content in _contents(root).items():
            if not os.path.lexists(root / name):
                write_whole(root / name, content.encode(), mode=PRIVATE, durable=True)
    except OSError as error:
        sentence = _("{folder} cannot be written: {error}. Name another folder.")
        raise ExpectedError(sentence.format(folder=root, error=error.strerror or error)) from error
    return read_course(root)


def _contents(root: Path) -> dict[str, str]:
    """Return the files in the order of writing. The settings go first: they show that the folder is a course."""
    limits = "\n".join(f"{name} = {limit}" for name, limit in SANDBOX.items())
    return {
        SETTINGS: _SETTINGS.format(name=_quoted(root.name), timezone=_quoted(machine_zone()), sandbox=limits),
        ".gitignore": _IGNORED,
        "secret.txt": secrets.token_hex(32) + "\n",
        "roster.csv": HEADER,
        allowances.FILE: allowances.HEADER,
        "nbgrader_config.py": _NBGRADER,
    }


def _quoted(text: str) -> str:
    """Return a text in the form of TOML."""
    kept = "".join(character for character in text if character.isprintable())
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'


def refuse_place(root: Path) -> None:
    """Refuse a folder in which a course's secrets would be public, or would be among something else.

    Raises:
        ExpectedError: if the folder is refused; it says why.
    """
    refuse_visible(root)
    public = _public_tree()
    if public is not None and (root == public or root.is_relative_to(public)):
        sentence = _("{folder} is inside the public course. Name a folder outside it, for example: ~/my-course")
        raise ExpectedError(sentence.format(folder=root))
    tree = _work_tree_above(root)
    if tree is not None and not _is_ignored(root, tree):
        sentence = _("{folder} would be published with the git repository {tree}. Name a folder outside it.")
        raise ExpectedError(sentence.format(folder=root, tree=tree))
    if set(str(root)) & set("?*[]"):
        # To nbgrader they are patterns, and in a database's address they have a meaning.
        raise ExpectedError(_("{folder}: the path may not hold any of ? * [ ]").format(folder=root))
    if root.exists() and not root.is_dir():
        raise ExpectedError(_("{folder} is a file. Name a folder.").format(folder=root))
    if root.is_dir() and not (root / SETTINGS).exists() and any(not _is_left_over(path) for path in root.iterdir()):
        sentence = _("{folder} is not empty. Name a new folder.")
        raise ExpectedError(sentence.format(folder=root))


def _public_tree() -> Path | None:
    try:
        return course_folder().resolve()
    except ExpectedError:
        return None


def _work_tree_above(root: Path) -> Path | None:
    """Return the nearest git work tree that a folder would be in; one of the folder itself is its owner's choice."""
    return next((parent for parent in root.parents if (parent / ".git").exists()), None)


def _is_ignored(root: Path, tree: Path) -> bool:
    git = shutil.which("git")
    if git is None:
        return False
    command = [git, "-C", str(tree), "check-ignore", "--quiet", str(root.relative_to(tree)) + "/"]
    return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0


def _is_left_over(path: Path) -> bool:
    """Return whether a file is half of one that was being written when this command was stopped."""
    return path.name.startswith(".") and path.name.endswith(".part")
