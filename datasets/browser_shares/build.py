"""Check browser_shares.csv, typed as it is shipped: browsers of one site's visitors, month by month."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the shares by month and browser; a month and browser that are in the file twice are refused."""
    rows = sorted(read_rows(folder / "browser_shares.csv"), key=lambda row: (row["month"], row["browser"]))
    if len({(row["month"], row["browser"]) for row in rows}) != len(rows):
        raise ValueError("A browser is in a month twice.")
    return rows


if __name__ == "__main__":
    (HERE / "browser_shares.csv").write_bytes(rows_to_bytes(build(HERE)))
