"""Check photovoltaics_leaders.csv, typed as it is shipped: the ten largest makers of panels in four years."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
YEARS = ("2010", "2011", "2016", "2021")


def build(folder: Path) -> list[Row]:
    """Return the lists in the order of year and rank; refuse a gap in the ranks, and a maker named twice in a year."""
    rows = read_rows(folder / "photovoltaics_leaders.csv")
    if [(row["year"], row["rank"]) for row in rows] != [(year, str(rank)) for year in YEARS for rank in range(1, 11)]:
        raise ValueError("Not ten ranks in each of the four years.")
    if len({(row["year"], row["maker"]) for row in rows}) != len(rows):
        raise ValueError("A maker is named twice in one year.")
    return rows


if __name__ == "__main__":
    (HERE / "photovoltaics_leaders.csv").write_bytes(rows_to_bytes(build(HERE)))
