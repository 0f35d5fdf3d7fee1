"""Build long_interest.csv: long interest rates of the United Kingdom and the United States, by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent
SEEN_TO = 1895  # last year whose American months were read; the British years were all read


def build(raw: Path) -> list[Row]:
    """Return the years in order; a missing year or a rate outside 0.5 to 20 per cent is refused."""
    rows = read_rows(raw / "rates.csv")
    refuse_gap(rows)
    for row in rows:
        for column in ("uk_long", "us_long"):
            if row[column] and not 0.5 <= float(row[column]) <= 20:
                raise ValueError(f"{row['year']}: {row[column]} per cent is no long rate.")
    return [
        {"year": row["year"], "uk_percent": row["uk_long"], "us_percent": row["us_long"], **_marks(row)} for row in rows
    ]


def _marks(row: Row) -> Row:
    ids = [source for column, source in (("uk_long", "BOELONG"), ("us_long", "SHILLER22")) if row[column]]
    if int(row["year"]) <= SEEN_TO:
        mark = "source seen"
    else:
        mark = "source seen for part" if row["uk_long"] else "no source seen"
    return {"source_ids": ";".join(ids), "verification": mark}


if __name__ == "__main__":
    (HERE / "long_interest.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
