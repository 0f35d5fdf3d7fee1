import pandas as pd

from longwave.topics.business_models import orders_chart, rungs_chart, stop_chart


def test_the_ladder_has_its_highest_rung_on_top():
    evidence = pd.Series(["said"] * 6 + ["described"] * 2 + ["compared"] * 4)
    chart = rungs_chart(evidence)
    assert chart.title.text == "None of the paper's 12 cases has a number beside another"
    assert "highest first: tested: with it and without it: 0; measured" in chart.description
    order = chart.to_dict()["layer"][0]["encoding"]["y"]["sort"]
    assert order[0].startswith("tested")
    assert order[-1].startswith("said")


def test_a_case_with_a_number_changes_the_ladders_title():
    chart = rungs_chart(pd.Series(["said", "measured"]))
    assert chart.title.text == "1 of the paper's 2 cases have a number beside another"


def test_the_chart_of_capture_says_where_it_turns():
    chart = orders_chart()
    assert chart.title.text == "At one price an order pays while a fit is worth less than 1.39 times the worst misfit"
    assert "level at 0.44" in chart.description
    assert "up to 1.5" in chart.description
    assert "below the order up to 1.15, then above all others, 0.56 from 1.5 on" in chart.description


def test_the_chart_of_stops_names_the_ends_of_all_versions():
    chart = stop_chart(4, 5_000, 6_000, {"draft": (10, 25), "print": (25, 40)}, [1_200])
    assert (
        chart.title.text
        == "Between the lowest and the highest gain printed, hours pay from 11,500 or 250 dollars a stop"
    )
    assert "1,200 from 31.9% on" in chart.description
    assert "draft: 10–25 %; print: 25–40 %" in chart.description


def test_the_readers_guess_is_a_band_on_the_chart_of_stops():
    chart = stop_chart(4, 5_000, 6_000, {"draft": (10, 25)}, guess=(12, 30))
    assert "Your guess: 12 to 30" in chart.description
