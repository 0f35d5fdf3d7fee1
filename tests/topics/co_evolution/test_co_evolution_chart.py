import numpy as np
import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.co_evolution import co_evolution_chart, indices_chart, rule_chart, scored, scores_chart
from longwave.topics.co_evolution.charts.chance import scale_chart
from longwave.topics.co_evolution.models.co_evolution import co_evolution


@pytest.mark.parametrize("blocked", [None, "technology", "structure", "institutions"])
def test_the_words_name_the_end_of_each_leg(blocked):
    spec = specification(co_evolution_chart(co_evolution(0.6, range(81), blocked), 0.6, blocked))
    held = f"{blocked} ends at 0.05" if blocked else "institutions ends at 0.75"
    assert held in spec["description"]


def test_no_two_marks_of_the_coupled_pairs_lie_on_one_spot():
    spec = specification(co_evolution_chart(co_evolution(0.6, range(81)), 0.6, None))
    points = spec["hconcat"][1]["layer"][0]["encoding"]
    assert points["yOffset"]["field"] == "formula"
    assert points["y"]["field"] == "pair"


def test_the_title_of_walks_has_the_middle_of_their_degrees():
    rows = pd.DataFrame(
        {"usual": [0.9, 1], "corrected": [0.5, 0.7], "last": 0.9, "levels": 0.8, "changes": [-0.3, 0.1]}
    )
    spec = specification(scale_chart(rows, 0.1, 0.9, 0.7))
    assert "scale from 0.1 to 0.9: usual C 0.95, corrected 0.60" in spec["title"]["text"]
    assert "correlation of changes −0.10" in spec["description"]


def test_the_title_of_indices_has_the_degree_of_each_pair():
    index = pd.Series([0.1, 0.6, 0.9], index=[2000, 2001, 2002])
    spec = specification(indices_chart({"falling price": index, "use": index}, {"use": 0.5}))
    assert spec["title"]["text"] == "Falling price: coupled with use at 0.500"
    assert "use passes the middle in 2001" in spec["description"]


def test_the_chart_of_a_rule_names_its_years_and_both_correlations():
    spec = specification(rule_chart(load("photovoltaics_tariff"), (2004, 2013)))
    assert "−0.43 in levels" in spec["title"]["text"]
    assert "0.75 in yearly changes" in spec["title"]["text"]
    assert "2013: rate −0.36, use −1.13" in spec["description"]


def test_the_chart_of_scores_counts_ranges_that_hold_and_guesses_that_were_kept():
    seven = pd.DataFrame(
        {
            "guess": list("abc"),
            "question": ["one", "two", "three"],
            "naive": [10.0, 1, 1],
            "truth": [12.0, 9, 1],
            "least": 1.0,
            "counts": [True, True, False],
        },
        index=pd.Index(["12", "13", "16"], name="lesson"),
    )
    spec = specification(scores_chart(scored(seven, {"b": (3.0, 20.0)}), 1.5))
    assert spec["title"]["text"] == "1 of 2 naive ranges hold what came"
    assert "Set apart: 16. Guesses of yours that were kept: 1." in spec["description"]
    assert "your own" in spec["title"]["subtitle"]
    none = specification(scores_chart(scored(seven.loc[["13"]], {}), 1.5))
    assert none["title"]["text"] == "None of 1 naive ranges holds what came"
    assert "your own" not in none["title"]["subtitle"]
    assert np.isnan(scored(seven, {})["your score"]).all()
