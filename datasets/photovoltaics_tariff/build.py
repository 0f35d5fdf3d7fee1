"""Build photovoltaics_tariff.csv: what Germany paid for solar power from new roofs, and what was added."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, refuse_gap, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the years in order; a missing year or a tariff outside 5 to 60 cents is refused."""
    rows = read_rows(raw / "tariff.csv")
    refuse_gap(rows, 2000, 2019)
    for row in rows:
        if not 5 <= float(row["tariff_ct_per_kwh"]) <= 60:
            raise ValueError(f"{row['year']}: {row['tariff_ct_per_kwh']} cents is no tariff.")
    return rows


if __name__ == "__main__":
    (HERE / "photovoltaics_tariff.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
