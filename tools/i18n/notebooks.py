"""The messages of notebooks: lessons, and exercises with their solutions."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from longwave.translation import blocks
from longwave.translation.code import texts
from longwave.translation.notebook import CODE, OUTCOMES, SHARED, TABLE, TITLE, context_of, spoken_comment
from tools.files import ROOT
from tools.i18n.labels import inner_messages, is_spoken, keys_of_notebook, labels
from tools.i18n.message import Message
from tools.i18n.offered import needed
from tools.i18n.tables import words_of_tables

Notebook = dict[str, Any]
MANY = 3
_HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", re.DOTALL)  # nobody reads them


def notebook_messages(root: Path = ROOT, library: Iterable[Message] = ()) -> Iterator[Message]:
    """Yield the messages of lessons and exercises; what three notebooks say alike is in `lessons/shared`."""
    messages = list(_all_messages(root, list(library)))
    where: dict[str, set[str]] = defaultdict(set)
    for message in messages:
        where[message.text].add(message.catalogue)
    for message in messages:
        is_label = str(message.context).endswith((f"#{CODE}", f"#{TABLE}")) and not message.text.startswith("#")
        if is_label or len(where[message.text]) < MANY:
            yield message
        else:
            yield Message("lessons/shared", message.text, SHARED)


def _all_messages(root: Path, library: Iterable[Message]) -> Iterator[Message]:
    """Yield the messages of lessons, then those of solutions; what only a student's copy has follows those."""
    for path in sorted((root / "lessons").glob("*.ipynb")):
        yield from messages_of(_read(path), f"lessons/{path.stem}", library, root)
    for path in sorted((root / "solutions").glob("*/*.ipynb")):
        area = f"exercises/{path.stem}"
        yield from messages_of(_read(path), area, library, root)
        copy = root / "exercises" / path.parent.name / path.name
        if copy.is_file():
            yield from messages_of(_read(copy), area, library, root)


def messages_of(notebook: Notebook, area: str, library: Iterable[Message] = (), root: Path = ROOT) -> Iterator[Message]:
    """Yield the messages of one notebook in reading order: title, outcomes, cell by cell, and the words of its tables.

    `library` are the messages that the library translates itself.
    """
    about = notebook["metadata"].get("longwave", {})
    if "title" in about:
        yield Message(area, about["title"], context_of(area, TITLE))
    for outcome in about.get("outcomes", ()):
        yield Message(area, outcome["text"], context_of(area, OUTCOMES))
    cells = [(cell["id"], cell["cell_type"], _HIDDEN.sub("", "".join(cell["source"]))) for cell in notebook["cells"]]
    code = {name: source for name, kind, source in cells if kind == "code"}
    known = keys_of_notebook(list(code.values()))
    shown = labels(list(code.values()), known)
    spoken = {name: list(_of_code(source, shown)) for name, source in code.items()}
    where: dict[str, list[str]] = defaultdict(list)
    for name, found in spoken.items():
        for text in dict.fromkeys(found):
            where[text].append(name)
    for name, kind, source in cells:
        if kind == "markdown":
            yield from (Message(area, text, context_of(area, name)) for text in blocks.messages(source))
        for text in spoken.get(name, ()):
            comment = f"code: {', '.join(where[text])}"
            yield Message(area, text, context_of(area, CODE), comments=(comment,))
    modules = needed(root, area.split("/")[1])[1]
    said = {message.text for message in library if message.place in modules}
    for word in words_of_tables([cell for cell in notebook["cells"] if cell["cell_type"] == "code"], known, shown):
        if is_spoken(word) and word not in said:
            yield Message(area, word, context_of(area, TABLE))


def _of_code(source: str, shown: set[str]) -> Iterator[str]:
    """Yield the texts of a code cell that a reader sees, with those inside templates after their templates."""
    for text in texts(source):
        if text.node is None:
            yield from [text.message] if spoken_comment(text.message) else []
        else:
            yield from (message for message in inner_messages(text.node) if message in shown)


def _read(path: Path) -> Notebook:
    notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    return notebook
