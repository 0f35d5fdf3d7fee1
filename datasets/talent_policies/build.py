"""Build talent_policies.csv: the measures that paper 003 names, numbered; a gap holds nothing, all else a source."""

from itertools import count
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
LETTERS = {"text": "T", "candidate": "C"}


def build(raw: Path) -> list[Row]:
    """Return the measures with their running numbers; refuse a gap with content, and content without a source."""
    passages = {row["passage_id"]: row for row in read_rows(raw.parents[1] / "passages/passages.csv")}
    claims = {row["claim_id"] for row in read_rows(raw.parents[1] / "claims/claims.csv")}
    numbers = {letter: count(1) for letter in LETTERS.values()}
    rows = []
    for row in read_rows(raw / "policies.csv"):
        _check(row, passages, claims)
        letter = LETTERS[row["named_in"]]
        rows.append({"policy_id": f"{letter}{next(numbers[letter]):02d}", **row})
    return rows


def _check(row: Row, passages: dict[str, Row], claims: set[str]) -> None:
    name = row["named"]
    filled = [bool(row[column]) for column in ("matched", "year", "says", "source_ids")]
    if row["evidence"] == "gap" and any(filled):
        raise ValueError(f"{name}: a gap has no match, no year, no words of a source and no source.")
    if row["evidence"] != "gap" and not all(filled):
        raise ValueError(f"{name}: what is no gap has a match, a year, what the source says, and the source.")
    if row["passage_id"] not in passages or row["claim_id"] not in claims | {""}:
        raise ValueError(f"{name}: no such passage or claim.")
    on_figure = passages[row["passage_id"]]["kind"] == "figure" and not row["claim_id"]
    if (row["evidence"] == "candidate") != (row["named_in"] == "candidate") or (
        row["named_in"] == "candidate" and not on_figure
    ):
        raise ValueError(f"{name}: a candidate stands on the lost figure and on no claim.")


if __name__ == "__main__":
    (HERE / "talent_policies.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
