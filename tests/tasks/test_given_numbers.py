"""A reader who copies a number out of the question is not told that the answer is right but for rounding."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import nbformat
import pytest

from longwave.tasks.checking import verdict
from longwave.tasks.task import Task, lesson_tasks, lessons

ROOT = Path(__file__).parents[2]
HIDDEN = re.compile(r"### BEGIN SOLUTION.*?### END SOLUTION", re.S)
NUMERAL = re.compile(r"(?<![\w.])\d[\d,_]*(?:\.\d+)?")


@cache
def numbers() -> list[Task]:
    return [task for lesson in lessons() for task in lesson_tasks(lesson) if task.kind == "number"]


def cells_with_checks() -> Iterator[tuple[str, str]]:
    """Yield the id of each task that is checked, and the text from the last heading or question to the check."""
    for file in sorted([*ROOT.glob("lessons/*.ipynb"), *ROOT.glob("solutions/*/*.ipynb")]):
        text = ""
        for cell in nbformat.read(file, 4).cells:
            text = cell.source if cell.cell_type == "markdown" else text + cell.source
            if found := re.search(r'^check\("([^"]+)"', cell.source, re.M):
                yield found[1], HIDDEN.sub("", text)


def read(numeral: str) -> float:
    return float(re.sub("[,_]", "", numeral))


QUESTIONS = {task_id: set(map(read, NUMERAL.findall(text))) for task_id, text in cells_with_checks()}


def test_every_question_is_found():
    assert {task.id for task in numbers()} <= QUESTIONS.keys()
    assert 0.8 in QUESTIONS["06-withheld"]


@pytest.mark.parametrize("task", numbers(), ids=lambda task: task.id)
def test_no_number_of_the_question_is_taken_for_a_rounded_answer(task):
    copied = {number for number in QUESTIONS[task.id] if verdict(task, number).mistake_name == "rounded"}
    assert not copied, f"name {copied} as `given` in {task.id}"
