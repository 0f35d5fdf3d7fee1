import pandas as pd
import pytest

from longwave.data import load
from longwave.topics.lock_in import halves_chart, histories_panel, learning_chart, learning_halves


def test_each_stretch_of_a_price_is_named_with_its_rate():
    prices = pd.DataFrame({"year": range(2000, 2005), "volume": [1, 2, 4, 8, 16], "price": [100, 80, 64, 32, 16]})
    forecast = pd.Series({"low": 20.0, "middle": 40.0, "high": 60.0})
    chart = learning_chart(prices, (2000, 2002, 2004), forecast, 2002)
    assert chart.title.text == "A doubling took 20.0% off the price in one stretch and 50.0% in another"
    assert "2000–2002: 20.0%; 2002–2004: 50.0%" in chart.description
    assert "the price was 16.00" in chart.description


def test_long_records_are_marked_and_the_outlier_is_told_aside():
    groups = {"electronics": ["DRAM", "Transistor", "Hard Disk Drive"]}
    chart = halves_chart(learning_halves(load("learning_curves")), "Nuclear Electricity", groups)
    assert "87 points, 65 of them above the line" in chart.description
    assert "the correlation is 0.17; it is 0.69 in the 16 technologies" in chart.description
    points = next(layer.data.values.rows for layer in chart.layer if layer.data.name == "halves")
    kinds = pd.DataFrame(points)["kind"].value_counts().to_dict()
    assert kinds == {"short record": 70, "other long record": 13, "electronics": 3}


@pytest.mark.parametrize(
    ("advantage", "barrier", "title"),
    [
        (0.55, 5, "B, the worse one, wins 22 of 100 markets; expected: 27%, by adopter 23 on average"),
        (0.5, 5, "B, as good as A, wins 47 of 100 markets; expected: 50%, by adopter 25 on average"),
        (0.55, 15, "B, the worse one, wins 7 of 100 markets so far, 19 are open; expected in the end: 5%"),
    ],
)
def test_the_title_knows_equals_and_markets_that_are_still_open(advantage, barrier, title):
    assert histories_panel().draw(advantage=advantage, barrier=barrier, seed=1).title.text == title


def test_each_history_is_drawn_from_its_first_adopter():
    chart = histories_panel().draw(advantage=0.55, barrier=1, seed=1)
    rows = next(part.data.values.rows for part in chart.hconcat if part.data.name == "histories")
    assert {row["path"].split()[0] for row in pd.DataFrame(rows).to_dict("records")} == {"0", "1000"}
