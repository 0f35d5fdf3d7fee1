import numpy as np
import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.topics.manufacturing_usa import awards_chart, distance_of, held_out, recovered, sums_of_others
from longwave.topics.manufacturing_usa.models.lost_marks import garbled, readings

KNOWN = held_out()[["federal", "others"]] / 10


def test_the_score_refuses_the_award_of_america_makes_and_no_other():
    trial = held_out()
    assert trial.index[trial["chance"] < 0.05].tolist() == ["America Makes"]
    assert trial.loc["America Makes", ["federal_z", "others_z"]].round(2).tolist() == [-2.88, -2.26]
    assert distance_of("America Makes", 30, 40) == pytest.approx((-2.877, -2.262), abs=0.001)


def test_a_garbled_pair_is_among_its_readings_and_refused_where_it_cannot_be_printed():
    for federal, others in [(7, 12.9), (6.5, 6.8), (11, 50.2), (30, 4)]:
        found = set(readings(garbled(federal, others)).itertuples(index=False, name=None))
        assert (federal, others) in found
    with pytest.raises(InputError, match="1 or more"):
        garbled(0.5, 3)


def test_of_seven_real_pairs_with_a_choice_three_are_misread_and_none_surely():
    again = pd.concat([recovered(KNOWN.loc[[name]], *sums_of_others(name)) for name in KNOWN.index])
    choice = again[again["count"] > 1]
    assert choice.index[~choice["right"].astype(bool)].tolist() == ["MxD", "IACMI", "ARM"]
    assert choice.loc[~choice["right"].astype(bool), "share"].max() < 0.61


def test_a_usual_pair_is_read_rightly_and_an_unusual_one_surely_wrong():
    usual = recovered(pd.DataFrame({"federal": [7.5], "others": [9.6]}), *sums_of_others("")).iloc[0]
    unusual = recovered(pd.DataFrame({"federal": [7.1], "others": [2.3]}), *sums_of_others("")).iloc[0]
    assert usual["right"]
    assert not unusual["right"]
    assert unusual["share"] > 0.95


def test_the_chart_shows_the_refused_award_outside_the_line():
    spec = specification(awards_chart("America Makes", (65, 68)))
    assert "refuses America Makes's real award" in spec["title"]["text"]
    assert "as do the 11 other awards" in spec["description"]
    line = {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}["line"]
    assert 30 < min(row["federal"] for row in line) < 65
    assert np.isclose(line[0]["federal"], line[-1]["federal"])
