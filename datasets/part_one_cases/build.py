"""Check part_one_cases.csv, typed as it is shipped: the facts of Part I's real cases."""

from pathlib import Path

from longwave.data.rows import Row, read_facts, rows_to_bytes

HERE = Path(__file__).parent

# The one rule for the marks, by who tells a fact. A fact against which something speaks is disputed, whoever tells it.
MARKS = {"who could know": "confirmed", "two apart": "confirmed", "an estimate": "reported", "second hand": "reported"}

# Two addresses of one paper, or two papers of one study, are one source.
ONE_SOURCE = (
    {"NBER7552", "SSRN214952"},
    {"MPRA26214", "MPRA9606"},
    {"NBER7066", "SSRN239932"},
    {"BRAY12", "SSRN2336301"},
    {"OR15", "OR15B"},
    {"OR10", "INTERFACES10"},
    {"MNSC12", "PBC11"},
    {"FANG08", "FOSTER08"},
    {"MSI16", "IJRM18"},
)


def build(folder: Path) -> list[Row]:
    """Return the facts in the order of the file; refuse one whose unit, source, id or mark is not right."""
    rows = read_facts(folder)
    for row in rows:
        _refuse_wrong_mark(row)
    return rows


def _refuse_wrong_mark(row: Row) -> None:
    told_by, verdict = row["told_by"], row["verdict"]
    if told_by not in MARKS:
        raise ValueError(f"{row['fact_id']}: told by {told_by!r}, which is none of {', '.join(MARKS)}.")
    if verdict not in (MARKS[told_by], "disputed"):
        raise ValueError(f"{row['fact_id']}: told by {told_by!r}, so it is {MARKS[told_by]} and not {verdict}.")
    sources = set(row["source_ids"].split(";"))
    if told_by == "two apart" and (len(sources) < 2 or any(sources <= one for one in ONE_SOURCE)):
        raise ValueError(f"{row['fact_id']}: two sources apart are not two addresses of one paper.")


if __name__ == "__main__":
    (HERE / "part_one_cases.csv").write_bytes(rows_to_bytes(build(HERE)))
