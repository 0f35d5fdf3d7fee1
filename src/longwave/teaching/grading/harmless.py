"""A student's Markdown as formgrader may show it: what its links do is decided on the page that it becomes."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

MOST_BRACKETS, MOST_FORMULAS = 2_000, 300  # the renderer's time grows with the square of each
LONGEST_WITH_LINKS = 50_000  # characters; to see where links lead, the text is rendered
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_FORMULA = re.compile(r"\\\\[(\[]|\\begin\{")
_MAY_LINK = re.compile(r"\]\s*[\[(:]")
_ATTACHED = "picture-in-the-notebook/"
_PICTURE = re.compile(rf"{_ATTACHED}|data:image/(png|jpeg|gif|webp);")


def harmless(markdown: str) -> str:
    r"""Return Markdown in which no tag works, no link leads but to the web or a mail, and no picture is fetched.

    What is not allowed appears as the text that the student wrote.

    >>> harmless("a < b, <b>bold</b>")
    'a < b, &lt;b>bold&lt;/b>'
    >>> harmless(r"[x](javascript\:alert(1))")[:6]
    '&#91;x'
    """
    text = _TAG.sub("&lt;", markdown.replace("&#", "&amp;#"))
    if len(_FORMULA.findall(text)) > MOST_FORMULAS:
        text = text.replace("\\", "&#92;")
    brackets = text.count("[")
    if brackets > MOST_BRACKETS or (brackets and _MAY_LINK.search(text) and not _is_safe(text)):
        return text.replace("[", "&#91;")
    return text


def _is_safe(markdown: str) -> bool:
    """Return whether the page that formgrader makes of a text has only links and pictures that are allowed."""
    if len(markdown) > LONGEST_WITH_LINKS:
        return False
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    page = _Page()
    page.feed(markdown2html_mistune(re.sub(r"attachment\\?(:|&colon;)", _ATTACHED, markdown)))
    return page.safe


class _Page(HTMLParser):
    """Reads where the links and the pictures of a page lead."""

    def __init__(self) -> None:
        super().__init__()
        self.safe = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the addresses of one element."""
        for name, value in attrs:
            if name == "src":
                self.safe &= bool(_PICTURE.match(value or ""))
            elif name == "href":
                self.safe &= _may_be_followed(value or "")


def _may_be_followed(address: str) -> bool:
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        return False
    return scheme in ("http", "https", "mailto") or address.startswith(("#", _ATTACHED))
