"""Build cases.csv: what paper 000 says of its cases, how we code the evidence, and the verdict that follows."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
VERDICTS = {
    "said": "said, not shown",
    "described": "described, no result",
    "compared": "compared, no number",
    "measured": "measured, groups not alike",
    "tested": "tested against what would have been",
}


def build(raw: Path) -> list[Row]:
    """Return the cases in the order of the paper, numbered, with the verdict that each code stands for."""
    rows = read_rows(raw / "cases.csv")
    passages = {row["passage_id"] for row in read_rows(raw.parents[1] / "passages/passages.csv")}
    claims = {row["claim_id"] for row in read_rows(raw.parents[1] / "claims/claims.csv")}
    return [_coded(number, row, passages, claims) for number, row in enumerate(rows, start=1)]


def _coded(number: int, row: Row, passages: set[str], claims: set[str]) -> Row:
    case = row["case"]
    if row["evidence"] not in VERDICTS:
        raise ValueError(f"{case}: {row['evidence']!r} is not one of {', '.join(VERDICTS)}.")
    if row["evidence"] in ("said", "described") and row["comparison"] == "yes":
        raise ValueError(f"{case}: what is only {row['evidence']} compares nothing.")
    if row["evidence"] in ("compared", "measured", "tested") and row["comparison"] == "no":
        raise ValueError(f"{case}: what is {row['evidence']} has a comparison.")
    unknown = set(row["passage_ids"].split(";")) - passages
    unknown |= {row["claim_id"]} - claims - {""}
    if unknown:
        raise ValueError(f"{case}: no such passage or claim: {', '.join(sorted(unknown))}.")
    return {"case_id": f"K{number:02d}", **row, "verdict": VERDICTS[row["evidence"]]}


if __name__ == "__main__":
    (HERE / "cases.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
