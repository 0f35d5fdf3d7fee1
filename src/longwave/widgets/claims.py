"""Search the claims of both papers: words, paper, verdict and lesson, and a table of what is found."""

import html
from typing import Any

import ipywidgets
import pandas as pd

from longwave.data import find_claims, load, verdicts
from longwave.i18n import _, plural

ROWS_ON_A_PAGE = 8
# Explicit ink on explicit ground reads the same in JupyterLab's light and dark themes.
_CARD = "background:#FFFFFF;color:#1F2328;padding:8px 14px;line-height:1.45;max-width:64em"
_CELL = (
    "background:#FFFFFF;color:#1F2328;padding:4px 14px 4px 0;text-align:left;vertical-align:top;"
    "border-bottom:1px solid #D0D7DE;white-space:normal"
)
_CONTROL = {"style": {"description_width": "6em"}, "layout": {"width": "24em"}}


class ClaimsPanel(ipywidgets.VBox):
    """Four filters, a table of the claims that pass them, and buttons for further pages and for a new start.

    Every control is one of the browser's own, so the keyboard works it: Tab moves on, arrows choose, Enter searches.
    """

    def __init__(self, words: str = "", paper: str = "", verdict: str = "", lesson: str = "") -> None:
        """Build the filters, set to these values, and show the first page of what they find."""
        self.start = find_claims(words, paper, verdict, lesson)
        self.words = ipywidgets.Text(
            words,
            description=_("Words"),
            placeholder=_("type, then press Enter"),
            continuous_update=False,
            **_CONTROL,
        )
        papers = [(_("both papers"), ""), ("000", "000"), ("003", "003")]
        given = [(_("any verdict"), ""), *((verdict, verdict) for verdict in verdicts().verdict)]
        lessons = [(_("any lesson"), ""), *((slug, slug) for slug in sorted(load("claims").lesson.unique()))]
        self.paper = ipywidgets.Dropdown(description=_("Paper"), options=papers, value=paper, **_CONTROL)
        self.verdict = ipywidgets.Dropdown(description=_("Verdict"), options=given, value=verdict, **_CONTROL)
        self.lesson = ipywidgets.Dropdown(description=_("Lesson"), options=lessons, value=lesson, **_CONTROL)
        self.before = _button(_("Page before"), lambda: self.turn(-1))
        self.after = _button(_("Next page"), lambda: self.turn(1))
        self.again = _button(_("Reset"), self.reset)
        self.table = ipywidgets.HTML()
        self.page = 0
        for control in self.filters:
            control.observe(self._start_over, names="value")
        self._show()
        buttons = ipywidgets.HBox([self.before, self.after, self.again], layout={"flex_flow": "row wrap"})
        super().__init__([*self.filters, buttons, self.table])
        self.add_class("longwave-claims")

    @property
    def filters(self) -> tuple[ipywidgets.Widget, ...]:
        """The four controls that choose claims."""
        return self.words, self.paper, self.verdict, self.lesson

    @property
    def found(self) -> pd.DataFrame:
        """The claims that pass the filters."""
        return find_claims(self.words.value, self.paper.value, self.verdict.value, self.lesson.value)

    def turn(self, pages: int) -> None:
        """Turn forward or back by a number of pages, within the claims that are found."""
        last = max(0, (len(self.found) - 1) // ROWS_ON_A_PAGE)
        self.page = min(max(self.page + pages, 0), last)
        self._show()

    def reset(self) -> None:
        """Take every filter away and go to the first page."""
        for control in self.filters:
            control.value = ""
        self._start_over()

    def _start_over(self, _change: object = None) -> None:
        self.page = 0
        self._show()

    def _show(self) -> None:
        found = self.found
        self.table.value = claims_table(found, self.page)
        self.before.disabled = self.page == 0
        self.after.disabled = (self.page + 1) * ROWS_ON_A_PAGE >= len(found)

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        bundle = super()._repr_mimebundle_(**options) or {}
        return {**bundle, "text/html": claims_table(self.start, 0), "text/plain": _as_text(self.start)}


def claims_panel(words: str = "", paper: str = "", verdict: str = "", lesson: str = "") -> ClaimsPanel:
    """Return a panel that searches the claims of both papers; show it as the last line of a cell.

    The arguments set the filters at the start; what they find is stored with the notebook.
    """
    return ClaimsPanel(words, paper, verdict, lesson)


def claims_table(found: pd.DataFrame, page: int) -> str:
    """Return one page of claims as an HTML table, with a sentence that counts them."""
    shown = found.iloc[page * ROWS_ON_A_PAGE : (page + 1) * ROWS_ON_A_PAGE]
    heads = [_("Claim"), _("Printed"), _("Checked"), _("Verdict"), _("Sources"), _("Lesson")]
    head = "".join(f'<th scope="col" style="{_CELL}">{html.escape(text)}</th>' for text in heads)
    body = "".join(_row(row) for row in shown.itertuples())
    table = (
        f'<table style="border-collapse:collapse;background:#FFFFFF"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    said = " ".join([_count(found, page, len(shown)), *_meaning(found)])
    status = f'<p role="status" style="margin:0 0 6px">{html.escape(said)}</p>'
    return f'<div style="{_CARD}">{status}{table if len(shown) else ""}</div>'


def _count(found: pd.DataFrame, page: int, shown: int) -> str:
    if shown == 0:
        return _("No claim fits. Take a filter away, or press Reset.")
    text = plural(
        "{count} claim fits; shown: {first} to {last}.", "{count} claims fit; shown: {first} to {last}.", len(found)
    )
    first = page * ROWS_ON_A_PAGE + 1
    return text.format(count=len(found), first=first, last=first + shown - 1)


def _meaning(found: pd.DataFrame) -> list[str]:
    """Return what the verdict means, where all the claims that are found have the same."""
    known = verdicts().set_index("verdict").meaning
    given = found.verdict.unique()
    return [f"“{verdict}”: {known[verdict]}" for verdict in given] if len(given) == 1 else []


def _row(row: Any) -> str:
    claim = f"{row.claim_id} {row.claim}"
    term = f'<br><span lang="zh-Hans">{html.escape(row.term_zh)}</span>'
    printed = f"{row.printed_value} {row.unit}".strip()
    verdict = f"{row.verdict} ({row.detail})" if row.detail else row.verdict
    sources = row.source_ids.replace(";", ", ") or row.basis
    cells = [printed, row.checked_value, verdict, sources, row.lesson]
    return (
        f'<tr><th scope="row" style="{_CELL};font-weight:400">{html.escape(claim)}{term}</th>'
        + "".join(f'<td style="{_CELL}">{html.escape(cell)}</td>' for cell in cells)
        + "</tr>"
    )


def _as_text(found: pd.DataFrame) -> str:
    shown = found.head(ROWS_ON_A_PAGE)
    lines = [f"{row.claim_id} ({row.verdict}): {row.claim}" for row in shown.itertuples()]
    return "\n".join([_count(found, 0, len(shown)), *_meaning(found), *lines])


def _button(words: str, action: Any) -> ipywidgets.Button:
    button = ipywidgets.Button(description=words, layout={"width": "auto"})
    button.on_click(lambda _button: action())
    return button
