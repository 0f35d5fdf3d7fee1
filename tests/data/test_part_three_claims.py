"""The closing table of Part III: verdicts counted in the ledger, numbers that each lesson shows."""

import re

import pytest

from longwave.data import load, part_three_claims
from longwave.topics.manufacturing_usa import institute_leverage
from longwave.topics.research_money import prices, real_changes, response
from tests.data.lesson_texts import shown_in

TABLE = part_three_claims()


def test_each_lesson_of_the_part_has_a_row():
    assert list(TABLE.index) == ["19", "20", "21", "22", "23", "24"]


@pytest.mark.parametrize("lesson", TABLE.index)
def test_each_number_of_what_stands_is_in_its_lesson(lesson):
    numbers = re.findall(r"\d[\d,.]*\d|\d", TABLE.loc[lesson, "what stands"])
    text = shown_in(lesson)
    assert numbers
    assert [number for number in numbers if number not in text] == []


@pytest.mark.parametrize("lesson", TABLE.index)
def test_the_verdicts_of_a_row_are_those_of_the_ledger(lesson):
    taught = load("claims").query("lesson.str.startswith(@lesson + '-')")
    counted = {verdict: int(count) for count, verdict in re.findall(r"(\d+) ([a-z ]+)", TABLE.loc[lesson, "verdicts"])}
    assert counted == taught["verdict"].value_counts().to_dict()


def test_cases_are_told_with_what_changed_beyond_their_programme():
    changed = TABLE["beyond the programme"]
    assert changed["20"] == "SEMATECH: firm, industry (disputed); institutes: nothing seen; Catapult: nothing seen"
    assert changed["24"] == "export controls: firm (disputed), industry (disputed), system"
    levels = load("us_patterns").query("aspect in ('firm', 'industry', 'system') and code != 'not seen'")
    assert sum(len(re.findall("firm|industry|system", row)) for row in changed) == len(levels)


def test_the_response_and_the_pledges_are_those_that_the_data_give():
    line = response(real_changes(load("research_payers"), prices()))
    assert f"by −{-line['low']:.2f} to {line['high']:.2f}%" in TABLE.loc["21", "what stands"]
    money = institute_leverage()
    assert TABLE.loc["20", "what stands"].startswith(f"{money['others'].sum() / money['federal'].sum():.2f} dollars")


def test_four_of_ten_events_have_a_partner_and_eleven_of_nineteen_measures_bring_entrants():
    assert f"{load('alliance_events')['partners'].astype(bool).sum()} of 10 events" in TABLE.loc["24", "what stands"]
    acts = load("talent_policies").query("named_in == 'text'")["acts_on"]
    assert f"{(acts == 'supply').sum()} of {len(acts)} measures" in TABLE.loc["22", "what stands"]
