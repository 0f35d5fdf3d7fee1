"""Build patent_rates.csv: the printed rates of 2018, and those of 2020 for comparison."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the rates; a share outside 0 to 100 is refused."""
    rows = read_rows(raw / "rates.csv")
    for row in rows:
        if not 0 <= float(row["percent"]) <= 100:
            raise ValueError(f"{row['group']}, {row['survey_year']}: {row['percent']} is no share.")
    return rows


if __name__ == "__main__":
    (HERE / "patent_rates.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
