"""Build bill_money.csv: what each text has for chips, wireless and a new directorate; the years' parts add up."""

import re
from decimal import Decimal
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
_IN_2022 = re.compile(r"([\d.]+) in 2022; then ([\d.]+); ([\d.]+); ([\d.]+) and ([\d.]+)")
_EACH = re.compile(r"([\d.]+) in each of five years")


def build(raw: Path) -> list[Row]:
    """Return the rows in the order of the raw file; refuse a sum that its years do not give, and a second source."""
    rows = read_rows(raw / "money.csv")
    for row in rows:
        if ";" in row["source_ids"] or not row["source_ids"]:
            raise ValueError(f"{row['entry_id']}: each row has one source.")
        parts = _parts(row["note"])
        if parts is not None and parts != Decimal(row["billion_usd"]):
            raise ValueError(f"{row['entry_id']}: its years add up to {parts}, not to {row['billion_usd']}.")
    return rows


def _parts(note: str) -> Decimal | None:
    """Return the sum of the years that a note names; None where it names none."""
    if found := _IN_2022.search(note):
        return sum(map(Decimal, found.groups()), Decimal(0))
    if found := _EACH.search(note):
        return 5 * Decimal(found[1])
    return None


if __name__ == "__main__":
    (HERE / "bill_money.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
