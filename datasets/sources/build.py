"""Build sources.csv from all raw files: every source once, in the order of its id; refuse an id that is used twice."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the sources in alphabetical order of their ids."""
    files = sorted(raw.glob("*.csv"))
    rows = sorted((row for file in files for row in read_rows(file)), key=lambda row: row["source_id"])
    ids = [row["source_id"] for row in rows]
    twice = sorted({source_id for source_id in ids if ids.count(source_id) > 1})
    if twice:
        raise ValueError(f"These source ids stand twice: {', '.join(twice)}.")
    return rows


if __name__ == "__main__":
    (HERE / "sources.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
