"""Build institutes_table2.csv: turn each decoded pair into million USD; refuse other digits than the printed.

The money column of the paper's Table 2 lost slashes and points. A decoding may put
them back, not change a digit.
"""

import re
from decimal import Decimal
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
MILLION_USD_PER_UNIT = 10  # the right unit is 10 million USD; the header prints 100 million USD


def build(raw: Path) -> list[Row]:
    """Return the twelve rows of Table 2 with both sides of the money in million USD."""
    return [_with_money(row) for row in read_rows(raw / "table2.csv")]


def _with_money(row: Row) -> Row:
    if _digits(row["money_decoded"]) != _digits(row["money_as_printed"]):
        raise ValueError(f"{row['institute']}: the decoded pair has other digits than the printed cell.")
    federal, nonfederal = (_million_usd(side) for side in row["money_decoded"].split(" / "))
    units = {
        "unit_as_printed": "亿美元",
        "unit_as_printed_million_usd": "100",
        "unit_right_million_usd": str(MILLION_USD_PER_UNIT),
        "federal_million_usd": federal,
        "nonfederal_million_usd": nonfederal,
    }
    return {key: value for column in row for key, value in _placed(column, row[column], units).items()}


def _placed(column: str, value: str, units: Row) -> Row:
    """Put the computed columns right after the decoded pair, where a reader looks for them."""
    return {column: value, **(units if column == "money_decoded" else {})}


def _digits(cell: str) -> str:
    return re.sub(r"\D", "", cell)


def _million_usd(side: str) -> str:
    amount = Decimal(side) * MILLION_USD_PER_UNIT
    return str(amount.quantize(Decimal(1)))


if __name__ == "__main__":
    (HERE / "institutes_table2.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
