"""Build photovoltaics_countries.csv: photovoltaics in place at the end of each year, by country."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return a row for each country and year from the first year above zero on.

    A country twice, or countries that add up to more than the world, are refused.
    """
    countries = {row["country"]: row for row in read_rows(raw / "capacity.csv")}
    world = countries.pop("World")
    years = [column for column in world if column != "country"]
    for year in years:
        total = sum(float(row[year]) for row in countries.values())
        if total > float(world[year]) + 0.05 * len(countries):
            raise ValueError(f"{year}: the countries add up to {total:.1f} MW, the world has {world[year]}.")
    return [row for name in sorted(countries) for row in _years(countries[name], years)]


def _years(row: Row, years: list[str]) -> list[Row]:
    first = next(number for number, year in enumerate(years) if float(row[year]) > 0)
    return [{"country": row["country"], "year": year, "installed_mw": row[year]} for year in years[first:]]


if __name__ == "__main__":
    (HERE / "photovoltaics_countries.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
