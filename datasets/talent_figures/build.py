"""Build talent_figures.csv: single figures as their sources give them; a share is at most 100 per cent."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the figures in the order of the raw file; refuse a share above 100 per cent and a second source."""
    rows = read_rows(raw / "figures.csv")
    for row in rows:
        if row["unit"] == "per cent" and float(row["value"]) > 100:
            raise ValueError(f"{row['figure_id']}: a share is at most 100 per cent, not {row['value']}.")
        if ";" in row["source_ids"] or not row["source_ids"]:
            raise ValueError(f"{row['figure_id']}: each figure has one source.")
    return rows


if __name__ == "__main__":
    (HERE / "talent_figures.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
