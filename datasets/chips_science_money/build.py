"""Build chips_science_money.csv: authorised, requested and appropriated sums for three science agencies, by year."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
AGENCIES = ("NSF", "DOE Office of Science", "NIST")
FIVE_YEARS = 81  # billion USD that the law authorises for NSF from 2023 to 2027


def build(raw: Path) -> list[Row]:
    """Return the sums; one given twice, or three agencies that do not add up to their total, are refused."""
    rows = read_rows(raw / "money.csv")
    sums: dict[tuple[str, str, str], float] = {}
    for row in rows:
        key = row["agency"], row["fiscal_year"], row["stage"]
        if key in sums:
            raise ValueError(f"{' '.join(key)} stands twice.")
        sums[key] = float(row["billion_usd"])
    for agency, year, stage in sums:
        parts = [sums.get((one, year, stage)) for one in AGENCIES]
        known = [part for part in parts if part is not None]
        if agency == "all three" and len(known) == len(AGENCIES) and abs(sum(known) - sums[agency, year, stage]) > 0.1:
            raise ValueError(f"{year}, {stage}: the three agencies do not add up.")
    authorised = sum(value for key, value in sums.items() if (key[0], key[2]) == ("NSF", "authorised"))
    if abs(authorised - FIVE_YEARS) > 0.05:
        raise ValueError(f"NSF: the five authorised years sum to {authorised:.2f} and not to {FIVE_YEARS}.")
    return rows


if __name__ == "__main__":
    (HERE / "chips_science_money.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
