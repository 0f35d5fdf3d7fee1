"""Build photovoltaics_world.csv: shipments, stock, prices and the share of crystalline cells, the world by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent
SOURCES = {
    "shipped_mw": "OWIDPV20",
    "installed_mw": "IRENA22",
    "module_usd_2019_per_watt": "OWIDPV20",
    "silicon_usd_per_kg": "NEMET19",
    "crystalline_percent": "ISEPV22",
}


def build(raw: Path) -> list[Row]:
    """Return the years in order; a missing year, a stock that falls, or a stock above what was shipped is refused."""
    rows = read_rows(raw / "world.csv")
    refuse_gap(rows)
    for column in ("shipped_mw", "installed_mw"):
        stock = [float(row[column]) for row in rows if row[column]]
        if stock != sorted(stock):
            raise ValueError(f"{column}: a running total falls.")
    for row in rows:
        if row["shipped_mw"] and row["installed_mw"] and float(row["installed_mw"]) > float(row["shipped_mw"]):
            raise ValueError(f"{row['year']}: more is installed than was shipped.")
    return [row | _marks(row) for row in rows]


def _marks(row: Row) -> Row:
    ids = dict.fromkeys(source for column, source in SOURCES.items() if row[column])
    seen = row["silicon_usd_per_kg"] or row["year"] == "2021"
    return {"source_ids": ";".join(ids), "verification": "source seen for part" if seen else "no source seen"}


if __name__ == "__main__":
    (HERE / "photovoltaics_world.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
