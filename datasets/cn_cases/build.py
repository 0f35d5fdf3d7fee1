"""Check cn_cases.csv, typed as it is shipped: the facts of the Chinese cases of Part IV."""

from pathlib import Path

from longwave.data.rows import Row, read_facts, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the facts in the order of the file; refuse one without a unit, or without a source."""
    return read_facts(folder)


if __name__ == "__main__":
    (HERE / "cn_cases.csv").write_bytes(rows_to_bytes(build(HERE)))
