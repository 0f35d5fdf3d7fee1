"""Build roadmap.csv: the milestones of paper 000, numbered in reading order."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the milestones with ids M01, M02 and so on."""
    rows = read_rows(raw / "milestones.csv")
    return [{"milestone_id": f"M{number:02d}", **row} for number, row in enumerate(rows, start=1)]


if __name__ == "__main__":
    (HERE / "roadmap.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
