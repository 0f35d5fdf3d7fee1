"""Build bill_votes.csv: eleven votes in Congress, with the yes votes that each needed and could have spared."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the votes in order of date, with `needed` and `spare`; a vote that its rule calls lost is refused."""
    rows = sorted(read_rows(raw / "votes.csv"), key=lambda row: row["date"])
    return [_with_margin(row) for row in rows]


def _with_margin(row: Row) -> Row:
    yes, no = int(row["yes"]), int(row["no"])
    voting = yes + no
    needed = {"majority": voting // 2 + 1, "two thirds": -(-2 * voting // 3), "sixty": 60}[row["rule"]]
    if yes < needed:
        raise ValueError(f"{row['vote_id']}: {yes} yes votes are fewer than the {needed} that it needed.")
    ends = {"source_ids": row.pop("source_ids"), "note": row.pop("note")}
    return row | {"needed": str(needed), "spare": str(yes - needed)} | ends


if __name__ == "__main__":
    (HERE / "bill_votes.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
