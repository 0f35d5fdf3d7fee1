"""Check card_krueger.csv, typed as it is shipped: jobs in 410 restaurants, before and after a minimum wage rose."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
CLOSED_FOR_GOOD = "3"
STAFF_AFTER = ("full_time_after", "part_time_after", "managers_after")


def build(folder: Path) -> list[Row]:
    """Return the restaurants; refuse a gap in their numbers, and staff in one that closed for good."""
    rows = read_rows(folder / "card_krueger.csv")
    if [row["row"] for row in rows] != [str(number) for number in range(1, 411)]:
        raise ValueError("The restaurants are not numbered from 1 to 410.")
    if sum(row["new_jersey"] == "1" for row in rows) != 331:
        raise ValueError("Not 331 restaurants are in New Jersey.")
    for row in rows:
        if row["second_interview"] == CLOSED_FOR_GOOD and any(row[column] != "0" for column in STAFF_AFTER):
            raise ValueError(f"{row['row']}: closed for good, and has staff.")
    return rows


if __name__ == "__main__":
    (HERE / "card_krueger.csv").write_bytes(rows_to_bytes(build(HERE)))
