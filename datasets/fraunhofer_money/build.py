"""Build fraunhofer_money.csv: base money and earnings of contract research by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the years in order; refuse a gap, or a year in which industry pays more than all earnings."""
    rows = read_rows(raw / "money.csv")
    refuse_gap(rows, 2017, 2020)
    for row in rows:
        if row["earned_million_eur"] and float(row["industry_million_eur"]) > float(row["earned_million_eur"]):
            raise ValueError(f"{row['year']}: industry pays more than all.")
    return rows


if __name__ == "__main__":
    (HERE / "fraunhofer_money.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
