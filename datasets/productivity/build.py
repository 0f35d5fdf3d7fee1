"""Check productivity.csv, typed as it is shipped: total factor productivity of nine countries, by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the years in order; a missing year or a level outside 0.3 to 25 is refused."""
    rows = read_rows(folder / "productivity.csv")
    refuse_gap(rows, 1890, 2016)
    for row in rows:
        for country, level in row.items():
            if country != "year" and not 0.3 <= float(level) <= 25:
                raise ValueError(f"{row['year']}, {country}: {level} is no level of productivity.")
    return rows


if __name__ == "__main__":
    (HERE / "productivity.csv").write_bytes(rows_to_bytes(build(HERE)))
