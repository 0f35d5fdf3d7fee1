"""Build learning_curves.csv: unit cost, production and what was made before, 87 techniques by year."""

from decimal import Decimal
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
FALLING = ("Nuclear Electricity",)  # in 1993, as if plants that shut were taken away


def build(raw: Path) -> list[Row]:
    """Return the rows of each technique, years in order.

    In the raw file a technique is named in its first row only, and `+` stands where what was made before a year is
    what was made before the last one and in it. Years out of order, or a running total that falls, are refused.
    """
    rows: list[Row] = []
    for row in read_rows(raw / "curves.csv"):
        before = rows[-1] if rows and not row["technology"] else None
        rows.append(row | {"technology": before["technology"] if before else row["technology"]})
        if row["previous_cumulative"] == "+":
            rows[-1]["previous_cumulative"] = _running(before)
        if before:
            _check(before, rows[-1])
    return rows


def _running(before: Row | None) -> str:
    if before is None:
        raise ValueError("The first row of a technique has nothing to add to.")
    return format((Decimal(before["previous_cumulative"]) + Decimal(before["production"])).normalize(), "f")


def _check(before: Row, row: Row) -> None:
    if int(row["year"]) < int(before["year"]):
        raise ValueError(f"{row['technology']}: {row['year']} stands after {before['year']}.")
    old, new = before["previous_cumulative"], row["previous_cumulative"]
    if old and new and Decimal(new) < Decimal(old) and row["technology"] not in FALLING:
        raise ValueError(f"{row['technology']}, {row['year']}: the running total falls.")


if __name__ == "__main__":
    (HERE / "learning_curves.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
