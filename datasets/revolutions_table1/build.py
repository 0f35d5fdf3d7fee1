"""Build revolutions_table1.csv: refuse a repair that brings in characters which the table does not print.

A repair may move a cell, leave it out, or put back a separator. It may not add words of its own, but for the separator.
"""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
STATUSES = ("as printed", "moved", "lost", "cut short", "separator restored")


def build(raw: Path) -> list[Row]:
    """Return the 52 cells of Table 1, row by row, as printed and as repaired."""
    rows = read_rows(raw / "table1.csv")
    printed = {_bare(row["printed"]) for row in rows}
    for row in rows:
        place = f"row {row['row']}, revolution {row['revolution']}"
        if row["repair_status"] not in STATUSES:
            raise ValueError(f"{place}: “{row['repair_status']}” is not one of {', '.join(STATUSES)}.")
        if not any(_bare(row["repaired"]) in cell for cell in printed):
            raise ValueError(f"{place}: the repaired cell holds text that the table does not print.")
    return rows


def _bare(cell: str) -> str:
    return cell.replace(" ", "").replace("、", "")


if __name__ == "__main__":
    (HERE / "revolutions_table1.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
