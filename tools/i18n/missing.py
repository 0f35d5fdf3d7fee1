"""What is missing or stale in the catalogues, and which translations break a rule."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from longwave.translation.notebook import CODE
from tools.i18n.catalogues import LOCALE, entries, is_done, key_of, languages, read_all
from tools.i18n.rules import faults


def missing_lines(wanted: list[str], locale: Path = LOCALE) -> list[str]:
    """Return a line for each catalogue with its counts; of the catalogues named, one for each message too.

    Args:
        wanted: Names of catalogues or the beginnings of such names, `lessons/01`; none for a summary of all.
        locale: The folder of all catalogues.
    """
    lines = []
    for name, catalog in _catalogues(wanted, locale):
        content = entries(catalog)
        undone = [entry for entry in content if not is_done(entry)]
        if undone:
            stale = sum(entry.fuzzy for entry in undone)
            lines.append(f"{name}: {len(undone) - stale} missing, {stale} stale of {len(content)}")
        for entry in undone if wanted else ():
            context, text = key_of(entry)
            lines.append(f"  {'stale  ' if entry.fuzzy else 'missing'} {context or ''} {text[:70]!r}")
    return lines or ["Nothing is missing or stale."]


def fault_lines(wanted: list[str], locale: Path = LOCALE) -> list[str]:
    """Return the rules that translations break, under a line for each message that breaks one."""
    lines = []
    for name, catalog in _catalogues(wanted, locale):
        labels = labels_of(catalog)
        for entry in entries(catalog):
            if found := faults(entry, labels):
                context, text = key_of(entry)
                lines += [f"{name}: {context or ''} {text[:70]!r}", *(f"  {fault}" for fault in found)]
    return lines


def _catalogues(wanted: list[str], locale: Path) -> Iterator[tuple[str, Catalog]]:
    """Yield the catalogues that are wanted, of every language, by names such as `zh_CN/lessons/01-value-stick`."""
    for language in languages(locale):
        for name, catalog in read_all(language, locale).items():
            if not wanted or name.startswith(tuple(wanted)):
                yield f"{language}/{name}", catalog


def labels_of(catalog: Catalog) -> dict[str, str]:
    """Return the translations of the labels in a notebook's code, which its prose may name as code."""
    done = [entry for entry in entries(catalog) if is_done(entry) and str(entry.context).endswith(f"#{CODE}")]
    return {str(entry.id): str(entry.string) for entry in done}
