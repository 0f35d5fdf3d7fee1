"""Rules on what a notebook says of itself: its name, what it teaches and builds on."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from longwave.tasks.task import KEY
from tools.lint.reading import Finding, heading, number_of, rule, slug_of

KERNELSPEC = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
FORMAT = (4, 5)
OUTCOMES = 3
_VERBS = """
    adapt apply argue ask assess audit bound build calculate check choose classify code combine compare
    compute construct convert correct criticise critique date decide decode defend define derive describe
    design detect determine distinguish divide draw estimate evaluate explain find fit forecast formulate
    identify infer interpret judge justify list locate make map mark match measure model name open order
    place plan plot predict prove read recognise reconstruct refute repair replace reproduce run say score
    select separate set show simulate sketch solve sort spot state summarise tell test trace use value
    verify weigh work write
"""
VERBS = frozenset(_VERBS.split())


@lru_cache
def known_tasks() -> frozenset[str]:
    """Return the ids of all tasks that the library can check."""
    from longwave.tasks.task import lesson_tasks, lessons

    return frozenset(task.id for lesson in lessons() for task in lesson_tasks(lesson))


def about(notebook: NotebookNode) -> dict[str, Any]:
    """Return what a notebook says of itself, empty where it says nothing."""
    words: dict[str, Any] = notebook.metadata.get("longwave", {})
    return words


@rule
def notebook_format(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The notebook is valid in the format 4.5, which gives each cell an id."""
    if (notebook.nbformat, notebook.nbformat_minor) != FORMAT:
        yield "-", "run python -m tools.notebooks on the file: it is not in the notebook format 4.5"
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        yield "-", f"mend the file, which is no valid notebook: {str(error).splitlines()[0]}"


@rule
def kernel(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The notebook names the kernel python3, and of the language only its name."""
    if dict(notebook.metadata.get("kernelspec", {})) != KERNELSPEC:
        yield "-", f"set metadata.kernelspec to {KERNELSPEC}"
    if dict(notebook.metadata.get("language_info", {})) != {"name": "python"}:
        yield "-", 'set metadata.language_info to {"name": "python"}'


@rule
def slug(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """The slug in the metadata is the name of the file: two digits, or p1 of a problem set, then words."""
    if not re.match(KEY + "-", slug_of(path)):
        yield "-", "name the file with two digits and words: 02-who-captures-value.ipynb"
    if about(notebook).get("slug") != slug_of(path):
        yield "-", f'set metadata.longwave.slug to "{slug_of(path)}"'


@rule
def folder_name(_notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """A notebook of tasks is in a folder of its own name, as nbgrader expects."""
    if path.parent.name != path.stem:
        yield "-", f"move the notebook to {path.stem}/{path.name}"


@rule
def title(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The title in the metadata is the heading of the notebook."""
    if about(notebook).get("title") != heading(notebook.cells[0]):
        yield notebook.cells[0].id, "make metadata.longwave.title and the first heading the same"


@rule
def outcomes(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """There are three outcomes; each has an id, begins with a verb, and is tested by a task that exists."""
    listed = about(notebook).get("outcomes", [])
    if len(listed) != OUTCOMES:
        yield "-", f"list exactly {OUTCOMES} in metadata.longwave.outcomes; there are {len(listed)}"
    if len({outcome.get("id") for outcome in listed}) != len(listed):
        yield "-", "give each outcome an id of its own"
    for outcome in listed:
        yield from _outcome(outcome, slug_of(path)[:2])


def _outcome(outcome: dict[str, Any], lesson: str) -> Iterator[Finding]:
    """Yield what is wrong with one outcome."""
    name, tasks = outcome.get("id") or "", outcome.get("tasks", [])
    first = re.split(r"\W", outcome.get("text", ""), maxsplit=1)[0]
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        yield "-", f"give the outcome {name!r} an id of lowercase words joined by hyphens"
    if first.lower() not in VERBS or not first[0].isupper():
        yield (
            "-",
            f"begin the outcome {name} with a verb that can be seen done, such as Compute, not {first!r}",
        )
    if any(not re.fullmatch(lesson + r"(-[a-z0-9]+)+", task) for task in tasks):
        yield "-", f"name only tasks of this lesson for the outcome {name}: {lesson}-word-word"
    if not known_tasks() & set(tasks):
        yield "-", f"test the outcome {name} with a task that longwave.tasks can check"


@rule
def prerequisites(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """Prerequisites are lessons that come before this one."""
    listed = about(notebook).get("prerequisites")
    if not isinstance(listed, list):
        yield (
            "-",
            "list the lessons to read first in metadata.longwave.prerequisites: [] if there is none",
        )
    for earlier in listed if isinstance(listed, list) else []:
        number, own = number_of(earlier), number_of(slug_of(path))
        if not (path.parent / f"{earlier}.ipynb").is_file():
            yield "-", f"there is no lesson {earlier}; name prerequisites by their slug"
        elif number is None or own is None or number >= own:
            yield "-", f"{earlier} does not come before this lesson; drop it from the prerequisites"


@rule
def ledgers(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The claims and the passages of the papers that the lesson teaches are listed, each once."""
    for ledger in ("claims", "passages"):
        listed = about(notebook).get(ledger)
        if not isinstance(listed, list) or not all(isinstance(entry, str) and entry for entry in listed):
            yield "-", f"list the {ledger} that the lesson teaches in metadata.longwave.{ledger}, as text"
        elif len(set(listed)) != len(listed):
            yield "-", f"name each of the {ledger} once in metadata.longwave.{ledger}"
