"""Check oil_price.csv, typed as it is shipped: the price of a barrel of Brent, by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the years in order; a missing year or a price outside 1 to 150 dollars is refused."""
    rows = read_rows(folder / "oil_price.csv")
    refuse_gap(rows, 1970, 2022)
    for row in rows:
        if not 1 <= float(row["brent_usd_a_barrel"]) <= 150:
            raise ValueError(f"{row['year']}: {row['brent_usd_a_barrel']} dollars is no price.")
    return rows


if __name__ == "__main__":
    (HERE / "oil_price.csv").write_bytes(rows_to_bytes(build(HERE)))
