"""Build claims.csv from three transcriptions: claims in the prose, the cells of Table 1, the cells of Table 2.

The printed cells are taken from the raw rows of the two table datasets, so that each is transcribed once.
"""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
# Column of Table 2: what it is, its printed heading, and where the raw table keeps the printed cell.
TABLE2_COLUMNS = {
    "name": ("name", "机构名称", "name_as_printed"),
    "lead": ("lead organisation", "牵头机构", "lead_as_printed"),
    "technology": ("technology field", "技术领域", "technology_as_printed"),
    "agency": ("founding agency", "建立机构", "agency_as_printed"),
    "headquarters": ("headquarters", "总部位置", "headquarters_as_printed"),
    "founded": ("month of founding", "建立时间", "founded_as_printed"),
    "money": ("federal and non-federal investment", "联邦 / 非联邦投资情况", "money_as_printed"),
    "years": ("planned years", "计划投资时间", "years_planned"),
    "members": ("members", "会员数量", "members"),
}
TABLE2_UNITS = {"money": "hundred million USD (header)", "years": "years", "members": "members"}


def build(raw: Path) -> list[Row]:
    """Return all claims of both papers in the order of their ids."""
    datasets = raw.parents[1]
    institutes = read_rows(datasets / "institutes_table2/raw/table2.csv")
    rows = [
        *read_rows(raw / "prose.csv"),
        *(_table1_claim(cell) for cell in read_rows(datasets / "revolutions_table1/raw/table1.csv")),
        *(_table2_claim(cell, institutes) for cell in read_rows(raw / "table2_cells.csv")),
    ]
    return sorted(rows, key=lambda row: row["claim_id"])


def _table1_claim(cell: Row) -> Row:
    moved = {"as printed": "", "lost": "The right cell is lost", "cut short": "Cut short; the rest is lost"}
    return {
        "claim_id": cell["claim_id"],
        "paper": "003",
        "section": "表1",
        "passage_id": "003-p011",
        "claim": f"Table 1, revolution {cell['revolution']}, {cell['aspect'].lower()}",
        "term_zh": cell["aspect_zh"],
        "printed_value": cell["printed"],
        "unit": "",
        "year": "",
        "verdict": cell["verdict"],
        "detail": "" if cell["repair_status"] == "as printed" else cell["repair_status"],
        "checked_value": moved.get(cell["repair_status"], f"Repaired: {cell['repaired']}"),
        "source_ids": cell["source_ids"],
        "basis": "source seen for part"
        if cell["verdict"] in {"wrong", "disputed"} and cell["source_ids"]
        else "text itself",
        "note": cell["note"],
        "lesson": "33-lab-revolutions",
    }


def _table2_claim(cell: Row, institutes: list[Row]) -> Row:
    institute = institutes[int(cell["row"]) - 1]
    meaning, heading, column = TABLE2_COLUMNS[cell["column"]]
    return {
        "claim_id": cell["claim_id"],
        "paper": "003",
        "section": "表2",
        "passage_id": "003-p072",
        "claim": f"Table 2, row {cell['row']}, {institute['institute']}: {meaning}",
        "term_zh": heading,
        "printed_value": institute[column],
        "unit": TABLE2_UNITS.get(cell["column"], ""),
        "year": "",
        **{key: cell[key] for key in ("verdict", "detail", "checked_value", "source_ids", "basis", "note", "lesson")},
    }


if __name__ == "__main__":
    (HERE / "claims.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
