"""Slides: what of a notebook stands on them, and that a browser shows all of it on any screen."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from longwave.reader.errors import ExpectedError
from longwave.teaching.meeting.deck import deck
from longwave.teaching.meeting.lessons import lesson_notebook, lessons
from longwave.teaching.meeting.prose import blocks
from longwave.teaching.meeting.room import LINES, filled, wrapped
from longwave.teaching.meeting.slides import slides
from longwave.teaching.meeting.tables import first_table
from longwave.teaching.pages.page import page
from tools import browser

ROOT = Path(__file__).parents[2]
LESSONS = {lesson.slug: lesson for lesson in lessons().values()}
SCREENS = [(1280, 720), (1920, 1080)]
FIRST = next(iter(LESSONS))
# What runs over its slide: a slide taller than the screen, or something wider than its place.
OVERFLOWING = """() => [...document.querySelectorAll('main > section')].flatMap((slide, place) => {
    const inside = [...slide.querySelectorAll('*')].filter((part) => !part.closest('aside'));
    const wide = inside.filter((part) => part.getBoundingClientRect().right > innerWidth + 1);
    const high = slide.getBoundingClientRect().height - innerHeight;
    return high > 1 || wide.length ? [[place + 1, Math.round(high), wide.map((part) => part.tagName)]] : [];
})"""
CURRENT = """() => [...document.querySelectorAll('main > section')].findIndex(
    (slide) => Math.abs(slide.getBoundingClientRect().top) < 2) + 1"""


def text(*sources: str) -> list:
    return [new_markdown_cell(source) for source in sources]


def shows(source: str, name: str = "data-table", **data: str):
    bundle = {key.replace("_", "/"): value for key, value in data.items()}
    return new_code_cell(source, id=name, outputs=[new_output("execute_result", bundle, execution_count=1)])


def seen(slide) -> str:
    return " ".join(BeautifulSoup(str(block.markup), "html.parser").get_text(" ") for block in slide.blocks)


TITLE = new_markdown_cell("# Who keeps what?\n\nAbout 40 minutes.")


def test_a_section_a_result_a_chart_and_a_question_each_begin_a_slide():
    cells = [
        TITLE,
        shows("lesson('02')", name="setup", text_plain="Lesson 02 is ready."),
        *text("## The puzzle\n\nGuess it.", "Write it down."),
        shows("value()", text_plain="8"),
        *text("It is 8."),
        shows("show(chart)", name="panel-stick", image_png="iVBORw0KGgo=\n", text_plain="One bar of 8."),
        *text("The bar is 8.", "## Check yourself\n\n**1.** How much?"),
        shows('check("02-quiz-floor", floor)', name="quiz", text_plain="Not answered yet."),
    ]
    made = deck(nbformat.from_dict(cells))
    assert [(slide.section, slide.kind) for slide in made] == [
        ("Who keeps what?", "title"),
        ("The puzzle", "text"),
        ("The puzzle", "text"),
        ("The puzzle", "chart"),
        ("The puzzle", "text"),
        ("Check yourself", "question"),
    ]
    assert [seen(slide).split() for slide in made[1:3]] == [
        ["Guess", "it.", "Write", "it", "down."],
        ["value()", "8", "It", "is", "8."],
    ]
    assert (made[3].picture.words, made[3].picture.data, made[3].cell) == (
        "One bar of 8.",
        "iVBORw0KGgo=",
        "panel-stick",
    )
    assert seen(made[5]).split() == ["1.", "How", "much?"]


def test_code_stands_only_beside_what_it_shows_and_only_if_short():
    long = "\n".join(f"step_{number}()" for number in range(5))
    made = deck([TITLE, shows("quiet = 1"), shows("short()", text_plain="1"), shows(long, text_plain="2")])
    shown = " ".join(map(seen, made))
    assert "short()" in shown
    assert "2" in shown
    assert "step_" not in shown
    made = deck([TITLE, new_code_cell("quiet = 1")])
    assert len(made) == 1


def test_options_of_a_question_are_a_list_without_where_to_write():
    question = '**1.** How much? Replace `...` by a letter in quotes: `"a"` all of it; `"b"` half; `"c"` none.'
    made = deck([TITLE, *text(question), new_code_cell('check("02-quiz-floor", ...)')])
    assert re.sub(r"\s+", " ", seen(made[1])).strip() == "1. How much? a all of it b half c none."


def test_prose_keeps_no_raw_html_and_no_link_beside_the_file():
    source = "<script>bad()</script>\n\nSee <b>[lesson](01-value-stick.ipynb), [a page](https://example.org), 价值</b>."
    block = BeautifulSoup("".join(map(str, blocks(source))), "html.parser")
    assert block.find(["script", "b"]) is None
    assert "bad()" in block.get_text()
    assert [link["href"] for link in block.find_all("a")] == ["https://example.org"]
    assert [word.get_text() for word in block.find_all(lang="zh")] == ["价值"]
    assert BeautifulSoup(str(blocks("[x](javascript:bad)")[0]), "html.parser").find("a") is None


@pytest.mark.parametrize("slug", LESSONS)
def test_each_formula_of_a_lesson_becomes_mathml(slug):
    for cell in lesson_notebook(slug).cells:
        if cell.cell_type == "markdown" and "$" in cell.source:
            page = BeautifulSoup("".join(map(str, blocks(cell.source))), "html.parser")
            assert page.find("math")
            assert not re.search(r"\\[a-zA-Z]|\$\$|merror", str(page)), cell.id


@pytest.mark.parametrize("slug", LESSONS)
def test_no_word_of_a_lesson_is_lost(slug):
    cells = lesson_notebook(slug).cells
    shown = "".join(slide.section + seen(slide) for slide in deck(cells))
    for cell in cells:
        if cell.cell_type == "markdown":
            for block in blocks(re.sub(r"Replace `\.\.\.` by a letter in quotes[:.]|;? *`\"[a-f]\"`", "", cell.source)):
                words = re.findall(r"\w{4,}", block.get_text(" "))
                assert [word for word in words if word not in shown] == [], cell.id


@given(st.lists(st.tuples(st.integers(), st.floats(0.1, 30)), min_size=1))
def test_parts_fill_places_in_order_and_none_holds_more_than_fits(parts):
    places = filled([((number, height), height) for number, height in parts], LINES)
    assert [part for place in places for part in place] == parts
    assert all(len(place) == 1 or sum(height for _number, height in place) <= LINES + 1e-9 for place in places)


def test_a_chinese_sign_counts_as_two():
    assert wrapped("价" * 33, 66) == 1
    assert wrapped("价" * 34, 66) == 2
    assert wrapped("", 66) == 1


PANDAS = """<table><thead>
<tr><th></th><th>least</th><th>note</th></tr><tr><th>player</th><th></th><th></th></tr>
</thead><tbody>{rows}</tbody></table>"""


def table(rows: str):
    return first_table(PANDAS.format(rows=rows))


def test_a_table_is_set_again_with_one_head_and_numbers_at_the_right():
    made = BeautifulSoup(table("<tr><th>a &lt;b&gt;</th><td>8.0</td><td>x</td></tr>").markup(), "html.parser")
    assert [cell.get_text() for cell in made.thead.find_all("th")] == ["player", "least", "note"]
    assert [cell.get_text() for cell in made.find_all(class_="number")] == ["least", "8.0"]
    assert [(cell["scope"], cell.get_text()) for cell in made.tbody.find_all("th")] == [("row", "a <b>")]


def test_a_long_table_goes_on_with_its_head_and_keeps_rows_under_one_cell_together():
    pair = '<tr><th rowspan="2">{0}</th><td>1</td><td>x</td></tr><tr><td>2</td><td>y</td></tr>'
    pieces = table("".join(pair.format(f"p{number}") for number in range(20))).pieces()
    assert len(pieces) > 1
    assert all(piece.lines <= LINES and piece.head == pieces[0].head for piece in pieces)
    assert all(len(piece.body) % 2 == 0 and piece.body[0][0].heading for piece in pieces)
    assert sum(len(piece.body) for piece in pieces) == 40


def test_a_table_too_wide_for_a_slide_is_turned():
    names = "".join(f"<th>averylongnameofacolumn{number}</th>" for number in range(8))
    rows = f"<thead><tr><th>what</th>{names}</tr></thead><tbody><tr><th>n</th>{'<td>1</td>' * 8}</tr></tbody>"
    [piece] = first_table(f"<table>{rows}</table>").pieces()
    assert [cell.text for cell in piece.head[0]] == ["what", "n"]
    assert [len(row) for row in piece.body] == [2] * 8


def test_the_file_is_one_file_that_fetches_nothing_and_is_the_same_each_time(tmp_path):
    report = slides("02", tmp_path)
    assert report.file == tmp_path / "02-who-captures-value-slides.html"
    assert f"{report.slides} slides" in report.lines()[0]
    content = report.file.read_bytes()
    slides("who-captures", tmp_path)
    assert report.file.read_bytes() == content
    made = BeautifulSoup(content, "html.parser")
    assert made.html["lang"] == "en"
    assert {image["src"][:22] for image in made.find_all("img")} == {"data:image/png;base64,"}
    assert all(image["alt"] for image in made.find_all("img"))
    assert not made.find_all(["link", "iframe", "object"])
    assert not made.find_all(attrs={"onclick": True})
    assert "is ready" not in made.get_text()
    assert "Not answered yet" not in made.get_text()
    assert made.find_all(class_="progress")[-1].get_text().strip() == f"{report.slides} / {report.slides}"


def test_notes_are_the_rows_of_the_guides_plan(tmp_path):
    made = BeautifulSoup(slides("18", tmp_path).file.read_bytes(), "html.parser")
    chart = made.find("img").find_parent("section")
    heading = chart["aria-label"].partition(". ")[2]
    page = (ROOT / "docs" / "instructor" / "18-co-evolution.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("| ") and f"“{heading}”" in line]
    assert row.split("|")[1].strip() in chart.aside.get_text()
    notebook = nbformat.read(ROOT / "lessons" / "18-co-evolution.ipynb", as_version=4)
    pictured = [cell.id for cell in notebook.cells if "image/png" in str(cell.get("outputs", ""))]
    assert chart.aside.find("code").get_text() == pictured[0]


def test_a_dry_run_writes_nothing_and_an_unknown_lesson_is_told(tmp_path):
    report = slides("02", tmp_path / "new", dry_run=True)
    assert "Would write" in report.lines()[-1]
    assert not report.file.parent.exists()
    with pytest.raises(ExpectedError, match="There are"):
        slides("no-such-lesson", tmp_path)


def test_a_problem_set_has_no_slides_and_that_is_said(tmp_path):
    for word in ("p1", "p1-investment"):
        with pytest.raises(
            ExpectedError, match=r"p1-investment is a problem set: .* docs/instructor/p1-investment\.md"
        ):
            slides(word, tmp_path)


def test_what_stands_in_a_value_is_text_on_the_page():
    words = dict.fromkeys(("how", "notes", "you", "they", "live", "minutes"), "")
    made = page("slides", title="<b>x</b>", words=words, slides=[], notes=[])
    assert b"<title>&lt;b&gt;x&lt;/b&gt;</title>" in made


def test_a_cell_that_lists_several_entries_gets_a_row_for_each():
    listed = "<tr><th>term</th><td>says</td><td><div>wrong: a</div><div>confirmed: b</div><small>p1</small></td></tr>"
    found = first_table(f"<table>{listed}<tr><td>x</td><td>y</td><td>z</td></tr></table>")
    assert [[cell.text for cell in row] for row in found.body] == [
        ["term", "says", "wrong: ap1"],
        ["", "", "confirmed: b"],
        ["x", "y", "z"],
    ]


@pytest.fixture(scope="module")
def chromium() -> Iterator:
    """A browser for this module's pages. Skips where this computer has none."""
    if reason := browser.missing_needs():
        pytest.skip(reason)
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Callable[[str], Path]:
    """Return a function that gives a lesson's slides, written once."""
    folder = tmp_path_factory.mktemp("slides")
    return cache(lambda slug: slides(slug, folder).file)


@pytest.fixture
def shown(chromium, written) -> Iterator[Callable]:
    """Return a function that opens a lesson's slides on a screen."""
    pages = []

    def show(slug: str, width: int = 1280, height: int = 720, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        pages.append(context.new_page())
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        pages[-1].goto(written(slug).as_uri())
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        return pages[-1]

    yield show
    for each in pages:
        each.context.close()


@pytest.mark.parametrize("slug", LESSONS)
def test_each_slide_of_a_lesson_fits_the_screen(shown, slug):
    for width, height in SCREENS:
        assert shown(slug, width, height).evaluate(OVERFLOWING) == []


def test_keys_go_through_the_slides_and_show_the_notes(shown):
    opened = shown("18")
    last = opened.locator("main > section").count()
    for key, number in [
        ("ArrowRight", 2),
        ("Space", 3),
        ("ArrowDown", 4),
        ("ArrowLeft", 3),
        ("Shift+Space", 2),
        ("End", last),
        ("ArrowRight", last),
        ("Home", 1),
        ("ArrowLeft", 1),
    ]:
        opened.keyboard.press(key)
        assert opened.evaluate(CURRENT) == number, key
    notes = opened.locator("#slide-1 aside")
    assert not notes.is_visible()
    opened.keyboard.press("n")
    assert notes.is_visible()
    opened.keyboard.press("n")
    assert not notes.is_visible()


def test_without_a_script_the_slides_snap_and_on_paper_each_has_a_page(shown):
    opened = shown("02", java_script_enabled=False)
    opened.mouse.move(600, 300)
    opened.mouse.wheel(0, 500)
    opened.wait_for_timeout(500)
    assert opened.locator("#slide-2").bounding_box()["y"] == pytest.approx(0, abs=2)
    printed = opened.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == opened.locator("main > section").count()


def test_axe_finds_no_fault(shown):
    import axe_playwright_python

    script = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    opened = shown("11", bypass_csp=True)
    opened.evaluate(script)
    found = opened.evaluate("() => axe.run()")
    assert found["testEngine"]["name"] == "axe-core"
    assert [(fault["id"], fault["nodes"][0]["html"][:100]) for fault in found["violations"]] == []


def test_a_script_that_is_not_the_pages_own_does_not_run(shown):
    opened = shown(FIRST)
    script = "const own = document.createElement('script'); own.text = 'window.bad = 1'; document.body.append(own);"
    opened.evaluate(f"() => {{ {script} }}")
    assert opened.evaluate("() => window.bad") is None
