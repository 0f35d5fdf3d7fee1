"""Check proposals.csv, typed as it is shipped: each proposal of the papers for China, and what would show it worked."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the proposals in the order of their lessons; refuse one without a passage, or without a test."""
    rows = read_rows(folder / "proposals.csv")
    if [row["lesson"] for row in rows] != sorted(row["lesson"] for row in rows):
        raise ValueError("The proposals are not in the order of their lessons.")
    for row in rows:
        if row["proposal_id"][:2] != row["lesson"]:
            raise ValueError(f"{row['proposal_id']}: the id begins with the lesson's two digits.")
        if not row["passage_ids"] or not row["worked_if"]:
            raise ValueError(f"{row['proposal_id']}: name its passage, and what would show that it worked.")
    return rows


if __name__ == "__main__":
    (HERE / "proposals.csv").write_bytes(rows_to_bytes(build(HERE)))
