"""The closing table of Part IV: each number is one that its lesson shows, and the verdicts are the ledger's."""

import re

import pytest

from longwave.data import load, part_four_claims
from tests.data.lesson_texts import shown_in

CLAIMS = part_four_claims()


@pytest.mark.parametrize("lesson", CLAIMS.index)
def test_each_number_of_a_row_stands_in_its_lesson(lesson):
    numbers = re.findall(r"\d[\d,.]*\d|\d", CLAIMS.loc[lesson, "what stands"])
    text = shown_in(lesson)
    assert [number for number in numbers if not re.search(rf"(?<![\d.]){re.escape(number)}(?!\.?\d)", text)] == []


def test_the_verdicts_are_counted_in_the_ledger():
    claims = load("claims")
    number = claims["lesson"].str[:2]
    counted = [int(count) for words in CLAIMS["verdicts"] for count in re.findall(r"\d+", words)]
    assert sum(counted) == number.between("25", "32").sum() == 30
    assert CLAIMS.loc["30", "verdicts"] == "no claim"
    assert [words for words in CLAIMS["verdicts"] if "1 confirmed" in words] == [CLAIMS.loc["26", "verdicts"]]


def test_the_count_of_the_papers_lines_is_wrong_by_its_own_text():
    row = load("claims").set_index("claim_id").loc["003-074"]
    assert (row["verdict"], row["detail"]) == ("wrong", "contradicts itself")
    assert CLAIMS.loc["32", "verdicts"] == "1 wrong"
