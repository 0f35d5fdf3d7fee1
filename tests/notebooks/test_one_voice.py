"""What a reader of many lessons notices: headings and phrases that come back. It holds for the second edition."""

import re
from collections import defaultdict
from pathlib import Path

from tools.files import ROOT
from tools.lint.edition import COMMON_HEADINGS, is_second, prose_of
from tools.lint.reading import heading, markdown_cells
from tools.notebooks import read

MOST_LESSONS_A_HEADING, MOST_LESSONS_A_PHRASE, WORDS = 4, 6, 4


def second_edition() -> dict[str, list]:
    notebooks = {path.stem: read(path) for path in sorted(Path(ROOT, "lessons").glob("*.ipynb"))}
    return {slug: markdown_cells(notebook) for slug, notebook in notebooks.items() if is_second(notebook)}


def test_no_heading_comes_back_in_more_than_four_lessons():
    used = defaultdict(set)
    for slug, cells in second_edition().items():
        for cell in cells:
            if cell.source.startswith("##"):
                used[heading(cell)].add(slug)
    often = {name: sorted(slugs) for name, slugs in used.items() if len(slugs) > MOST_LESSONS_A_HEADING}
    assert {name: slugs for name, slugs in often.items() if name not in COMMON_HEADINGS} == {}


def test_no_phrase_of_four_words_comes_back_in_more_than_six_lessons():
    used = defaultdict(set)
    for slug, cells in second_edition().items():
        for cell in cells:
            if heading(cell) in COMMON_HEADINGS or cell.id == "title":
                continue  # how a question is asked, a summary cited and a lesson linked is one form on purpose
            words = re.findall(r"[a-z']+", prose_of(cell).lower())
            for place in range(len(words) - WORDS + 1):
                used[" ".join(words[place : place + WORDS])].add(slug)
    assert {phrase: sorted(slugs) for phrase, slugs in used.items() if len(slugs) > MOST_LESSONS_A_PHRASE} == {}
