import numpy as np
import pandas as pd

from longwave.topics.talent import boom_chart, boom_path, classes_chart, lags_chart, mountains_chart


def test_the_boom_says_what_the_first_class_saw_and_meets():
    chart = boom_chart(boom_path(2, 0.25, 4, lasts=3), 2, 0.25, 4, 0, 3)
    assert chart.title.text == "The first class of the boom entered at +10.0% and meets −5.0%"
    assert "The boom ends after year 3." in chart.description
    assert "each swing is 0.50 times the one before" in chart.description


def test_a_boom_in_which_all_look_ahead_has_no_signed_zero():
    chart = boom_chart(boom_path(2, 0.25, 4, 1, lasts=3), 2, 0.25, 4, 1, 3)
    assert chart.title.text == "The first class of the boom entered at +10.0% and meets 0.0%"


def test_lags_name_the_best_and_what_a_year_off_gives():
    table = pd.DataFrame({"share": [0.5, 0.7, 0.9, 0.8], "heads": [0.1, 0.4, 0.3, 0.2]})
    chart = lags_chart(table)
    assert chart.title.text == "Best 2 years later, at 0.90; a year off still gives 0.70"
    assert "heads, best 0.40 at 1" in chart.description


def test_classes_give_their_correlation():
    rows = {"year": [1985, 1991], "scope": "country", "oil_at_entry": [100.0, 50.0], "with_job_percent": [40.0, 90.0]}
    chart = classes_chart(pd.DataFrame(rows))
    assert chart.title.text == (
        "Of the counted classes, those that entered at a high price found fewer jobs: r = −1.00"
    )
    assert "class of 1991, 50 dollars at entry, 90% with a job" in chart.description


def test_mountains_name_the_peaks_of_both():
    years = range(1975, 2023)
    oil = pd.Series([150.0 if year in (1980, 2011) else 50.0 for year in years], index=years)
    share = pd.Series([10.0 if year in (1985, 2014) else 5.0 for year in years], index=years)
    assert (
        mountains_chart(oil, share).title.text
        == "Oil peaked in 1980 and 2011; the share of students peaked in 1985 and 2014"
    )
    assert not np.isnan(share).any()
