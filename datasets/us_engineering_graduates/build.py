"""Check us_engineering_graduates.csv, typed as it is shipped: graduate students of engineering by field and year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent
FIELDS = ("petroleum", "chemical", "mechanical", "nuclear")


def build(folder: Path) -> list[Row]:
    """Return the years in order; refuse a missing year, fields above the total, and a break counted one way only."""
    rows = read_rows(folder / "us_engineering_graduates.csv")
    refuse_gap([row for row in rows if row["series_break"] != "old"], 1975, 2022)
    for row in rows:
        if sum(int(row[field]) for field in FIELDS) > int(row["all_engineering"]):
            raise ValueError(f"{row['year']}: four fields have more students than all.")
    for row in (row for row in rows if row["series_break"] == "old"):
        if not any(other["year"] == row["year"] and other["series_break"] == "new" for other in rows):
            raise ValueError(f"{row['year']}: the old count has no new one beside it.")
    return rows


if __name__ == "__main__":
    (HERE / "us_engineering_graduates.csv").write_bytes(rows_to_bytes(build(HERE)))
