"""What many tests share: the folder, its notebooks, and made-up notebooks that follow every rule."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from hypothesis import HealthCheck, settings
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tools import browser
from tools.selection import LONG

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
VEGA = "application/vnd.vegalite.v5+json"
MADE_UP_TASKS = frozenset({"02-floor", "02-ceiling", "02-game", "02-split"})
MADE_UP_GUESSES = ("02-guess-floor",)
STORY = "You read what the cell says, you guess, you run it, and you say aloud what has changed. " * 4


# How long an example takes says how busy the machine is.
settings.register_profile("course", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: at the end of a run no worker then waits long for the others."""
    places = {ROOT / name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path, len(LONG)))


@pytest.fixture(scope="session")
def repository_root() -> Path:
    """The project's folder."""
    return ROOT


@cache
def notebooks() -> dict[str, list[Path]]:
    """Return the notebooks of the course by the name under which a test asks for each of them."""
    lessons, solutions = sorted((ROOT / "lessons").glob("*.ipynb")), sorted((ROOT / "solutions").glob("*/*.ipynb"))
    return {"lesson_file": lessons, "solution_file": solutions, "notebook_file": lessons + solutions}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Repeat a test for each notebook of the course that it asks for by one of these names."""
    for name, paths in notebooks().items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, paths, ids=[path.relative_to(ROOT).as_posix() for path in paths])


@pytest.fixture(scope="module")
def chromium() -> Iterator["Browser"]:
    """A browser for a module's pages. Skips where this computer has none, and says which to install."""
    if reason := browser.missing_needs():
        pytest.skip(reason)
    with browser.chromium() as running:
        yield running


@pytest.fixture
def made_up_tasks(monkeypatch: pytest.MonkeyPatch) -> frozenset[str]:
    """The ids of tasks that the made-up notebooks name, known for the length of a test; so is one guess."""
    monkeypatch.setattr("tools.lint.metadata.known_tasks", lambda: MADE_UP_TASKS)
    monkeypatch.setattr("tools.lint.guesses.known_guesses", lambda lesson: MADE_UP_GUESSES)
    return MADE_UP_TASKS


@pytest.fixture
def lesson_path(tmp_path: Path) -> Path:
    """Where the made-up lesson lies, between the lessons before and after it."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    for neighbour in ("01-earlier.ipynb", "03-later.ipynb"):
        (folder / neighbour).touch()
    return folder / "02-made-up.ipynb"


@pytest.fixture
def solution_path(tmp_path: Path) -> Path:
    """Where the made-up notebook of tasks lies."""
    folder = tmp_path / "solutions" / "02-made-up"
    folder.mkdir(parents=True)
    return folder / "02-made-up.ipynb"


@pytest.fixture
def lesson_notebook(made_up_tasks: frozenset[str]) -> NotebookNode:
    """A made-up lesson that follows every rule, as a test may break it."""
    outcomes = [
        {"id": "compute-floor", "text": "Compute a floor", "tasks": ["02-floor"]},
        {"id": "explain-split", "text": "Explain a split", "tasks": ["02-split", "02-argument"]},
        {"id": "design-game", "text": "Design a game", "tasks": ["02-game"]},
    ]
    return _notebook(
        _lesson_cells(),
        minutes=35,
        outcomes=outcomes,
        prerequisites=["01-earlier"],
        claims=["000-01"],
        passages=["000 一(一)"],
    )


@pytest.fixture
def solution_notebook(made_up_tasks: frozenset[str]) -> NotebookNode:
    """A made-up notebook of tasks that follows every rule, as a test may break it."""
    cells = [_markdown("title", "# Who can keep how much?"), _setup()]
    for task in sorted(MADE_UP_TASKS):
        cells += _task_cells(task)
    cells += [
        _markdown(
            "02-argument-prompt",
            "Choose a side.\n\n| Criterion | Points |\n|---|---|\n| A choice | 2 |\n| Its cost | 3 |",
        ),
        _graded(
            _markdown("02-argument-answer", "The second licence costs the floor."),
            grade=True,
            solution=True,
            points=5,
        ),
        _graded(_code("your-guesses-table", 'show_guesses("02")', _result("none")), locked=True),
    ]
    return _notebook(cells, minutes=50)


def _notebook(cells: list[NotebookNode], **about: object) -> NotebookNode:
    """Return a notebook of these cells, counted as if just run."""
    for count, cell in enumerate((cell for cell in cells if cell.cell_type == "code"), start=1):
        cell.execution_count = count
    longwave = {"slug": "02-made-up", "title": "Who can keep how much?", **about}
    kernelspec = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    metadata = {"kernelspec": kernelspec, "language_info": {"name": "python"}, "longwave": longwave}
    return nbformat.from_dict(new_notebook(cells=cells, metadata=metadata))


def _markdown(name: str, source: str) -> NotebookNode:
    return new_markdown_cell(source, id=name)


def _code(name: str, source: str, *outputs: NotebookNode) -> NotebookNode:
    return new_code_cell(source, id=name, outputs=list(outputs))


def _result(text: str) -> NotebookNode:
    return new_output("execute_result", {"text/plain": text})


def _setup() -> NotebookNode:
    source = 'from longwave.lesson import lesson\n\nlesson("02-made-up")'
    return _code("setup", source, _result("Lesson 02 is ready."))


def _section(part: str, heading: str, *cells: NotebookNode, prose: str = "") -> list[NotebookNode]:
    """Return a section: its prose, or a long story in three cells, then its code."""
    opening = _markdown(part, f"## {heading}\n\n{prose or STORY}")
    story = [] if prose else [_markdown(f"{part}-{word}", STORY) for word in ("story", "ending")]
    return [opening, *story, *cells]


def _check(task: str) -> NotebookNode:
    return _code(f"check-{task}", f'check("02-{task}", 8)', _result("Right."))


def _lesson_cells() -> list[NotebookNode]:
    """Return the cells of a lesson: every part in order, 16 code cells, about 1,300 words."""
    source = _code("data-source", 'cite("bids")', _result("Ours."))
    summary = "The pie is 10. The floor is 8. A second licence removes the floor."
    cited = "1. Shapley, L. (1953). *Games*, 28, 307–317. <https://doi.org/10.1515/9781400881970-018>"
    return [
        _markdown("title", "# Who can keep how much?\n\nThis takes 35 minutes."),
        _setup(),
        *_section("puzzle", "The puzzle", _code("bids", "bids = [10, 8]\nbids", _result("[10, 8]"))),
        _markdown("puzzle-numbers", "One factory pays 10, another 8."),
        *_section("idea", "The idea", _code("value", "max(bids)", _result("10"))),
        *_section("by-hand", "By hand, then by code", _code("by-code", "sorted(bids)[-2]", _result("8"))),
        *_section("predict", "Predict, then move", _code("panel-licensing", "panel()", *chart_outputs())),
        _code("predict-guess", 'predict("02-guess-floor", ...)', _result("No guess yet.")),
        _code("predict-reveal", 'reveal("02-guess-floor")', _result("It is 8.")),
        *_section("data", "The data", _code("data-table", "len(bids)", _result("2")), source),
        *_section("rival", "What the model misses", _code("rival-number", "10 / 3", _result("3.3333333333333335"))),
        *_section("check", "Check yourself", *map(_check, ("floor", "split", "game"))),
        *_section("summary", "Summary", _code("summary-table", "bids", _result("[10, 8]")), prose=summary),
        *_section("references", "References", prose=cited),
        *_section("next", "Next", prose="Read [the lesson before](01-earlier.ipynb) again."),
        _code("next-step", "hint()", _result("Read on.")),
    ]


def chart_outputs(**changes: object) -> list[NotebookNode]:
    """Return what a chart leaves under a cell: itself with its picture, and the line in words."""
    words = "Two bars: the floor runs from 8 down to 0."
    encoding = {
        "x": {"field": "choice", "type": "nominal", "title": "Licences"},
        "y": {"field": "floor", "type": "quantitative", "axis": {"title": "Floor (money)"}},
    }
    specification = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.20.1.json",
        "title": {"text": "A second licence removes the floor"},
        "description": words,
        "data": {
            "name": "floors",
            "values": [{"choice": "one", "floor": 8.5}, {"choice": "two", "floor": 0}],
        },
        "mark": {"type": "bar"},
        "encoding": encoding,
        "usermeta": {"embedOptions": {"actions": False, "renderer": "svg", "theme": ""}},
        **changes,
    }
    line = f"What the chart shows at the start: {words}"
    chart = {VEGA: specification, "text/plain": words, "image/png": "iVBORw0KGgo=\n"}
    page = {"text/html": f'<p class="longwave-alt">{line}</p>', "text/plain": line}
    return [new_output("display_data", chart), new_output("display_data", page)]


def _graded(cell: NotebookNode, **marks: object) -> NotebookNode:
    """Give a cell the metadata of nbgrader."""
    base = {
        "schema_version": 3,
        "grade": False,
        "solution": False,
        "locked": False,
        "task": False,
        "grade_id": cell.id,
    }
    cell.metadata["nbgrader"] = {**base, **marks}
    return cell


def _task_cells(task: str) -> list[NotebookNode]:
    """Return the four cells of a task that a machine grades."""
    name = task.split("-")[1]
    answer = f"{name} = ...\n### BEGIN SOLUTION\n{name} = 8\n### END SOLUTION"
    tests = f'### BEGIN HIDDEN TESTS\npractice("{task}", {name})\n### END HIDDEN TESTS'
    return [
        _markdown(f"{task}-prompt", "What is sure? A number, in money."),
        _graded(_code(f"{task}-answer", answer), solution=True),
        _code(f"{task}-check", f'check("{task}", {name})', _result("Right.")),
        _graded(_code(f"{task}-tests", tests), grade=True, locked=True, points=2),
    ]
