"""The closing table of Part II: each number is one that its lesson shows, and that the datasets give."""

import re

import pytest

from longwave.data import load, part_two_claims
from longwave.topics.lock_in import needed_advantage
from longwave.topics.waves import dated_waves, shrinking_tests
from tests.data.lesson_texts import shown_in

CLAIMS = part_two_claims()
STANDS = CLAIMS["what stands"]
WORLD = load("photovoltaics_world").set_index("year")


@pytest.mark.parametrize("lesson", CLAIMS.index)
def test_each_number_of_a_row_stands_in_its_lesson(lesson):
    row = CLAIMS.loc[lesson]
    numbers = re.findall(r"\d[\d,.]*\d|\d", " ".join(row[["the test", "what stands", "for solar cells"]]))
    text = shown_in(lesson)
    assert [number for number in numbers if number not in text and number.replace(",", "") not in text] == []


def added(country):
    rows = load("photovoltaics_countries")
    return rows[rows["country"] == country].set_index("year")["installed_mw"].diff()


def test_the_same_again_is_too_low_from_every_origin():
    low = []
    for column, origins in (("shipped_mw", range(1985, 2005)), ("installed_mw", range(2006, 2018))):
        stock = WORLD[column]
        low += [stock[year] + 5 * (stock[year] - stock[year - 1]) < stock[year + 5] for year in origins]
    assert sum(low) == len(low) == 32
    assert "32 forecasts of 32" in CLAIMS.loc["12", "for solar cells"]


def test_the_next_to_last_step_needs_two_in_three():
    assert needed_advantage(5, -4) == pytest.approx(2 / 3, abs=1e-3)


def test_spain_filled_its_cap_after_a_year_and_passed_its_peak_in_2019():
    spain = added("Spain")
    assert spain.loc[2008:2011].round().tolist() == [2890, 39, 450, 410]
    assert spain.loc[2009:].index[spain.loc[2009:] > spain[2008]][0] == 2019


def test_two_of_six_datings_shrink_and_the_papers_does_not():
    tests = shrinking_tests(dated_waves(load("long_waves")))["date errors", "shorter"]
    assert (tests < 0.05).sum() == 2
    assert round(tests["Chinese dating after van Duijn"], 2) == 0.08


def test_japans_share_of_cells_fell_while_its_gigawatts_rose():
    makers = load("photovoltaics_makers").pivot(index="year", columns="place")
    assert makers["percent"]["Japan"].loc[[2012, 2016]].round(1).tolist() == [8.2, 4.0]
    assert makers["made_gw"]["Japan"][2016] > makers["made_gw"]["Japan"][2012]


def test_the_row_of_the_table_counts_the_ledger():
    verdicts = load("claims").query("passage_id == '003-p011'")["verdict"]
    assert len(verdicts) == 52
    assert f"of {len(verdicts)} claims {(verdicts == 'wrong').sum()} are" in STANDS["11"]
