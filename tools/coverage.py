"""Run the tests under coverage and hold the floor: `make coverage`, or `python -m tools.coverage pytest …`.

Every process that the tests start is measured. The floor is `fail_under` in pyproject.toml.
"""

import subprocess
import sys
from collections.abc import Sequence

from tools.files import ROOT


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a module under coverage, combine what its processes measured, and report; return the exit status."""
    rest = list(sys.argv[1:] if arguments is None else arguments)
    coverage = [sys.executable, "-m", "coverage"]
    subprocess.run([*coverage, "erase"], cwd=ROOT, check=True)
    tests = subprocess.run([*coverage, "run", "-m", *rest], cwd=ROOT)
    subprocess.run([*coverage, "combine", "--quiet"], cwd=ROOT, check=True)
    report = subprocess.run([*coverage, "report"], cwd=ROOT)
    return tests.returncode or report.returncode


if __name__ == "__main__":
    sys.exit(main())
