"""Facts of a real case as a table to read."""

import re
from html.parser import HTMLParser

import pytest

from longwave.data import facts, load
from longwave.data.case_card import CaseFacts, Fact, Source
from longwave.data.shelf import DatasetError


class Balanced(HTMLParser):
    """Notes each tag that is closed in the wrong place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_every_fact_has_its_source_one_step_away():
    shown = facts("part_one_cases", *load("part_one_cases")["fact_id"])
    for fact in shown.facts:
        assert fact.sources
        for source in fact.sources:
            assert source.title
            assert source.publisher
    assert shown._repr_html_().count("<a href=") >= len(shown.facts)


def test_the_page_is_well_formed_and_the_text_holds_every_figure():
    shown = facts("part_one_cases", *load("part_one_cases")["fact_id"])
    reader = Balanced()
    reader.feed(shown._repr_html_())
    assert (reader.open, reader.wrong) == ([], [])
    for fact in shown.facts:
        assert fact.value in str(shown)


def test_nothing_in_a_fact_becomes_markup():
    source = Source("X", '"><script>', "<b>", "2020", "javascript:alert(1)")
    fact = Fact("2020", "<i>", "<script>1</script>", "1 <x>", "<u>", "<em>", (source,))
    page = CaseFacts((fact,))._repr_html_()
    assert not re.search(r"<(script|i|u|em|x)>", page)
    assert "javascript" not in page


def test_facts_are_shown_in_the_order_asked_for():
    shown = facts("part_one_cases", "02-exit", "02-royalty")
    assert [fact.actor for fact in shown.facts] == ["Intel", "Apple"]
    assert [fact.value for fact in shown.facts] == ["", "7.5 USD a phone"]


@pytest.mark.parametrize(("dataset", "fact_id"), [("part_one_cases", "02-nobody"), ("bass_sales", "02-exit")])
def test_an_unknown_fact_is_named(dataset, fact_id):
    with pytest.raises(DatasetError, match=fact_id):
        facts(dataset, fact_id)
