import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.topics.small_firms import (
    estimates_chart,
    firm_panel,
    four_means_chart,
    grants_chart,
    panel_chart,
    scrap_panel,
    store_jobs,
    store_rows,
)


def test_the_four_means_are_in_the_words():
    spec = specification(four_means_chart(store_rows(store_jobs())))
    assert "gained 0.6 jobs a restaurant, Pennsylvania lost 2.2" in spec["title"]["text"]
    assert "20.4 to 21.0" in spec["description"]
    assert "2.75 below" in spec["description"]


def test_scrap_by_grant_tells_the_year_before():
    spec = specification(grants_chart(scrap_panel()))
    assert "a year before their grant cut scrap by 19%" in spec["title"]["text"]
    assert "no grant: 1.30, 1.30, 1.03" in spec["description"]


def test_an_interval_reaches_two_errors_to_either_side():
    rows = pd.DataFrame({"choice": ["one", "two"], "estimate": [2.0, -1.0], "standard_error": [1.0, 0.5]})
    spec = specification(estimates_chart(rows, "Two estimates", "jobs", "Blue: surely not zero"))
    assert "one: +2.00, from +0.04 to +3.96; two: −1.00, from −1.98 to −0.02" in spec["description"]
    assert spec["title"]["subtitle"] == "Blue: surely not zero"


def test_both_estimates_of_the_panel_have_an_interval():
    layers = specification(panel_chart(firm_panel(), 1, False))["hconcat"][1]["layer"]
    rows = next(layer["data"]["values"] for layer in layers if layer["data"]["name"] == "marks-intervals")
    reaches = {row["what"]: row["reach"] for row in rows}
    assert sorted(reaches) == ["before–after", "estimate"]
    assert reaches["before–after"] > 0.3
    assert reaches["estimate"] > 0.3


def test_a_line_marks_the_truth_in_every_row_of_the_panel():
    layers = specification(panel_chart(firm_panel(effect=3), 1, False))["hconcat"][1]["layer"]
    line = next(layer["data"]["values"] for layer in layers if layer["data"]["name"] == "marks-truth")
    assert [row["what"] for row in line] == ["truth"]
    assert round(line[0]["estimate"], 6) == 3


@pytest.mark.parametrize(
    ("world", "before", "placebo", "says"),
    [
        ({"effect": 3}, 1, False, "is within"),
        ({"effect": 0, "spill": -3}, 1, False, "the truth, 0.0, is outside"),
        ({"effect": 3, "spill": -3}, 1, True, "the interval holds 0"),
        ({"effect": 0, "selection": 0.94}, 1, True, "the comparison is unfair"),
    ],
)
def test_the_title_says_whether_the_truth_is_met(world, before, placebo, says):
    spec = specification(panel_chart(firm_panel(**world), before, placebo))
    assert says in spec["title"]["text"]
    assert "Synthetic" in spec["title"]["subtitle"]


def test_a_placebo_has_the_truth_zero():
    spec = specification(panel_chart(firm_panel(effect=3), 5, True))
    assert "Right: truth 0.0" in spec["description"]
    assert "Years compared: 4 before the start, 1 after" in spec["description"]
