"""Clones of the course, and the Pythons of this machine."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# an index that nobody serves, and no other source beside it
NO_NETWORK = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_RETRIES": "0",
    "PIP_TIMEOUT": "5",
    "HTTP_PROXY": "",
    "HTTPS_PROXY": "",
}
# A module is compiled when it is imported first, and not by pip, which compiles them all: the same packages, sooner.
COMPILED_ONCE = {"PIP_NO_COMPILE": "1", "PYTHONDONTWRITEBYTECODE": ""}
OTHER_SOURCES = ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX", "PIP_PROXY")


@pytest.fixture
def with_network() -> dict[str, str]:
    """Return an environment in which pip installs as on this machine, without compiling what nothing imports."""
    return os.environ | COMPILED_ONCE


@pytest.fixture
def no_network() -> dict[str, str]:
    """Return an environment in which pip reaches no package."""
    return {name: value for name, value in os.environ.items() if name not in OTHER_SOURCES} | COMPILED_ONCE | NO_NETWORK


def make_clone(folder: Path) -> Path:
    """Clone the course into a folder; where it has changes that are not committed, with them."""
    git = ["git", "-c", "safe.directory=*"]
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    status = subprocess.run([*git, "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True)
    if status.returncode:
        pytest.skip("the course is not in a git repository here, so there is nothing to clone")
    if not status.stdout:
        subprocess.run([*git, "clone", "--quiet", str(ROOT), str(folder)], check=True)
        return folder
    listing = [*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    who = ["-c", "user.name=test", "-c", "user.email=test@localhost"]
    for step in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "As it is now"]):
        subprocess.run([*git, *step], cwd=folder, check=True)
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a clone of the course in a folder whose name has a space."""
    return make_clone(tmp_path / "my clone")


@pytest.fixture(scope="session")
def pythons() -> dict[str, str]:
    """Return the Pythons of this machine: version -> path."""
    named = [f"python{version}" for version in ("2.7", *(f"3.{minor}" for minor in range(5, 16)))]
    paths = [shutil.which(name) for name in named]
    managed = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    paths += [str(path) for path in sorted(managed.glob("*/bin/python"))]
    found = {}
    for path in filter(None, paths):
        question = [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        answer = subprocess.run(question, capture_output=True, text=True)
        if answer.returncode == 0:
            found.setdefault(answer.stdout.strip(), path)
    return found
