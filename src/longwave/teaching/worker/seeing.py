"""Which of the modules that a grader has are not seen in the sandbox.

python -m longwave.teaching.worker.seeing MODULE...

This prints a list in JSON, for a container: there no process waits that could say it.
"""

import importlib
import json
import sys

STACK = ("numpy", "pandas", "IPython.core.interactiveshell", "longwave.charts.render")
MOST_MISSING = 20  # names of modules in a report, which is one short line


def import_all(names: list[str]) -> list[str]:
    """Import modules; return the first of those that were not found, which the grader may have outside."""
    missing: dict[str, None] = {}
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            missing[error.name or name] = None
    return list(missing)[:MOST_MISSING]


def main() -> None:
    """Import what is named, and print what is missing."""
    from longwave.teaching.worker import student

    student.stand_in_for_tasks()
    student.at_home("")
    print("\n" + json.dumps(import_all([*STACK, *sys.argv[1:]])))


if __name__ == "__main__":
    main()
