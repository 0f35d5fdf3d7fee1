"""The messages of pages: README, tutorial, how-to, the instructor's guide and the glossary's meanings."""

from collections.abc import Iterator
from pathlib import Path

from longwave.translation.blocks import messages
from longwave.translation.pages import sections
from tools.files import ROOT
from tools.i18n.message import Message

PAGES = ("README.md", "docs/glossary.md", "docs/tutorial/*.md", "docs/how-to/*.md", "docs/instructor/*.md")


def page_messages(root: Path = ROOT) -> Iterator[Message]:
    """Yield the messages of each page by block; the context is the page and the heading that it stands under."""
    for path in sorted(path for pattern in PAGES for path in root.glob(pattern)):
        page = path.relative_to(root).with_suffix("").as_posix()
        catalogue = page if page.startswith("docs/") else f"docs/{page}"
        for section, text in sections(path.read_text(encoding="utf-8")):
            for message in messages(text):
                yield Message(catalogue, message, f"{page}#{section}")
