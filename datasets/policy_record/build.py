"""Build policy_record.csv: check that a stage and its dates agree, and say which entries are law."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the ten entries of the paper's list; `is_law` is true only where a law was made."""
    rows = read_rows(raw / "policies.csv")
    for row in rows:
        if (row["stage"] == "law") != bool(row["became_law"]):
            raise ValueError(f"Item {row['item']}: the stage “law” and the date of the law must stand together.")
        if bool(row["law_by"]) != bool(row["became_law"]):
            raise ValueError(f"Item {row['item']}: a law, and only a law, says how it came into force.")
        if row["stage"] == "passed one chamber" and bool(row["passed_house"]) == bool(row["passed_senate"]):
            raise ValueError(f"Item {row['item']}: exactly one chamber must have a date.")
    return [row | {"is_law": "true" if row["stage"] == "law" else "false"} for row in rows]


if __name__ == "__main__":
    (HERE / "policy_record.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
