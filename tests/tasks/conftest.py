import importlib
import sys
from pathlib import Path

import pytest

import longwave.tasks.kinds  # noqa: F401  (loaded before `made_up` hides the folder it is in)
from longwave.tasks import progress, record

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # for `import both_ways`: pytest's importlib mode leaves the path alone


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
    package = importlib.import_module("longwave.tasks")
    monkeypatch.setattr(package, "__path__", [str(HERE / "made_up")])
    yield
    sys.modules.pop("longwave.tasks.lesson_97", None)
