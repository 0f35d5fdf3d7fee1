"""Build syllabus.csv: the lessons of the course in order, with how many passages and claims each one teaches."""

from collections import Counter
from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return one row for each lesson; a ledger row that names no lesson of the list is refused."""
    lessons = read_rows(raw / "lessons.csv")
    known = {row["lesson"] for row in lessons}
    ledgers = {
        "passages": [raw.parents[1] / "passages/passages.csv"],
        "claims": [raw.parents[1] / "claims/raw" / name for name in ("prose.csv", "table2_cells.csv")],
    }
    counts = {name: _lessons_in(paths) for name, paths in ledgers.items()}
    counts["claims"]["33-lab-revolutions"] += len(read_rows(raw.parents[1] / "revolutions_table1/raw/table1.csv"))
    for name, count in counts.items():
        if set(count) - known:
            raise ValueError(f"{name}: no such lesson: {', '.join(sorted(set(count) - known))}.")
    return [row | {name: str(count[row["lesson"]]) for name, count in counts.items()} for row in lessons]


def _lessons_in(paths: list[Path]) -> Counter:
    return Counter(row["lesson"] for path in paths for row in read_rows(path))


if __name__ == "__main__":
    (HERE / "syllabus.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
