"""Build institute_money.csv: leverage is non-federal money for one unit of federal money."""

from decimal import Decimal
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the money of the institutes by year, with leverage to two decimals."""
    return [row | {"leverage": _leverage(row)} for row in read_rows(raw / "money.csv")]


def _leverage(row: Row) -> str:
    ratio = Decimal(row["nonfederal_million_usd"]) / Decimal(row["federal_million_usd"])
    return str(ratio.quantize(Decimal("0.01")))


if __name__ == "__main__":
    (HERE / "institute_money.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
