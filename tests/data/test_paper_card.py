"""The paper in view: each lesson's card holds its passages and claims, folded, well-formed, escaped and readable."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from longwave.data import load, passages, section_in_words, verdicts
from longwave.data.paper_card import CLAIMS_IN_FULL, Finding, PaperCard, Passage
from longwave.data.shelf import DatasetError

ROOT = Path(__file__).parents[2]
LESSONS = load("syllabus").lesson.tolist()
FINDING = Finding("000-999", "a < b & c", "wrong", "<i>name</i>", "<script>x</script>", "<u>S</u>")
PASSAGE = Passage("000-p999", "000", "一(二)1", "<b>词</b>", 'He said "<em>no</em>"', "<a>99</a>", (FINDING,))


def page(card: PaperCard) -> str:
    return card._repr_mimebundle_()["text/html"]


def parsed(card: PaperCard) -> ElementTree.Element:
    """Parse a card as XML, which refuses what is not closed, not quoted or not escaped."""
    return ElementTree.fromstring(page(card))


def words(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def test_every_written_lesson_is_in_the_syllabus_and_so_has_a_card():
    assert {path.stem for path in (ROOT / "lessons").glob("*.ipynb")} <= set(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS)
def test_both_forms_hold_each_passage_and_each_claim_of_the_lesson(lesson):
    card = passages(lesson)
    rows, claims = load("passages"), load("claims")
    forms = (str(card), words(parsed(card)))
    for row in rows[rows.lesson == lesson].itertuples():
        texts = (row.passage_id, row.term_zh, row.paraphrase, row.section)
        assert all(text in form for form in forms for text in texts), row.passage_id
    findings = {finding.claim_id: passage for passage in card.passages for finding in passage.findings}
    for claim in claims[claims.lesson == lesson].itertuples():
        passage = findings[claim.claim_id]
        assert passage.passage_id == claim.passage_id
        if len(passage.findings) <= CLAIMS_IN_FULL:
            assert all(text in form for form in forms for text in (claim.claim_id, claim.verdict, claim.checked_value))


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_card_is_folded_at_first_and_its_summary_opens_it(lesson):
    card = passages(lesson)
    (details,) = parsed(card)
    assert details.tag == "details"
    assert "open" not in details.attrib
    summary = details[0]
    assert (summary.tag, words(summary)) == ("summary", card.summary)
    assert "tabindex" not in page(card)  # the browser's own control: Tab reaches it, Enter and Space open it


def test_the_summary_counts_passages_and_claims_of_the_lesson():
    assert passages("16-long-waves").summary == "The papers on this: 6 passages, our verdicts on 5 claims"
    assert passages("12-diffusion").summary == "The papers on this: 1 passage"


def test_a_section_mark_is_read_out_in_english_beside_it_and_on_it():
    card = passages("03-profiting-from-innovation")
    assert "Paper 000 (Lü and Li), 一(二)4 (part 1, section 2, point 4)" in str(card)
    marked = {words(span): span.attrib["title"] for span in parsed(card).iter("span") if "title" in span.attrib}
    assert marked["一(二)4"] == "part 1, section 2, point 4"


@pytest.mark.parametrize(
    ("mark", "in_words"),
    [
        ("摘要", "abstract"),
        ("二", "part 2"),
        ("三(五)", "part 3, section 5"),
        ("一(二)4", "part 1, section 2, point 4"),
        ("图3", "figure 3"),
        ("附录", "附录"),
    ],
)
def test_section_marks_in_words(mark, in_words):
    assert section_in_words(mark) == in_words


def test_each_section_of_both_ledgers_has_words():
    for ledger in ("passages", "claims"):
        for mark in load(ledger).section.unique():
            assert section_in_words(mark).isascii(), mark


def test_a_claim_on_a_passage_of_another_lesson_brings_it_along_and_says_so():
    card = passages("00-start-here")
    table = next(passage for passage in card.passages if passage.passage_id == "003-p072")
    assert table.elsewhere == "34-lab-institutes"
    assert [finding.claim_id for finding in table.findings] == ["003-205", "003-235"]
    assert "[003-p072; taught in 34-lab-institutes]" in str(card)


def test_a_passage_with_very_many_claims_counts_them_by_verdict():
    table = next(passage for passage in passages("34-lab-institutes").passages if passage.passage_id == "003-p072")
    claims = load("claims").query("passage_id == '003-p072'")
    text = str(passages("34-lab-institutes"))
    assert len(table.findings) == len(claims) > CLAIMS_IN_FULL
    for verdict, count in claims.verdict.value_counts().items():
        assert f"{count} {verdict}" in text
    assert """In full: load("claims").query("passage_id == '003-p072'")""" in text


@pytest.mark.parametrize("lesson", ["00-start-here", "07-communities", "22-talent"])
def test_the_card_says_what_its_verdicts_mean_and_no_others(lesson):
    card = passages(lesson)
    given = {finding.verdict for passage in card.passages for finding in passage.findings}
    for row in verdicts().itertuples():
        for form in (str(card), words(parsed(card))):
            assert (f"{row.verdict}: {row.meaning}" in form) == (row.verdict in given)


def test_markup_in_a_ledger_is_shown_and_not_obeyed():
    card = PaperCard("99-none", (PASSAGE,))
    tags = {element.tag for element in parsed(card).iter()}
    assert not tags & {"i", "em", "script", "u", "a"}
    assert words(parsed(card)).count("<b>词</b>") == 1
    assert "<script>x</script>" in str(card)


def test_every_row_has_its_own_ink_and_ground_and_the_ink_is_readable():
    for element in parsed(passages("19-policy-record")).iter():
        if element.tag in ("div", "summary", "p", "table", "tr") and "style" in element.attrib:
            assert "background:#FFFFFF;color:#1F2328" in element.attrib["style"], element.tag
    bare = [row for row in parsed(passages("19-policy-record")).iter("tr") if "style" not in row.attrib]
    assert bare == []
    assert set(re.findall(r"[;\"]color:(#\w+)", page(passages("19-policy-record")))) == {"#1F2328"}


def test_a_lesson_with_forty_passages_stays_under_thirty_kilobytes():
    assert all(len(page(passages(lesson)).encode()) < 30_000 for lesson in LESSONS)
    rows = [passage for lesson in LESSONS[25:] for passage in passages(lesson).passages if passage.passage_id]
    card = PaperCard("99-none", tuple(replace(passage, elsewhere="") for passage in rows[:40]))
    assert len(card.passages) == 40
    assert len(page(card).encode()) < 30_000


def test_a_card_is_the_same_in_every_run():
    code = "import json; from longwave.data import passages; print(passages('28-lab-to-market')._repr_mimebundle_())"
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed}
        outputs.add(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True).stdout)
    assert len(outputs) == 1
    assert b"text/html" in outputs.pop()


def test_a_lesson_that_does_not_exist_is_refused_with_the_near_ones():
    with pytest.raises(DatasetError, match="Near names: 14-lock-in"):
        passages("14-lockin")
