"""Check passages.csv, typed as it is shipped: the ids must be good.

The rows stand in reading order, and an id is a name: it stays with its passage, because lessons and claims hold it.
A passage that is entered later takes the next free number of its paper and the place where the paper has it.
"""

from collections import Counter
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the passages of both papers in reading order; raise `ValueError` for an id twice or a number left out."""
    rows = read_rows(folder / "passages.csv")
    for paper, count in Counter(row["paper"] for row in rows).items():
        ids = sorted(row["passage_id"] for row in rows if row["paper"] == paper)
        if ids != [f"{paper}-p{number:03d}" for number in range(1, count + 1)]:
            raise ValueError(f"passages of paper {paper}: an id is there twice, or a number is left out.")
    return rows


if __name__ == "__main__":
    (HERE / "passages.csv").write_bytes(rows_to_bytes(build(HERE)))
