"""Build chip_shares.csv: who sold the world's chips, from one house's estimates."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the rows by year; refuse a year whose shares exceed 100, or that has a region twice."""
    rows = sorted(read_rows(raw / "shares.csv"), key=lambda row: int(row["year"]))
    for year in {row["year"] for row in rows}:
        same = [row for row in rows if row["year"] == year]
        if sum(float(row["percent"]) for row in same) > 100:
            raise ValueError(f"{year}: the shares exceed 100.")
        if len({row["region"] for row in same}) < len(same):
            raise ValueError(f"{year}: a region stands twice.")
    return rows


if __name__ == "__main__":
    (HERE / "chip_shares.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
