"""Build photovoltaics_makers.csv: where the world's photovoltaic cells were made."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return gigawatts and shares by place and year; a place twice or without a year is refused."""
    table = read_rows(raw / "made.csv")
    if len({row["place"] for row in table}) < len(table):
        raise ValueError("A place stands twice.")
    years = [column for column in table[0] if column != "place"]
    total = {year: sum(float(row[year]) for row in table) for year in years}
    return [
        {
            "place": row["place"],
            "year": year,
            "made_gw": row[year],
            "percent": f"{100 * float(row[year]) / total[year]:.2f}",
            "source_ids": "JAEGER22",
            "verification": "source seen",
        }
        for row in table
        for year in years
    ]


if __name__ == "__main__":
    (HERE / "photovoltaics_makers.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
