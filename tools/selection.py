"""Which tests a change concerns: by the folder that it lies in, and by who imports it."""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tools.files import ROOT

if TYPE_CHECKING:
    import grimp

# The files of tests that take longest. `make test` begins with them, `make check` runs one only if it was changed.
LONG = (
    "tests/teaching/test_week.py",
    "tests/teaching/test_killed.py",
    "tests/panels/test_corners.py",
    "tests/browser/test_lesson_after_run_all.py",
    "tests/install/test_make_lab.py",
    "tests/install/test_conda_environment.py",
    "tests/tools/test_new_lesson.py",
    "tests/reader/test_lab.py",
    "tests/browser/test_stored_lesson.py",
    "tests/teaching/test_slides.py",
    "tests/teaching/test_peer.py",
    "tests/teaching/test_concepts.py",
    "tests/teaching/test_variants.py",
    "tests/notebooks/test_strict_nbval_catches_seeded_changes.py",
)
NEAR = 12  # files of tests that are run for a module that no test imports itself
LONG_FOLDERS = ("tests/browser/",)
TEMPLATE = "tests/translation/test_course_catalogues.py"
REFERENCE = "tests/docs/test_docs.py::test_the_reference_has_not_drifted"
COPIES = "tests/exercises/test_course_exercises.py::test_exercises_are_what_the_solutions_give"
CORNERS = "tests/panels/test_corners.py"
# What lies outside the library, and the tests of it. The first that fits counts.
FOLDERS = (
    (r"lessons/.*\.ipynb", "{0}"),
    (r"solutions/.*\.ipynb", "{0} " + COPIES),
    (r"(solutions|exercises)/.*", COPIES),
    (r"datasets/.*", "tests/datasets"),
    (r"(docs/.*|README\.md|CHANGELOG\.md)", "tests/docs"),
    (r"locale/.*", "tests/translation"),
    (r"(pyproject\.toml|requirements.*\.lock|environment\.yml)", "tests/install/test_locks.py"),
    (r"(tools/bootstrap\.py|Makefile)", "tests/install/test_bootstrap.py tests/docs/test_docs.py"),
    (r"src/longwave/widgets/static/.*", "tests/widgets"),
    (r"tools/browser_edition/.*", "tests/browser_edition"),
    (r"tools/site/.*", "tests/site/test_frames.py tests/site/test_policy.py"),
)


@dataclass
class Selection:
    """What to run, as pytest names it; the topics whose panels are drawn; what is left to the whole run, and why."""

    tests: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)


def select(changed: Iterable[str], root: Path = ROOT) -> Selection:
    """Return the tests that the changed files concern; a long one only if it was changed itself."""
    found, modules, own = Selection(), set(), set()
    for name in changed:
        folder = next((tests for pattern, tests in FOLDERS if re.fullmatch(pattern, name)), "")
        if name.startswith("tests/"):
            own |= _of_a_test(name, root)
        elif folder:
            found.tests |= set(folder.format(name).split())
        elif name.startswith("src/longwave/") and name.endswith((".py", ".pyi")):
            modules.add(module_of(name))
        elif name.startswith(("tools/", "benchmarks/")) and name.endswith(".py"):
            found.tests |= importers({name.removesuffix(".py").replace("/", ".")}, root)
    for module in sorted(modules):
        _add_module(module, found, root)
    found.tests = {test for test in found.tests | own if (root / test.partition("::")[0]).exists()}
    found.left |= {test for test in found.tests - own if is_long(test)}
    found.tests -= {test for test in found.tests if test in found.left or _is_within(test, found.tests)}
    found.left -= {test for test in found.left if test in found.tests or _is_within(test, found.tests)}
    return found


def _is_within(test: str, tests: Iterable[str]) -> bool:
    """Return whether a test lies in a folder or a file that is run as a whole."""
    return any(test != other and test.startswith((f"{other}/", f"{other}::")) for other in tests)


def module_of(name: str) -> str:
    """Return the module of a file below src.

    >>> module_of("src/longwave/charts/__init__.py"), module_of("src/longwave/i18n.py")
    ('longwave.charts', 'longwave.i18n')
    """
    return name.removeprefix("src/").rpartition(".")[0].removesuffix("/__init__").replace("/", ".")


def is_long(test: str) -> bool:
    """Return whether a test is one of those that are left to the whole run."""
    return test.partition("::")[0] in LONG or test.startswith(LONG_FOLDERS)


def _add_module(module: str, found: Selection, root: Path) -> None:
    """Add the tests of one module of the library: of its topic, and those that import it or stand near."""
    found.tests |= {TEMPLATE, REFERENCE}
    package, _dot, topic = module.removeprefix("longwave.").partition(".")
    if package == "topics" and topic:
        topic = topic.partition(".")[0]
        found.topics.add(topic)
        found.tests |= {f"tests/topics/{topic}", *notebooks_of(topic, root)}
    direct = importers({module}, root)
    nearest = importers(_importing(module), root)
    found.tests |= direct or (nearest if len(nearest) <= NEAR else set())
    found.left |= importers(_all_importing(module), root) - found.tests


def notebooks_of(topic: str, root: Path) -> set[str]:
    """Return the lessons and solutions that import from a topic."""
    paths = [*root.glob("lessons/*.ipynb"), *root.glob("solutions/*/*.ipynb")]
    named = re.compile(rf"longwave\.topics\.{topic}\b")
    return {path.relative_to(root).as_posix() for path in paths if named.search(path.read_text(encoding="utf-8"))}


def _of_a_test(name: str, root: Path) -> set[str]:
    """Return a changed test, or those that a changed file beside them concerns."""
    path = root / name
    if path.name.startswith("test_") and path.suffix == ".py":
        return {name} if path.exists() else set()
    if path.name == "conftest.py" or path.suffix != ".py":
        folder = path.parent.relative_to(root).as_posix()
        files = path.parent.rglob("test_*.py") if folder != "tests" else []
        return {file for each in files if not is_long(file := each.relative_to(root).as_posix())}
    return {test for test in importers({name.removesuffix(".py").replace("/", ".")}, root) if not is_long(test)}


def importers(modules: set[str], root: Path = ROOT) -> set[str]:
    """Return the files of tests that import one of these modules themselves."""
    return {name for name, imported in _imports(root).items() if imported & modules}


@cache
def _imports(root: Path) -> dict[str, set[str]]:
    """Return what each file of tests imports: modules, and names that may be modules."""
    found = {}
    for path in root.glob("tests/**/test_*.py"):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        found[path.relative_to(root).as_posix()] = {name for node in nodes for name in _names(node)}
    return found


def _names(node: ast.AST) -> Iterable[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def _graph() -> "grimp.ImportGraph":
    import grimp

    return grimp.build_graph("longwave")


def _importing(module: str) -> set[str]:
    return set(_graph().find_modules_that_directly_import(module)) if module in _graph().modules else set()


def _all_importing(module: str) -> set[str]:
    return set(_graph().find_downstream_modules(module)) if module in _graph().modules else set()
