"""Check a change in about a minute: `make check`, or `python -m tools.check`.

    make check                           form, types, contracts, notebook rules, commits, tests of what changed
    make check ARGS=--install-hook       let git read each commit message before it is made
    make check ARGS=--no-tests           all but the tests

Everything that it leaves out, `make test` runs.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.check.changed import MOST_TESTS, changed_files, needed_tests
from tools.check.commits import complaints, install_hook, new_commits
from tools.files import ROOT

CODE = ("src", "tools", "tests", "benchmarks")
CONTRACTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"


@dataclass(frozen=True)
class Step:
    """One part of the check: its name, the arguments that Python gets, and how to mend what it finds."""

    name: str
    arguments: tuple[str, ...]
    cure: str


STEPS = (
    Step("form", ("-m", "ruff", "format", "--check", "-q", *CODE), "run: python -m ruff format"),
    Step("lint", ("-m", "ruff", "check", "-q", *CODE), "run: python -m ruff check --fix"),
    Step("types", ("-m", "mypy"), "say the types; an ignore needs its error's code and a reason"),
    Step("contracts", ("-c", CONTRACTS), "move the import to the layer where it belongs"),
    Step("notebooks", ("-m", "tools.notebooks", "--check"), "each line names the cell and the remedy"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the steps side by side, then the tests; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.check", description=__doc__.split("\n")[0])
    parser.add_argument("--install-hook", action="store_true", help="let git read each commit message")
    parser.add_argument("--message", type=Path, metavar="FILE", help="check the commit message in a file only")
    parser.add_argument("--no-tests", action="store_true", help="leave the tests out")
    options = parser.parse_args(arguments)
    if options.install_hook:
        print(f"Git reads each message by {install_hook(sys.executable)}")
        return 0
    if options.message:
        return told({"message": complaints(options.message.read_text(encoding="utf-8"))})
    failed = run_steps() + told({commit: complaints(message) for commit, message in new_commits().items()})
    if not options.no_tests:
        failed += run_tests()
    print("Found nothing." if not failed else "Mend what is named above; `make test` runs all the rest.")
    return 1 if failed else 0


def run_steps(steps: Sequence[Step] = STEPS) -> int:
    """Run the steps at the same time, print a line for each and what a failed one says; return how many failed."""
    start = time.perf_counter()
    running = [(step, _started(step)) for step in steps]
    failed = 0
    for step, process in running:
        output, _errors = process.communicate()
        seconds = time.perf_counter() - start
        print(f"{step.name:<10} {'ok' if process.returncode == 0 else 'FAILED'} after {seconds:.0f} s")
        if process.returncode:
            failed += 1
            print(f"{output.rstrip()}\n  {step.cure}")
    return failed


def _started(step: Step) -> subprocess.Popen[str]:
    command = [sys.executable, *step.arguments]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )


def told(found: dict[str, list[str]]) -> int:
    """Print what is wrong with commit messages; return how many are wrong."""
    wrong = {commit: sentences for commit, sentences in found.items() if sentences}
    for commit, sentences in wrong.items():
        print(f"commit {commit}: {'; '.join(sentences)}")
    return len(wrong)


def run_tests() -> int:
    """Run the tests of what changed, and say what is left to `make test`; return 1 if one failed."""
    tests = needed_tests(changed_files())
    if not tests:
        print("tests      nothing that has tests of its own changed")
        return 0
    chosen, left = tests[:MOST_TESTS], tests[MOST_TESTS:]
    print(f"tests      {' '.join(path.as_posix() for path in chosen)}")
    if left:
        print(f"           left to `make test`: {len(left)} more files")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", *map(str, chosen)]
    return 1 if subprocess.run(command, cwd=ROOT).returncode else 0


if __name__ == "__main__":
    sys.exit(main())
