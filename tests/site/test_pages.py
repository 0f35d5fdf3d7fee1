"""A small site without a browser: its links, its policy, what its pages say, and what the search finds."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from longwave.charts.render import VEGA_LITE
from tools.files import ROOT
from tools.site.build import SiteError, build
from tools.site.notebook import Panels, page_of
from tools.site.pages import find_course, with_site_links

LESSON = "lessons/20-manufacturing-usa.html"


class Read(HTMLParser):
    """What a page asks for, links to, and can be linked to; and what a strict policy would refuse in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links, self.loads, self.ids, self.refused = [], [], set(), []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        about = dict(attributes)
        self.ids.add(about.get("id"))
        if tag == "a":
            self.links.append(about.get("href") or "")
        if tag in ("script", "img", "iframe", "source") and about.get("src"):
            self.loads.append(about["src"])
        if tag == "link" and about.get("rel") not in ("canonical", "next", "prev", "index", "search"):
            self.loads.append(about["href"])
        if tag == "style" or "style" in about or any(name.startswith("on") for name in about):
            self.refused.append((tag, about))
        if tag == "script" and not about.get("src") and about.get("type") != "application/json":
            self.refused.append((tag, about))


@pytest.fixture(scope="module")
def pages(built):
    return {path.relative_to(built.folder).as_posix(): Read(path) for path in sorted(built.folder.rglob("*.html"))}


def test_every_link_of_every_page_leads_to_a_page_and_a_place_in_it(pages, built):
    broken = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or not link:
                continue
            target = (
                ((built.folder / name).parent / unquote(parts.path)).resolve() if parts.path else built.folder / name
            )
            inside = target.relative_to(built.folder.resolve()).as_posix() if parts.path else name
            if not target.is_file() or (parts.fragment and inside in pages and parts.fragment not in pages[inside].ids):
                broken.append((name, link))
    assert len(pages) > 40
    assert broken == []


def test_every_script_style_and_picture_is_a_file_of_the_site(pages, built):
    for name, page in pages.items():
        for address in page.loads:
            parts = urlsplit(address)
            assert not parts.scheme, (name, address)
            assert ((built.folder / name).parent / unquote(parts.path)).is_file(), (name, address)


def test_no_page_has_what_a_strict_policy_refuses(pages):
    assert {name: page.refused for name, page in pages.items() if page.refused} == {}


def test_no_style_sheet_or_script_asks_another_computer(built):
    for sheet in built.folder.rglob("*.css"):
        assert not re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)]*", sheet.read_text("utf-8")), sheet.name


def test_the_front_page_says_what_the_readme_says_and_has_one_panel(built):
    front = (built.folder / "index.html").read_text("utf-8")
    assert "An interactive notebook course." in front
    assert front.count("data-frames=") == 1


def test_a_part_names_minutes_outcomes_and_exercises(built):
    part = (built.folder / "parts" / "part-3.html").read_text("utf-8")
    about = json.loads((ROOT / "lessons/20-manufacturing-usa.ipynb").read_text("utf-8"))["metadata"]["longwave"]
    assert f"Reading: {about['minutes']} minutes." in part
    assert about["outcomes"][0]["text"] in part.replace("’", "'")
    assert "../exercises/20-manufacturing-usa/20-manufacturing-usa.html" in part


def test_previous_and_next_follow_the_course(pages):
    assert "../exercises/20-manufacturing-usa/20-manufacturing-usa.html" in pages[LESSON].links
    assert "../parts/part-3.html" in pages[LESSON].links


def test_each_chart_of_a_lesson_is_live_and_has_its_alt_text_as_label(built):
    cells = json.loads((ROOT / "lessons/20-manufacturing-usa.ipynb").read_text("utf-8"))["cells"]
    drawn = [
        output["data"] for cell in cells for output in cell.get("outputs", []) if VEGA_LITE in output.get("data", {})
    ]
    page = (built.folder / LESSON).read_text("utf-8")
    assert page.count('class="lw-chart"') + page.count("data-frames=") == len(drawn)
    assert page.count('role="img" aria-label=') == page.count('class="lw-chart"')
    assert "image/png" not in page


def test_the_search_finds_the_words_of_tables_and_of_charts(built):
    from sphinx.search.en import SearchEnglish

    index = (built.folder / "searchindex.js").read_text("utf-8")
    index = json.loads(index[index.index("(") + 1 : index.rindex(")")])
    here = index["docnames"].index(LESSON.removesuffix(".html"))
    page = (built.folder / LESSON).read_text("utf-8")
    texts = re.findall(r'<p class="longwave-alt[^"]*">([^<]*)', page) + re.findall(r"<t[dh]>([^<]*)</t[dh]>", page)
    stemmer = SearchEnglish({})
    stems = {stemmer.stem(word.lower()) for text in texts for word in re.findall(r"\b[A-Za-z]{5,}\b", text)}
    # a word of a heading is kept with the headings
    kept = [*index["terms"].items(), *index["titleterms"].items()]
    found = {stem for stem, pages in kept if here in (pages if isinstance(pages, list) else [pages])}
    assert len(stems) > 50
    assert stems - found <= {stemmer.stem(word) for word in stemmer.stopwords}


def test_formulas_are_mathml(built):
    pages = [*(built.folder / "docs/reference").glob("*.html"), built.folder / LESSON]
    text = "".join(page.read_text("utf-8") for page in pages)
    assert "<math" in text
    assert "MathJax" not in text


def test_datasets_have_passports_and_can_be_taken_away(built):
    page = (built.folder / "datasets" / "institutes_table2.html").read_text("utf-8")
    assert "What it cannot say" in page
    assert re.search(r'href="\.\./_downloads/\w+/institutes_table2\.csv"', page)


def test_the_ledger_holds_every_claim(built):
    from longwave.data import load

    page = (built.folder / "claims.html").read_text("utf-8")
    assert [claim for claim in load("claims").claim_id if claim not in page] == []


def test_a_second_building_draws_no_panel_again(built, tmp_path):
    from tools.site.frames import bake

    panels = Panels()
    course = find_course(["00"])
    name = "lessons/00-start-here.ipynb"
    page_of(json.loads((ROOT / name).read_text("utf-8")), name, course, panels)
    assert built.drawn == built.panels
    assert bake(panels.makers, tmp_path, built.folder.parent / "work" / "frames", 30) == 0
    assert (tmp_path / "papers-reading.js").is_file()


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(SiteError, match="has other files in it"):
        build(tmp_path)
    assert (tmp_path / "thesis.txt").read_text("utf-8") == "mine"


def test_a_lesson_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(SiteError, match="no lesson 77"):
        build(tmp_path / "site", ["77"], work=tmp_path / "work")


def test_every_panel_that_a_lesson_shows_is_found():
    course, panels, shown = find_course(), Panels(), 0
    for name, path in course.files.items():
        if name.startswith("lessons/"):
            notebook = json.loads(path.read_text("utf-8"))
            stored = sum("shows at the start" in json.dumps(cell.get("outputs", [])) for cell in notebook["cells"])
            made = json.dumps(page_of(notebook, name, course, panels)).count("data-frames=")
            assert made == stored, name
            shown += made
    assert shown > 50


def test_a_link_to_a_file_that_is_no_page_becomes_its_path():
    course = find_course(["20"])
    text = "[code](../../src/longwave/cli.py) and [lesson](../../lessons/20-manufacturing-usa.ipynb), [here](#there)"
    assert with_site_links(text, "docs/how-to/release.md", course) == (
        "code (`src/longwave/cli.py`) and [lesson](../../lessons/20-manufacturing-usa.ipynb), [here](#there)"
    )


def test_a_link_inside_a_block_of_code_stays():
    text = "```markdown\n[a](b.py)\n```\n"
    assert with_site_links(text, "README.md", find_course(["20"])) == text
