"""The container of GitHub Codespaces starts with a Python and a command that the course knows."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_container_has_a_python_that_fits_and_sets_the_course_up():
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text())
    minor = int(re.search(r":3\.(\d+)$", container["image"])[1])
    assert 11 <= minor <= 13
    python, script, mode = container["postCreateCommand"].split()
    assert (python, mode) == ("python3", "setup")
    assert (ROOT / script).is_file()


def test_the_port_of_the_course_is_forwarded():
    from longwave.reader.lab import DEFAULT_PORT

    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text())
    assert container["forwardPorts"] == [DEFAULT_PORT]
