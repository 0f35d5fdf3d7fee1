"""Build small_firm_evidence.csv: what sources say of programmes for small firms; a number has a unit and a source."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the rows in the order of the raw file; refuse a number without a unit, and a second or missing source."""
    rows = read_rows(raw / "evidence.csv")
    for row in rows:
        if bool(row["value"]) != bool(row["unit"]):
            raise ValueError(f"{row['evidence_id']}: a value has a unit, and a finding in words has none.")
        if row["unit"] == "per cent" and float(row["value"]) > 100:
            raise ValueError(f"{row['evidence_id']}: a share is at most 100 per cent, not {row['value']}.")
        if ";" in row["source_ids"] or not row["source_ids"]:
            raise ValueError(f"{row['evidence_id']}: each row has one source.")
    return rows


if __name__ == "__main__":
    (HERE / "small_firm_evidence.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
