"""A student's Markdown as HTML for a page of the course's: no tag, no link and no address of the student's works."""

import html
from collections.abc import Mapping
from typing import Any

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

LONGEST = 12_000  # characters; a longer text, or one of brackets, is shown as it was typed: the renderer's time grows
MOST_BRACKETS = 500
LONGEST_FORMULA = 400


class AnswerRenderer(IPythonRenderer):
    """How an answer looks: its form, without anything that leads elsewhere."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        """Take the addresses of the pictures that are in the notebook, by their names."""
        super().__init__(escape=True, allow_harmful_protocols=False, exclude_anchor_links=True)
        self._pictures = pictures

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Show a link as its words and its address, which nobody can follow by accident."""
        return text if html.escape(url) in text else f"{text} ({html.escape(url)})"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Show a picture that is in the notebook, and the words of any other."""
        address = self._pictures.get(url.removeprefix("attachment:"))
        return f'<img src="{html.escape(address)}" alt="{html.escape(text)}">' if address else html.escape(text)

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """Show a heading as a line in bold: the page's own headings are the answers' names."""
        return f"<p><strong>{text}</strong></p>\n"

    def block_code(self, code: str, info: str | None = None) -> str:
        """Show code as it was typed."""
        return f"<pre>{html.escape(code)}</pre>\n"

    def inline_math(self, body: str) -> str:
        """Set a formula in a line of text."""
        return _formula(body, "inline")

    def block_math(self, body: str) -> str:
        """Set a formula on a line of its own."""
        return _formula(body, "block")


def _formula(body: str, display: str) -> str:
    """Return a formula as MathML, or as it was typed if it is none."""
    if len(body) <= LONGEST_FORMULA and "href" not in body:
        try:
            from latex2mathml.converter import convert

            return str(convert(body.strip(), display=display))
        except Exception:  # noqa: S110 - whatever a student's formula does to the converter, its source is shown
            pass
    return f"<code>{html.escape(body)}</code>"


def answer_html(text: str, pictures: Mapping[str, str]) -> str:
    """Return a student's Markdown as HTML.

    >>> answer_html("**a** < b <script>", {}).strip()
    '<p><strong>a</strong> &lt; b &lt;script&gt;</p>'
    """
    if len(text) <= LONGEST and text.count("[") <= MOST_BRACKETS:
        try:
            return str(MarkdownWithMath(AnswerRenderer(pictures)).render(text))
        except (RecursionError, ValueError, KeyError, IndexError, TypeError):
            pass
    return f'<pre class="typed">{html.escape(text)}</pre>'
