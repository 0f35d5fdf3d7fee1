"""Cards and citations: what they say, how they are coloured, and that they never change by themselves."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from longwave.data import UnknownDatasetError, cite, names, passport
from longwave.data.passports import Passport

ROOT = Path(__file__).parents[2]
VOID = {"br", "img", "hr"}


class Outline(HTMLParser):
    """Collects opened and closed tags, and the style of each."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.open.append(tag)
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def outline(html: str) -> Outline:
    """Parse a card; every tag must be closed in order."""
    parser = Outline()
    parser.feed(html)
    assert parser.open == []
    return parser


@pytest.mark.parametrize("name", names())
def test_a_card_says_everything_that_a_reader_may_ask(name):
    card = passport(name)
    text = str(card)
    for phrase in (card.title, card.description, card.cannot_say, card.licence, card.redistribution, *card.checks):
        assert phrase in text
    for source in card.sources:
        assert source["source_id"] in text
    for value, count in card.counts.items():
        assert f"{value} {count}" in text


@pytest.mark.parametrize("name", names())
def test_a_card_is_well_formed_and_names_itself_to_a_screen_reader(name):
    html = passport(name)._repr_mimebundle_()["text/html"]
    tag, attributes = outline(html).tags[0]
    assert (tag, attributes["role"]) == ("div", "group")
    assert name in attributes["aria-label"]


def test_every_text_of_a_card_has_its_own_colour_and_ground():
    html = passport("claims")._repr_mimebundle_()["text/html"]
    for tag, attributes in outline(html).tags:
        if tag in ("p", "dl", "dt", "dd", "li", "summary", "div"):
            assert re.search(r"(^|;)color:#", attributes["style"]), tag
            assert "background:#ffffff" in attributes["style"], tag


def test_the_colours_of_a_card_are_readable_on_its_white_ground():
    html = passport("claims")._repr_mimebundle_()["text/html"]
    for colour in set(re.findall(r"(?:^|;|\")color:(#[0-9a-f]{6})", html)):
        assert _contrast_with_white(colour) >= 4.5, colour


def _contrast_with_white(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def test_markup_in_a_passport_is_shown_and_not_obeyed():
    card = Passport(
        name="x", title="<b>T</b>", kind="synthetic", description="a < b & c", cannot_say="<script>x</script>", rows=1,
        sources=({"source_id": "S", "title": "<i>S</i>", "publisher": "P", "date": "2020", "terms": "t", "address": 'https://a/"'},),
        licence="L", redistribution="R", checks=("<u>c</u>",), counted_column="", counts={},
    )  # fmt: skip
    html = card._repr_mimebundle_()["text/html"]
    assert not {tag for tag, _attributes in outline(html).tags} & {"b", "i", "u", "script"}
    assert "&lt;script&gt;" in html
    assert "made by a model of this course" in html


def test_a_card_is_the_same_in_every_run():
    code = "import json; from longwave.data import passport; print(json.dumps(passport('claims')._repr_mimebundle_()))"
    bundles = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed}
        result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
        bundles.add(result.stdout)
    assert len(bundles) == 1
    assert set(json.loads(bundles.pop())) == {"text/plain", "text/html"}


def test_a_bad_name_lists_the_near_ones():
    for ask in (passport, cite):
        with pytest.raises(UnknownDatasetError, match="Near names: claims"):
            ask("claim")


def test_a_citation_names_the_dataset_and_what_it_was_made_from():
    text = cite("us_manufacturing")
    assert text.splitlines()[0].startswith("Longwave (2026). Manufacturing in the US and China")
    assert [line.split(" (")[0] for line in text.splitlines()[2:]] == [
        "- US GPO",
        "- US Bureau of Labor Statistics, via FRED",
        "- World Bank",
    ]


def test_a_set_made_for_the_course_cites_no_origin():
    assert len(cite("syllabus").splitlines()) == 1


@pytest.mark.parametrize("name", names())
def test_bibtex_has_one_closed_entry_for_the_dataset_and_each_origin(name):
    bibtex = cite(name, style="bibtex")
    keys = re.findall(r"^@misc\{(\w+),$", bibtex, flags=re.MULTILINE)
    assert keys[0] == f"longwave_{name}"
    assert len(keys) == len(set(keys))
    assert bibtex.count("{") == bibtex.count("}")
    assert all(re.fullmatch(r"\d{4}", year) for year in re.findall(r"year = \{(.*)\}", bibtex))
    assert not re.search(r"(?<!\\)[&%#]", re.sub(r"url = .*", "", bibtex))


def test_another_style_of_citation_is_refused():
    with pytest.raises(ValueError, match="“text” or “bibtex”, not “apa”"):
        cite("claims", style="apa")
