"""The panel that searches the claims: each filter alone and together, pages, a new start, and what is stored."""

from html.parser import HTMLParser

import ipywidgets
import pandas as pd
import pytest

from longwave.data import find_claims, load, passport, verdict_counts
from longwave.widgets.claims import ROWS_ON_A_PAGE, claims_panel, claims_table

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class Page(HTMLParser):
    """Collects the tags of a table; each must be closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def shown_ids(panel) -> list[str]:
    """The ids of the claims in the panel's table."""
    words = Page(panel.table.value).words
    return [claim for claim in load("claims").claim_id if f"{claim} " in words]


def test_the_panel_starts_with_every_claim_and_shows_the_first_page():
    panel = claims_panel()
    assert len(panel.found) == passport("claims").rows
    assert shown_ids(panel) == load("claims").claim_id.tolist()[:ROWS_ON_A_PAGE]
    assert panel.before.disabled
    assert not panel.after.disabled


@pytest.mark.parametrize("verdict", verdict_counts("claims").index)
def test_a_verdict_shows_as_many_claims_as_the_ledger_counts(verdict):
    panel = claims_panel()
    panel.verdict.value = verdict
    assert len(panel.found) == verdict_counts("claims")[verdict]
    assert set(panel.found.verdict) == {verdict}


def test_the_meaning_of_a_verdict_stands_where_all_claims_have_it():
    panel = claims_panel(verdict="taken on trust")
    assert "“taken on trust”: It agrees with what we know; we have opened no source." in Page(panel.table.value).words
    assert panel._repr_mimebundle_()["text/plain"].splitlines()[1].startswith("“taken on trust”: It agrees")
    panel.verdict.value = ""
    assert "we have opened no source" not in panel.table.value


def test_filters_work_together_and_words_are_found_capital_or_small():
    panel = claims_panel()
    panel.paper.value, panel.verdict.value, panel.lesson.value = "003", "wrong", "19-policy-record"
    panel.words.value = "darpa PROJECT"
    assert shown_ids(panel) == ["003-037"]
    assert panel.after.disabled


def test_words_are_found_in_chinese_and_in_printed_figures():
    panel = claims_panel(words="长尾")
    assert panel.found.empty
    panel.words.value = "656. 8"
    assert shown_ids(panel) == ["003-133"]
    panel.words.value = "(关键和新兴技术清单)"
    assert shown_ids(panel) == ["003-024"]


def test_nothing_found_says_what_to_do():
    panel = claims_panel(words="no such words")
    assert "No claim fits. Take a filter away, or press Reset." in panel.table.value
    assert panel.before.disabled
    assert panel.after.disabled


def test_pages_cover_every_claim_once_and_stop_at_both_ends():
    panel = claims_panel(verdict="wrong")
    seen = shown_ids(panel)
    while not panel.after.disabled:
        panel.after.click()
        seen += shown_ids(panel)
    assert seen == find_claims(verdict="wrong").claim_id.tolist()
    panel.turn(1)
    assert shown_ids(panel)[-1] == seen[-1]
    panel.turn(-100)
    assert panel.page == 0


def test_a_filter_goes_back_to_the_first_page_and_reset_takes_all_away():
    panel = claims_panel()
    panel.turn(3)
    panel.paper.value = "003"
    assert panel.page == 0
    panel.words.value, panel.verdict.value = "arm", "garbled"
    panel.again.click()
    assert [control.value for control in panel.filters] == ["", "", "", ""]
    assert len(panel.found) == passport("claims").rows


def test_every_control_is_a_native_one_with_a_word_beside_it():
    panel = claims_panel()
    kinds = (ipywidgets.Text, ipywidgets.Dropdown, ipywidgets.Button)
    controls = [*panel.filters, panel.before, panel.after, panel.again]
    assert all(isinstance(control, kinds) and control.description for control in controls)


def test_every_lesson_offered_has_claims():
    panel = claims_panel()
    for _words, slug in panel.lesson.options[1:]:
        assert len(find_claims(lesson=slug)) > 0


def test_what_is_stored_is_the_start_beside_the_widget_view_whatever_was_pressed_since():
    panel, other = claims_panel(verdict="wrong"), claims_panel(verdict="wrong")
    panel.paper.value = "000"
    bundle, same = panel._repr_mimebundle_(), other._repr_mimebundle_()
    assert WIDGET_VIEW in bundle
    assert bundle["text/plain"].splitlines()[0] == "22 claims fit; shown: 1 to 8."
    for kind in ("text/plain", "text/html"):
        assert bundle[kind] == same[kind]
    assert "longwave" not in bundle["text/plain"].lower()


def test_the_table_is_well_formed_has_heads_and_names_its_colours():
    page = Page(claims_table(find_claims(verdict="garbled"), page=2))
    heads = [attributes["scope"] for tag, attributes in page.tags if tag == "th"]
    assert heads == ["col"] * 6 + ["row"] * ROWS_ON_A_PAGE
    assert [attributes for tag, attributes in page.tags if attributes.get("role") == "status"]
    for tag, attributes in page.tags:
        if tag in ("th", "td", "div"):
            assert "background:#FFFFFF" in attributes["style"]
            assert "color:#1F2328" in attributes["style"]


def test_markup_in_a_claim_is_shown_and_not_obeyed():
    row = load("claims").head(1).assign(claim="<b>bold</b>", printed_value="a < b", term_zh="<i>斜</i>")
    page = Page(claims_table(pd.DataFrame(row), page=0))
    assert not {tag for tag, _attributes in page.tags} & {"b", "i"}
    assert "<b>bold</b>" in page.words
