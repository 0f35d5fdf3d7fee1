import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.topics.small_firms import firm_panel, four_means_chart, panel_chart


def test_the_four_means_stand_in_the_words():
    rows = {"treated": [1] * 4 + [0] * 4, "post": [0, 0, 1, 1] * 2, "outcome": [10, 11, 15, 18, 9, 10, 12, 13]}
    spec = specification(four_means_chart(pd.DataFrame(rows)))
    assert "rose by 6, and 3 of it" in spec["title"]["text"]
    assert "10.5 to 16.5" in spec["description"]
    assert "10.5 to 13.5" in spec["description"]


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


def test_a_placebo_has_the_truth_nought():
    spec = specification(panel_chart(firm_panel(effect=3), 5, True))
    assert "Right: truth 0.0" in spec["description"]
    assert "Years compared: 4 before the start, 1 after" in spec["description"]
