import numpy as np
import pandas as pd

from longwave.topics.geography import (
    boom_chart,
    core_periphery_points,
    cost_history,
    income_chart,
    long_run_states,
    paths_chart,
    pull_chart,
    short_run,
    tomahawk_chart,
)
from longwave.topics.geography.models.core_periphery import tipping_shares


def values(view, name):
    return next(layer["data"]["values"] for layer in view["layer"] if layer["data"]["name"] == name)


def test_a_path_says_where_a_place_began_and_ended():
    rows = [
        ("Here", 2000, 40.0, 10.0),
        ("Here", 2001, 60.0, 20.0),
        ("There", 2000, 60.0, 90.0),
        ("There", 2001, 40, 80),
    ]
    shares = pd.DataFrame(rows, columns=["place", "year", "made", "used"])
    chart = paths_chart(shares, ["Here", "There"], {"Here": [2001]})
    assert chart.title.text == "1 of 2 places made a smaller share of the world's cells in 2001 than in 2000"
    assert [row["year"] for row in values(chart.to_dict(), "years")] == [2001]
    assert "Here: used 10.0, made 40.0, then 20.0 and 60.0" in chart.description
    assert "There: used 90.0, made 60.0, then 80.0 and 40.0" in chart.description


def test_the_largest_bar_is_named_first():
    chart = pull_chart(pd.Series({"Mining": 1.0, "Trade": 4.0}), "Information")
    assert chart.title.text == "100 dollars spent on information add 5 elsewhere, most in trade"
    assert "Trade 4.0; Mining 1.0" in chart.description


def test_the_share_that_saves_the_old_sector_is_in_the_title():
    chart = boom_chart((0, 0.3, 0.45))
    assert "a spillover of 0.30 saves the old one" in chart.title.text
    assert "0.316 (θ = 0.00)" in chart.description


def test_incomes_are_set_beside_those_of_an_even_split():
    costs = np.arange(2.29, 1.005, -0.02).round(2)
    chart = income_chart(cost_history(costs, 5, 0.4), cost_history(costs, 5, 0.4, nudge=0))
    assert "loses 13% at the break" in chart.title.text
    assert "old income again at T = 1.15, where an even split would give 0.976" in chart.description


def test_a_state_beyond_the_frame_is_a_triangle_and_no_dot():
    shares = np.linspace(0, 1, 11)
    real = short_run(shares, 2.45, 5, 0.4)
    gap = pd.DataFrame({"share": shares, "gap": (real["real_1"] / real["real_2"] - 1).to_numpy()})
    chart = tomahawk_chart(
        gap, long_run_states(2.45, 5, 0.4), tipping_shares(5, 0.4, 5), core_periphery_points(5, 0.4), 2.45
    )
    left = chart.to_dict()["hconcat"][0]
    assert [row["way"] for row in values(left, "beyond")] == ["above", "below"]
    assert values(left, "rest_unstable") == []
