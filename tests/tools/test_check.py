"""The fast loop: what a change is checked for, and which tests it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.check import __main__ as check
from tools.check.changed import changed_files, needed_tests
from tools.check.commits import complaints, install_hook, new_commits
from tools.files import ROOT


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of one commit, with a topic, its tests and a lesson."""
    files = {
        "src/longwave/topics/value/models.py": "",
        "src/longwave/checks.py": "",
        "tests/topics/value/test_value.py": "from longwave.topics.value import models\n",
        "tests/test_checks.py": "from longwave.checks import number\n",
        "tests/tools/test_other.py": "import json\n",
        "lessons/01-value.ipynb": "{}",
        "datasets/bids/bids.csv": "",
        "tests/datasets/test_bids.py": "",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    commit(tmp_path, "Begin")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Let a lock be given up when its holder ends\n\nA kernel that is killed left it.", []),
        ("# a comment of git\nKeep main green", []),
        ("", ["write a subject"]),
        ("Keep main green.", ["end the subject without a full stop"]),
        ("keep main green", ["begin the subject with a capital letter"]),
        ("Wip", ["finish the commit, or fold it into another one"]),
        ("Added a lock", ["say what the commit will do: Add, Fix, Change"]),
        ("Keep main green\nand fast", ["leave an empty line between subject and body"]),
        (f"Keep {'main ' * 14}green", ["shorten the subject to 72 characters; it has 80"]),
    ],
)
def test_a_message_is_told_what_to_mend(message, told):
    assert complaints(message) == told


def test_commits_since_origins_main_are_read_and_the_last_ones_without_it(repository):
    assert list(new_commits(repository).values()) == ["Begin"]
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    commit(repository, "Go on\n\nBecause it has begun.")
    assert list(new_commits(repository).values()) == ["Go on\n\nBecause it has begun."]


def test_the_hook_refuses_a_message_and_takes_a_good_one(repository):
    hook = install_hook(sys.executable, repository)
    for message, code in [("fixed it.", 1), ("Fix it", 0)]:
        file = repository / "message"
        file.write_text(message, encoding="utf-8")
        assert subprocess.run([hook, file], cwd=ROOT, capture_output=True).returncode == code


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("src/longwave/topics/value/models.py", ["tests/topics/value", "tests/topics/value/test_value.py"]),
        ("src/longwave/checks.py", ["tests/test_checks.py"]),
        ("tests/tools/test_other.py", ["tests/tools/test_other.py"]),
        ("lessons/01-value.ipynb", ["lessons/01-value.ipynb"]),
        ("datasets/bids/bids.csv", ["tests/datasets"]),
        ("pyproject.toml", []),
    ],
)
def test_a_change_names_the_tests_beside_it_and_those_that_import_it(repository, changed, tests):
    assert [path.as_posix() for path in needed_tests([Path(changed)], repository)] == tests


def test_changed_are_files_of_new_commits_of_the_work_tree_and_untracked_ones(repository):
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    (repository / "tests/test_checks.py").write_text("import json\n", encoding="utf-8")
    git(repository, "commit", "-qam", "Change a test")
    (repository / "src/longwave/checks.py").write_text("x = 1\n", encoding="utf-8")
    (repository / "new.md").write_text("# New\n", encoding="utf-8")
    (repository / "datasets/bids/bids.csv").unlink()
    assert [path.as_posix() for path in changed_files(repository)] == [
        "new.md",
        "src/longwave/checks.py",
        "tests/test_checks.py",
    ]


def test_a_folder_without_git_has_no_changes(tmp_path):
    assert changed_files(tmp_path) == []
    assert new_commits(tmp_path) == {}


def test_a_failed_step_shows_what_it_said_and_how_to_mend_it(capsys):
    steps = [
        check.Step("good", ("-c", "print('unseen')"), "nothing"),
        check.Step("bad", ("-c", "print('line 7'); raise SystemExit(3)"), "mend line 7"),
    ]
    assert check.run_steps(steps) == 1
    printed = capsys.readouterr().out
    assert "unseen" not in printed
    assert "line 7\n  mend line 7" in printed
