import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.alliances import denial_chart, denial_panel, patterns_chart, sales_chart


def test_the_sales_leave_unknown_quarters_blank_and_name_them():
    spec = specification(sales_chart(load("chip_tool_sales"), {"Dutch rule": "2023-09-01"}))
    assert "2023Q3 46" in spec["description"]
    assert spec["title"]["text"].startswith("China's share rises from 8 to 49 per cent, as all others buy 59")
    assert "No page seen: 2025Q1, 2025Q2" in spec["description"]
    bars = {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}["shares"]
    assert len(bars) == 9


@pytest.mark.parametrize(
    ("numbers", "title"),
    [
        ((4, 0.6, 1.9, 0.5, 0.5), "The club that announces denies 1.9 years more than one alone"),
        ((1, 1, 2, 0.5, 0), "One alone, now, denies 0.5 years more than the club that waits"),
        ((4, 1.5, 2, 0.5, 0.5), "Announcing and acting alone deny the same: 1.0 years"),
    ],
)
def test_the_title_says_who_denies_more(numbers, title):
    assert specification(denial_chart(*numbers))["title"]["text"] == title


def test_the_parts_of_each_bar_add_up_to_the_lead():
    spec = specification(denial_chart(3, 2, 2.5, 0.4, 0.25))
    parts = {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}["parts"]
    for way in {row["way"] for row in parts}:
        assert sum(row["years"] for row in parts if row["way"] == way) == pytest.approx(3)
    assert min(row["years"] for row in parts) >= 0


def test_the_grid_has_a_word_where_a_page_shows_a_pattern():
    spec = specification(patterns_chart(load("us_patterns")))
    assert spec["title"]["text"] == "No pattern returns in more than 3 of 9 cases; of 3 promises to stop, 1 was kept"
    assert "SEMATECH: promise to stop (kept)" in spec["description"]


def test_the_panel_opens_where_nobody_stocks_up():
    assert denial_panel() is not None
