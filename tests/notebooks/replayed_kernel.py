"""A kernel for nbval that says what a stored lesson says: a pytest plugin for copies of lessons, named SLUG-NUMBER.

The run of the lessons themselves compares what a kernel computes with what is stored. So a copy with a change can be
compared with what is stored, which is the same, and nothing has to be computed again.
"""

import os
from collections import deque
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode
from nbval.plugin import IPyNbFile

from tools.lint.reading import code_cells
from tools.notebooks import read

LESSONS = "LONGWAVE_REPLAYED_LESSONS"


class ReplayedKernel:
    """Answers each cell, in turn, with the messages that would bring its stored outputs."""

    def __init__(self, lesson: NotebookNode) -> None:
        self.cells = iter(code_cells(lesson))
        self.messages: deque[dict[str, Any]] = deque()

    def is_alive(self) -> bool:
        """Be there."""
        return True

    def execute_cell_input(self, source: str, allow_stdin: bool = False) -> str:
        """Take the next cell, which must be the one that is asked for."""
        cell = next(self.cells)
        assert source == cell.source
        contents = [(output.output_type, {"metadata": {}, **output}) for output in cell.outputs]
        for kind, content in [*contents, ("status", {"execution_state": "idle"})]:
            self.messages.append({"msg_type": kind, "content": content, "parent_header": {"msg_id": cell.id}})
        return cell.id

    def await_reply(self, msg_id: str, timeout: float) -> None:
        """Have the reply at once."""

    def get_message(self, stream: str, timeout: float) -> dict[str, Any]:
        """Return the next message about an output."""
        return self.messages.popleft()

    def stop(self) -> None:
        """Have nothing to stop."""


def pytest_configure(config: pytest.Config) -> None:
    """Let a notebook's set-up take the stored outputs of its lesson in the place of a kernel."""
    lessons = Path(os.environ[LESSONS])

    def replay(file: IPyNbFile) -> None:
        file.kernel = ReplayedKernel(read(lessons / f"{file.path.stem.rpartition('-')[0]}.ipynb"))

    pytest.MonkeyPatch().setattr(IPyNbFile, "setup", replay)
