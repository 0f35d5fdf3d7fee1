import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.business_models import cohen_kappa
from longwave.topics.policy_record import furthest_stage, kappa_table, levers_by_means, months_between, shuffled_kappas
from longwave.topics.policy_record.models import LEVERS, STAGES, decimal_year

careful = settings(deadline=None, derandomize=True)
codes = st.lists(st.sampled_from(LEVERS), min_size=2, max_size=12)


def codings() -> pd.DataFrame:
    record = load("policy_record").set_index("item")
    others = load("policy_codings").pivot(index="item", columns="coder", values="lever")
    return pd.DataFrame({"means": levers_by_means(record["lever"]), **others})


def test_one_vote_of_one_chamber_makes_no_law():
    assert furthest_stage(False, False, False) == "bill introduced"
    assert furthest_stage(True, False, False) == furthest_stage(False, True, False) == "passed one chamber"
    assert furthest_stage(True, True, False) == "passed both chambers"
    assert furthest_stage(True, True, True) == "law"
    with pytest.raises(InputError, match="both chambers"):
        furthest_stage(True, False, True)


def test_the_stages_of_the_record_follow_from_its_dates():
    bills = load("policy_record").query("stage in ['bill introduced', 'passed one chamber']")
    for row in bills.itertuples():
        assert furthest_stage(row.passed_house != "", row.passed_senate != "", row.became_law != "") == row.stage
    assert set(load("policy_record").stage) == set(STAGES)


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
    assert months_between(*dates) == 0


def test_months_cross_a_year_and_may_run_backwards():
    assert months_between("2014-11", "2014-12") == 1
    assert months_between("2017-07", "2017-06-01") == -1
    assert months_between("2020-05", "2021-04-20") == 11
    with pytest.raises(InputError, match="a month is needed"):
        months_between("2020", "2021-04")


def test_means_become_levers_and_a_name_moves_none():
    assert levers_by_means({"RAMI": "institutions", "brand": "name"}).to_dict() == {
        "RAMI": "joint innovation",
        "brand": "",
    }
    with pytest.raises(InputError, match="not 'magic'"):
        levers_by_means({"x": "magic"})


def test_the_three_coders_by_hand():
    table = kappa_table(codings())
    assert table.both.tolist() == [8, 8, 8]
    assert table.loc["means – title", ["alike", "by chance", "kappa"]].tolist() == pytest.approx([5, 15 / 64, 25 / 49])
    assert table.loc["means – heading", ["alike", "by chance", "kappa"]].tolist() == pytest.approx([1, 16 / 64, -1 / 6])
    assert table.loc["heading – title", ["alike", "by chance", "kappa"]].tolist() == pytest.approx([2, 14 / 64, 0.04])


def test_without_the_duplicate_the_best_pair_agrees_less():
    table = kappa_table(codings().drop(index=1))
    assert table.loc["means – title", ["agreement", "kappa"]].tolist() == pytest.approx([4 / 7, 17 / 38])


def test_a_pair_with_one_code_or_no_common_case_has_no_kappa():
    table = kappa_table(pd.DataFrame({"A": ["x", "x", ""], "B": ["x", "x", ""], "C": ["", "", "y"]}))
    assert table.kappa.isna().all()
    assert table.alike.tolist() == [2, 0, 0]
    with pytest.raises(InputError, match="two coders"):
        kappa_table(pd.DataFrame({"A": ["x"]}))


@careful
@given(codes, st.randoms(use_true_random=False))
def test_shuffled_kappas_lie_between_the_worst_and_full_agreement(first, random):
    second = random.sample(first, len(first))
    if len(set(first)) == 1:
        with pytest.raises(InputError, match="0 over 0"):
            shuffled_kappas(dict(enumerate(first)), dict(enumerate(second)), 3, np.random.default_rng(0))
        return
    found = shuffled_kappas(dict(enumerate(first)), dict(enumerate(second)), 20, np.random.default_rng(0))
    assert len(found) == 20
    assert (found <= 1 + 1e-9).all()
    assert (found >= -1 - 1e-9).all()


def test_shuffling_gives_kappas_around_nought_that_the_formula_also_gives():
    both = codings()
    found = shuffled_kappas(both["means"], both["title"], 4000, np.random.default_rng(1))
    assert found.mean() == pytest.approx(0, abs=0.02)
    steps = (found * 49 + 15) / 8
    assert steps == pytest.approx(steps.round())
    assert cohen_kappa(both["means"], both["title"]) == pytest.approx(25 / 49)


def test_nothing_in_common_is_refused():
    with pytest.raises(InputError, match="no case"):
        shuffled_kappas({"a": "x"}, {"a": ""}, 5, np.random.default_rng(0))
