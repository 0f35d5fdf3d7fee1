"""Build national_research.csv: US research of all payers and the price level, one row a year with none left out."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the figures by year; a gap, a year that stands twice, or another base than 2012 is refused."""
    rows = sorted(read_rows(raw / "national.csv"), key=lambda row: row["year"])
    years = [int(row["year"]) for row in rows]
    if years != list(range(years[0], years[0] + len(years))):
        raise ValueError("Each year from the first to the last must stand once.")
    if [float(row["deflator_2012"]) for row in rows if row["year"] == "2012"] != [1.0]:
        raise ValueError("The deflator of 2012 must be 1.")
    return rows


if __name__ == "__main__":
    (HERE / "national_research.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
