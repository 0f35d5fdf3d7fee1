from pathlib import Path

import pytest

from longwave.tasks import progress, record, task

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Give each test a reader's folder of its own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LONGWAVE_HOME", str(folder))
    record._waiting.clear()
    progress._views.clear()
    yield folder
    record._waiting.clear()
    progress._views.clear()


@pytest.fixture
def made_up(monkeypatch):
    """Put the made-up lesson 97 in place of the lessons of the course."""
    monkeypatch.syspath_prepend(HERE / "made_up")
    monkeypatch.setattr(task, "task_modules", lambda: {"97": "lesson_97"})
