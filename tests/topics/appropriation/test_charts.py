"""What the charts of lesson 03 say in cases that can be computed by hand."""

import pandas as pd
import pytest

from longwave.charts.guess import with_guess
from longwave.topics.appropriation import (
    own_force_chart,
    own_force_panel,
    owners_chart,
    quantity_competition,
    stacked_patents,
    window_chart,
    window_panel,
)


def title(chart):
    return chart.title.text


@pytest.mark.parametrize(
    ("holders", "cost", "words"),
    [
        (2, 10, "Your own mechanics pay up to α = 0.6; beyond it, license"),
        (1, 10, "Your own mechanics leave you no less than a licence, whatever the chance of copying"),
        (2, 30, "At a cost of 30 a licence leaves no less, whatever the chance of copying"),
        (2, 25, "At a cost of 25 a licence leaves no less, whatever the chance of copying"),
        (2, 0, "Your own mechanics leave you no less than a licence, whatever the chance of copying"),
        (1, 50, "At a cost of 50 a licence leaves no less, whatever the chance of copying"),
        (1, 46, "Your own mechanics pay from α = 0.28 on"),
    ],
)
def test_the_title_says_which_way_is_better_and_where(holders, cost, words):
    assert title(own_force_chart(holders, cost, 100)) == words


def test_a_turn_at_the_end_of_the_axis_has_no_mark():
    assert "They do not cross" in own_force_chart(2, 25, 100).description
    assert "They cross at α = 0.1" in own_force_chart(1, 45, 100).description


def test_the_panel_opens_where_the_lines_cross():
    panel = own_force_panel()
    assert "They cross at α = 0.6." in panel.draw(**{name: c.start for name, c in panel.controls.items()}).description


def test_the_window_is_in_the_title_and_each_stretch_in_the_words():
    chart = window_chart(0.7, 0.4)
    assert title(chart) == "The patent decides only where research costs 63 to 100"
    assert "not invented from 44.4 to 63.5" in chart.description
    assert title(window_chart(0.7, 0.4, followers=6)) == "The patent decides in 4 stretches, 47.5 of 100 in all"
    idle = window_chart(0.7, 0.4, followers=6, lead=0.4)
    assert title(idle) == "With a lead of 40% the patent no longer decides what is invented"
    assert "the patent decides: nowhere" in idle.description


def test_a_guess_is_drawn_into_the_window():
    assert "Your guess: 50" in with_guess(window_chart(0.7, 0.4), 50, "x").description


def test_the_window_panel_opens_with_six_followers_and_no_lead():
    panel = window_panel()
    start = {name: control.start for name, control in panel.controls.items()}
    assert title(panel.draw(**start)) == "The patent decides in 4 stretches, 47.5 of 100 in all"


def test_rivals_and_patents_are_told_apart_by_what_users_get():
    three = {
        "One owner": stacked_patents(1),
        "Five rivals": quantity_competition(5),
        "Five patents": stacked_patents(5),
    }
    chart = owners_chart(pd.DataFrame(three))
    expected = "Five rivals and five patents earn alike, but users get 138.9 from the one and 5.6 from the other"
    assert title(chart) == expected
    small = [[row["full"] for row in layer.to_dict()["data"]["values"]] for layer in chart.layer[2:]]
    assert small == [["users 5.6"], ["lost 5.6"]]
    assert "Five rivals: owners 55.6, users 138.9, lost 5.6" in chart.description
