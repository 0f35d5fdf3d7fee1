"""Build policy_codings.csv: two codings of the ten policies into the paper's five levers, each by its written rule."""

from pathlib import Path

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent
LEVER_OF_PART = {
    "三(一)": "top-level design",
    "三(二)": "technology",
    "三(三)": "talent",
    "三(四)": "joint innovation",
    "三(五)": "ecosystem",
}
RULES = {
    "heading": "The heading of the first part of 三 that names the text again after the list; open if none does",
    "title": "The first of these words, in this order, that stands in the English title; open if none does",
}


def build(raw: Path) -> list[Row]:
    """Return the ten policies as each coder codes them; a policy that a rule does not reach is left open."""
    policies = read_rows(raw.parents[1] / "policy_record/policy_record.csv")
    parts, words = read_rows(raw / "parts.csv"), read_rows(raw / "words.csv")
    if [row["item"] for row in parts] != [row["item"] for row in policies]:
        raise ValueError("The items must be those of policy_record, in the same order.")
    unknown = {row["lever"] for row in words} - set(LEVER_OF_PART.values())
    if unknown:
        raise ValueError(f"The word list names no such lever: {', '.join(sorted(unknown))}.")
    by_heading = [_coded(row, "heading", row["parts"], _lever_of(row), row["note"]) for row in parts]
    found = [_first_word(policy["title"], words) for policy in policies]
    order = RULES["title"] + ": " + ", ".join(f"{row['word']} ({row['lever']})" for row in words)
    by_title = [
        _coded(row, "title", entry["word"], entry["lever"], "", order) for row, entry in zip(parts, found, strict=True)
    ]
    return by_heading + by_title


def _coded(row: Row, coder: str, evidence: str, lever: str, note: str, rule: str = "") -> Row:
    start = {"coder": coder, "item": row["item"], "short_title": row["short_title"]}
    return {**start, "lever": lever, "evidence": evidence, "rule": rule or RULES[coder], "note": note}


def _lever_of(row: Row) -> str:
    if not row["parts"]:
        return ""
    first = row["parts"].split(";")[0]
    if first not in LEVER_OF_PART:
        raise ValueError(f"{row['short_title']}: {first!r} is not a part of 三.")
    return LEVER_OF_PART[first]


def _first_word(title: str, words: list[Row]) -> Row:
    in_title = set(title.split())
    return next((row for row in words if row["word"] in in_title), {"word": "", "lever": ""})


if __name__ == "__main__":
    (HERE / "policy_codings.csv").write_bytes(rows_to_bytes(build(HERE / "raw")))
