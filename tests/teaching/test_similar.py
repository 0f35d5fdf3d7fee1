"""Answers that share passages: shown side by side, without what the class has in common, and without a verdict."""

import json
import random
import re
import time

import pytest
from bs4 import BeautifulSoup

from longwave.reader.errors import ExpectedError
from longwave.teaching.similar.passages import MOST_PAIRS, most_of_class, pairs_of, pieces, words_of
from longwave.teaching.similar.report import similar
from tests.teaching.classroom import LESSON, OTHER_WAYS, RIGHT, written

VOCABULARY = [f"word{number}" for number in range(2000)]
OWN = "A ministry that pays this year buys the appearance of a link, since both indices rise for a common reason."
COMMON = "The coupling degree is high whenever two series grow in the same years, whatever links them to each other."


def essay(seed, words=200):
    return " ".join(random.Random(seed).choices(VOCABULARY, k=words))


def texts(**answers):
    return {student: words_of(text, is_code=False) for student, text in answers.items()}


def handed_in(course, **notebooks):
    for student, notebook in notebooks.items():
        path = course.submission(student, LESSON)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook), "utf-8")


def test_a_passage_that_two_share_makes_a_pair_and_is_marked():
    answers = texts(ann=f"{essay(1)} {OWN} {essay(2)}", bob=f"{essay(3)} {OWN.upper()}", eve=essay(4))
    (pair,) = pairs_of(answers)
    assert pair.students == ("ann", "bob")
    assert pair.count == len(OWN.split())
    for student, shared in zip(pair.students, pair.shared, strict=True):
        marked = [text for is_shared, text in pieces(answers[student], shared, 9999) if is_shared]
        assert [text.lower() for text in marked] == [OWN.lower().rstrip(".")]


def test_what_the_class_or_the_sheet_says_makes_no_pair():
    everybody = {f"s{number}": f"{essay(number)} {COMMON}" for number in range(30)}
    assert most_of_class(30) == 3
    assert pairs_of(texts(**everybody)) == []
    assert pairs_of(texts(ann=COMMON, bob=COMMON, eve=essay(1)), [words_of(COMMON, is_code=False)]) == []
    (pair, *rest) = pairs_of(texts(**everybody, ann=f"{OWN} {COMMON}", bob=f"{COMMON} {OWN}"))
    assert (pair.students, rest) == (("ann", "bob"), [])
    assert pair.count == len(OWN.split())


def test_a_ring_of_a_tenth_of_the_class_is_shown():
    ring = {f"r{number}": f"{essay(number)} {OWN}" for number in range(3)}
    others = {f"s{number}": essay(100 + number) for number in range(27)}
    assert {pair.students for pair in pairs_of(texts(**ring, **others))} == {("r0", "r1"), ("r0", "r2"), ("r1", "r2")}


def test_code_with_other_names_and_layout_is_the_same_and_another_way_is_not():
    renamed = RIGHT["18-back"].replace("logs", "tabelle").replace("later", "danach").replace("\n", "\n\n")
    ours, theirs = (words_of(text, is_code=True) for text in (RIGHT["18-back"], renamed))
    (pair,) = pairs_of({"ann": ours, "bob": theirs})
    assert pair.count > 0.9 * len(ours.words)
    assert pairs_of({"ann": ours, "bob": words_of(OTHER_WAYS["18-back"], is_code=True)}) == []


@pytest.mark.parametrize(
    "hidden",
    ["\u200b".join(OWN), "\u202d" + OWN, "".join(chr(ord(one) + 0xFEE0) if one != " " else one for one in OWN)],
)
def test_signs_that_nobody_sees_hide_no_passage(hidden):
    (pair,) = pairs_of(texts(ann=OWN, bob=hidden))
    assert pair.count == len(OWN.split())
    (_start, text) = pieces(words_of(hidden, is_code=False), pair.shared[1], 9999)[0 if hidden[0] != "\u202d" else 1]
    assert text == hidden.strip(".\uff0e\u202d\u200b")


def test_what_turns_text_around_is_shown_as_what_it_is(course):
    notebooks = {name: written({}, argued=f"\u202e{OWN}\x1b[31m\nnext") for name in ("ann", "bob")}
    handed_in(course, **notebooks)
    page = similar(course, LESSON).file.read_text("utf-8")
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "\\x202e" in page


def test_chinese_is_compared_sign_by_sign():
    words = "今年付款的部委买到的只是一种关联的表象因为两个指数都在上升"
    (pair,) = pairs_of(texts(ann=f"我认为{words}。", bob=f"所以，{words}"))
    assert pair.count == len(words)


def test_the_page_shows_both_sides_and_no_ones_markup(course):
    evil = f"<script>alert(1)</script> {OWN}"
    handed_in(course, ann=written(RIGHT, evil), bob=written(RIGHT, f"{OWN} <img src=x>"), s_3=written({}, essay(1)))
    report = similar(course, LESSON)
    assert report.pairs["18-argued-index"] == 1
    text = report.file.read_text("utf-8")
    found = BeautifulSoup(text, "html.parser")
    assert not found.find_all(["script", "img"])
    argued = found.find("h2", string=re.compile("argued")).find_next("div", class_="pair")
    assert [mark.get_text() for mark in argued.find_all("mark")] == [OWN.rstrip(".")] * 2
    assert "This is no verdict." in text
    assert not re.search("plagiar|cheat|copied", text)
    assert "18-argued-index: 1 pair to read." in report.lines()


def test_nothing_is_written_in_a_dry_run_and_one_submission_is_too_few(course, everything):
    handed_in(course, ann=written(RIGHT), bob=b"".decode())
    with pytest.raises(ExpectedError, match="Fewer than two"):
        similar(course, LESSON)
    handed_in(course, bob=written(OTHER_WAYS, OWN))
    before = everything(course.root)
    assert "No two answers share a passage" in "\n".join(similar(course, LESSON, dry_run=True).lines())
    assert everything(course.root) == before


def test_two_hundred_essays_are_compared_in_seconds_even_if_written_to_make_it_slow():
    honest = {f"s{number}": essay(number) for number in range(200)}
    began = time.process_time()
    assert pairs_of(texts(**honest)) == []
    assert time.process_time() - began < 3
    blocks = [essay(number, 300) for number in range(100)]
    hostile = {
        f"s{number}": " ".join(blocks[(number + step) % 100] for step in range(0, 90, 9)) for number in range(200)
    }
    began = time.process_time()
    assert len(pairs_of(texts(**hostile))) <= MOST_PAIRS
    assert time.process_time() - began < 20
