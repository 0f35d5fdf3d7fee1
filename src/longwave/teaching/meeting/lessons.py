"""The course's lessons as they are stored: which there are, and what each says of itself and of its exercises."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _
from longwave.reader.course import course_folder
from longwave.reader.errors import ExpectedError
from longwave.tasks.task import lesson_module
from longwave.teaching.cells import is_argued, is_graded, points_of
from longwave.teaching.folder.course import lesson_named
from longwave.teaching.notebooks import read_notebook

if TYPE_CHECKING:
    from nbformat import NotebookNode


@dataclass(frozen=True)
class Exercises:
    """What a lesson's exercise notebook asks for."""

    minutes: int
    tasks: int  # judged by the machine
    argued: int  # judged by hand, with a rubric
    points: float


@dataclass(frozen=True)
class Lesson:
    """What a lesson, or a problem set, says of itself."""

    slug: str
    title: str
    minutes: int
    outcomes: tuple[str, ...]
    prerequisites: tuple[str, ...]
    exercises: Exercises | None
    first_guess: str = ""  # the heading below which the reader is asked for the first guess; empty if none is asked
    dates: str = ""  # when a problem set can be handed out and when it is due; empty for a lesson

    @property
    def number(self) -> str:
        """The lesson's number, as two digits, or `p1` of a problem set."""
        return self.slug[:2]


def find_lesson(word: str) -> str:
    """Return the slug of the lesson that a word means, such as `18`.

    Raises:
        ExpectedError: if there is none, which names the near ones; or if it is a problem set, which has no lesson.
    """
    for path in _set_files():
        if word.strip().lower() in (path.stem, path.stem[:2]):
            sentence = _("{name} is a problem set: it has no lesson to be shown or exported. Its plan: {page}")
            raise ExpectedError(sentence.format(name=path.stem, page=f"docs/instructor/{path.stem}.md"))
    return lesson_named(word, [path.stem for path in _lesson_files()])


def lesson_slugs() -> list[str]:
    """Return the slugs of all lessons, in order."""
    return [path.stem for path in _lesson_files()]


def lesson_notebook(slug: str) -> "NotebookNode":
    """Return a lesson's stored notebook, with its outputs."""
    return read_notebook(course_folder() / "lessons" / f"{slug}.ipynb")


def lessons() -> dict[str, Lesson]:
    """Return the course's lessons by number, in order."""
    found = [_lesson(path) for path in _lesson_files()]
    return {lesson.number: lesson for lesson in found}


def lessons_and_sets() -> dict[str, Lesson]:
    """Return the course's lessons and its problem sets, by the first two characters of their names."""
    found = [_problem_set(path) for path in _set_files()]
    return lessons() | {problem_set.number: problem_set for problem_set in found}


def _set_files() -> list[Path]:
    return sorted((course_folder() / "exercises").glob("p[0-9]-*/*.ipynb"))


def _problem_set(path: Path) -> Lesson:
    """Read a problem set: it has exercises, and nothing to read before them.

    Its minutes are those that its module and its sheet give to the questions and the memo. The sheet's metadata has
    fewer: they count no search for models, and a memo like any argued task.
    """
    about, module = _read(path)["metadata"]["longwave"], lesson_module(path.stem[:2])
    exercises = _exercises(path)
    timed = replace(exercises, minutes=sum(module.MINUTES.values())) if exercises else None
    return Lesson(about["slug"], about["title"], 0, (), (), timed, dates=module.dates())


def _lesson_files() -> list[Path]:
    return sorted((course_folder() / "lessons").glob("*.ipynb"))


def _lesson(path: Path) -> Lesson:
    notebook = _read(path)
    about = notebook["metadata"]["longwave"]
    return Lesson(
        slug=about["slug"],
        title=about["title"],
        minutes=about["minutes"],
        outcomes=tuple(outcome["text"] for outcome in about["outcomes"]),
        prerequisites=tuple(about["prerequisites"]),
        exercises=_exercises(course_folder() / "exercises" / about["slug"] / f"{about['slug']}.ipynb"),
        first_guess=_first_guess(notebook["cells"]),
    )


def _first_guess(cells: list[dict[str, Any]]) -> str:
    heading = ""
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = next((line[3:] for line in source.splitlines() if line.startswith("## ")), heading)
        elif "predict(" in source:
            return heading
    return ""


def _exercises(path: Path) -> Exercises | None:
    """Read an exercise notebook; None where the lesson has none yet."""
    if not path.is_file():
        return None
    notebook = _read(path)
    graded = [cell for cell in notebook["cells"] if is_graded(cell)]
    argued, points = sum(map(is_argued, graded)), sum(map(points_of, graded))
    return Exercises(notebook["metadata"]["longwave"]["minutes"], len(graded) - argued, argued, points)


def _read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document
