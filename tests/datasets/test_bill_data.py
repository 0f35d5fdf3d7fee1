import shutil
from pathlib import Path

import pytest

from longwave.data import load
from tools.datasets import build_rows

DATASETS = Path(__file__).parents[2] / "datasets"


def changed(tmp_path: Path, name: str, file: str, old: str, new: str) -> Path:
    folder = tmp_path / name
    shutil.copytree(DATASETS / name, folder)
    raw = folder / "raw" / file
    text = raw.read_text(encoding="utf-8")
    assert old in text
    raw.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "says"),
    [
        ("bill_votes", "votes.csv", ",81,13,", ",61,33,", "fewer than the 63"),
        ("chips_science_money", "money.csv", "NSF,2024,requested", "NSF,2024,authorised", "stands twice"),
        (
            "chips_science_money",
            "money.csv",
            "all three,2023,appropriated,19.6",
            "all three,2023,appropriated,21",
            "add up",
        ),
        ("chips_science_money", "money.csv", "NSF,2026,authorised,17.85", "NSF,2026,authorised,18.85", "81"),
        ("policy_record", "policies.csv", "signature", "", "how it came into force"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused(name, file, old, new, says, tmp_path):
    with pytest.raises(ValueError, match=says):
        build_rows(changed(tmp_path, name, file, old, new))


def test_fiscal_2024_of_the_science_foundation_is_58_per_cent():
    sums = load("chips_science_money").query("agency == 'NSF' and fiscal_year == 2024").set_index("stage").billion_usd
    assert round(100 * sums["appropriated"] / sums["authorised"]) == 58


def test_three_agencies_were_eight_billion_short():
    sums = load("chips_science_money").query("agency == 'all three' and fiscal_year == 2024").set_index("stage")
    assert sums.billion_usd["authorised"] - sums.billion_usd["appropriated"] == pytest.approx(8.04)
