"""Check learning_techniques.csv, typed as it is shipped: the units in which techniques are counted."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the techniques in alphabetical order; one that stands twice is refused."""
    rows = read_rows(folder / "learning_techniques.csv")
    names = [row["technology"] for row in rows]
    if len(set(names)) < len(names):
        raise ValueError("A technique stands twice.")
    return rows


if __name__ == "__main__":
    (HERE / "learning_techniques.csv").write_bytes(rows_to_bytes(build(HERE)))
