"""README and docs: their Python runs, their commands exist, their links lead somewhere, nothing has drifted."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRONT = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md")]
PAGES = sorted([*FRONT, *(ROOT / "docs").rglob("*.md")])
WRITTEN = [page for page in PAGES if page.parent.name != "reference"]
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^ *```", re.M | re.S)


def blocks(page: Path, language: str) -> list[str]:
    found = [(indent, body) for indent, kind, body in FENCE.findall(page.read_text("utf-8")) if kind == language]
    return [re.sub(rf"^{indent}", "", body, flags=re.M) for indent, body in found]


def longwave_commands(page: Path) -> list[list[str]]:
    """Return the longwave commands of a page's terminal blocks, as words."""
    text = "\n".join([*blocks(page, "console"), *blocks(page, "text")])
    lines = [line.removeprefix("$ ") for line in text.splitlines()]
    return [shlex.split(line) for line in lines if line.startswith(("longwave ", "make ", "python -m tools."))]


def identifier(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")], ids=identifier)
def test_the_python_of_a_page_runs(page):
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks(page, "python"))], capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", [page for page in WRITTEN if longwave_commands(page)], ids=identifier)
def test_the_commands_of_a_page_exist(page):
    for program, *words in longwave_commands(page):
        if program == "make":
            done = subprocess.run(["make", "-n", words[0]], cwd=ROOT, capture_output=True, text=True, timeout=600)
        elif program == "longwave":
            script = "from longwave.cli import app; app()"
            done = subprocess.run([sys.executable, "-c", script, words[0], "--help"], capture_output=True, text=True)
        else:
            done = subprocess.run([sys.executable, "-m", words[1], "--help"], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, f"{program} {words}: {done.stderr}"


def test_doctor_and_progress_run_as_the_first_hour_says(tmp_path, monkeypatch):
    monkeypatch.setenv("LONGWAVE_HOME", str(tmp_path))
    script = "from longwave.cli import app; app()"
    for command in ("progress", "doctor"):
        done = subprocess.run([sys.executable, "-c", script, command], capture_output=True, text=True, timeout=600)
        assert "Traceback" not in done.stderr
        assert done.stdout.strip(), command


@pytest.mark.parametrize("page", WRITTEN, ids=identifier)
def test_each_link_of_a_page_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_each_page_can_be_found_from_the_readme_or_a_page_it_leads_to():
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        targets = re.findall(r"\]\(([^)#\s]+\.md)[^)]*\)", page.read_text("utf-8"))
        waiting += [found for t in targets if (found := (page.parent / t).resolve()) not in seen and found.exists()]
    assert not set(PAGES) - seen


def test_each_command_of_the_program_stands_in_the_readme():
    from longwave.cli import commands

    names = {command.name or command.callback.__name__ for command in commands().registered_commands}
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not {name for name in names if f"`longwave {name}" not in readme}


def test_the_reference_has_not_drifted():
    done = subprocess.run(
        [sys.executable, "-m", "tools.reference", "--check"], cwd=ROOT, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stdout


def test_no_page_speaks_of_this_machine():
    for page in PAGES:
        assert not re.search(r"/(root|tmp|home|work)/", page.read_text("utf-8")), page
