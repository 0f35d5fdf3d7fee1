"""Run the tests and measure which lines of the library they reach: `make coverage`, or `python -m tools.coverage`.

Every process that a test starts is measured, but for those inside a sandbox, which see nothing of this environment. The
floor stands in pyproject.toml as `fail_under`; below it the command fails.
"""

import os
import subprocess
import sys

from tools.files import ROOT

TESTS = ("-m", "pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")


def main(arguments: list[str] | None = None) -> int:
    """Run the tests with these further options of pytest, then report; return the first exit status that is not 0."""
    # an absolute name: a process that works in another folder writes beside the others, too
    environment = {**os.environ, "COVERAGE_FILE": str(ROOT / ".coverage")}
    chosen = sys.argv[1:] if arguments is None else arguments
    statuses = [
        subprocess.run([sys.executable, "-m", "coverage", *command], cwd=ROOT, env=environment, check=False).returncode
        for command in (["erase"], ["run", *TESTS, *chosen], ["combine", "--quiet"], ["report"])
    ]
    return next((status for status in statuses if status), 0)


if __name__ == "__main__":
    sys.exit(main())
