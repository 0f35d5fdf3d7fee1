"""The workflow for code hosts: every supported system and Python, set up as a reader does, cached by the locks."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text("utf-8"))
JOB = WORKFLOW["jobs"]["test"]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NEWEST_MINOR = 40


def step(action: str) -> dict:
    (found,) = [step for step in JOB["steps"] if step.get("uses", "").startswith(f"{action}@")]
    return found


def test_it_runs_for_every_change_and_may_only_read():
    triggers = WORKFLOW[True]  # YAML 1.1 reads the key `on` as a truth value
    assert set(triggers) == {"push", "pull_request"}
    assert WORKFLOW["permissions"] == {"contents": "read"}


def test_the_pythons_are_those_that_the_package_allows():
    allowed = SpecifierSet(PYPROJECT["project"]["requires-python"])
    minors = [f"3.{minor}" for minor in range(NEWEST_MINOR) if f"3.{minor}" in allowed]
    assert JOB["strategy"]["matrix"]["python"] == minors
    assert step("actions/setup-python")["with"]["python-version"] == "${{ matrix.python }}"


def test_the_systems_are_the_three_for_which_packages_are_pinned():
    assert JOB["strategy"]["matrix"]["system"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert JOB["runs-on"] == "${{ matrix.system }}"


def test_it_sets_up_with_the_same_script_as_a_reader():
    commands = [step["run"] for step in JOB["steps"] if "run" in step]
    assert commands[-1] == "python tools/bootstrap.py test"
    assert (ROOT / "tools" / "bootstrap.py").is_file()


def test_only_linux_gets_a_sandbox_and_a_browser():
    installing = [step for step in JOB["steps"] if "apt-get" in step.get("run", "")]
    assert [step["if"] for step in installing] == ["runner.os == 'Linux'"]
    assert {"bubblewrap", "chromium"} <= set(installing[0]["run"].split())


def test_the_environment_is_kept_until_a_lock_changes():
    cache = step("actions/cache")["with"]
    assert cache["path"] == ".venv"
    (hashed,) = re.findall(r"hashFiles\(([^)]*)\)", cache["key"])
    patterns = re.findall(r"'([^']+)'", hashed)
    files = {path.name for pattern in patterns for path in ROOT.glob(pattern)}
    locks = {path.name for path in ROOT.glob("*.lock")}
    assert files == locks | {"pyproject.toml", "hatch_build.py"}
    for part in ("runner.os", "runner.arch", "steps.python.outputs.python-version"):
        assert f"${{{{ {part} }}}}" in cache["key"]


@pytest.mark.parametrize("step", JOB["steps"], ids=lambda step: step.get("name") or step.get("uses"))
def test_each_step_does_one_thing(step):
    assert ("uses" in step) != ("run" in step)
    assert set(step) <= {"name", "id", "if", "uses", "with", "run"}
