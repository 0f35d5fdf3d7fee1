"""A hint that names a part of the lesson names one that is there."""

import re

import nbformat
import pytest

from longwave.tasks.task import lesson_tasks
from tools.files import ROOT

NAMED = re.compile(r"\b(?:Look at|Read) “([^”]+)”")


@pytest.mark.parametrize("path", sorted((ROOT / "lessons").glob("*.ipynb")), ids=lambda path: path.stem)
def test_what_a_hint_names_stands_in_the_lesson(path):
    said = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)
    named = {part for task in lesson_tasks(path.stem[:2]) for hint in task.hints for part in NAMED.findall(hint)}
    assert [part for part in sorted(named) if part.rstrip(".?") not in said] == []
