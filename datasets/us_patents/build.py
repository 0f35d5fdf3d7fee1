"""Build us_patents.csv: patents granted in the United States, by field and year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the patents by field and year; a year whose fields do not add up to its total is refused."""
    years = read_rows(raw / "grants.csv")
    columns = [column for column in years[0] if column != "year"]
    for row in years:
        fields = [int(row[column]) for column in columns if column != "total" and row[column]]
        if fields and sum(fields) != int(row["total"]):
            raise ValueError(f"{row['year']}: the fields add up to {sum(fields)}, not to {row['total']}.")
    return [
        {"field": column.replace("_", " and "), "year": row["year"], "patents": row[column]}
        for column in columns
        for row in years
        if row[column]
    ]


if __name__ == "__main__":
    (HERE / "us_patents.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
