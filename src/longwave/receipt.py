"""The last cell of an exercise: what would be found in the saved notebook if it were handed in now."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.cells import Cells, is_answer, is_code
from longwave.teaching.judging.steps import names_bound
from longwave.teaching.receipt.file import document_of, file_found
from longwave.teaching.receipt.receipt import receipt_of
from longwave.teaching.receipt.sheet import SheetsHere, plain_cell

__all__ = ["Shown", "receipt"]


class Shown:
    """Sentences that a cell shows, each in a line of its own."""

    def __init__(self, sentences: list[str]) -> None:
        """Keep the sentences."""
        self.sentences = sentences

    def __repr__(self) -> str:
        """Return the sentences themselves, without quotes."""
        return "\n".join(self.sentences)


def receipt(lesson: str, file: str | Path | None = None) -> Shown:
    """Say what would be found in a saved notebook: which answers, which cells changed, and a code for them.

    The file on the disk is read, so save first. Nothing is sent, and nothing is judged.

    Args:
        lesson: the lesson's slug, such as `02-who-captures-value`.
        file: the notebook; left out: the one of this lesson in the folder in which the notebook runs.
    """
    paths = [Path(file).expanduser()] if file is not None else notebooks_here(lesson)
    if not paths:
        sentence = _("No notebook of {lesson} is in {folder}. Save yours there, or name it: {call}")
        call = f'receipt("{lesson}", "my-file.ipynb")'
        return Shown([sentence.format(lesson=lesson, folder=Path.cwd(), call=call)])
    try:
        found = receipt_of(paths[0], lesson)
    except ExpectedError as error:
        return Shown([str(error)])
    return Shown([*_not_saved(paths[0]), *found.lines(), *_others(paths[1:])])


def notebooks_here(lesson: str) -> list[Path]:
    """Return the notebooks of a lesson among which this one is, the likeliest first, by what is known offline."""
    if told := [path for path in _told() if _is_of(path, lesson)]:
        return told[:1]
    ours = [path for path in Path.cwd().glob("*.ipynb") if _is_of(path, lesson)]
    return sorted(ours, key=lambda path: path.stat().st_mtime, reverse=True)


def _told() -> Iterator[Path]:
    """Yield where an editor says that this notebook is: Visual Studio Code in a name, Jupyter's server in a setting."""
    shell = _shell()
    named = shell.user_ns.get("__vsc_ipynb_file__") if shell else None
    session = os.environ.get("JPY_SESSION_NAME", "")
    yield from (Path(place) for place in (named, session) if place and isinstance(place, str))


def _is_of(path: Path, lesson: str) -> bool:
    document = document_of(file_found(path)) if path.suffix == ".ipynb" and path.is_file() else None
    return document is not None and SheetsHere(document).of(document) == lesson


def _shell() -> Any:
    """Return the running notebook's shell, None outside of a notebook."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    return get_ipython()


def _not_saved(path: Path) -> Iterator[str]:
    """Say that the file is older than what was run, where an answer was run last with a text that it does not have."""
    shell, document = _shell(), document_of(file_found(path))
    ran = [text for text in getattr(getattr(shell, "history_manager", None), "input_hist_raw", []) if text.strip()]
    if not ran or document is None:
        return
    cells = Cells([plain_cell(cell) for cell in document["cells"]])
    saved = {cell["source"].strip() for _name, cell in cells if is_code(cell)}
    wanted = {
        name for _name, cell in cells if is_code(cell) and is_answer(cell) for name in names_bound(cell["source"])
    }
    last = {name: text.strip() for text in ran for name in names_bound(text) & wanted}
    if any(text not in saved for text in last.values()):
        yield _("You have run an answer that is not in the saved file. Save the notebook, then run this cell again.")


def _others(paths: list[Path]) -> Iterator[str]:
    if paths:
        sentence = _("There are other notebooks of this lesson in the folder: {files}. Hand in the one named above.")
        yield sentence.format(files=", ".join(path.name for path in paths))
