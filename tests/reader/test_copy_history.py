"""Whatever the reader and the course do in turn, no work of the reader's is ever lost."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from longwave.reader.copy import refresh_copy
from longwave.reader.manifest import manifest_path

NAMES = ("lessons/00-a.ipynb", "lessons/01-b.ipynb", "exercises/01-b/notes.txt")
names, numbers = st.sampled_from(NAMES), st.integers(1, 3)


def content(name: str, source: str) -> bytes:
    """Return a file with one line of the reader's or of the course's."""
    if name.endswith(".txt"):
        return source.encode()
    return f'{{"cells": [{{"cell_type": "code", "id": "a", "source": "{source}"}}]}}'.encode()


class History(RuleBasedStateMachine):
    """A course that changes, and a reader who works in a copy of it."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.course, self.copy = Path(self.folder.name, "course"), Path(self.folder.name, "copy")
        self.written: dict[Path, bytes] = {}  # what the reader wrote and did not remove
        for name in NAMES:
            self.ship(name, 0)

    @rule(name=names, number=numbers)
    def ship(self, name, number):
        """The course has a new version of a file."""
        (self.course / name).parent.mkdir(parents=True, exist_ok=True)
        (self.course / name).write_bytes(content(name, f"course {number}"))

    @rule(name=names)
    def drop(self, name):
        """The course drops a file."""
        (self.course / name).unlink(missing_ok=True)

    @rule(name=names, number=numbers, beside=st.sampled_from(["", ".new-1", ".new-2"]))
    def edit(self, name, number, beside):
        """The reader writes into a file, or into one that came beside it."""
        path = self.copy / name
        path = path.with_name(f"{path.stem}{beside}{path.suffix}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(name, f"reader {number}"))
        self.written[path] = path.read_bytes()

    @rule(name=names)
    def delete(self, name):
        """The reader deletes a file."""
        (self.copy / name).unlink(missing_ok=True)
        self.written.pop(self.copy / name, None)

    @rule()
    def lose_manifest(self):
        """The manifest is lost."""
        manifest_path(self.copy).unlink(missing_ok=True)

    @rule()
    def refresh(self):
        """The reader opens the course; doing so twice changes nothing more."""
        refresh_copy(self.copy, self.course)
        assert refresh_copy(self.copy, self.course).lines() == []
        for shipped in self.course.rglob("*.*"):
            assert (self.copy / shipped.relative_to(self.course)).is_file()

    @invariant()
    def the_readers_work_is_there(self):
        """Each file that the reader wrote is as the reader left it."""
        for path, bytes_ in self.written.items():
            assert path.read_bytes() == bytes_

    def teardown(self):
        """Remove the folders of this history."""
        self.folder.cleanup()


History.TestCase.settings = settings(deadline=None, derandomize=True, max_examples=60, stateful_step_count=20)
TestHistory = History.TestCase
