"""Build research_payers.csv: who paid for US research, one row a year with none left out."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
PAYERS = ("federal_million_usd", "business_million_usd")


def build(raw: Path) -> list[Row]:
    """Return the sums by year; a gap, a year that stands twice, or payers above the total are refused."""
    rows = sorted(read_rows(raw / "payers.csv"), key=lambda row: row["year"])
    years = [int(row["year"]) for row in rows]
    if years != list(range(years[0], years[0] + len(years))):
        raise ValueError("Each year from the first to the last must stand once.")
    for row in rows:
        if sum(int(row[payer]) for payer in PAYERS) >= int(row["all_million_usd"]):
            raise ValueError(f"In {row['year']} two payers exceed all of them.")
    return [row | {"source_ids": "NCSES5925"} for row in rows]


if __name__ == "__main__":
    (HERE / "research_payers.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
