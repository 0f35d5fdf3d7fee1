"""Rules on guesses: each is asked before it is revealed, stored without an answer, and shown beside the exercises."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from nbformat import NotebookNode

from longwave.marks import marks_of
from tools.lint.reading import Finding, calls, code_cells, first_argument, rule, slug_of

TABLE = "your-guesses-table"  # the id of the cell that shows a lesson's guesses in its notebook of tasks
CALLS = {"predict": ", ...", "reveal": ""}  # what follows the id in each
LOCKED = {"grade": False, "locked": True, "solution": False}


@lru_cache
def known_guesses(lesson: str) -> tuple[str, ...]:
    """Return the ids of a lesson's guesses, in the order of its module."""
    from longwave.tasks.guess import lesson_guesses
    from longwave.tasks.task import lessons

    return tuple(guess.id for guess in lesson_guesses(lesson)) if lesson in lessons() else ()


def _ids(cell: NotebookNode, call: str) -> list[object]:
    return [first_argument(found) for found in calls(cell, call)]


@rule
def guess_before_reveal(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A lesson that reveals something has asked for a guess of it in an earlier cell."""
    asked: set[object] = set()
    for cell in code_cells(notebook):
        for guess in _ids(cell, "reveal"):
            if guess not in asked:
                yield cell.id, f'ask first: predict("{guess}", ...) in a cell before this one'
        asked |= set(_ids(cell, "predict"))


@rule
def guess_left_open(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A stored lesson guesses nothing: the reader finds three dots in the place of the guess."""
    for cell in code_cells(notebook):
        for call in calls(cell, "predict"):
            guess = call.args[1] if len(call.args) == 2 else None
            if not isinstance(guess, ast.Constant) or guess.value is not ...:
                yield cell.id, f'leave the guess to the reader: predict("{first_argument(call)}", ...)'


@rule
def guesses_are_used(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """A lesson asks for each guess of its module of tasks and reveals it, and asks for no other."""
    known = known_guesses(slug_of(path)[:2])
    used = {call: [(cell.id, found) for cell in code_cells(notebook) for found in _ids(cell, call)] for call in CALLS}
    for call, found in used.items():
        for missing in sorted(set(known) - {guess for _cell, guess in found}):
            yield "-", f'call {call}("{missing}"{CALLS[call]}), or take the guess out of the module of tasks'
        for cell, guess in found:
            if guess not in known:
                yield cell, f"write the guess {guess} into guesses() of the module of tasks, or mend its id"


@rule
def guesses_table(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """The notebook of tasks of a lesson with guesses shows them once, in a locked cell that is worth nothing."""
    lesson = slug_of(path)[:2]
    found = [cell for cell in code_cells(notebook) if lesson in _ids(cell, "show_guesses")]
    if [cell.id for cell in found] != [TABLE] * bool(known_guesses(lesson)):
        yield TABLE, "show the lesson's guesses, if it has any, once: run python -m tools.guesses"
    for cell in found:
        marks = marks_of(cell)
        if {name: marks.get(name) for name in LOCKED} != LOCKED:
            yield cell.id, "set metadata.nbgrader: grade false, solution false, locked true"
