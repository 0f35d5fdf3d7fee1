"""The papers' proposals for China as a table to read: what is proposed, and what would show that it worked."""

from dataclasses import dataclass
from html import escape

from longwave.data.frames import load
from longwave.data.shelf import DatasetError
from longwave.data.words import said
from longwave.i18n import _, plural

# Every ground and ink is named: JupyterLab colours the rows of a table itself, by its theme.
_GROUND = "background:#FFFFFF;color:#1F2328"
_CELL = "text-align:left;vertical-align:top;padding:4px 14px 4px 0;border-bottom:1px solid #D0D7DE"


@dataclass(frozen=True)
class Proposals:
    """Proposals by lesson, each a tuple of cells under `heads`; `folded` hides a lesson's rows until a click."""

    heads: tuple[str, ...]
    lessons: dict[str, tuple[tuple[str, ...], ...]]
    folded: bool

    def __str__(self) -> str:
        """Return a line for each proposal."""
        return "\n".join(_line(lesson, row) for lesson, rows in self.lessons.items() for row in rows)

    def __repr__(self) -> str:
        """Return the same lines."""
        return str(self)

    def _repr_html_(self) -> str:
        tables = {lesson: _table(self.heads, rows) for lesson, rows in self.lessons.items()}
        if not self.folded:
            return "".join(tables.values())
        return "".join(_folded(lesson, len(self.lessons[lesson]), table) for lesson, table in tables.items())


def proposals(*proposal_ids: str) -> Proposals:
    """Return proposals of the papers by their ids, or all of them, folded by lesson.

    Args:
        proposal_ids: Ids of the dataset proposals, in the order in which they are shown; without any, all.

    Raises:
        DatasetError: The dataset has no such proposals; the message names them.

    Source: the dataset proposals.

    >>> print(proposals("25-software"))
    25: Basic software from the cloud (云端服务); a rent c instead of the price I; accounts are still paid in year two
    """
    frame = load("proposals").set_index("proposal_id")
    if unknown := [name for name in proposal_ids if name not in frame.index]:
        raise DatasetError(_("There are no proposals {ids}.").format(ids=", ".join(unknown)))
    chosen = (frame.loc[list(proposal_ids)] if proposal_ids else frame).fillna("")
    names = {
        "proposal": _("The papers propose"),
        "acts_on": _("It acts on"),
        "not_enough": _("Not enough"),
        "worked_if": _("It has worked if"),
    }
    kept = [name for name in names if (chosen[name] != "").any()]
    rows = {
        str(lesson): tuple(
            tuple(said("proposals", str(name), str(column), str(words)) for column, words in row.items())
            for name, row in group[kept].iterrows()
        )
        for lesson, group in chosen.groupby("lesson", sort=False)
    }
    return Proposals(tuple(names[name] for name in kept), rows, folded=not proposal_ids)


def _line(lesson: str, row: tuple[str, ...]) -> str:
    return f"{lesson}: {'; '.join(cell for cell in row if cell)}"


def _table(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """Return the rows as a table, without the columns in which none of them has a word."""
    kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(heads[place])}</th>' for place in kept)
    body = "".join(
        f'<tr style="{_GROUND}">{"".join(f"<td style={_CELL!r}>{escape(row[place])}</td>" for place in kept)}</tr>'
        for row in rows
    )
    style = f"border-collapse:collapse;{_GROUND};line-height:1.45;max-width:64em"
    return f'<table style="{style}"><thead><tr style="{_GROUND}">{head}</tr></thead><tbody>{body}</tbody></table>'


def _folded(lesson: str, count: int, table: str) -> str:
    counted = plural("{count} proposal", "{count} proposals", count).format(count=count)
    words = escape(_("Lesson {lesson}: {counted}").format(lesson=lesson, counted=counted))
    summary = f'<summary style="{_GROUND};font-weight:600;cursor:pointer">{words}</summary>'
    return f'<div style="{_GROUND}"><details>{summary}{table}</details></div>'
