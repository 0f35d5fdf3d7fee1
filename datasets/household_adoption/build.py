"""Check household_adoption.csv, typed as it is shipped: shares of US households by technology and year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the shares by technology and year; a year that stands twice is refused."""
    rows = sorted(read_rows(folder / "household_adoption.csv"), key=_key)
    if len({_key(row) for row in rows}) < len(rows):
        raise ValueError("A technology has two shares for one year.")
    return rows


def _key(row: Row) -> tuple[str, int]:
    return row["technology"], int(row["year"])


if __name__ == "__main__":
    (HERE / "household_adoption.csv").write_bytes(rows_to_bytes(build(HERE)))
