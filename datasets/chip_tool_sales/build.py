"""Build chip_tool_sales.csv: China's share of ASML's sales of machines by quarter, blank where no page was seen."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the quarters in order; refuse a share without sales, a figure without a source, and a gap in quarters."""
    rows = read_rows(raw / "sales.csv")
    places = [4 * int(row["quarter"][:4]) + int(row["quarter"][5]) for row in rows]
    if places != list(range(places[0], places[0] + len(places))):
        raise ValueError("The quarters must follow each other; an unknown one is a row with blanks.")
    for row in rows:
        if len({bool(row[name]) for name in ("china_share", "system_sales", "source_ids")}) > 1:
            raise ValueError(f"{row['quarter']}: share, sales and sources come together, or not at all.")
    return rows


if __name__ == "__main__":
    (HERE / "chip_tool_sales.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
