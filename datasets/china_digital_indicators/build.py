"""Build china_digital_indicators.csv: single figures on networks and digital shares, with dates."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the indicators by name and date."""
    return sorted(read_rows(raw / "indicators.csv"), key=lambda row: (row["indicator"], row["date"]))


if __name__ == "__main__":
    (HERE / "china_digital_indicators.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
