import pandas as pd

from longwave.data import load
from longwave.topics.lock_in import gifts_chart, halves_chart, learning_chart, learning_halves


def test_gifts_fall_for_the_better_and_rise_for_the_worse():
    words = gifts_chart(0.55, 5).description
    assert "adds 0.172 falling to 0.035 to the chance of the better standard" in words
    assert "0.042 rising to 0.210 to that of the worse" in words


def test_each_stretch_of_a_price_is_named_with_its_rate():
    prices = pd.DataFrame({"year": range(2000, 2005), "volume": [1, 2, 4, 8, 16], "price": [100, 80, 64, 32, 16]})
    forecast = pd.Series({"low": 20.0, "middle": 40.0, "high": 60.0})
    chart = learning_chart(prices, (2000, 2002, 2004), forecast, 2002)
    assert chart.title.text == "A doubling took 20.0% off the price in one stretch and 50.0% in another"
    assert "2000–2002: 20.0%; 2002–2004: 50.0%" in chart.description
    assert "the price was 16.00" in chart.description


def test_the_outlier_is_told_and_not_drawn_among_the_points():
    chart = halves_chart(learning_halves(load("learning_curves")), "Nuclear Electricity")
    assert "0.28, 0.17 without Nuclear Electricity" in chart.description
    assert "0.69 in the 16 techniques" in chart.description
    points = next(layer.data.values.rows for layer in chart.layer if layer.data.name == "halves")
    assert len(points) == 86
