"""A new lesson follows every rule from the start, changes nothing that was there, and is written whole or not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import new_lesson
from tools.new_lesson import RefusedError, main, write_all

ROOT = Path(__file__).parents[2]
PARTS = ("src/longwave", "tools", "tests", "docs", "datasets")
FILES = ("pyproject.toml", "conftest.py", "README.md")
NEW, OLD = ("98", "made-up", "--topic", "scaffolded"), ("97", "also-made-up", "--topic", "value", "--title", "Is it?")
PROOFS = (
    "tests/tasks/test_both_ways.py",
    "tests/tasks/test_variants.py",
    "tests/topics/scaffolded",
    "tests/topics/test_faces.py",
    "tests/panels/test_corners.py",
    "tests/exercises",
    "tests/notebooks/test_ledgers.py",
    "tests/docs/test_glossary.py",
    "tests/docs/test_instructor_guide.py",
    "tests/docs/test_references.py",
)


def copied(folder: Path) -> Path:
    """Copy the parts of the course that a lesson touches or is checked by; of the other lessons only the names."""
    leave_out = shutil.ignore_patterns("__pycache__", ".*")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=leave_out)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    (folder / "lessons").mkdir()
    for lesson in (ROOT / "lessons").glob("*.ipynb"):
        (folder / "lessons" / lesson.name).touch()
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder that is no leftover of a run."""
    files = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def run(course: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run a module on a copy of the course, with the library of the copy."""
    # compiled once for all of these commands, outside the copy, whose files are compared
    compiled = {"PYTHONPYCACHEPREFIX": str(course.parent / "compiled")}
    environment = {**os.environ, "PYTHONPATH": str(course / "src"), **compiled}
    return subprocess.run([sys.executable, *arguments], cwd=course, env=environment, capture_output=True, text=True)


def broken_contracts(course: Path) -> set[str]:
    """Return the import contracts that do not hold."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    lines = run(course, "-c", code).stdout.splitlines()
    assert any(line.endswith(" KEPT") for line in lines), lines
    return {line for line in lines if line.endswith(" BROKEN")}


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A copy in which lesson 98 was made in a new topic and lesson 97 in an old one; its files before and after."""
    course = copied(tmp_path_factory.mktemp("course"))
    before = content(course)
    for arguments in (NEW, OLD):
        assert main(list(arguments), course) == 0
    return course, before, content(course)


@pytest.fixture
def course(before_and_after) -> Path:
    return before_and_after[0]


def test_only_files_of_the_new_lessons_are_written(before_and_after):
    _course, before, after = before_and_after
    assert {name: after.get(name) for name in before} == before
    assert sorted(after.keys() - before.keys()) == [
        "docs/instructor/97-also-made-up.md",
        "docs/instructor/98-made-up.md",
        "exercises/97-also-made-up/97-also-made-up.ipynb",
        "exercises/98-made-up/98-made-up.ipynb",
        "lessons/97-also-made-up.ipynb",
        "lessons/98-made-up.ipynb",
        "solutions/97-also-made-up/97-also-made-up.ipynb",
        "solutions/98-made-up/98-made-up.ipynb",
        "src/longwave/topics/scaffolded/__init__.py",
        "src/longwave/topics/scaffolded/__init__.pyi",
        "src/longwave/topics/scaffolded/charts.py",
        "src/longwave/topics/scaffolded/models.py",
        "src/longwave/topics/scaffolded/panels.py",
        "src/longwave/topics/scaffolded/tasks/__init__.py",
        "src/longwave/topics/scaffolded/tasks/lesson_98.py",
        "src/longwave/topics/value/tasks/lesson_97.py",
        "tests/topics/scaffolded/answers_lesson_98.py",
        "tests/topics/scaffolded/test_models.py",
        "tests/topics/value/answers_lesson_97.py",
    ]


def test_the_notebooks_follow_every_rule_and_the_exercises_are_those_of_the_solutions(course):
    made = [f"lessons/{slug}.ipynb" for slug in ("97-also-made-up", "98-made-up")]
    done = run(course, "-m", "tools.notebooks", "--check", *made, "solutions")
    assert (done.returncode, done.stdout) == (0, "Notebooks checked: 4. Each follows the rules.\n")
    assert run(course, "-m", "tools.exercises", "--check").returncode == 0


def test_no_import_contract_is_broken_by_it(course):
    assert broken_contracts(course) == broken_contracts(ROOT)


def test_ruff_and_the_search_for_untranslated_words_find_nothing(course):
    places = ["src/longwave/topics", "tests/topics"]
    for command in (["check"], ["format", "--check"]):
        done = run(course, "-m", "ruff", *command, "--no-cache", *places)
        assert done.returncode == 0, done.stdout
    search = "from pathlib import Path; from tools.i18n.mistakes import mistakes; print(mistakes(Path('src/longwave')))"
    assert run(course, "-c", search).stdout == "[]\n"


def test_model_doctest_panel_tasks_guide_and_exercises_pass_the_tests_of_the_course(course):
    proofs = [*PROOFS, "--doctest-modules", "src/longwave/topics/scaffolded"]
    done = run(course, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "97 or 98 or scaffolded", *proofs)
    assert done.returncode == 0, done.stdout


def test_a_title_of_ones_own_is_that_of_lesson_exercises_guide_and_tasks(course):
    for place in ("lessons/97-also-made-up.ipynb", "docs/instructor/97-also-made-up.md"):
        assert "Is it?" in (course / place).read_text("utf-8")
    assert '_("Is it?")' in (course / "src/longwave/topics/value/tasks/lesson_97.py").read_text("utf-8")


def test_the_scaffold_says_that_it_is_one(course):
    for place in ("lessons/98-made-up.ipynb", "solutions/98-made-up/98-made-up.ipynb", "docs/instructor/98-made-up.md"):
        text = (course / place).read_text("utf-8")
        assert "scaffold" in text
        assert "invented" in text
        assert "TODO" not in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("8", "made-up", "--topic", "made_up"), "'8' is not two digits"),
        (("99", "Made-Up", "--topic", "made_up"), "'Made-Up' is not lowercase words joined by hyphens"),
        (("99", "made-up", "--topic", "made-up"), "'made-up' is not lowercase words joined by underscores"),
        (("99", "made-up", "--topic", "import"), "'import' is not"),
        (("99", "made-up", "--topic", "made_up", "--title", "No question"), "not one plain question"),
        (("99", "made-up", "--topic", "made_up", "--title", 'Is "it" so?'), "not one plain question"),
        (("99", "made-up", "--topic", "made_up", "--title", "x" * 90 + "?"), "not one plain question"),
        (("00", "made-up", "--topic", "made_up"), "Lesson 00 is there already: lessons/00-start-here.ipynb"),
    ],
)
def test_what_cannot_be_a_lesson_is_refused_in_one_sentence(arguments, says, capsys, monkeypatch):
    monkeypatch.setattr(new_lesson, "write_all", lambda *_: pytest.fail("something is written"))
    assert main(list(arguments)) == 1
    assert says in capsys.readouterr().err


def test_a_file_that_is_there_already_is_named_and_kept(tmp_path, capsys):
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "01-first.ipynb").touch()
    (tmp_path / "docs/instructor").mkdir(parents=True)
    (tmp_path / "docs/instructor/98-made-up.md").write_text("Somebody's page.")
    before = content(tmp_path)
    assert main(list(NEW), tmp_path) == 1
    assert "docs/instructor/98-made-up.md" in capsys.readouterr().err
    assert content(tmp_path) == before


def test_where_a_rule_is_broken_nothing_is_written_and_the_rule_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "01-first.ipynb").touch()

    def broken(_copy: Path, tool: str, *_arguments: object) -> None:
        raise RefusedError(f"{tool} says: panel · mend the chart")

    monkeypatch.setattr(new_lesson, "COPIED", ())
    monkeypatch.setattr(new_lesson, "_run", broken)
    assert main(list(NEW), tmp_path) == 1
    assert "mend the chart" in capsys.readouterr().err
    assert list(content(tmp_path)) == ["lessons/01-first.ipynb"]


def test_where_the_disk_fails_half_way_what_was_written_is_taken_back(tmp_path, monkeypatch):
    written = new_lesson.write_atomically

    def full(path: Path, data: bytes) -> bool:
        if path.name == "second":
            raise OSError("no space left")
        return written(path, data)

    monkeypatch.setattr(new_lesson, "write_atomically", full)
    with pytest.raises(OSError, match="no space left"):
        write_all({Path("a/first"): b"1", Path("second"): b"2"}, tmp_path)
    assert content(tmp_path) == {}
