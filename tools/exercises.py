"""Make the students' notebooks from the solutions: `python -m tools.exercises [--check]`.

`solutions/` is the one source of every task. `exercises/` is what nbgrader's own preprocessors leave of it:
answers become `...`, hidden tests go, outputs are cleared. The folder is committed, and never edited.
"""

import argparse
import sys
from pathlib import Path

import nbformat

from longwave.teaching.folder.student_copy import TEXT_STUB as TEXT_STUB
from longwave.teaching.folder.student_copy import student_copy
from tools.files import ROOT, is_ignored, serialise, shown, write_atomically

SOURCE, TARGET = ROOT / "solutions", ROOT / "exercises"
CURE = "run: python -m tools.exercises"


class UnreleasableError(ValueError):
    """A solution cannot become a student's copy; the message says which and why."""


def expected_files(source: Path) -> dict[Path, bytes]:
    """Return every file that exercises/ should hold, by its path inside, with its bytes."""
    files: dict[Path, bytes] = {}
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if path.is_dir() or is_ignored(inside):
            continue
        if path.suffix != ".ipynb":
            files[inside] = path.read_bytes()
            continue
        try:
            files[inside] = serialise(student_copy(nbformat.read(path, as_version=4)))
        except (RuntimeError, ValueError, nbformat.ValidationError) as error:
            raise UnreleasableError(f"{shown(path)} cannot become a student's copy: {error}") from error
    return files


def present_files(target: Path) -> set[Path]:
    """Return the files that exercises/ holds now, by their paths inside."""
    return {
        path.relative_to(target)
        for path in target.rglob("*")
        if path.is_file() and not is_ignored(path.relative_to(target))
    }


def drift(source: Path, target: Path) -> list[str]:
    """Return a line for each file in which exercises/ differs from what solutions/ gives."""
    expected, present = expected_files(source), present_files(target)
    lines = [f"{shown(target / path)} is missing" for path in sorted(expected.keys() - present)]
    lines += [
        f"{shown(target / path)} differs from what its solution gives"
        for path in sorted(expected.keys() & present)
        if (target / path).read_bytes() != expected[path]
    ]
    return lines + [f"{shown(target / path)} has no source in solutions" for path in sorted(present - expected.keys())]


def generate(source: Path, target: Path) -> list[str]:
    """Bring exercises/ up to date; return a line for each file that changed or that has no source."""
    expected = expected_files(source)
    lines = [
        f"{shown(target / path)}: saved"
        for path, content in expected.items()
        if write_atomically(target / path, content)
    ]
    # A file without a source may be somebody's work: it is named, and they delete it.
    return lines + [
        f"{shown(target / path)} has no source in solutions; delete it"
        for path in sorted(present_files(target) - expected.keys())
    ]


def main(arguments: list[str] | None = None, source: Path = SOURCE, target: Path = TARGET) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.exercises", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; say where exercises differ")
    options = parser.parse_args(arguments)
    try:
        lines = drift(source, target) if options.check else generate(source, target)
    except UnreleasableError as error:
        print(error, file=sys.stderr)
        return 1
    for line in lines:
        print(line)
    if options.check and lines:
        print(f"Exercises are generated, never edited. To cure this, {CURE}")
    elif not lines:
        print("Exercises are what the solutions give.")
    return 1 if options.check and lines else 0


if __name__ == "__main__":
    sys.exit(main())
