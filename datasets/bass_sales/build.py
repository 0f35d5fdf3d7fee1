"""Build bass_sales.csv: six annual series, with the running total of each."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the series by product and year; a gap in the years of a product is refused."""
    rows = sorted(read_rows(raw / "sales.csv"), key=lambda row: (row["product"], int(row["year"])))
    for before, after in pairwise(rows):
        if before["product"] == after["product"] and int(after["year"]) != int(before["year"]) + 1:
            raise ValueError(f"{after['product']}: a year is missing before {after['year']}.")
    totals: dict[str, Decimal] = {}
    for row in rows:
        totals[row["product"]] = totals.get(row["product"], Decimal(0)) + Decimal(row["adoptions"])
        row["cumulative"] = str(totals[row["product"]])
    return rows


if __name__ == "__main__":
    (HERE / "bass_sales.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
