"""Facts of a real case as a table to read: date, who, what, figure, how sure we are, and the source one step away."""

from dataclasses import dataclass
from html import escape
from typing import Any

from longwave.data.frames import load
from longwave.data.shelf import DatasetError
from longwave.data.words import said
from longwave.i18n import _, ended, figure

# Every ground and ink is named: JupyterLab colours the rows of a table itself, by its theme.
_GROUND = "background:#FFFFFF;color:#1F2328"
_CELL = "text-align:left;vertical-align:top;padding:4px 14px 4px 0;border-bottom:1px solid #D0D7DE"
_LINK = "color:#0B62A8"


@dataclass(frozen=True)
class Source:
    """Where a fact was read."""

    source_id: str
    title: str
    publisher: str
    date: str
    address: str


@dataclass(frozen=True)
class Fact:
    """One fact: `value` holds the figure with its unit, or an empty text where the fact is told in words."""

    date: str
    actor: str
    statement: str
    value: str
    verdict: str
    note: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CaseFacts:
    """Facts in the order in which they were asked for; a notebook shows a table, `print` the same as lines."""

    facts: tuple[Fact, ...]

    def __str__(self) -> str:
        """Return a line for each fact, with everything that the table holds but the addresses."""
        return "\n".join(_line(fact) for fact in self.facts)

    def __repr__(self) -> str:
        """Return the same lines."""
        return str(self)

    def _repr_html_(self) -> str:
        return _table(self.facts)


def facts(dataset: str, *fact_ids: str) -> CaseFacts:
    """Return facts of a dataset of cases, by their ids, with the sources that were opened for them.

    Args:
        dataset: Name of a dataset whose rows have a `fact_id`, such as `part_one_cases`.
        fact_ids: The facts to show, in this order.

    Raises:
        DatasetError: The dataset has no such facts; the message names them.

    >>> print(facts("part_one_cases", "02-suppliers"))
    2016, Apple: Apple takes a second supplier of modems: Intel beside Qualcomm. 2 suppliers. [reported; LIGHTREADING19]
    """
    frame = load(dataset)
    rows = {row["fact_id"]: row for row in _records(dataset)} if "fact_id" in frame else {}
    if unknown := [fact_id for fact_id in fact_ids if fact_id not in rows]:
        raise DatasetError(_("{dataset} has no facts {ids}.").format(dataset=dataset, ids=", ".join(unknown)))
    sources = {row["source_id"]: row for row in _records("sources")}
    return CaseFacts(tuple(_fact(dataset, rows[fact_id], sources) for fact_id in fact_ids))


def _records(dataset: str) -> list[dict[str, Any]]:
    frame = load(dataset)
    return [dict(zip(frame.columns, cells, strict=True)) for cells in frame.itertuples(index=False)]


def _fact(dataset: str, row: dict[str, Any], sources: dict[str, dict[str, Any]]) -> Fact:
    def words(column: str) -> str:
        return said(dataset, row["fact_id"], column, str(row[column] or ""))

    given = row["value"] == row["value"] and row["value"] is not None  # an empty figure is not equal to itself
    return Fact(
        date=words("date"),
        actor=words("actor"),
        statement=words("statement"),
        value=figure(float(row["value"]), words("unit")) if given else "",
        verdict=words("verdict"),
        note=words("note"),
        sources=tuple(_source(sources[name]) for name in str(row["source_ids"]).split(";")),
    )


def _source(row: dict[str, Any]) -> Source:
    return Source(*(str(row[column] or "") for column in ("source_id", "title", "publisher", "date", "address")))


def _line(fact: Fact) -> str:
    names = ", ".join(source.source_id for source in fact.sources)
    words = " ".join(ended(part) for part in (fact.statement, fact.value, fact.note) if part)
    return f"{fact.date}, {fact.actor}: {words} [{fact.verdict}; {names}]"


def _table(shown: tuple[Fact, ...]) -> str:
    heads = (_("Date"), _("Who"), _("What"), _("Figure"), _("How sure, and where read"))
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(text)}</th>' for text in heads)
    body = "".join(_row(fact) for fact in shown)
    style = f"border-collapse:collapse;{_GROUND};line-height:1.45;max-width:64em"
    return f'<table style="{style}"><thead><tr style="{_GROUND}">{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(fact: Fact) -> str:
    note = f"<br><small>{escape(ended(fact.note))}</small>" if fact.note else ""
    links = "; ".join(_link(source) for source in fact.sources)
    cells = (
        f'<td style="{_CELL};white-space:nowrap">{escape(fact.date)}</td>',
        f'<td style="{_CELL}">{escape(fact.actor)}</td>',
        f'<td style="{_CELL}">{escape(ended(fact.statement))}{note}</td>',
        f'<td style="{_CELL};white-space:nowrap">{escape(fact.value)}</td>',
        f'<td style="{_CELL}"><b>{escape(fact.verdict)}</b><br><small>{links}</small></td>',
    )
    return f'<tr style="{_GROUND}">{"".join(cells)}</tr>'


def _link(source: Source) -> str:
    words = escape(f"{source.publisher} ({source.date})")
    title = escape(source.title, quote=True)
    if not source.address.startswith(("http://", "https://")):
        return f'<span title="{title}">{words}</span>'
    return f'<a href="{escape(source.address, quote=True)}" title="{title}" style="{_LINK}">{words}</a>'
