"""Each lesson names the claims and passages that the ledgers give to it, no more and no less."""

from pathlib import Path

import nbformat
import pytest

from longwave.data import load

LESSONS = sorted((Path(__file__).parents[2] / "lessons").glob("*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
@pytest.mark.parametrize(("ledger", "key"), [("claims", "claim_id"), ("passages", "passage_id")])
def test_a_lesson_names_what_the_ledger_gives_to_it(path, ledger, key):
    rows = load(ledger)
    named = nbformat.read(path, as_version=4).metadata["longwave"][ledger]
    assert named == list(rows.loc[rows["lesson"] == path.stem, key])


def test_each_row_of_the_ledgers_has_a_lesson_of_the_syllabus():
    slugs = set(load("syllabus")["lesson"])
    for ledger in ("claims", "passages"):
        assert set(load(ledger)["lesson"]) <= slugs
