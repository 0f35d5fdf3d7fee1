"""What a hidden test calls: each of these tells of any task whether an answer is right, of an exam's, too.

The practice cells of lessons get `practice` and `plain_answer` from `longwave.tasks`, which refuses an exam's tasks.
Only the hidden tests of an exam import them from here, so no cell that a student sees names this module.
"""

import copy
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from longwave.tasks.checking import hints_offered, verdict
from longwave.tasks.feedback import not_yet
from longwave.tasks.task import Task, find_task

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["plain_answer", "practice"]


def practice(task_id: str, answer: object, numbers: Mapping[str, float] | None = None) -> None:
    """Raise a NotYetError unless the answer is right. In cells that are scored `...` must fail too."""
    task = find_task(task_id, numbers)
    result = verdict(task, answer)
    if result.status != "right":
        raise not_yet(result.message, task.id, hints_offered(task))


def plain_answer(task_id: str, answer: Any, numbers: Mapping[str, float] | None = None) -> Any:
    """Return an answer in the one form that tests work with, whatever form the reader gave it.

    A number is a float, and several numbers are a dict. A table is a DataFrame, sorted by the column that names its
    rows. A function stays one, and what it returns is in plain form.

    Where one answer alone is right, an answer that the check takes for it becomes the model's own, to the last digit:
    so a test cannot measure more strictly than the check has done.
    """
    task = find_task(task_id, numbers)
    if task.read_result is not None:
        return lambda *inputs: _settled_result(task, answer, inputs)
    plain = task.read(answer)
    if task.settle is not None:
        plain = task.settle(plain)
    return _frame(plain, task.key) if task.key else plain


def _settled_result(task: Task, function: Callable[..., Any], inputs: tuple[Any, ...]) -> Any:
    """Return what a reader's function gives, in plain form; its own copy of the inputs is all that it can change."""
    given = function(*copy.deepcopy(inputs))
    plain = task.read_result(given) if task.read_result else given
    try:
        return task.settle(plain, *inputs) if task.settle else plain
    except Exception:
        return plain  # the model has no result for these inputs: then the test knows another


def _frame(plain: dict[str, dict[str, Any]], key: str) -> "pd.DataFrame":
    import pandas as pd

    rows = [{key: int(name) if name.isdecimal() else name, **columns} for name, columns in plain.items()]
    return pd.DataFrame(rows).sort_values(key, kind="stable", ignore_index=True)
