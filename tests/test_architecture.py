"""The house: what depends on what, and what an import may cost."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tools.lint.code import unstable_sorts

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "longwave"
HEAVY = ("pandas", "altair", "numpy", "ipywidgets")
LIGHT = f"import sys, {{module}}; print([name for name in {HEAVY} if name in sys.modules])"


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=900)


def test_every_import_contract_is_kept():
    done = run("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")
    assert done.returncode == 0, done.stdout


def test_importing_longwave_or_its_command_loads_nothing_heavy():
    for module in ("longwave", "longwave.cli"):
        done = run("-c", LIGHT.format(module=module))
        assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_mypy_finds_nothing():
    done = run("-m", "mypy")
    assert done.returncode == 0, done.stdout


def test_ruff_finds_nothing():
    done = run("-m", "ruff", "check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout


def test_ruff_would_format_nothing():
    done = run("-m", "ruff", "format", "--check", "--no-cache", ".")
    assert done.returncode == 0, done.stdout


def test_no_module_is_a_drawer_for_odds_and_ends():
    names = {path.stem for folder in ("src", "tools", "benchmarks") for path in (ROOT / folder).rglob("*.py")}
    assert not names & {"utils", "helpers", "common", "misc", "util"}


def test_equal_rows_keep_their_order_when_the_library_sorts():
    # A quicker sort orders equal rows as the processor likes, and readers see the order.
    unstable = {
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in SOURCE.rglob("*.py")
        for call in unstable_sorts(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert unstable == set()


def test_modules_stay_readable():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in SOURCE.rglob("*.py")
        if not path.stem.startswith(("lesson_", "set_")) and (lines := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long, f"split these modules: {long}"


def test_nothing_in_the_package_imports_the_authors_tools():
    for path in SOURCE.rglob("*.py"):
        assert not re.search(r"^\s*(from|import) (tools|benchmarks)\b", path.read_text("utf-8"), re.M), path
