"""A dataset's passport: a card that says what it is, what it cannot say, and how far it was checked."""

from dataclasses import dataclass
from html import escape

from longwave.data import shelf
from longwave.data.shelf import Source, sources_in_full
from longwave.i18n import _

# Every colour is named, because the card must be readable on JupyterLab's light and dark pages alike.
_CARD = (
    "background:#ffffff;color:#1a1a1a;border:1px solid #6b7280;border-left:6px solid #1f4e79;"
    "padding:0.75em 1em;max-width:52em;text-align:left;line-height:1.45"
)
_TERM = "background:#ffffff;color:#1f4e79;font-weight:bold;margin-top:0.5em"
_TEXT = "background:#ffffff;color:#1a1a1a;margin:0"
# Two columns; JupyterLab's own floats for definition lists would let them slip past each other.
_LEFT = f"{_TERM};margin:0;float:left;clear:left;width:14em"
_RIGHT = f"{_TEXT};margin:0 0 0.5em 15em;float:none;width:auto;min-height:1.2em"
_LINK = "color:#0b4f8a;text-decoration:underline"


@dataclass(frozen=True)
class Passport:
    """What is known about one dataset; a notebook shows it as a card, `print` as text."""

    name: str
    title: str
    kind: str
    description: str
    cannot_say: str
    rows: int
    sources: tuple[Source, ...]
    licence: str
    redistribution: str
    checks: tuple[str, ...]
    counted_column: str
    counts: dict[str, int]

    def __str__(self) -> str:
        """Return the card as plain text."""
        lines = [f"{self.title} ({self.name})"]
        for term, text in _paragraphs(self):
            lines.append(f"{term}: {text}")
        lines += [_("Checks:"), *(f"- {check}" for check in self.checks)]
        ids = ", ".join(source["source_id"] for source in self.sources)
        lines.append(
            _('Sources ({count}; load("sources") gives them in full): {ids}').format(count=len(self.sources), ids=ids)
        )
        return "\n".join(lines)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": str(self), "text/html": _card(self)}


def passport(name: str) -> Passport:
    """Return a dataset's passport: what it is, what it cannot say, sources, licence, checks, verdict counts.

    Raises `UnknownDatasetError` for a name that does not exist; the error lists the near ones.

    >>> passport("institutes_table2").rows
    12
    """
    descriptor = shelf.read_descriptor(name)
    return Passport(
        name=name,
        title=descriptor["title"],
        kind=descriptor["kind"],
        description=descriptor["description"],
        cannot_say=descriptor["cannot_say"],
        rows=descriptor["rows"],
        sources=tuple(sources_in_full(descriptor)),
        licence=descriptor["licenses"][0]["title"],
        redistribution=descriptor["redistribution"],
        checks=tuple(descriptor["checks"]),
        counted_column=descriptor.get("counted_column", ""),
        counts=descriptor.get("counts", {}),
    )


def _kinds() -> dict[str, str]:
    return {
        "transcribed": _("transcribed: every figure was copied from a printed or published source"),
        "constructed": _("constructed: computed or decided by this course from sources; the rules are given"),
        "synthetic": _("synthetic: made by a model of this course; it describes no real place or firm"),
    }


def _paragraphs(card: Passport) -> list[tuple[str, str]]:
    pairs = [
        (_("What it is"), card.description),
        (_("What it cannot say"), card.cannot_say),
        (_("Kind"), _kinds()[card.kind]),
        (_("Rows"), str(card.rows)),
    ]
    if card.counts:
        counts = ", ".join(f"{value} {count}" for value, count in card.counts.items())
        pairs.append((_("Rows by {column}").format(column=card.counted_column), counts))
    return [*pairs, (_("Licence"), card.licence), (_("Why it may be passed on"), card.redistribution)]


def _card(card: Passport) -> str:
    parts = [f'<p style="{_TEXT};font-size:1.15em;font-weight:bold">{escape(card.title)}</p>']
    parts.append(f'<dl style="{_TEXT};display:flow-root">')
    for term, text in _paragraphs(card):
        parts.append(f'<dt style="{_LEFT}">{escape(term)}</dt><dd style="{_RIGHT}">{escape(text)}</dd>')
    parts.append(f'<dt style="{_LEFT}">{escape(_("Checks"))}</dt><dd style="{_RIGHT}">{_list(card.checks)}</dd></dl>')
    summary = escape(_("Sources ({count})").format(count=len(card.sources)))
    items = "".join(f'<li style="{_TEXT}">{_source_html(source)}</li>' for source in card.sources)
    parts.append(f'<details><summary style="{_TERM}">{summary}</summary><ul>{items}</ul></details>')
    label = escape(_("Passport of the dataset {name}").format(name=card.name), quote=True)
    opening = f'<div role="group" aria-label="{label}" class="longwave-passport" style="{_CARD}">'
    return f"{opening}{''.join(parts)}</div>"


def _list(lines: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f'<li style="{_TEXT}">{escape(line)}</li>' for line in lines) + "</ul>"


def _source_html(source: Source) -> str:
    title = escape(source["title"])
    if source["address"]:
        title = f'<a style="{_LINK}" href="{escape(source["address"], quote=True)}">{title}</a>'
    rest = escape(f"{source['publisher']}, {source['date']} ({source['terms']})")
    return f"{escape(source['source_id'])}: {title}; {rest}"
