"""The events of paper 003's part on allies: dates compared by a rule, verdicts taken from the ledger."""

import shutil
from pathlib import Path

import pytest

from longwave.data import load, taught_by
from longwave.data.rows import read_rows, rows_to_bytes
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_ten_events_of_which_four_name_a_foreign_partner():
    events = load("alliance_events")
    assert events.event_id.tolist() == [f"A{number:02d}" for number in range(1, 11)]
    assert events.loc[events.partners != "", "event"].tolist() == [
        "Trade and technology council", "US and Korean statement", "Quad statement", "Chip base in Japan",
    ]  # fmt: skip


def test_of_the_printed_dates_one_is_wrong_and_one_has_no_source():
    events = load("alliance_events").set_index("event")
    assert events.date_found.value_counts().to_dict() == {"stands": 6, "no date printed": 2, "no source": 1, "wrong": 1}
    assert events.index[events.date_found == "wrong"].tolist() == ["Innovate Beyond 5G"]
    assert events.loc["Innovate Beyond 5G", ["printed_date", "checked_date"]].tolist() == ["2023-08", "2022-08-02"]


def test_verdict_basis_and_sources_are_those_of_the_ledger():
    claims = load("claims").set_index("claim_id")
    for event in load("alliance_events").itertuples():
        first = claims.loc[event.claim_ids.split(";")[0]]
        assert (event.verdict, event.basis) == (first.verdict, first.basis)
        assert set(first.source_ids.split(";")) <= set(event.source_ids.split(";"))


def test_every_claim_of_the_lesson_stands_with_an_event():
    events, taught = load("alliance_events"), taught_by("24-alliances")
    named = {name for row in events.claim_ids for name in row.split(";")} | set(events.passage_id)
    # The heading of 三(四), the proposal on work abroad in 四(六), and one route among several are no events.
    assert set(taught.id) - named == {"003-p058", "003-p112", "003-p120"}


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("claim_ids", "003-999", "there is no claim 003-999"),
        ("passage_id", "003-p999", "there is no passage 003-p999"),
        ("checked_date", "", "must stand together"),
    ],
)
def test_the_build_refuses_what_cannot_be(column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    path = copy / "alliance_events/raw/events.csv"
    rows = read_rows(path)
    rows[0][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy / "alliance_events")
