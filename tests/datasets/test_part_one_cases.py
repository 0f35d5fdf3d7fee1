"""The marks of the real cases: one rule, by who could know."""

import pytest

from longwave.data import load


@pytest.fixture(scope="module")
def cases():
    return load("part_one_cases")


def test_a_sellers_figures_on_others_are_reported_even_on_its_own_page(cases):
    asked = cases.fact_id.eq("00-when") | cases.fact_id.eq("00-firms")
    sold = cases[cases.actor.eq("Senseye") & ~asked]
    assert sold.source_ids.str.contains("SENSEYE2").any()
    assert set(sold.told_by) == {"an estimate"}
    assert set(sold.verdict) == {"reported"}


def test_a_study_that_we_opened_tells_its_own_result(cases):
    abstracts = "COHEN16|NBER13711|MPRA26214|LUCAZERVAS16|BRAY12|CARVALHO21|OR15"
    studies = cases[cases.source_ids.str.contains(abstracts)]
    assert set(studies.told_by) == {"who could know"}
    assert set(studies.verdict) == {"confirmed"}


def test_copies_of_a_firms_count_stay_second_hand_however_many(cases):
    copied = cases[cases.fact_id.isin(["00-won", "05-2021-1m", "05-2024-50k"])]
    assert (copied.source_ids.str.count(";") == 1).all()
    assert set(copied.told_by) == {"second hand"}
