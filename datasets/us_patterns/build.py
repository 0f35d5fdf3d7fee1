"""Check us_patterns.csv, typed as it is shipped: what changed first in each case of Part III, and what returns."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
LEVELS = ("firm", "industry", "system")


def build(folder: Path) -> list[Row]:
    """Return the rows; refuse a case without its three levels, and a finding without a source."""
    rows = read_rows(folder / "us_patterns.csv")
    for case in dict.fromkeys(row["case"] for row in rows):
        found = [row["aspect"] for row in rows if row["case"] == case]
        if found[:3] != list(LEVELS) or len(set(found)) < len(found):
            raise ValueError(f"{case}: firm, industry and system come first, and each aspect once.")
    for row in rows:
        moved = row["aspect"] in LEVELS and row["code"] in ("changed", "disputed")
        if bool(row["first"]) != moved:
            raise ValueError(f"{row['case']}, {row['aspect']}: what changed has a date or says undated, the rest none.")
        if row["code"] != "not seen" and not row["source_ids"]:
            raise ValueError(f"{row['case']}, {row['aspect']}: a finding names a source that was opened.")
    return rows


if __name__ == "__main__":
    (HERE / "us_patterns.csv").write_bytes(rows_to_bytes(build(HERE)))
