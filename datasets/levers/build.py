"""Check levers.csv, typed as it is shipped: one lever a row, with what it moves by the model of an earlier lesson."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(folder: Path) -> list[Row]:
    """Return the levers in the order of their lessons; refuse one that moves nothing, or names no assumption."""
    rows = read_rows(folder / "levers.csv")
    if [row["lesson"] for row in rows] != sorted(row["lesson"] for row in rows):
        raise ValueError("The levers are not in the order of their lessons.")
    for row in rows:
        if row["lever_id"][:2] != row["lesson"]:
            raise ValueError(f"{row['lever_id']}: the id begins with the lesson's two digits.")
        if float(row["before"]) == float(row["after"]) or not row["turns_on"]:
            raise ValueError(f"{row['lever_id']}: a lever moves a number, and turns on an assumption.")
    return rows


if __name__ == "__main__":
    (HERE / "levers.csv").write_bytes(rows_to_bytes(build(HERE)))
