"""Build institutes.csv: refuse an institute whose coordinates lie outside its state.

state_boxes.csv holds the southern, northern, western and eastern limits of each state, to a hundredth of a degree.
"""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the eighteen institutes in the order of their announcement."""
    boxes = {row["state"]: row for row in read_rows(raw / "state_boxes.csv")}
    rows = sorted(read_rows(raw / "institutes.csv"), key=lambda row: row["announced"])
    for row in rows:
        if not _lies_in(row, boxes[row["state"]]):
            raise ValueError(f"{row['institute']}: its coordinates do not lie in {row['state']}.")
    return rows


def _lies_in(row: Row, box: Row) -> bool:
    latitude, longitude = float(row["latitude_degrees"]), float(row["longitude_degrees"])
    south, north, west, east = (float(box[side]) for side in ("south", "north", "west", "east"))
    return south <= latitude <= north and west <= longitude <= east


if __name__ == "__main__":
    (HERE / "institutes.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
