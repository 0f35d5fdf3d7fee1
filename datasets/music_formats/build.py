"""Build music_formats.csv: what recorded music sold in the United States, by format and year."""

from collections import defaultdict
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
TOTALS = {"1973": 2.0, "1999": 14.6, "2019": 11.1}  # billion dollars, as the publisher gives them


def build(raw: Path) -> list[Row]:
    """Return the sales by format and year.

    A pair twice, a year whose money passes or misses the known total, or money of 2019 that was made with another
    price level than the rest of its year is refused.
    """
    marks = {"source_ids": "RIAA19", "verification": "source seen for part"}
    rows = [row | marks for row in read_rows(raw / "formats.csv")]
    if len({(row["format"], row["year"]) for row in rows}) < len(rows):
        raise ValueError("A format stands twice in one year.")
    for year, billion in TOTALS.items():
        total = sum(float(row["million_usd"] or 0) for row in rows if row["year"] == year)
        if abs(total / 1000 - billion) > 0.05:
            raise ValueError(f"{year}: the formats add up to {total:.0f} million dollars.")
    _check_price_level(rows)
    return rows


def _check_price_level(rows: list[Row]) -> None:
    levels: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if float(row["million_usd"] or 0) >= 10:  # below that the rounding to a tenth shows
            levels[row["year"]].append(float(row["million_usd_2019"]) / float(row["million_usd"]))
    for year, ratios in levels.items():
        if max(ratios) - min(ratios) > 0.001:
            raise ValueError(f"{year}: money of 2019 was made with two price levels.")


if __name__ == "__main__":
    (HERE / "music_formats.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
