"""Marks of doubt that travel with the rows, and the count of what is taught."""

import pytest

from longwave.data import claims_report, coverage, doubt_note, find_claims, load, names, passport, taught_by, unsourced
from longwave.data.shelf import DatasetError


def test_a_row_without_a_source_is_marked_in_part_of_a_frame_too():
    waves = load("long_waves")
    rostow = waves[waves.author == "Rostow"]
    assert unsourced(rostow).all()
    assert doubt_note(rostow) == "No source seen for 4 of 4 rows."
    assert doubt_note(waves[waves.author == "Korotayev and Tsirel"]) == ""


def test_a_frame_that_lost_its_marks_is_refused():
    with pytest.raises(DatasetError, match="keep the column verification or basis"):
        doubt_note(load("long_waves")[["author", "length_years"]])


def test_a_verdict_basis_counts_as_a_mark():
    claims = load("claims").set_index("claim_id")
    marked = unsourced(claims)
    assert marked["003-027"]
    assert not marked["003-031"]


def test_the_untaught_rows_are_those_of_lessons_not_written():
    written = ["00-start-here", "01-value-stick"]
    table = coverage(written).set_index("ledger")
    for ledger in ("passages", "claims"):
        rows = load(ledger)
        assert table.loc[ledger, "taught"] == rows.lesson.isin(written).sum() > 0
        assert table.loc[ledger].sum() == len(rows)


def test_all_is_taught_when_every_lesson_is_written():
    assert coverage(load("syllabus").lesson).untaught.tolist() == [0, 0]


def test_the_rows_of_a_lesson_come_from_both_ledgers():
    rows = taught_by("16-long-waves")
    assert set(rows.ledger) == {"passages", "claims"}
    assert "003-007" in rows.id.tolist()
    assert taught_by("99-none").empty


def test_the_report_ends_with_what_is_taught():
    lines = claims_report(["00-start-here"]).splitlines()
    rows, taught = passport("claims").rows, len(find_claims(lesson="00-start-here"))
    assert lines[0] == f"{rows} claims of two papers, by verdict:"
    assert lines[-1] == f"claims: {taught} taught in written lessons, {rows - taught} not yet"


def test_names_are_lowercase_words_with_underscores():
    assert all(name.replace("_", "").isalnum() and name == name.lower() for name in names())
