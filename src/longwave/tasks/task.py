"""What a task is, and where to find one.

A lesson's tasks are in a module `lesson_NN` of its topic. A problem set belongs to no topic, since it asks for the
models of many: its tasks are in a module `set_pN` of `longwave.problem_sets`. Everything that is said of a lesson here
holds for a problem set too; `p1` stands in the place of the two digits.
"""

import difflib
import importlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from longwave.i18n import _
from longwave.tasks.feedback import PlainError

TOPICS, PROBLEM_SETS = "longwave.topics", "longwave.problem_sets"
LABS = 5  # the part of the syllabus whose lessons are optional
KEY = r"(?:\d\d|p\d)"  # a lesson's two digits, or a problem set: what its slug and the ids of its tasks begin with
WORDS = r"(?:-[a-z0-9]+)+"
_ARGUED = rf"{KEY}-argued{WORDS}"  # answered in free text
Kind = Literal["number", "choice", "numbers", "table", "function", "coalitions"]


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that has a name.

    `matches` takes the answer in plain form (see `Task.read`). `message` says what the mistake looks like and
    what to ask next, never the answer; `{given}` in it becomes the reader's own number. `example` gives an answer
    that makes the mistake, where one is known.
    """

    name: str
    matches: Callable[[Any], bool]
    message: str
    example: Callable[[], Any] | None = None


@dataclass(frozen=True)
class Task:
    """One question that a machine can judge.

    Attributes:
        id: Two digits of the lesson, or `p1` of a problem set, then words: `02-floor`, `p1-turn`.
        expects: Type and unit of the answer in words, without a full stop: "a number, in money".
        kind: What is asked for: number, choice, numbers, table, function or coalitions.
        is_right: Takes the answer in plain form.
        read: Turns what the reader gave into plain form, or raises an UnusableError or UnansweredError.
        mistakes: In the order in which they are tried.
        hints: Three steps; the last says where in the lesson to look.
        explanation: Shown with a right answer.
        title: What the exercise is called.
        slips: Mistakes of form that any task of this kind may meet (per cent for a share); tried after `mistakes`.
        locate: For a wrong answer without a name, a sentence that says where it goes wrong.
        read_result: Of a function, turns what it returns into plain form.
        key: Of a table, the column that names rows.
        settle: Where one answer alone is right, turns a plain answer that the check takes for it into the model's own,
            and leaves any other as it is. Of a function it takes a result and the inputs.
        right: Of a number, computes it; None where many are right.
        tolerance: Of a number, how far an answer may be from it; None where three digits are enough.
    """

    id: str
    expects: str
    kind: Kind
    is_right: Callable[[Any], bool]
    read: Callable[[object], Any]
    mistakes: tuple[Mistake, ...] = ()
    hints: tuple[str, ...] = ()
    explanation: str = ""
    title: str = ""
    slips: tuple[Mistake, ...] = ()
    locate: Callable[[Any], str] | None = None
    read_result: Callable[[object], Any] | None = None
    key: str = ""
    settle: Callable[..., Any] | None = None
    right: Callable[[], float] | None = None
    tolerance: float | None = None

    def __post_init__(self) -> None:
        """Refuse an id of another form, and keep mistakes, hints and slips as tuples."""
        if not re.fullmatch(KEY + WORDS, self.id):
            raise ValueError(f"{self.id!r} is not a task id: two digits and words joined by hyphens, such as 02-floor")
        for field in ("mistakes", "hints", "slips"):
            object.__setattr__(self, field, tuple(getattr(self, field)))


class UnknownTaskError(PlainError, ValueError):
    """There is no task of that id."""


class NumbersError(PlainError, ValueError):
    """A task cannot be asked with these numbers."""


@cache
def task_modules() -> dict[str, str]:
    """Return the module that holds a lesson's tasks, by the lesson's two digits, or a problem set's, by `p1`.

    The modules are found by their names, `longwave.topics.<topic>.tasks.lesson_NN` and `longwave.problem_sets.set_pN`:
    there is no list of them, and nothing is imported.
    """
    modules = _modules(TOPICS, "*/tasks/lesson_??.py") + _modules(PROBLEM_SETS, "set_p?.py")
    return {module[-2:]: module for module in modules}


def _modules(package: str, pattern: str) -> list[str]:
    """Return the modules of a package whose files fit a pattern, in order."""
    spec = find_spec(package)
    folders = [Path(folder) for folder in (spec.submodule_search_locations or ())] if spec else []
    files = sorted(file.relative_to(folder).with_suffix("") for folder in folders for file in folder.glob(pattern))
    return [".".join([package, *file.parts]) for file in files]


def lessons() -> list[str]:
    """Return the lessons that have tasks, as two digits each, in order, and then the problem sets."""
    return sorted(task_modules())


def course_order() -> list[str]:
    """Return lessons and problem sets as a reader meets them: a set comes after the lesson that its `AFTER` names."""
    return sorted(lessons(), key=lambda key: (key, "") if key.isdigit() else (lesson_module(key).AFTER, key))


@cache
def labs() -> frozenset[str]:
    """Return the labs, as two digits each: the syllabus's lessons of part 5, which are optional.

    >>> "33" in labs(), "11" in labs()
    (True, False)
    """
    from longwave.data import load  # with pandas, which whoever only checks a task need not wait for

    syllabus = load("syllabus")
    return frozenset(syllabus.loc[syllabus["part"] == LABS, "lesson"].str[:2])


def lesson_module(lesson: str) -> ModuleType:
    """Return the module with a lesson's tasks."""
    return importlib.import_module(task_modules()[lesson])


def is_exam(lesson: str) -> bool:
    """Return whether these tasks are an exam, by the `EXAM` of their module: a check keeps its verdict to itself."""
    return lesson in task_modules() and bool(getattr(lesson_module(lesson), "EXAM", False))


def lesson_tasks(lesson: str) -> tuple[Task, ...]:
    """Return a lesson's tasks in the order of the lesson, in the current language."""
    tasks: tuple[Task, ...] = lesson_module(lesson).tasks()
    return tasks


def lesson_title(lesson: str) -> str:
    """Return a lesson's title, from the `title()` of its module, in the current language."""
    return str(lesson_module(lesson).title())


def lesson_variants(lesson: str) -> dict[str, Any]:
    """Return the tasks of a lesson that can be asked with other numbers: a `Variant` by task id."""
    # Any, since Variant is built on this module: to name it here would be a circle of imports.
    module = lesson_module(lesson)
    return module.variants() if hasattr(module, "variants") else {}


def find_task(task_id: object, numbers: Mapping[str, float] | None = None) -> Task:
    """Return the task of an id, or raise an UnknownTaskError that names the nearest ids, or says who judges the task.

    `numbers` puts other numbers in the place of the task's own, by name; a NumbersError says which it takes.
    Only the module of the lesson named by the first two digits is imported.
    """
    if type(task_id) is not str:
        raise UnknownTaskError(_('The first value is the id of the task in quotes, such as "02-floor".'))
    if task_id[:2] in lessons():
        for task in lesson_tasks(task_id[:2]):
            if task.id == task_id:
                return task if numbers is None else _with_numbers(task_id, numbers)
    raise UnknownTaskError(_unknown_message(task_id))


def _with_numbers(task_id: str, numbers: Mapping[str, float]) -> Task:
    variant = lesson_variants(task_id[:2]).get(task_id)
    if variant is None:
        raise NumbersError(_("The task {id} has the same numbers for everybody.").format(id=repr(task_id)))
    task: Task = variant.task(numbers)
    return task


def _unknown_message(task_id: str) -> str:
    if re.fullmatch(_ARGUED, task_id[:60]):
        return _(
            "{id} is answered in your own words. A person judges it, by the rubric below the question, and a machine "
            "has no hint and no check for it."
        ).format(id=repr(task_id[:60]))
    ids = [task.id for lesson in lessons() for task in lesson_tasks(lesson)]
    near = difflib.get_close_matches(task_id[:60], ids, n=3, cutoff=0.6)
    if near:
        message = _("There is no task {id}. Did you mean {near}?")
    else:
        message = _("There is no task {id}. The id is above the answer cell, such as 02-floor.")
    return message.format(id=repr(task_id[:60]), near=", ".join(near))
