"""A lesson's Markdown as HTML blocks: mathematics as MathML, raw HTML as text, and no link without a target."""

import re

from bs4 import BeautifulSoup, Tag
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from longwave.i18n import _
from longwave.reader.errors import ExpectedError

_CHINESE = re.compile(r"[\u3400-\u9fff][\u3000-\u9fff\uff00-\uffef]*")
_LONG_FORMULA = 44  # characters; a longer one is set smaller
_OPTION = re.compile(r';?\s*`"([a-f])"`\s+')
_WHERE_TO_WRITE = re.compile(r" Replace `\.\.\.` by a letter in quotes[:.]$")


class SlideRenderer(IPythonRenderer):
    """How Markdown looks on a slide."""

    def __init__(self) -> None:
        """Let no HTML and no address but those of pages through."""
        super().__init__(escape=True, allow_harmful_protocols=False, exclude_anchor_links=True)

    def text(self, text: str) -> str:
        """Mark Chinese words as Chinese, for screen readers and for the choice of a font."""
        return _CHINESE.sub(r'<span lang="zh">\g<0></span>', super().text(text))

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Keep links to the web. Of those to other notebooks, which a single file cannot open, keep the words."""
        return super().link(text, url, title) if url.startswith(("https://", "http://")) else text

    def inline_math(self, body: str) -> str:
        """Set a formula in a line of text."""
        return mathml(body)

    def block_math(self, body: str) -> str:
        """Set a formula on a line of its own."""
        return mathml(body, display="block")


def mathml(formula: str, display: str = "inline") -> str:
    """Return a TeX formula as MathML, which every current browser draws by itself.

    Raises:
        ExpectedError: if the package that does it is not installed.
    """
    try:
        from latex2mathml.converter import convert
    except ImportError as error:
        sentence = _("Slides need more packages. Run: make teach (or: pip install longwave[teach])")
        raise ExpectedError(sentence) from error
    return convert(formula.strip(), display=display)


def blocks(markdown: str) -> list[Tag]:
    """Return the blocks of a Markdown cell in order: headings, paragraphs, lists, tables, formulas."""
    page = BeautifulSoup(MarkdownWithMath(SlideRenderer()).render(markdown), "html.parser")
    for formula in page.find_all("math", display="block"):
        if len(formula.get_text()) > _LONG_FORMULA:
            formula["class"] = "long"
    return [block for block in page.children if isinstance(block, Tag)]


def in_line(markdown: str) -> str:
    """Return a line of Markdown as HTML without a paragraph around it."""
    return "".join(block.decode_contents() for block in blocks(markdown))


def options_listed(question: str) -> str:
    """Return a question with its lettered options as a list, without the place for an answer; else it is unchanged."""
    start, *options = _OPTION.split(question)
    if len(options) < 4:
        return question
    lines = [f"- **{letter}** {text.strip()}" for letter, text in zip(options[::2], options[1::2], strict=True)]
    return "\n".join([_WHERE_TO_WRITE.sub("", start), "", *lines])
