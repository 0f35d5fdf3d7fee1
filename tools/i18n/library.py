"""The messages of Python files: what stands in `_()` and `plural()`, of the library and of the site's own pages."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tools.files import ROOT
from tools.i18n.message import Message
from tools.i18n.mistakes import calls, text

SOURCE, SITE = ROOT / "src" / "longwave", ROOT / "tools" / "site"
SPLIT = ("topics", "teaching")  # each of their folders has a catalogue of its own
SHARED = "library/shared"


def library_messages(source: Path = SOURCE, site: Path | None = SITE) -> Iterator[Message]:
    """Yield every message once; one that files of several catalogues have is in the catalogue `library/shared`."""
    found: dict[tuple[str, str | None], list[Message]] = defaultdict(list)
    for folder, before in ((source, ""), *(((site, "site/"),) if site else ())):
        for message in _of_folder(folder, before):
            found[message.text, message.plural].append(message)
    for same in found.values():
        shared = len({message.catalogue for message in same}) > 1
        for message in same:
            yield Message(**{**vars(message), "catalogue": SHARED}) if shared else message


def _of_folder(folder: Path, before: str) -> Iterator[Message]:
    """Yield the messages of a folder's files, in the order of files and lines.

    They are read from the syntax tree: Babel's own reader misses a call inside an f-string before Python 3.12.
    """
    for path in sorted(folder.rglob("*.py")):
        place = before + path.relative_to(folder).as_posix()
        found = sorted(calls(ast.parse(path.read_text(encoding="utf-8"))), key=lambda pair: _line(pair[1]))
        for name, call in found:
            texts = [text(argument) for argument in call.args[: 2 if name == "plural" else 1]]
            if texts and all(part is not None for part in texts):
                one, many = (*texts, None)[:2]
                yield Message(catalogue_of(place), str(one), None, many, place)


def _line(call: ast.Call) -> tuple[int, int]:
    return call.lineno, call.col_offset


def catalogue_of(place: str) -> str:
    """Return the catalogue of a file, named from the library's folder.

    >>> catalogue_of("topics/value/charts/stick.py"), catalogue_of("tasks/feedback.py"), catalogue_of("cli.py")
    ('topics/value', 'library/tasks', 'library/commands')
    """
    parts = place.split("/")
    if parts[0] in SPLIT:
        return f"{parts[0]}/{parts[1] if len(parts) > 2 else 'commands'}"
    return f"library/{parts[0] if len(parts) > 1 else 'commands'}"
