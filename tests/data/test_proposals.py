"""Each proposal of the papers for China has a row, with a result that would show that it worked."""

import pytest

from longwave.data import load, proposals
from longwave.data.shelf import DatasetError

PART_FOUR = range(25, 33)


def named(row):
    return row["passage_ids"].split(";")


def test_each_passage_of_part_four_that_proposes_something_has_a_row():
    passages = load("passages")
    lessons = passages["lesson"].str[:2].astype(int)
    proposed = set(passages.loc[(passages["kind"] == "proposal") & lessons.isin(PART_FOUR), "passage_id"])
    covered = {passage for _, row in load("proposals").iterrows() for passage in named(row)}
    assert len(proposed) > 50
    assert proposed - covered == set()


def test_each_row_names_passages_of_its_lesson_but_the_one_that_another_lesson_opens():
    taught = load("passages").set_index("passage_id")["lesson"].str[:2]
    elsewhere = {
        (row["proposal_id"], name)
        for _, row in load("proposals").iterrows()
        for name in named(row)
        if taught[name] != row["lesson"]
    }
    assert elsewhere == {("30-rules", "000-p109")}


def test_all_proposals_are_folded_by_lesson_and_a_few_are_not():
    page = proposals()._repr_html_()
    assert page.count("<details>") == 8
    assert page.count("<tr") == len(load("proposals")) + 8
    few = proposals("26-base", "26-secure")._repr_html_()
    assert "<details>" not in few
    assert few.count("<tr") == 3


def test_a_column_without_a_word_is_left_out():
    assert "It acts on" not in proposals("27-return")._repr_html_()
    assert "It acts on" in proposals("25-watch")._repr_html_()


def test_an_unknown_proposal_is_named():
    with pytest.raises(DatasetError, match="25-nothing"):
        proposals("25-watch", "25-nothing")
