"""Build gdp_prices.csv: the US price index of gross domestic product, one row a year with none left out."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the index by year; a gap, a year that stands twice, or another base than 2009 is refused."""
    rows = sorted(read_rows(raw / "prices.csv"), key=lambda row: row["year"])
    years = [int(row["year"]) for row in rows]
    if years != list(range(years[0], years[0] + len(years))):
        raise ValueError("Each year from the first to the last must stand once.")
    if [row["price_index"] for row in rows if row["year"] == "2009"] != ["100"]:
        raise ValueError("The index of 2009 must be 100.")
    return rows


if __name__ == "__main__":
    (HERE / "gdp_prices.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
