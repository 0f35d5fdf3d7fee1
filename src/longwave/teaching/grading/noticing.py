"""What is odd in a submission and a person may want to know: cells that are gone or changed, names set again later.

None of it costs a point by itself: locked cells are run from the course, and each answer is tested before what follows.
"""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from longwave.i18n import _
from longwave.marks import name_of
from longwave.teaching.cells import RECEIPT, Cell, Cells, is_answer, is_argued, is_task, task_and_part, task_of
from longwave.teaching.grading.stray import is_left_open, strays
from longwave.teaching.judging.judge import Judgement
from longwave.teaching.judging.steps import Step

LONGEST_PARSED = 10_000  # characters of one cell that is parsed here, outside the sandbox
MOST_PARSED = 200_000  # of all cells of a submission


def oddities(copy: Cells, submitted: Cells, other_numbers: Iterable[str] = ()) -> list[str]:
    """Return a sentence for each kind of cell that is gone or changed; the cells' names are the course's.

    Args:
        copy: what the student got.
        submitted: what the student handed in.
        other_numbers: tasks in which the submission has other numbers than the student's, which is said elsewhere.
    """
    gone = [cell for name, cell in copy if is_answer(cell) and name not in submitted]
    elsewhere = [cell for _name, cell in copy if is_argued(cell) and is_left_open(cell, submitted)]
    elsewhere = elsewhere if elsewhere and strays(copy, submitted) else []
    argued, answers = ([cell for cell in gone if is_argued(cell) is kind] for kind in (True, False))
    argued = [cell for cell in argued if cell not in elsewhere]
    locked = [cell for name, cell in copy if name in submitted and name != RECEIPT and not _is_open(cell)]
    others = set(other_numbers)
    changed = [
        cell
        for cell in locked
        if task_and_part(cell)[0] not in others and not _is_same(cell, submitted.find(name_of(cell)))
    ]
    sentences = {
        _(
            "The cell for an argued answer is empty or gone: {cells}. What was written elsewhere is shown there, "
            "for a person to grade."
        ): elsewhere,
        _("The cell for an argued answer is not in the file, and nothing was written elsewhere: {cells}."): argued,
        _("The cell for the answer is not in the file: {cells}."): answers,
        _("Locked cells were changed, and the course's own were used: {cells}. Look for an answer in them."): changed,
    }
    return [words.format(cells=_listed(map(name_of, cells))) for words, cells in sentences.items() if cells]


def redefinitions(copy: Cells, plan: list[Step]) -> list[str]:
    """Return a sentence for names of the course that a student's cell sets, and for answers set again later.

    Args:
        copy: what the student got; an answer is what its cell there asks for.
        plan: what is run of the submission, in its order.
    """
    course: set[str] = set()
    answers: dict[str, str] = {}
    taken: dict[str, None] = {}
    again: dict[str, None] = {}
    left = MOST_PARSED
    for step in plan:
        if step.kind == "course":
            course |= _bound(step.source, len(step.source), imports=True)
        if step.kind != "student":
            continue
        left -= len(step.source)
        bound = _bound(step.source, LONGEST_PARSED) if left >= 0 else set()
        asked = _bound(copy.find(step.name).get("source", ""), LONGEST_PARSED) if step.name else set()
        taken.update(dict.fromkeys(sorted(bound & course - asked)))
        again.update((name, None) for name in sorted(bound - asked) if answers.get(name, step.name) != step.name)
        answers.update((name, step.name) for name in asked)
    sentences = {
        _("A name of the course is set anew by the student's cells: {names}."): taken,
        _("The name of an answer is set again after its own cell: {names}. What the answer was there counts."): again,
    }
    return [words.format(names=_listed(names)) for words, names in sentences.items() if names]


def _is_open(cell: Cell) -> bool:
    return is_answer(cell) or is_task(cell)


def _is_same(given: Cell, found: Cell) -> bool:
    """Return whether two texts differ in blanks at the ends of lines at most."""
    one, other = (
        [line.rstrip() for line in cell["source"].replace("\r\n", "\n").strip().split("\n")] for cell in (given, found)
    )
    return one == other


def _bound(source: str, most: int, imports: bool = False) -> set[str]:
    """Return the names that a cell binds at its top level, none of a cell that is too long or cannot be read.

    What a student imports is left out: the same import as the course's is no change, and another cannot be there.
    """
    try:
        body = ast.parse(source).body if len(source) <= most else []
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return set()
    found: set[str] = set()
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom) and imports:
            found |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            names = [name for name in ast.walk(node) if isinstance(name, ast.Name)]
            found |= {name.id for name in names if isinstance(name.ctx, ast.Store)}
    return found


def _listed(names: Iterable[str]) -> str:
    names = [name if len(name) <= 60 else f"{name[:59]}…" for name in names]
    more = [_("and {count} more").format(count=len(names) - 5)] if len(names) > 5 else []
    return ", ".join([*names[:5], *more])


def with_others(plan: Sequence[Step], others: Mapping[str, Sequence[Mapping[str, float]]]) -> list[Step]:
    """Return a plan whose tests know which numbers their tasks have elsewhere."""
    return [replace(one, others=tuple(others.get(task_of(one.name), ())) if one.kind == "test" else ()) for one in plan]


def borrowed(plan: Sequence[Step], found: Judgement) -> list[str]:
    """Return a sentence for the answers that are wrong for the student's own numbers and right for somebody else's."""
    public, others = [], []
    for step in plan:
        fits = found.outcomes[step.name].fits if step.name in found.outcomes and step.kind == "test" else []
        if 0 in fits:
            public.append(task_of(step.name))
        elif fits:
            others.append(f"{task_of(step.name)} ({len(fits)}/{len(step.others) - 1})")
    sentences = {
        _("Wrong for the student's own numbers, and right for those of the public sheet: {tasks}."): public,
        _(
            "Wrong for the student's own numbers, and right for those of other students, of whom the count is given; "
            "it may be chance: {tasks}."
        ): others,
    }
    return [words.format(tasks=_listed(tasks)) for words, tasks in sentences.items() if tasks]
