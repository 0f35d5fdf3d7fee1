"""Charts of lesson 13: what their titles and words say."""

import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.selection import (
    competition_chart,
    forecast_chart,
    forecast_panel,
    format_shares,
    innovation_curve,
    odds_chart,
    prices_chart,
    share_forecasts,
)


def test_prices_fall_and_the_mean_is_in_the_title():
    prices = pd.DataFrame({"A": [20.0, 10.0], "B": [30.0, 25.0], "C": [9.0, 8.0]}, index=[1983, 1999])
    shares = pd.DataFrame({"A": [0.5, 0.2], "B": [0.2, 0.7], "C": [0.3, 0.1]}, index=prices.index)
    chart = prices_chart(prices, shares)
    assert chart.title.text == "All 3 formats cost less in 1999 than in 1983; the mean went from 18.70 to 20.30"
    assert "B from 30.00 to 25.00, from 20% to 70% of units" in chart.description


def test_the_panel_starts_where_the_replicator_wins_and_shows_where_it_loses():
    panel = forecast_panel()
    start = panel.draw(**{name: control.start for name, control in panel.controls.items()})
    assert start.title.text == "1989 to 1994: the replicator misplaces 3%, a line 16%, no change 32%"
    chart = panel.draw(2005, 5, 3, newcomers=False)
    assert chart.title.text == "2005 to 2010: the replicator misplaces 38%, a line 29%, no change 39%"
    assert "disc 55%, by the replicator 93%, by the line 85%" in chart.description


def test_the_path_that_is_drawn_ends_at_the_forecast():
    shares = format_shares(load("music_formats"))
    forecasts = share_forecasts(shares, 1989, 5)
    path = specification(forecast_chart(shares, forecasts, 1989, 5))["hconcat"][0]["layer"][2]["data"]["values"]
    ends = {row["format"]: row["share"] for row in path if row["year"] == 1994}
    assert ends["disc"] == pytest.approx(forecasts.loc["replicator", "disc"], abs=1e-5)


def test_both_windows_of_a_hand_over_are_told():
    shares = format_shares(load("music_formats"))
    chart = odds_chart(shares, {("tape", "vinyl"): [(1973, 1989), (1981, 1988)]})
    assert "tape over vinyl, 24.9 or 14.3 years from 10 to 90 per cent" in chart.description


def test_the_three_forms_of_the_curve_are_told():
    chart = competition_chart({rate: innovation_curve(rate) for rate in (0.1, 0.4, 0.7)})
    assert "h = 0.4: highest at 0.70 with 101.9, 99.8 at the end" in chart.description
