"""Build part_two_cases.csv: the facts of Part II's real cases, from one raw file a lesson."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the facts in the order of lesson and raw file; refuse one without a unit, or without a source."""
    rows = [row for file in sorted(raw.glob("*.csv")) for row in read_rows(file)]
    for row in rows:
        if bool(row["value"]) != bool(row["unit"]):
            raise ValueError(f"{row['fact_id']}: a value has a unit, and a fact in words has none.")
        if not row["source_ids"]:
            raise ValueError(f"{row['fact_id']}: each fact names a source that was opened.")
        if row["lesson"] != row["fact_id"][:2]:
            raise ValueError(f"{row['fact_id']}: the id begins with the lesson's two digits.")
    return rows


if __name__ == "__main__":
    (HERE / "part_two_cases.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
