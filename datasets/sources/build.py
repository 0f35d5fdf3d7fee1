"""Check sources.csv, typed as it is shipped: every source once, in the order of its id."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the sources in alphabetical order of their ids; refuse an id that is used twice."""
    rows = sorted(read_rows(folder / "sources.csv"), key=lambda row: row["source_id"])
    ids = [row["source_id"] for row in rows]
    twice = sorted({source_id for source_id in ids if ids.count(source_id) > 1})
    if twice:
        raise ValueError(f"These source ids stand twice: {', '.join(twice)}.")
    return rows


if __name__ == "__main__":
    (HERE / "sources.csv").write_bytes(rows_to_bytes(build(HERE)))
