"""Make notebooks in another language, run them, and compare: `python -m tools.translate [SLUGS…] [--language zh_CN]`.

Each lesson and its solution is made from the English notebook and the catalogues, run in a fresh kernel, and saved with
its pictures in `build/<language>/`, which git ignores. Every number of an output must be that of the stored English
output; the words that are still English are listed. Without slugs: all lessons and problem sets that are whole.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from hatch_build import join_catalogues
from longwave.i18n import is_offered
from longwave.reader.edition import in_language
from tools.files import ROOT, find_notebooks, serialise, shown, write_atomically
from tools.i18n.outputs import differing_numbers, english_words
from tools.notebooks import StoppedError, execute, normalise, read

AREAS = {"lessons": "lessons", "solutions": "exercises"}


def english_notebooks(slugs: list[str], language: str) -> list[Path]:
    """Return the lessons and solutions of some slugs, or the beginnings of slugs; without any, those that are whole."""
    paths = find_notebooks()
    if slugs:
        return [path for path in paths if path.stem.startswith(tuple(slugs))]
    return [path for path in paths if is_offered(path.stem, language)]


def made(path: Path, language: str) -> NotebookNode:
    """Return a notebook in a language, not yet run; what is not translated is English."""
    area = f"{AREAS[path.relative_to(ROOT).parts[0]]}/{path.stem}"
    notebook = in_language(json.loads(path.read_text(encoding="utf-8")), area, language)
    return nbformat.reads(json.dumps(notebook), as_version=4)  # type: ignore[no-any-return]


def run(path: Path, language: str) -> NotebookNode:
    """Return a notebook in a language after a run, in the form in which notebooks are stored."""
    return normalise(execute(made(path, language), path.resolve().parent, language))


def findings(path: Path, notebook: NotebookNode) -> Iterator[str]:
    """Yield a line for each cell whose numbers differ from the stored ones, and for each that shows English words."""
    for english, other in zip(read(path).cells, notebook.cells, strict=True):
        if english.cell_type == "code":
            for number in differing_numbers(english, other):
                yield f"{english.id}: {number}"
            if words := english_words(other):
                yield f"{english.id}: English is left: {', '.join(words)}"


def save(path: Path, language: str, folder: Path) -> tuple[str, bool]:
    """Make, run, compare and save a notebook; return the lines to print, and whether all is well."""
    target = folder / path.relative_to(ROOT)
    try:
        notebook = run(path, language)
    except StoppedError as error:
        return f"{shown(path)} · {error}", False
    write_atomically(target, serialise(notebook))
    lines = [f"  {line}" for line in findings(path, notebook)]
    return "\n".join([f"{shown(target)}: saved", *lines]), not lines


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.translate", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--language", default="zh_CN", help="default: zh_CN")
    parser.add_argument("--to", type=Path, help="the folder; default: build/<language>")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="notebooks run at a time")
    parser.add_argument("slugs", nargs="*", help="lessons and problem sets, or the beginnings of their names: 01, p1")
    options = parser.parse_args(arguments)
    join_catalogues(ROOT)
    paths = english_notebooks(options.slugs, options.language)
    folder = options.to or ROOT / "build" / options.language
    os.environ["LONGWAVE_UNFINISHED"] = "1"  # what is named is made, whole or not
    # A fresh process for each job: the drawing engine inside vl-convert does not survive a fork.
    jobs = min(options.jobs, max(len(paths), 1))
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        fine = True
        for line, well in pool.map(partial(save, language=options.language, folder=folder), paths):
            print(line, flush=True)
            fine = fine and well
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
