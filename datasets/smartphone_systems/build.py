"""Build smartphone_systems.csv: which operating systems ran the smartphones sold in second quarters."""

from collections import defaultdict
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the shares in the order of the quarters; a quarter whose shares pass 100 per cent is refused."""
    rows = read_rows(raw / "quarters.csv")
    total: dict[str, float] = defaultdict(float)
    for row in rows:
        total[row["quarter"]] += float(row["percent"])
    for quarter, percent in total.items():
        if percent > 100.2:  # each share is rounded to a tenth
            raise ValueError(f"{quarter}: the shares add up to {percent:.1f} per cent.")
    return rows


if __name__ == "__main__":
    (HERE / "smartphone_systems.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
