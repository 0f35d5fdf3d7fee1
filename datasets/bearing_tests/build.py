"""Check bearing_tests.csv, typed as it is shipped: 210 endurance tests of ball bearings, with two lives each."""

import math
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
SHAPE_OF_RATIO = math.log(math.log(2) / -math.log(0.9))  # shape = this over ln(L50 / L10)
LARGEST_GAP = 0.12  # five of the printed shapes differ by more than .02 from what the two lives give


def build(folder: Path) -> list[Row]:
    """Return the tests in printed order; a shape that does not follow from its two lives is refused."""
    rows = read_rows(folder / "bearing_tests.csv")
    for row in rows:
        tenth, half = float(row["l10"]), float(row["l50"])
        if not 0 < tenth < half:
            raise ValueError(f"{row['test']}: the life of half of the bearings is longer than that of a tenth.")
        if abs(SHAPE_OF_RATIO / math.log(half / tenth) - float(row["printed_shape"])) > LARGEST_GAP:
            raise ValueError(f"{row['test']}: the shape does not follow from the two lives.")
    return rows


if __name__ == "__main__":
    (HERE / "bearing_tests.csv").write_bytes(rows_to_bytes(build(HERE)))
