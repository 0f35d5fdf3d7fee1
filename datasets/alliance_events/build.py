"""Build alliance_events.csv: paper 003's events of working with allies, with the verdicts of the ledger of claims."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


def build(raw: Path) -> list[Row]:
    """Return the events in the order of the paper; verdict, basis and sources come from the claims they rest on."""
    claims = {row["claim_id"]: row for row in read_rows(raw.parents[1] / "claims/claims.csv")}
    passages = {row["passage_id"] for row in read_rows(raw.parents[1] / "passages/passages.csv")}
    rows = []
    for row in read_rows(raw / "events.csv"):
        if row["passage_id"] not in passages:
            raise ValueError(f"{row['event']}: there is no passage {row['passage_id']}.")
        rows.append(_with_verdict(row, claims))
    return rows


def _with_verdict(row: Row, claims: dict[str, Row]) -> Row:
    ids = row["claim_ids"].split(";")
    if unknown := [claim for claim in ids if claim not in claims]:
        raise ValueError(f"{row['event']}: there is no claim {unknown[0]}.")
    first = claims[ids[0]]
    sources = sorted({source for claim in ids for source in claims[claim]["source_ids"].split(";") if source})
    if bool(sources) != bool(row["checked_date"]):
        raise ValueError(f"{row['event']}: a checked date and a source must stand together.")
    found = {"date_found": _found(row), "verdict": first["verdict"], "basis": first["basis"]}
    return row | found | {"source_ids": ";".join(sources)}


def _found(row: Row) -> str:
    """Say how the printed date compares with the checked one; a date stands if the checked one lies within it."""
    if not row["checked_date"]:
        return "no source"
    if not row["printed_date"]:
        return "no date printed"
    return "stands" if row["checked_date"].startswith(row["printed_date"]) else "wrong"


if __name__ == "__main__":
    (HERE / "alliance_events.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
