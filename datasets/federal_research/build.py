"""Build federal_research.csv: federal money for research by fiscal year, in six scopes."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the figures by scope, measure and fiscal year; a year that stands twice is refused."""
    rows = sorted(read_rows(raw / "authority.csv"), key=_key)
    if len({_key(row) for row in rows}) < len(rows):
        raise ValueError("A fiscal year stands twice in one series.")
    return rows


def _key(row: Row) -> tuple[str, str, str]:
    return row["scope"], row["measure"], row["fiscal_year"]


if __name__ == "__main__":
    (HERE / "federal_research.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
