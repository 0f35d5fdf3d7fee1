"""The catalogues in `locale/<language>/`: read, brought in step with the sources, written, and joined for the course.

A catalogue holds every message of its part in reading order. A translation is found by context and message in whichever
catalogue it stands, so that a message that moves keeps it. Where a message is new and one of the same context is gone,
the old translation stays under the new message, marked fuzzy, with the old message in a comment: it is stale.
"""

import io
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po

from longwave.translation.notebook import CODE, TABLE
from tools.files import ROOT
from tools.i18n.message import Message

LOCALE = ROOT / "locale"
BEFORE = "before:"  # a comment: the source that a stale translation was made from
EXCEPT = "except:"  # a comment: a rule that this translation need not keep, and in what
ALIKE = 0.5  # of 1: how near a new message must be to one that is gone, to be its new wording
HEADER = """# {name}
msgid ""
msgstr ""
"Project-Id-Version: longwave\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
Key = tuple[str | None, str]  # context and message


def languages(locale: Path = LOCALE) -> list[str]:
    """Return the languages that have catalogues."""
    return sorted(folder.name for folder in locale.iterdir() if folder.is_dir() and any(folder.rglob("*.po")))


def read_all(language: str, locale: Path = LOCALE) -> dict[str, Catalog]:
    """Return the catalogues of a language by their names, such as `lessons/01-value-stick`."""
    folder, found = locale / language, {}
    for path in sorted(folder.rglob("*.po")):
        with path.open("rb") as file:
            found[path.relative_to(folder).with_suffix("").as_posix()] = read_po(file, locale=language)
    return found


def entries(catalog: Catalog) -> list[Entry]:
    """Return the messages of a catalogue without its header."""
    return [entry for entry in catalog if entry.id]


def key_of(entry: Entry) -> Key:
    """Return by what a translation is found."""
    return entry.context, entry.id if isinstance(entry.id, str) else entry.id[0]


def is_done(entry: Entry) -> bool:
    """Say whether a message is translated, in each of its forms, and not stale."""
    return all(_forms(entry)) and not entry.fuzzy


def in_step(messages: Iterable[Message], language: str, locale: Path = LOCALE) -> dict[str, bytes]:
    """Return the catalogues as the sources want them, with the translations that there are."""
    old = [entry for catalog in read_all(language, locale).values() for entry in entries(catalog)]
    known = {key_of(entry): entry for entry in old if any(_forms(entry)) or entry.user_comments}
    alike = {key_of(entry)[1]: entry for key, entry in known.items() if is_done(entry) and is_prose(key[0])}
    groups: dict[str, dict[Key, list[Message]]] = defaultdict(dict)
    for message in messages:
        groups[message.catalogue].setdefault((message.context, message.text), []).append(message)
    wanted = {key for group in groups.values() for key in group}
    gone = [entry for key, entry in known.items() if key not in wanted and any(_forms(entry))]

    def entry_of(key: Key, same: list[Message]) -> Entry:
        if found := known.get(key) or (alike.get(key[1]) if is_prose(key[0]) else None):
            return _entry(same, found, stale=found.fuzzy)
        return _entry(same, _replaced(key, same, gone), stale=True)

    return {
        name: written(name, language, [entry_of(key, same) for key, same in group.items()])
        for name, group in sorted(groups.items())
    }


def is_prose(context: str | None) -> bool:
    """Say whether a context is that of Markdown in a notebook or page: it is translated alike wherever it stands."""
    return bool(context) and not str(context).endswith((f"#{CODE}", f"#{TABLE}")) and "datasets" not in str(context)


def _forms(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.string) if isinstance(entry.string, tuple | list) else (str(entry.string or ""),)


def _replaced(key: Key, same: list[Message], gone: list[Entry]) -> Entry | None:
    """Return the message that a new one replaces: of those gone from its context or file the most alike."""
    context, text = key
    places = {message.place for message in same}
    beside = [entry for entry in gone if _is_beside(entry, context, places)]
    near = get_close_matches(text, [key_of(entry)[1] for entry in beside], n=1, cutoff=ALIKE)
    return next((entry for entry in beside if key_of(entry)[1] == near[0]), None) if near else None


def _is_beside(entry: Entry, context: str | None, places: set[str]) -> bool:
    if context is None or entry.context is None:
        return context is entry.context and any(place in places for place, _line in entry.locations)
    return bool(entry.context == context)


def _entry(same: list[Message], old: Entry | None, stale: bool) -> Entry:
    """Return a message with the translation of an old entry, if there is one; a stale one keeps its source above it."""
    first = same[0]
    plural = next((message.plural for message in same if message.plural), None)
    string = _forms(old)[0] if old else ""
    comments = list(old.user_comments) if old else []
    if old and stale and not old.fuzzy:
        comments.append(f"{BEFORE} {key_of(old)[1]}")
    elif not stale:
        comments = [comment for comment in comments if not comment.startswith(BEFORE)]
    entry = Entry(
        (first.text, plural) if plural else first.text,
        (string,) if plural else string,
        locations=[(place, 1) for place in sorted({message.place for message in same if message.place})],
        auto_comments=list(dict.fromkeys(comment for message in same for comment in message.comments)),
        user_comments=comments,
        context=first.context,
    )
    if old and stale:
        entry.flags.add("fuzzy")
    return entry


def with_translation(entry: Entry, translation: str, exceptions: Iterable[str] = ()) -> Entry:
    """Return a message with a fresh translation, and the rules from which it is excepted, such as `term bill`."""
    entry.string = (translation,) if isinstance(entry.id, tuple | list) else translation
    kept = [comment for comment in entry.user_comments if not comment.startswith((BEFORE, EXCEPT))]
    entry.user_comments = [*kept, *(f"{EXCEPT} {exception}" for exception in exceptions)]
    entry.flags.discard("fuzzy")
    return entry


def written(name: str, language: str, content: list[Entry]) -> bytes:
    """Return the bytes of a catalogue: one line a text, no dates, no numbers of lines."""
    catalog = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for entry in content:
        if entry.context is not None:  # per cents and braces of a lesson's text are no formats
            entry.flags -= {"python-format", "python-brace-format"}
    for entry in content:
        catalog._messages[catalog._key_for(entry.id, entry.context)] = entry
    stream = io.BytesIO()
    write_po(stream, catalog, width=0, omit_header=True, include_lineno=False)
    header = HEADER.format(name=name, language=language, plural_forms=catalog.plural_forms)
    return header.encode() + stream.getvalue()
