"""Build perez_surges.csv: the phases of each surge, with years read from her wording by a rule."""

from pathlib import Path

from longwave.data.periods import year_bounds
from longwave.data.rows import Row, read_rows, rows_to_bytes, split_after

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return one row for each surge and phase; `first_year` and `last_year` follow `year_bounds`."""
    return [_with_years(row) for row in read_rows(raw / "phases.csv")]


def _with_years(row: Row) -> Row:
    period = row["period_as_given"]
    first, last = year_bounds(period)
    head, tail = split_after(row, "period_as_given")
    return {
        **head,
        "first_year": str(first),
        "last_year": "" if last is None else str(last),
        "precision": "decade" if "s" in period else "year",
        **tail,
    }


if __name__ == "__main__":
    (HERE / "perez_surges.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
