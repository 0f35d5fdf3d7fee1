"""How a class did on each task: how hard it was, whether it separates strong from weak, which mistakes were made."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from longwave.i18n import _
from longwave.teaching.grading.results import Result

FEWEST = 5  # submissions below which a discrimination says nothing


def points_table(results: Sequence[Result]) -> pd.DataFrame:
    """Return each student's share of the points by task: rows are students, columns tasks, values from 0 to 1."""
    rows = {one.student: {task.id: task.points / task.max_points for task in one.tasks} for one in results}
    return pd.DataFrame.from_dict(rows, orient="index")


def with_hand_points(
    points: pd.DataFrame, given: Mapping[str, Mapping[str, float]], worth: Mapping[str, float]
) -> pd.DataFrame:
    """Return a table of shares with columns for the tasks to which people gave points; who has none is missing there.

    Args:
        points: the table of `points_table`.
        given: hand points by student and task.
        worth: what each of these tasks is worth.
    """
    table = points.copy()
    for task, most in worth.items():
        shares = {student: given.get(student, {}).get(task, float("nan")) / most for student in points.index}
        column = pd.Series(shares, dtype=float)
        if column.notna().any():
            table[task] = column
    return table


def item_table(points: pd.DataFrame) -> pd.DataFrame:
    """Return difficulty and discrimination by task.

    `solved` is the mean share of the points (the classical item difficulty p, 0 nobody to 1 everybody).
    `discrimination` is the correlation of a task's points with the sum of the *other* tasks' (the corrected item–total
    correlation); missing if all did the same, or if there are fewer than five submissions. Where points of a task are
    still missing, the students who have them count, and the other tasks that all of these have.

    >>> table = pd.DataFrame({"a": [1, 1, 0, 0, 1], "b": [1, 1, 0, 0, 1], "c": [1, 0, 1, 0, 1]}, dtype=float)
    >>> item_table(table)["solved"].tolist()
    [0.6, 0.6, 0.6]
    """
    found = pd.DataFrame({"solved": points.mean()})
    found["discrimination"] = [_discrimination(points, str(task)) for task in points]
    return found.rename_axis("task")


def _discrimination(points: pd.DataFrame, task: str) -> float:
    have = points[points[task].notna()]
    rest = have.drop(columns=task).dropna(axis="columns")
    return _correlation(have[task], rest.sum(axis=1))


def _correlation(one: pd.Series, rest: pd.Series) -> float:
    if len(one) < FEWEST or one.std() == 0 or rest.std() == 0:
        return float("nan")
    return float(np.corrcoef(one, rest)[0, 1])


def mistakes_table(results: Sequence[Result]) -> pd.DataFrame:
    """Return how many students made each named mistake: columns task, mistake, students; the commonest first.

    Wrong answers that have no name are counted together for each task, so that none of them is overlooked.
    """
    wrong = [task for one in results for task in one.tasks if task.mistake or task.status == "wrong"]
    counted = Counter((task.id, task.mistake or _("other wrong answers")) for task in wrong)
    rows = sorted(((task, name, count) for (task, name), count in counted.items()), key=lambda row: (-row[2], row[:2]))
    return pd.DataFrame(rows, columns=["task", "mistake", "students"])


def status_table(results: Sequence[Result]) -> pd.DataFrame:
    """Return how many students had each status, by task: columns task, status, students."""
    counted = Counter((task.id, task.status) for one in results for task in one.tasks)
    return pd.DataFrame(
        [(*key, count) for key, count in sorted(counted.items())], columns=["task", "status", "students"]
    )
