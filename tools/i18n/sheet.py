r"""A catalogue as a sheet: a numbered line for each message, and translations put back by these numbers.

It is a quick way to translate many short messages; the catalogue itself may be edited in its stead. In a sheet a line
end is `\n`, and a tab parts the number, the translation, and exceptions such as `term bill`.
"""

from pathlib import Path

from tools.files import write_atomically
from tools.i18n.catalogues import LOCALE, entries, is_done, key_of, read_all, with_translation, written


class SheetError(ValueError):
    """A sheet cannot be put into its catalogue; the message says which line is wrong."""


def sheet(catalogue: str, language: str, locale: Path = LOCALE) -> list[str]:
    """Return a line for each message that is missing or stale: number, context, message."""
    content = enumerate(entries(read_all(language, locale)[catalogue]), 1)
    return [
        f"{number}\t{key_of(entry)[0] or ''}\t{key_of(entry)[1]}".replace("\n", "\\n")
        for number, entry in content
        if not is_done(entry)
    ]


def fill(catalogue: str, language: str, lines: list[str], locale: Path = LOCALE) -> int:
    """Put the translations of a sheet into a catalogue; return how many.

    Raises:
        SheetError: A line has no number of the catalogue, or no translation. Nothing is written then.
    """
    content = entries(read_all(language, locale)[catalogue])
    changed = 0
    for line in filter(str.strip, lines):
        number, _tab, rest = line.partition("\t")
        translation, *exceptions = (part.strip("\r\n") for part in rest.split("\t"))
        if not number.isdecimal() or not 1 <= int(number) <= len(content) or not translation:
            raise SheetError(f"{catalogue} has no message for this line: {line[:80]!r}")
        entry = content[int(number) - 1]
        content[int(number) - 1] = with_translation(entry, translation.replace("\\n", "\n"), exceptions)
        changed += 1
    write_atomically(locale / language / f"{catalogue}.po", written(catalogue, language, content))
    return changed
