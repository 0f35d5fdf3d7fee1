"""Check package_downloads.csv, typed as it is shipped: how often programs are downloaded, by rank."""

from itertools import pairwise
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the rows by rank; a count that rises with the rank is refused."""
    rows = sorted(read_rows(folder / "package_downloads.csv"), key=lambda row: int(row["rank"]))
    for before, after in pairwise(rows):
        if int(after["downloads"]) > int(before["downloads"]):
            raise ValueError(f"rank {after['rank']}: more downloads than at the rank before.")
    return rows


if __name__ == "__main__":
    (HERE / "package_downloads.csv").write_bytes(rows_to_bytes(build(HERE)))
