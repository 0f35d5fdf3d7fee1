"""Build long_waves.csv: datings of long waves by several authors, with years read by a rule."""

from pathlib import Path

from longwave.data.periods import year_bounds
from longwave.data.rows import Row, read_rows, rows_to_bytes, split_after

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return one row for each author and wave; a length is given only where start and end are single years."""
    return [_with_years(row) for row in read_rows(raw / "datings.csv")]


def _with_years(row: Row) -> Row:
    head, tail = split_after(row, "end_as_given")
    bounds = {name: year_bounds(row[f"{name}_as_given"]) for name in ("start", "peak", "end")}
    years = {}
    for name, (earliest, latest) in bounds.items():
        years |= {f"{name}_earliest_year": _text(earliest), f"{name}_latest_year": _text(latest)}
    return {**head, **years, "length_years": _length(row, bounds), **tail}


def _length(row: Row, bounds: dict) -> str:
    start, end = bounds["start"], bounds["end"]
    dated = row["kind"] == "wave" and None not in (*start, *end) and start[0] == start[1] and end[0] == end[1]
    return str(end[0] - start[0]) if dated else ""


def _text(year: int | None) -> str:
    return "" if year is None else str(year)


if __name__ == "__main__":
    (HERE / "long_waves.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
