"""`make check`: which messages of commits are refused, and which tests a change concerns."""

import subprocess
import sys

import pytest

from tools import check, commits
from tools.files import ROOT
from tools.selection import COPIES, LONG, REFERENCE, TEMPLATE, Selection, select

GOOD = "Count each vote once\n\nTwo were counted twice."


@pytest.fixture
def repository(tmp_path):
    """A git repository with two commits on main and one on a branch of its own."""
    root = tmp_path / "work"
    root.mkdir()
    git = ["git", "-c", "user.name=test", "-c", "user.email=test@localhost"]

    def commit(message, name):
        (root / name).write_text(message)
        for step in (["add", "--all"], ["commit", "--quiet", "--message", message]):
            subprocess.run([*git, *step], cwd=root, check=True)

    try:
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=root, check=True)
    except FileNotFoundError:
        pytest.skip("git is not installed")
    commit("first.", "a")
    commit("Second", "b")
    subprocess.run(["git", "switch", "--quiet", "--create", "topic"], cwd=root, check=True)
    commit("Third", "c")
    return root


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("A" * 73, "73 characters"),
        ("count each vote once", "capital letter"),
        ("Count each vote once.", "full stop"),
        ("WIP on votes", "names no change"),
        ("wip: votes", "names no change"),
        ("fixup! Count each vote once", "names no change"),
        ("Count each vote once\nTwo were counted twice.", "no empty line"),
        ("", "capital letter"),
    ],
)
def test_a_message_that_breaks_a_rule_is_told(message, words):
    assert [fault for fault in commits.faults(message) if words in fault]


@pytest.mark.parametrize("message", [GOOD, "A" * 72, "Wipe what was spilt", f"{GOOD}\n# a comment of git's"])
def test_a_message_that_follows_the_rules_passes(message):
    assert commits.faults(message) == []


def test_only_commits_that_are_not_on_main_are_looked_at(repository):
    assert list(commits.messages(repository).values()) == ["Third"]
    subprocess.run(["git", "switch", "--quiet", "main"], cwd=repository, check=True)
    assert list(commits.messages(repository).values()) == ["Second", "first."]


def test_what_changed_is_what_was_committed_since_main_and_what_was_not_yet(repository):
    (repository / "a").write_text("changed")
    (repository / "d").write_text("new")
    assert commits.changed_files(repository) == ["a", "c", "d"]


def test_the_hook_refuses_a_message_and_another_hook_stays(repository, tmp_path):
    hook = commits.install_hook(sys.executable, repository)
    assert commits.install_hook(sys.executable, repository) == hook
    for message, status in ((GOOD, 0), ("wip", 1)):
        (tmp_path / "message").write_text(message)
        done = subprocess.run([hook, tmp_path / "message"], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == status, done.stderr
    hook.write_text("#!/bin/sh\n")
    with pytest.raises(commits.GitError, match="stays as it is"):
        commits.install_hook(sys.executable, repository)


def test_a_model_brings_the_tests_of_its_topic_and_the_notebooks_that_import_it():
    found = select(["src/longwave/topics/cooperative/models/licensing.py"])
    assert {"tests/topics/cooperative", "lessons/02-who-captures-value.ipynb", TEMPLATE, REFERENCE} <= found.tests
    assert found.topics == {"cooperative"}
    assert not any(test.startswith("tests/topics/cooperative/") for test in found.tests)


def test_a_module_brings_the_tests_that_import_it_and_leaves_those_that_reach_it_through_others():
    found = select(["src/longwave/teaching/folder/student_copy.py"])
    assert "tests/teaching/test_release.py" in found.left | found.tests
    assert "tests/tools/test_files.py" not in found.tests
    assert found.left & set(LONG)
    assert not found.left & found.tests


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ("lessons/12-diffusion.ipynb", {"lessons/12-diffusion.ipynb"}),
        ("solutions/12-diffusion/12-diffusion.ipynb", {"solutions/12-diffusion/12-diffusion.ipynb", COPIES}),
        ("datasets/claims/claims.csv", {"tests/datasets"}),
        ("docs/glossary.md", {"tests/docs"}),
        ("tools/guide.py", {"tests/docs/test_instructor_guide.py"}),
        ("tests/tools/test_files.py", {"tests/tools/test_files.py"}),
        ("tests/teaching/test_peer.py", {"tests/teaching/test_peer.py"}),
        ("requirements.lock", {"tests/install/test_locks.py"}),
        ("lessons/gone.ipynb", set()),
        ("LICENSE", set()),
    ],
)
def test_each_kind_of_file_brings_its_tests(changed, wanted):
    assert select([changed]).tests == wanted


def test_a_file_beside_the_tests_brings_those_that_import_it():
    assert "tests/tasks/test_both_ways.py" in select(["tests/tasks/both_ways.py"]).tests


def test_every_long_file_of_tests_is_there():
    assert [name for name in LONG if not (ROOT / name).is_file()] == []


def test_panels_are_drawn_for_the_changed_topics_only():
    few, panels = check.test_commands(Selection({"tests/topics/waves"}, {"waves", "value"}))
    assert few[-1] == "tests/topics/waves"
    assert panels[-2:] == ["-k", '"value:" or "waves:"']
    assert list(check.test_commands(Selection())) == []


def test_types_are_checked_as_soon_as_the_project_says_how():
    names = [name for name, _arguments in check.steps()]
    assert ("types" in names) == ("[tool.mypy]" in (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
