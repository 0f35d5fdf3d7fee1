"""Build england_industry.csv: what the industries of England made, by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the indices by industry and year; a missing year, or an index that is not 100 in 1700, is refused."""
    rows = read_rows(raw / "output.csv")
    industries = [column for column in rows[0] if column != "year"]
    refuse_gap(rows, 1700, 1870)
    for industry in industries:
        if float(rows[0][industry]) != 100:
            raise ValueError(f"{industry}: the index of 1700 is {rows[0][industry]}.")
    return [
        {"industry": industry, "year": row["year"], "index": row[industry]} for industry in industries for row in rows
    ]


if __name__ == "__main__":
    (HERE / "england_industry.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
