"""Check cn_patterns.csv, typed as it is shipped: patterns that return in the Chinese cases, with their facts."""

from itertools import groupby
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the findings; refuse a pattern in two places, and a fact of another lesson."""
    rows = read_rows(folder / "cn_patterns.csv")
    patterns = [pattern for pattern, _rows in groupby(rows, key=lambda row: row["pattern"])]
    if len(set(patterns)) < len(patterns):
        raise ValueError("The rows of a pattern do not come together.")
    for pattern, found in groupby(rows, key=lambda row: row["pattern"]):
        lessons = [row["lesson"] for row in found]
        if lessons != sorted(lessons):
            raise ValueError(f"{pattern}: the rows are not in the order of their lessons.")
    for row in rows:
        if any(fact[:2] != row["lesson"] for fact in row["fact_ids"].split(";")):
            raise ValueError(f"{row['case']}: a fact belongs to another lesson.")
    return rows


if __name__ == "__main__":
    (HERE / "cn_patterns.csv").write_bytes(rows_to_bytes(build(HERE)))
