"""Notebooks as nbformat has them: read, made, copied, written. nbformat is imported late, as that takes time."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from longwave.i18n import _
from longwave.reader.errors import ExpectedError

if TYPE_CHECKING:
    from nbformat import NotebookNode


class _PlainCell(dict[str, Any]):
    """A cell whose entries are its attributes too, as nbformat's are."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: object) -> None:
        self[name] = value


def read_notebook(path: Path) -> "NotebookNode":
    """Return the notebook of a file.

    Raises:
        ExpectedError: if the file cannot be read, or holds no notebook.
    """
    import nbformat

    try:
        found: NotebookNode = nbformat.read(path, as_version=4)
    except (OSError, ValueError, TypeError, AttributeError, KeyError, nbformat.ValidationError) as error:
        raise ExpectedError(_("{file} cannot be read: {error}").format(file=path, error=error)) from error
    return found


def notebook_of(text: str) -> "NotebookNode":
    """Return the notebook that a text holds."""
    import nbformat

    found: NotebookNode = nbformat.reads(text, as_version=4)
    return found


def text_of(notebook: "NotebookNode") -> str:
    """Return a notebook as text, with sorted keys and one space of indent."""
    import nbformat

    text: str = nbformat.writes(notebook, version=nbformat.NO_CONVERT)
    return text


def serialise(notebook: "NotebookNode") -> bytes:
    """Return a notebook as the bytes of its file, with a line feed at the end."""
    return (text_of(notebook).rstrip("\n") + "\n").encode()


def copied(notebook: "NotebookNode") -> "NotebookNode":
    """Return a copy of a notebook, which can be changed without changing the notebook."""
    import nbformat

    copy: NotebookNode = nbformat.from_dict(notebook)
    return copy


def new_notebook(cells: list["NotebookNode"], metadata: dict[str, Any]) -> "NotebookNode":
    """Return a notebook of cells."""
    import nbformat

    made: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    made.metadata = nbformat.from_dict(metadata)
    return made


def new_cell(kind: str, source: str, cell_id: str, metadata: dict[str, Any] | None = None) -> "NotebookNode":
    """Return a cell of a kind, code or markdown. Where there is no nbformat, as in a browser, it is a plain one."""
    try:
        import nbformat
    except ImportError:
        plain = {"cell_type": kind, "source": source, "id": cell_id, "metadata": metadata or {}}
        return cast("NotebookNode", _PlainCell(plain))

    make: Callable[..., NotebookNode] = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    return make(source=source, id=cell_id, metadata=nbformat.from_dict(metadata or {}))
