"""Build robot_density.csv: mark each year and area for which two figures are published."""

from collections import Counter
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the densities by area and year; `conflict` is true where another row gives another figure."""
    rows = sorted(read_rows(raw / "density.csv"), key=lambda row: (row["area"], row["year"], row["source_ids"]))
    counts = Counter((row["area"], row["year"]) for row in rows)
    return [row | {"conflict": "true" if counts[row["area"], row["year"]] > 1 else "false"} for row in rows]


if __name__ == "__main__":
    (HERE / "robot_density.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
