"""Check petroleum_classes.csv, typed as it is shipped: graduating petroleum engineers, their jobs and their pay."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the classes in order; refuse a share that the offers contradict, and a class without a source."""
    rows = read_rows(folder / "petroleum_classes.csv")
    for row in rows:
        if row["offers"] and abs(100 * int(row["offers"]) / int(row["seekers"]) - float(row["with_job_percent"])) > 0.1:
            raise ValueError(f"{row['year']}: the offers give another share.")
        if not row["source_ids"]:
            raise ValueError(f"{row['year']}: each class has a source.")
    return rows


if __name__ == "__main__":
    (HERE / "petroleum_classes.csv").write_bytes(rows_to_bytes(build(HERE)))
