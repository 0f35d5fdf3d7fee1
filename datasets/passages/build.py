"""Build passages.csv: number the passages of each paper in reading order, and keep their raw wording."""

from collections import Counter
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the passages with ids such as `000-p01`, in the order of the papers."""
    seen: Counter = Counter()
    rows = []
    for row in read_rows(raw / "passages.csv"):
        seen[row["paper"]] += 1
        rows.append({"passage_id": f"{row['paper']}-p{seen[row['paper']]:03d}", **row})
    return rows


if __name__ == "__main__":
    (HERE / "passages.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
