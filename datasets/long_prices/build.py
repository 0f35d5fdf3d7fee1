"""Build long_prices.csv: seven price indices of the United States, the United Kingdom and England, by year."""

from itertools import pairwise
from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent
SOURCES = {
    "us_wholesale": "WARREN33",
    "us_consumer": "SHILLER22",
    "uk_consumer": "BOE17",
    "uk_wholesale": "ROUSSEAUX38",
    "england_consumables": "PHELPS62",
    "england_consumer_goods": "SCHUMPETER38",
    "england_producer_goods": "SCHUMPETER38",
}


def build(raw: Path) -> list[Row]:
    """Return the years in order; a missing year, or a price level that halves or doubles in a year, is refused."""
    rows = read_rows(raw / "prices.csv")
    refuse_gap(rows)
    for before, row in pairwise(rows):
        for column in SOURCES:
            if before[column] and row[column] and not 0.5 < float(row[column]) / float(before[column]) < 2:
                raise ValueError(f"{column}, {row['year']}: {row[column]} after {before[column]} is no price index.")
    return [row | _marks(row) for row in rows]


def _marks(row: Row) -> Row:
    ids = dict.fromkeys(source for column, source in SOURCES.items() if row[column])
    seen = 1871 <= int(row["year"]) <= 1895
    return {"source_ids": ";".join(ids), "verification": "source seen for part" if seen else "no source seen"}


if __name__ == "__main__":
    (HERE / "long_prices.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
