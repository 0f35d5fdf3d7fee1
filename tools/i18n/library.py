"""The messages of Python files: what stands in `_()` and `plural()`, of the library and of the site's own pages."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir

from tools.files import ROOT
from tools.i18n.message import Message
from tools.i18n.mistakes import KEYWORDS

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
    found = extract_from_dir(
        folder,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["Translators:"],
        strip_comment_tags=True,
    )
    for file, _line, text, comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        place = before + Path(file).as_posix()
        one, many = text if isinstance(text, tuple) else (text, None)
        yield Message(catalogue_of(place), one, None, many, place, tuple(comments))


def catalogue_of(place: str) -> str:
    """Return the catalogue of a file, named from the library's folder.

    >>> catalogue_of("topics/value/charts/stick.py"), catalogue_of("tasks/feedback.py"), catalogue_of("cli.py")
    ('topics/value', 'library/tasks', 'library/commands')
    """
    parts = place.split("/")
    if parts[0] in SPLIT:
        return f"{parts[0]}/{parts[1] if len(parts) > 2 else 'commands'}"
    return f"library/{parts[0] if len(parts) > 1 else 'commands'}"
