"""Markdown by block: what a translator gets, and that nothing else changes."""

import json
from pathlib import Path

import pytest

from longwave.translation.blocks import has_words, messages, translate
from longwave.translation.pages import sections

ROOT = Path(__file__).parents[2]
PAGE = """# A title

A paragraph
of two lines.

1. first item
2. second item
   and its second line

| points | what it does |
|---|---|
| 1 | names a cost |
| 2 | 3 |

$$V = \\underbrace{p}_{\\text{firm}}$$

$$x = y$$

```python
words = "not prose"
```
   Below an item.
"""


def test_each_block_with_words_is_a_message():
    assert messages(PAGE) == [
        "A title",
        "A paragraph\nof two lines.",
        "first item",
        "second item\n   and its second line",
        "points | what it does",
        "1 | names a cost",
        "$$V = \\underbrace{p}_{\\text{firm}}$$",
        "Below an item.",
    ]


def test_marks_code_and_formulas_stay_where_they_are():
    changed = translate(PAGE, lambda message: "译")
    assert changed.startswith("# 译\n\n译\n\n1. 译\n2. 译\n\n| 译 |\n|---|---|\n| 译 |\n| 2 | 3 |\n\n译\n\n$$x = y$$")
    assert 'words = "not prose"' in changed
    assert changed.endswith("```\n   译\n")


@pytest.mark.parametrize("text", ['`cite("cases")`, `cite("x")`.', "$x$", "[1](lesson.ipynb)", "12 %", "| 1 | 2 |"])
def test_a_block_without_words_is_no_message(text):
    assert not has_words(text)
    assert messages(text) == []


def test_a_text_comes_back_as_it_was_from_every_notebook_and_page_of_the_course():
    notebooks = [*ROOT.glob("lessons/*.ipynb"), *ROOT.glob("solutions/*/*.ipynb")]
    texts = [path.read_text("utf-8") for path in ROOT.glob("docs/**/*.md")]
    for path in notebooks:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        texts += ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    assert len(texts) > 1000
    for text in texts:
        assert translate(text, lambda message: message) == text
        assert "\n".join(part for _name, part in sections(text)) == text
