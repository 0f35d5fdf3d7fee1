"""Build package_network.csv: what each of 415 packages of one program needs."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the packages by name; a need that names a package outside the list is refused."""
    rows = sorted(read_rows(raw / "needs.csv"), key=lambda row: row["package"])
    known = {row["package"] for row in rows}
    for row in rows:
        for name in row["needs"].replace("|", ",").split(","):
            if name.strip() and name.strip() not in known:
                raise ValueError(f"{row['package']}: it needs {name.strip()}, which is not in the list.")
    return [row | {"source_ids": "DEBIAN12", "verification": "source seen"} for row in rows]


if __name__ == "__main__":
    (HERE / "package_network.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
