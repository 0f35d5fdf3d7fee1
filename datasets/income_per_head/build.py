"""Build income_per_head.csv: output a head in three countries, by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return output a head by country and year; a year missing after 1820 is refused."""
    years = read_rows(raw / "income.csv")
    countries = [column for column in years[0] if column != "year"]
    for row in years:
        missing = [country for country in countries if not row[country]]
        if missing and int(row["year"]) >= 1820:
            raise ValueError(f"{row['year']} is missing for {', '.join(missing)}.")
    return [
        {"country": country, "year": row["year"], "usd_2011_per_head": row[country]}
        for country in countries
        for row in years
        if row[country]
    ]


if __name__ == "__main__":
    (HERE / "income_per_head.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
