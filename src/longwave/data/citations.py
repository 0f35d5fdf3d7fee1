"""How to cite a dataset, as a line of text or as BibTeX."""

import re

from longwave.data import shelf
from longwave.data.shelf import Descriptor, Source, sources_in_full
from longwave.i18n import _


def cite(name: str, style: str = "text") -> str:
    """Return how to cite a dataset and what it was transcribed from; `style` is "text" or "bibtex".

    Raises `UnknownDatasetError` for a name that does not exist, `ValueError` for another style.

    >>> print(cite("institutes_table2", style="bibtex").splitlines()[0])
    @misc{longwave_institutes_table2,
    """
    styles = {"text": _as_text, "bibtex": _as_bibtex}
    if style not in styles:
        raise ValueError(_("A citation has the style “text” or “bibtex”, not “{style}”.").format(style=style))
    descriptor = shelf.read_descriptor(name)
    origins = [source for source in sources_in_full(descriptor) if source["source_id"] in descriptor["origin"]]
    return styles[style](descriptor, origins)


def _as_text(descriptor: Descriptor, origins: list[Source]) -> str:
    first = _("Longwave ({year}). {title} [dataset “{name}”, {kind}], version {version}.").format(
        year=descriptor["created"][:4],
        title=descriptor["title"],
        name=descriptor["name"],
        kind=descriptor["kind"],
        version=descriptor["version"],
    )
    lines = [_origin_line(source) for source in origins]
    return "\n".join([first, *([_("Made from:"), *lines] if lines else [])])


def _origin_line(source: Source) -> str:
    address = f" {source['address']}" if source["address"] else ""
    return f"- {source['publisher']} ({source['date']}). {source['title'].rstrip('.')}.{address}"


def _as_bibtex(descriptor: Descriptor, origins: list[Source]) -> str:
    dataset = {
        "author": "{The Longwave authors}",
        "title": f"{{{descriptor['title']}}}",
        "year": descriptor["created"][:4],
        "note": f"Dataset {descriptor['name']}, {descriptor['kind']}, version {descriptor['version']}",
    }
    entries = [_bibtex_entry(f"longwave_{descriptor['name']}", dataset)]
    for source in origins:
        fields = {
            "author": f"{{{source['publisher']}}}",
            "title": f"{{{source['title']}}}",
            **_dated(source["date"]),
        }
        entries.append(
            _bibtex_entry(source["source_id"], fields | ({"url": source["address"]} if source["address"] else {}))
        )
    return "\n\n".join(entries)


def _dated(date: str) -> dict[str, str]:
    """BibTeX wants a plain year; what else is known of the date goes into a note."""
    year = re.search(r"\d{4}", date)
    found = {"year": year[0]} if year else {}
    return found if date == found.get("year") else found | {"note": f"Date: {date}"}


def _bibtex_entry(key: str, fields: dict[str, str]) -> str:
    lines = [f"  {field} = {{{_escape(value) if field != 'url' else value}}}," for field, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _escape(text: str) -> str:
    for character in "&%#_$":
        text = text.replace(character, f"\\{character}")
    return text
