"""Each check is proved on a copy: a fault is planted, and the test that guards against it must fail.

Where a coarser check would catch the fault first, bytes and sha256 are put right again, so that the named test alone
speaks.
"""

import hashlib
import importlib.util
import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from longwave.data.rows import Row, read_rows, rows_to_bytes

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def shipped_tests() -> ModuleType:
    """The module `test_shipped.py`, whose tests are called on copies."""
    specification = importlib.util.spec_from_file_location("shipped_tests", HERE / "test_shipped.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def failures(test: Callable, shelf) -> list[str]:
    """Call a test of `test_shipped.py` on every dataset of a copy; return those on which it fails."""
    of_each = "dataset" in inspect.signature(test).parameters
    failed = []
    for name in shelf.names if of_each else ["all"]:
        try:
            test(**({"dataset": name} if of_each else {}), shelf=shelf)
        except AssertionError:
            failed.append(name)
    return failed


def change_rows(copy: Path, name: str, change: Callable[[list[Row]], list[Row]]) -> None:
    """Change the rows of a CSV file and make its passport agree with the new bytes."""
    path = copy / name / f"{name}.csv"
    content = rows_to_bytes(change(read_rows(path)))
    path.write_bytes(content)
    digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
    change_resource(copy, name, lambda resource: resource.update(bytes=len(content), hash=digest))


def change_resource(copy: Path, name: str, change: Callable[[dict], None]) -> None:
    """Change the resource of a passport in place."""
    path = copy / name / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor["resources"][0])
    path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def put(column: str, value: str, where: Callable[[Row], bool]) -> Callable[[list[Row]], list[Row]]:
    """Return a change that writes a value into a column of the rows that a condition names."""
    return lambda rows: [row | ({column: value} if where(row) else {}) for row in rows]


def test_an_unharmed_copy_passes_every_test(copied_shelf, shipped_tests):
    tests = [test for name, test in vars(shipped_tests).items() if name.startswith("test_")]
    assert len(tests) > 15
    assert [test.__name__ for test in tests if failures(test, copied_shelf)] == []


def test_a_flipped_byte_in_any_file_makes_pytest_fail(copied_shelf):
    for name in copied_shelf.names:
        path = copied_shelf.folder / name / f"{name}.csv"
        content = bytearray(path.read_bytes())
        content[-2] ^= 1
        path.write_bytes(content)
    test = f"{HERE / 'test_shipped.py'}::test_bytes_and_sha256_are_those_of_the_passport"
    result = subprocess.run(
        [sys.executable, "-m", "pytest", test, "-q", "-p", "no:cacheprovider"],
        env={**os.environ, "LONGWAVE_TEST_DATASETS": str(copied_shelf.folder)},
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1, result.stdout
    assert [name for name in copied_shelf.names if f"passport[{name}]" not in result.stdout] == []
    assert f"{len(copied_shelf.names)} failed" in result.stdout


def _swap_unit(copy: Path) -> None:
    def swap(resource: dict) -> None:
        field = next(item for item in resource["schema"]["fields"] if item["name"] == "federal_million_usd")
        field["unit"] = "billion USD"

    change_resource(copy, "institutes_table2", swap)


def _forget_unit(copy: Path) -> None:
    change_resource(copy, "robot_density", lambda resource: resource["schema"]["fields"][2].pop("unit"))


def _right_unit_as_printed(copy: Path) -> None:
    change_rows(copy, "institutes_table2", put("unit_right_million_usd", "100", lambda row: row["row"] == "9"))


def _drop_source(copy: Path) -> None:
    change_rows(copy, "sources", lambda rows: [row for row in rows if row["source_id"] != "SSTIARM"])


def _add_unused_source(copy: Path) -> None:
    change_rows(copy, "sources", lambda rows: [*rows, rows[-1] | {"source_id": "NOBODY"}])


def _take_source_from_a_wrong_claim(copy: Path) -> None:
    change_rows(copy, "claims", put("source_ids", "", lambda row: row["claim_id"] == "003-031"))


def _put_money_out_of_range(copy: Path) -> None:
    change_rows(copy, "institutes_table2", put("federal_million_usd", "800", lambda row: row["institute"] == "ARM"))


def _put_share_out_of_range(copy: Path) -> None:
    change_rows(copy, "household_adoption", put("percent", "450", lambda row: row["year"] == "1930"))


def _repeat_a_row(copy: Path) -> None:
    change_rows(copy, "bass_sales", lambda rows: [*rows, rows[-1]])


def _name_an_unknown_lesson(copy: Path) -> None:
    change_rows(copy, "claims", put("lesson", "33-nowhere", lambda row: row["claim_id"] == "000-001"))


def _put_a_year_in_the_future(copy: Path) -> None:
    change_rows(copy, "long_waves", put("start_earliest_year", "2787", lambda row: row["wave"] == "1"))


def _edit_the_file_behind_its_build(copy: Path) -> None:
    change_rows(copy, "patent_rates", put("percent", "64.2", lambda row: row["claim_id"] == "000-029"))


FAULTS = {
    "swapped unit in a passport": (
        _swap_unit,
        "institutes_table2",
        "test_a_unit_in_a_column_name_is_the_unit_of_its_passport",
    ),
    "forgotten unit": (_forget_unit, "robot_density", "test_every_number_has_a_unit"),
    "swapped unit in a row": (
        _right_unit_as_printed,
        "institutes_table2",
        "test_every_number_has_limits_and_every_cell_keeps_its_constraints",
    ),
    "dropped source": (_drop_source, "institutes_table2", "test_every_source_id_exists"),
    "unused source": (_add_unused_source, "all", "test_every_source_is_used"),
    "wrong claim without its source": (
        _take_source_from_a_wrong_claim,
        "claims",
        "test_a_verdict_other_than_confirmed_has_a_source_or_says_that_none_was_found",
    ),
    "money out of range": (
        _put_money_out_of_range,
        "institutes_table2",
        "test_every_number_has_limits_and_every_cell_keeps_its_constraints",
    ),
    "share out of range": (
        _put_share_out_of_range,
        "household_adoption",
        "test_every_number_has_limits_and_every_cell_keeps_its_constraints",
    ),
    "repeated row": (_repeat_a_row, "bass_sales", "test_keys_are_unique"),
    "unknown lesson": (_name_an_unknown_lesson, "all", "test_every_row_of_the_ledgers_names_a_lesson_of_the_syllabus"),
    "year in the future": (_put_a_year_in_the_future, "long_waves", "test_years_lie_between_1700_and_2040"),
    "edited file": (_edit_the_file_behind_its_build, "patent_rates", "test_build_gives_the_file_byte_for_byte"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_makes_its_test_fail(fault, copied_shelf, shipped_tests):
    plant, dataset, test = FAULTS[fault]
    plant(copied_shelf.folder)
    assert dataset in failures(getattr(shipped_tests, test), copied_shelf)
