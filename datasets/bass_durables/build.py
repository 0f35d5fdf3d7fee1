"""Build bass_durables.csv: the peak that each pair of parameters implies (Bass 1969).

T* = ln(q/p) / (p+q) and S* = m (p+q)^2 / (4q).
"""

import math
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the eleven durables with the time and the size of their peak."""
    return [row | _peak(row) for row in read_rows(raw / "durables.csv")]


def _peak(row: Row) -> Row:
    p, q = float(row["innovation_per_year"]), float(row["imitation_per_year"])
    market = float(row["market_thousand_units"])
    return {
        "peak_time_years": f"{math.log(q / p) / (p + q):.1f}",
        "peak_thousand_units_per_year": f"{market * (p + q) ** 2 / (4 * q):.0f}",
    }


if __name__ == "__main__":
    (HERE / "bass_durables.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
