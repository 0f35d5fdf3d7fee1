"""The reader's progress as a table in a notebook."""

import html
from typing import Any

import ipywidgets

from longwave.i18n import _

# Explicit ink on explicit ground reads the same in JupyterLab's light and dark themes.
_CARD = "background:#FFFFFF;color:#1F2328;padding:8px 14px;line-height:1.5;display:inline-block"
_CELL = "padding:4px 14px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid #D0D7DE"


class ProgressView(ipywidgets.HTML):
    """A table with one row for each lesson, and notes under it.

    A row is any object with `lesson`, `title`, `done`, `total` and `open_tasks`. Stored with the notebook is
    one sentence that is the same for every reader, so that a notebook does not change with whoever runs it.
    """

    def __init__(self, rows: list[Any], notes: list[str]) -> None:
        """Show these rows and notes at first."""
        super().__init__()
        self.show(rows, notes)

    def show(self, rows: list[Any], notes: list[str]) -> None:
        """Show other rows and notes."""
        self.value = f'<div style="{_CARD}">{_table(rows)}{"".join(map(_paragraph, notes))}</div>'

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        sentence = _("Run this cell to see your progress. It is kept on your own computer.")
        bundle = super()._repr_mimebundle_(**options) or {}
        return {**bundle, "text/html": _paragraph(sentence), "text/plain": sentence}


def _paragraph(text: str) -> str:
    return f"<p>{html.escape(text)}</p>"


def _table(rows: list[Any]) -> str:
    """Return the table, with a caption and with headers that name their column or row."""
    heads = [_("Lesson"), _("Done"), _("Still open")]
    head = "".join(f'<th scope="col" style="{_CELL}">{html.escape(text)}</th>' for text in heads)
    body = "".join(map(_row, rows))
    caption = f'<caption style="text-align:left;font-weight:600">{html.escape(_("Your progress"))}</caption>'
    parts = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<table style="border-collapse:collapse">{caption}{parts}</table>'


def _row(row: Any) -> str:
    sign = "…" if row.open_tasks else "✓"
    name = html.escape(f"{row.lesson} {row.title}")
    done = html.escape(_("{done} of {total}").format(done=row.done, total=row.total))
    still_open = html.escape(", ".join(row.open_tasks) or _("none"))
    return (
        f'<tr><th scope="row" style="{_CELL};font-weight:400">{name}</th>'
        f'<td style="{_CELL};white-space:nowrap"><span aria-hidden="true">{sign}</span> {done}</td>'
        f'<td style="{_CELL}">{still_open}</td></tr>'
    )
