"""Check training_grants.csv, typed as it is shipped: grants, scrap and training of 157 firms in three years."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
YEARS = ["1987", "1988", "1989"]
TELL_SCRAP = 54


def build(folder: Path) -> list[Row]:
    """Return the firms' years; refuse a missing year, a second grant, and another number of firms that tell scrap."""
    rows = read_rows(folder / "training_grants.csv")
    told = 0
    for three in (rows[start : start + 3] for start in range(0, len(rows), 3)):
        name = three[0]["firm"]
        if [row["year"] for row in three] != YEARS or {row["firm"] for row in three} != {name}:
            raise ValueError(f"{name}: a year is missing.")
        grants = [row["grant"] for row in three]
        if grants[0] == "1" or grants.count("1") > 1:
            raise ValueError(f"{name}: a grant in 1987, or two grants.")
        told += all(row["scrap_per_100"] for row in three)
    if told != TELL_SCRAP:
        raise ValueError(f"{told} firms tell their scrap in all years, not {TELL_SCRAP}.")
    return rows


if __name__ == "__main__":
    (HERE / "training_grants.csv").write_bytes(rows_to_bytes(build(HERE)))
