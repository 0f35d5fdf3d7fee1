"""Build microprocessors.csv: transistors, clock and speed of microprocessors, by the date of their release."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
UNITS = {
    "transistors": "thousand",
    "clock frequency": "MHz",
    "single-thread performance": "SpecINT x 1000",
}


def build(raw: Path) -> list[Row]:
    """Return the processors by measure, dates in order; a measure without a unit or a value of nothing is refused."""
    rows = read_rows(raw / "processors.csv")
    for row in rows:
        if row["measure"] not in UNITS or float(row["value"]) <= 0:
            raise ValueError(f"{row['measure']}, {row['year']}: {row['value']} cannot be right.")
    rows.sort(key=lambda row: (list(UNITS).index(row["measure"]), float(row["year"])))
    return [
        {"measure": row["measure"], "unit": UNITS[row["measure"]], "date": row["year"], "value": row["value"]}
        for row in rows
    ]


if __name__ == "__main__":
    (HERE / "microprocessors.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
