"""Check book_ratings.csv, typed as it is shipped: how often books are rated, by rank."""

from itertools import pairwise
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the rows by rank; a count that rises with the rank is refused."""
    rows = sorted(read_rows(folder / "book_ratings.csv"), key=lambda row: int(row["rank"]))
    for before, after in pairwise(rows):
        if int(after["ratings"]) > int(before["ratings"]):
            raise ValueError(f"rank {after['rank']}: more ratings than at the rank before.")
    return rows


if __name__ == "__main__":
    (HERE / "book_ratings.csv").write_bytes(rows_to_bytes(build(HERE)))
