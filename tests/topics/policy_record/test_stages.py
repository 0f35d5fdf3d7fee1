import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.policy_record import coded_record, furthest_stage, levers_by_means, months_between
from longwave.topics.policy_record.models.stages import LEVERS, STAGES, decimal_year

careful = settings(deadline=None, derandomize=True)


def test_one_vote_of_one_chamber_makes_no_law():
    assert furthest_stage(False, False) == "bill introduced"
    assert furthest_stage(True, False) == furthest_stage(False, True) == "passed one chamber"
    assert furthest_stage(True, True) == "passed both chambers"
    assert furthest_stage(True, True, "signed") == "law"


def test_a_veto_ends_a_bill_unless_both_chambers_override_it():
    assert furthest_stage(True, True, "vetoed") == "vetoed"
    assert furthest_stage(True, True, "vetoed", override_house=True) == "vetoed"
    assert furthest_stage(True, True, "vetoed", True, True) == "law over a veto"
    assert furthest_stage(True, True, "let ten days pass") == "law without a signature"
    assert furthest_stage(True, True, "let ten days pass after Congress left") == "vetoed in the pocket"


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ((True, False, "signed"), "both chambers"),
        ((True, True, "signed", True), "only if president is 'vetoed'"),
        ((True, True, "shrugged"), "not 'shrugged'"),
    ],
)
def test_what_the_constitution_does_not_know_is_refused(case, says):
    with pytest.raises(InputError, match=says):
        furthest_stage(*case)


def test_the_stages_of_the_record_follow_from_its_dates():
    acts = {"": "has not acted", "signature": "signed"}
    for row in load("policy_record").query("introduced != ''").itertuples():
        passed = row.passed_house != "", row.passed_senate != ""
        if row.stage == "duplicate" or row.title.startswith("Revitalize"):
            continue  # the rider's own bill passed one chamber, and its host both
        assert furthest_stage(*passed, acts[row.law_by]) == row.stage
    assert set(load("policy_record").stage) == set(STAGES)


def test_the_chips_law_has_its_votes_and_its_shell():
    row = load("policy_record").set_index("item").loc[8]
    assert (row.introduced, row.passed_senate, row.passed_house) == ("2021-07-01", "2022-07-27", "2022-07-28")
    assert row.carried_by.startswith("H.R. 4346")


@pytest.mark.parametrize(("date", "year"), [("2014", 2014.5), ("2014-01", 2014.0417), ("2022-08-09", 2022.6048)])
def test_a_date_is_as_precise_as_it_is_written(date, year):
    assert decimal_year(date) == pytest.approx(year, abs=1e-4)


@pytest.mark.parametrize("date", ["", "2021-13", "May 2021", "2021-01-01-01", None])
def test_what_is_no_date_is_refused(date):
    with pytest.raises(InputError, match="a date must have the form"):
        decimal_year(date)


@careful
@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28), st.integers(1, 28))
def test_later_days_lie_later(year, month, day, other):
    dates = [f"{year}-{month:02d}-{which:02d}" for which in sorted((day, other))]
    assert year <= decimal_year(dates[0]) <= decimal_year(dates[1]) < year + 1


def test_months_cross_a_year_and_may_run_backwards():
    assert months_between("2014-11", "2014-12") == 1
    assert months_between("2017-07", "2017-06-01") == -1
    assert months_between("2021-01-01", "2022-08-09") == 19
    with pytest.raises(InputError, match="a month is needed"):
        months_between("2020", "2021-04")


def test_means_become_levers_and_a_name_moves_none():
    assert levers_by_means({"RAMI": "institutions", "brand": "name"}).to_dict() == {
        "RAMI": "joint innovation",
        "brand": "",
    }
    assert set(levers_by_means(pd.Series(coded_record()["lever"]))) <= {*LEVERS, ""}
    with pytest.raises(InputError, match="not 'magic'"):
        levers_by_means({"x": "magic"})
