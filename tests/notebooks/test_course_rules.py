"""Every rule holds for every notebook of the course."""

from functools import cache
from pathlib import Path

import pytest
from nbformat import NotebookNode

from tools.files import find_notebooks
from tools.lint import RULES, name_of, rules_for
from tools.lint.reading import number_of
from tools.notebooks import read

stored = cache(read)


@cache
def course() -> list[tuple[Path, NotebookNode]]:
    return [(path, stored(path)) for path in find_notebooks()]


def test_the_course_has_lessons_and_tasks_for_each_and_problem_sets_beside_them():
    slugs = {folder: {path.stem for path, _ in course() if folder in path.parts} for folder in ("lessons", "solutions")}
    assert "00-start-here" in slugs["lessons"]
    assert slugs["lessons"] == {slug for slug in slugs["solutions"] if number_of(slug) is not None}
    assert {"p1-investment", "p2-wind", "p3-midterm", "p4-final"} == slugs["solutions"] - slugs["lessons"]


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_every_notebook_follows_the_rule(rule):
    held = [(path, notebook) for path, notebook in course() if rule in rules_for(notebook, path)]
    assert held
    found = [str(violation) for path, notebook in held for violation in rule(notebook, path)]
    assert found == [], "\n".join(["", *found])


def test_every_task_that_an_outcome_names_is_in_its_notebook_of_tasks_or_in_the_lesson():
    for path, notebook in course():
        for outcome in notebook.metadata.longwave.get("outcomes", []):
            tasks = stored(path.parents[1] / "solutions" / path.stem / path.name)
            words = "\n".join(cell.id + cell.source for cell in [*notebook.cells, *tasks.cells])
            assert [task for task in outcome.tasks if task not in words] == [], path.name
