"""What holds of every dataset: bytes, builds, units, ranges, keys, sources, verdicts, lessons."""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

from longwave.data.rows import rows_to_bytes
from tools.datasets import build_rows, expected_files, named_sources

ROOT = Path(__file__).parents[2]
LESSON = re.compile(r"(0\d|1\d|2\d|3[0-5])-[a-z-]+")
UNIT_WORDS = {
    "million_usd": "million USD",
    "billion_usd": "billion USD",
    "trillion_yuan": "trillion yuan",
    "percent_gdp": "per cent of GDP",
    "degrees": "degrees",
    "thousand_units": "thousand units",
}
NO_SOURCE = {"text itself", "no source seen", "no source found"}


def test_bytes_and_sha256_are_those_of_the_passport(dataset, shelf):
    resource = shelf.descriptor(dataset)["resources"][0]
    content = (shelf.folder / dataset / resource["path"]).read_bytes()
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_build_gives_the_file_byte_for_byte(dataset, shelf):
    built = rows_to_bytes(build_rows(shelf.folder / dataset))
    assert built == (shelf.folder / dataset / f"{dataset}.csv").read_bytes()


def test_passports_and_catalogue_are_up_to_date(shelf):
    stale = [path.name for path, content in expected_files(shelf.folder).items() if path.read_bytes() != content]
    assert stale == []


def test_all_datasets_together_stay_under_two_megabytes(shelf):
    size = sum(path.stat().st_size for path in shelf.folder.rglob("*") if path.is_file())
    assert size < 2_000_000


def test_a_passport_says_what_its_dataset_cannot_say_and_why_it_may_be_passed_on(dataset, shelf):
    descriptor = shelf.descriptor(dataset)
    assert descriptor["kind"] in ("transcribed", "constructed", "synthetic")
    for key in ("description", "cannot_say", "redistribution"):
        assert len(descriptor[key].split()) >= 8, key
    assert descriptor["checks"]
    assert descriptor["licenses"][0]["name"]


def test_every_number_has_a_unit(dataset, shelf):
    numbers = [field for field in shelf.fields(dataset) if field["type"] in ("integer", "number")]
    assert [field["name"] for field in numbers if not field.get("unit")] == []


def test_a_unit_in_a_column_name_is_the_unit_of_its_passport(dataset, shelf):
    for field in shelf.fields(dataset):
        for word, unit in UNIT_WORDS.items():
            if f"_{word}" in f"_{field['name']}" and field["type"] != "string":
                assert field["unit"].startswith(unit), field["name"]


def test_every_number_has_limits_and_every_cell_keeps_its_constraints(dataset, shelf):
    rows = shelf.rows(dataset)
    for field in shelf.fields(dataset):
        constraints = field.get("constraints", {})
        if field["type"] in ("integer", "number"):
            assert {"minimum", "maximum"} <= set(constraints) or "enum" in constraints, field["name"]
        for row in rows:
            assert _keeps(row[field["name"]], field, constraints), (field["name"], row[field["name"]])


def _keeps(cell: str, field: dict, constraints: dict) -> bool:
    if cell == "":
        return not constraints.get("required")
    if field["type"] in ("integer", "number"):
        number = float(cell)
        whole = field["type"] == "number" or number == int(number)
        allowed = "enum" not in constraints or number in constraints["enum"]
        return whole and allowed and constraints.get("minimum", number) <= number <= constraints.get("maximum", number)
    if field["type"] == "boolean":
        return cell in ("true", "false")
    return cell in constraints.get("enum", [cell]) and bool(re.fullmatch(constraints.get("pattern", ".*"), cell))


def test_the_columns_are_those_of_the_passport(dataset, shelf):
    assert list(shelf.rows(dataset)[0]) == [field["name"] for field in shelf.fields(dataset)]


def test_keys_are_unique(dataset, shelf):
    key = shelf.descriptor(dataset)["resources"][0]["schema"]["primaryKey"]
    counts = Counter(tuple(row[column] for column in key) for row in shelf.rows(dataset))
    assert [value for value, count in counts.items() if count > 1] == []


def test_years_lie_between_1700_and_2040(dataset, shelf):
    columns = [field["name"] for field in shelf.fields(dataset) if field.get("unit") in ("year", "fiscal year")]
    for row in shelf.rows(dataset):
        for column in columns:
            assert row[column] == "" or 1700 <= int(row[column]) <= 2040, (column, row[column])


def test_every_source_id_exists(dataset, shelf):
    known = {row["source_id"] for row in shelf.rows("sources")}
    named = named_sources(shelf.rows(dataset)) | set(shelf.descriptor(dataset)["origin"])
    assert sorted(named - known) == []


def test_every_source_is_used(shelf):
    used = _named_in_notebooks()
    for name in shelf.names:
        used |= named_sources(shelf.rows(name)) | set(shelf.descriptor(name)["origin"])
    assert sorted({row["source_id"] for row in shelf.rows("sources")} - used) == []


def _named_in_notebooks() -> set[str]:
    """Return every word that the notebooks' cells hold: a source may be cited by a lesson alone."""
    files = [path for folder in ("lessons", "solutions") for path in (ROOT / folder).rglob("*.ipynb")]
    cells = [cell for path in files for cell in json.loads(path.read_text("utf-8"))["cells"]]
    return set(re.findall(r"\w+", " ".join("".join(cell["source"]) for cell in cells)))


def test_a_verdict_other_than_confirmed_has_a_source_or_says_that_none_was_found(dataset, shelf):
    for row in shelf.rows(dataset):
        if row.get("verdict", "confirmed") != "confirmed" and "basis" in row:
            assert row["source_ids"] or row["basis"] in NO_SOURCE, row


def test_a_row_that_claims_a_source_names_one(dataset, shelf):
    for row in shelf.rows(dataset):
        marks = {row.get("verification", ""), row.get("basis", "")}
        if any(mark.startswith("source seen") for mark in marks):
            assert row["source_ids"], row


def test_every_row_of_the_ledgers_names_a_lesson_of_the_syllabus(shelf):
    lessons = [row["lesson"] for row in shelf.rows("syllabus")]
    assert [lesson[:2] for lesson in lessons] == [f"{number:02d}" for number in range(36)]
    for ledger in ("claims", "passages", "roadmap"):
        assert {row["lesson"] for row in shelf.rows(ledger)} <= set(lessons)
    assert all(LESSON.fullmatch(lesson) for lesson in lessons)


def test_the_syllabus_counts_the_rows_of_both_ledgers(shelf):
    for ledger in ("passages", "claims"):
        counts = Counter(row["lesson"] for row in shelf.rows(ledger))
        assert {row["lesson"]: int(row[ledger]) for row in shelf.rows("syllabus") if row[ledger] != "0"} == counts


def test_every_lesson_teaches_something_of_the_papers(shelf):
    assert all(int(row["passages"]) + int(row["claims"]) > 0 for row in shelf.rows("syllabus"))
