"""Check energy_audits.csv, typed as it is shipped: advice to small US plants, and how much of it was followed."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the rows; refuse a single recommendation without its cost, and a kind without its payback."""
    rows = read_rows(folder / "energy_audits.csv")
    for row in rows:
        single = row["level"] == "recommendation"
        if single != bool(row["cost_usd"]) or single == bool(row["payback_years"]):
            raise ValueError(f"{row['row_id']}: a single recommendation has a cost, a kind has a payback.")
    return rows


if __name__ == "__main__":
    (HERE / "energy_audits.csv").write_bytes(rows_to_bytes(build(HERE)))
