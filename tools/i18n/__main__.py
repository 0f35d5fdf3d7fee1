"""Bring the catalogues of every language in step with the sources: `python -m tools.i18n [--check] [--missing]`.

Messages of the library, of notebooks, of datasets and of pages go to `locale/<language>/`, one catalogue a topic or a
lesson, in reading order and without dates or line numbers. The same run looks for words that no translator would ever
see, and joins the catalogues for the course. `--missing` changes nothing and lists what is not translated, or stale.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from hatch_build import join_catalogues
from tools.files import ROOT, shown, write_atomically
from tools.i18n.catalogues import LOCALE, in_step, languages
from tools.i18n.datasets import dataset_messages
from tools.i18n.library import SITE, SOURCE, library_messages
from tools.i18n.message import Message
from tools.i18n.missing import fault_lines, missing_lines
from tools.i18n.mistakes import mistakes
from tools.i18n.notebooks import notebook_messages
from tools.i18n.pages import page_messages
from tools.i18n.sheet import SheetError, fill, sheet

CURE = "run: python -m tools.i18n"


def all_messages() -> Iterator[Message]:
    """Yield every message of the course."""
    library = list(library_messages())
    return chain(library, notebook_messages(library=library), dataset_messages(), page_messages())


def files(locale: Path = LOCALE, language: str | None = None) -> dict[Path, bytes]:
    """Return what every catalogue should hold, by its path."""
    messages = list(all_messages())
    return {
        locale / name / f"{catalogue}.po": content
        for name in ([language] if language else languages(locale))
        for catalogue, content in in_step(messages, name, locale).items()
    }


def main(arguments: list[str] | None = None, locale: Path = LOCALE) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.i18n", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; say what differs")
    parser.add_argument("--missing", nargs="*", metavar="CATALOGUE", help="list what is missing or stale, and where")
    parser.add_argument("--faults", nargs="*", metavar="CATALOGUE", help="list which rules the translations break")
    parser.add_argument("--sheet", metavar="CATALOGUE", help="print what is missing in a catalogue, with numbers")
    parser.add_argument("--fill", nargs=2, metavar=("CATALOGUE", "FILE"), help="put translations into it by number")
    parser.add_argument("--language", help="begin the catalogues of a language, such as zh_CN")
    options = parser.parse_args(arguments)
    if options.missing is not None:
        print("\n".join(missing_lines(options.missing, locale)))
        return 0
    if options.sheet or options.fill:
        return _sheet(options.sheet, options.fill, options.language or languages(locale)[0], locale)
    if options.faults is not None:
        lines = fault_lines(options.faults, locale)
        print("\n".join(lines or ["The translations keep the rules."]))
        return 1 if lines else 0
    lines = [line for folder in (SOURCE, SITE) for line in mistakes(folder)]
    expected = files(locale, options.language)
    lines += _write(expected, options.check) + _without_source(expected, locale, options.language)
    print("\n".join(lines or [f"{len(expected)} catalogues hold every message."]))
    return 1 if lines else 0


def _sheet(shown_of: str | None, fill_from: list[str] | None, language: str, locale: Path) -> int:
    """Print the sheet of a catalogue, or put one back into it."""
    if shown_of:
        print("\n".join(sheet(shown_of, language, locale)))
    if fill_from:
        name, file = fill_from
        try:
            count = fill(name, language, Path(file).read_text(encoding="utf-8").split("\n"), locale)
        except SheetError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{count} translations are in {language}/{name}.")
    return 0


def _write(expected: dict[Path, bytes], check: bool) -> list[str]:
    """Write the catalogues, or return a line for each that differs."""
    if not check:
        for path, content in expected.items():
            write_atomically(path, content)
        join_catalogues(ROOT)
        return []
    differing = [path for path, content in expected.items() if not path.is_file() or path.read_bytes() != content]
    return [f"{shown(path)} is not in step with the sources. To cure this, {CURE}" for path in differing]


def _without_source(expected: dict[Path, bytes], locale: Path, language: str | None) -> list[str]:
    """Return a line for each catalogue whose part of the course is gone: it may hold somebody's work."""
    present = (locale / (language or "")).rglob("*.po")
    return [f"{shown(path)} has no source any more; delete it" for path in sorted(set(present) - expected.keys())]


if __name__ == "__main__":
    sys.exit(main())
