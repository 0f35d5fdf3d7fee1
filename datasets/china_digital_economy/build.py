"""Build china_digital_economy.csv: size of the digital economy as its academy counts it, by year."""

from decimal import Decimal
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the years in order; two parts that miss the whole by more than rounding are refused."""
    rows = sorted(read_rows(raw / "economy.csv"), key=lambda row: row["year"])
    for row in rows:
        parts = [row["digital_industries_trillion_yuan"], row["digitalised_industries_trillion_yuan"]]
        if all(parts) and abs(sum(map(Decimal, parts)) - Decimal(row["size_trillion_yuan"])) > Decimal("0.1"):
            raise ValueError(f"{row['year']}: the two parts do not add up to the whole.")
    return rows


if __name__ == "__main__":
    (HERE / "china_digital_economy.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
