"""Build paper_references.csv: what the two papers cite, as printed and as completed, with ids."""

from collections import Counter
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the references with ids such as `000-r01`, in the order of the papers."""
    seen: Counter = Counter()
    rows = []
    for row in read_rows(raw / "references.csv"):
        seen[row["paper"]] += 1
        rows.append({"reference_id": f"{row['paper']}-r{seen[row['paper']]:02d}", **row})
    return rows


if __name__ == "__main__":
    (HERE / "paper_references.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
