"""The pip part of environment.yml alone is enough to run a lesson."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

LESSON = "lessons/02-who-captures-value.ipynb"


def test_a_lesson_gives_its_stored_outputs_in_the_environment_of_conda(clone, tmp_path, with_network):
    python = tmp_path / "conda" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "conda"], check=True)
    # conda writes the pip part beside environment.yml and lets pip read it there
    environment = yaml.safe_load((clone / "environment.yml").read_text())
    requirements = clone / "condaenv.requirements.txt"
    requirements.write_text("\n".join(environment["dependencies"][-1]["pip"]))
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--requirement", requirements]
    answer = subprocess.run(pip, cwd=clone, capture_output=True, text=True, env=with_network)
    if answer.returncode and any(sign in answer.stderr for sign in ("NewConnectionError", "from versions: none")):
        pytest.skip("the package index cannot be reached, and the environment needs it")
    assert answer.returncode == 0, answer.stderr
    nbval = [python, "-m", "pytest", "--nbval", "-p", "no:cacheprovider", "-q", LESSON]
    answer = subprocess.run(nbval, cwd=clone, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout
    assert "passed" in answer.stdout


def test_the_lesson_of_this_test_is_there():
    assert (Path(__file__).parents[2] / LESSON).is_file()
