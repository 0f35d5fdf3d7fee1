"""Build energy_shares.csv: from which source the world's energy came, by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the shares by source and year; a year whose shares do not add up to 100 per cent is refused."""
    years = read_rows(raw / "shares.csv")
    sources = [column for column in years[0] if column != "year"]
    for row in years:
        total = sum(float(row[source] or 0) for source in sources)
        if abs(total - 100) > 0.005:
            raise ValueError(f"{row['year']}: the shares add up to {total:.3f} per cent.")
    marks = {"source_ids": "SMILBP18", "verification": "source seen"}
    return [
        {"source": source, "year": row["year"], "percent": row[source], **marks}
        for source in sources
        for row in years
        if row[source]
    ]


if __name__ == "__main__":
    (HERE / "energy_shares.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
