"""Check it_prices.csv, typed as it is shipped: consumer prices of computers and related items, four months a year."""

from collections import Counter
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
BASE = "1997-12"


def build(folder: Path) -> list[Row]:
    """Return the rows by item and month; refuse an item that does not begin at 100, or lacks a month of the others."""
    rows = read_rows(folder / "it_prices.csv")
    for row in rows:
        if row["month"] == BASE and float(row["index"]) != 100:
            raise ValueError(f"{row['item']}: the index of {BASE} must be 100.")
    months = Counter(row["item"] for row in rows)
    if len(set(months.values())) > 1:
        raise ValueError(f"items with unlike numbers of months: {dict(months)}")
    return rows


if __name__ == "__main__":
    (HERE / "it_prices.csv").write_bytes(rows_to_bytes(build(HERE)))
