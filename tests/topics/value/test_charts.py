"""What the charts of lesson 01 say, in cases that can be computed by hand."""

import pandas as pd

from longwave.charts.guess import with_guess
from longwave.data import load
from longwave.topics.value import (
    average_by_arrival,
    card_game,
    card_game_chart,
    least_share_chart,
    one_price,
    price_choice_chart,
    price_index_chart,
)


def rows_of(chart, name):
    """Return the rows of the layers that draw the data of this name."""
    waiting, found = [chart.to_dict()], []
    while waiting:
        layer = waiting.pop()
        waiting += layer.get("layer", [])
        if layer.get("data", {}).get("name") == name:
            found = layer["data"]["values"]
    return found


def prices(worth):
    rows = pd.DataFrame([one_price(price, worth, 60, 40) for price in range(60, 121, 5)])
    return rows.rename_axis("price").reset_index()


def test_the_chart_of_one_price_says_what_is_kept_and_lost():
    title = price_choice_chart(prices([120, 80])).title.text
    assert title == "At a price of 120 you keep most, 60, and 40 of the value is lost"


def test_where_both_are_served_no_value_is_lost():
    assert "and 0 of the value is lost" in price_choice_chart(prices([120, 100])).title.text


def test_a_line_breaks_where_a_customer_leaves():
    pieces = {(row["line"], row["piece"]) for row in rows_of(price_choice_chart(prices([120, 80])), "prices")}
    assert len(pieces) == 4


def test_each_line_lands_just_above_the_price_at_which_a_customer_leaves():
    rows = rows_of(price_choice_chart(prices([120, 80])), "prices")
    landed = {row["line"]: (row["price"], row["money"]) for row in rows if row["bare"]}
    assert landed == {"value created": (80, 80), "what you keep": (80, 20)}


def test_the_lost_value_is_marked_only_where_some_is_lost():
    assert rows_of(price_choice_chart(prices([120, 80])), "lost")[0]["label"] == "40 lost"
    assert not rows_of(price_choice_chart(prices([120, 100])), "lost")


def cards():
    frame = pd.DataFrame({black: card_game(black, 26) for black in range(20, 27)}).T.rename_axis("black_cards")
    return frame.reset_index().assign(average=[average_by_arrival(black, 26) for black in range(20, 27)])


def test_the_card_chart_says_what_stable_splits_leave_and_promises_nothing():
    chart = card_game_chart(cards())
    assert chart.title.text == "With 25 cards every stable split leaves you 2,500; with 26, 0 to 2,600"
    assert "the average by arrival from 1,222 to 1,300" in chart.description
    assert "a bar at the end runs from 0 to 2,600" in chart.description


def test_no_line_joins_the_cards_and_one_bar_shows_the_open_splits():
    spec = card_game_chart(cards()).to_dict()
    marks = [layer["mark"]["type"] for layer in spec["layer"]]
    assert marks == ["rule", "point"]
    assert len(spec["layer"][0]["data"]["values"]) == 1


def test_the_riders_chart_names_the_study_that_settles_it():
    studies = pd.DataFrame({"study": ["one", "other"], "surplus": [0.72, 1.6]})
    chart = least_share_chart(studies)
    assert chart.title.text == "At 1.60 a dollar riders have most of the value; at 0.72 they need not"
    assert "one: 0.72, so 41 % or more; other: 1.60, so 61 % or more" in chart.description


def test_the_riders_chart_says_where_all_estimates_agree():
    for surplus, beginning in ((1.6, "From 1.60 a dollar on"), (0.72, "Up to 0.72 a dollar")):
        chart = least_share_chart(pd.DataFrame({"study": ["one"], "surplus": [surplus]}))
        assert chart.title.text.startswith(beginning)


def test_a_guess_can_be_drawn_into_the_charts_of_the_lesson():
    studies = pd.DataFrame({"study": ["one", "other"], "surplus": [0.72, 1.6]})
    price = with_guess(price_choice_chart(prices([120, 80])), 80.0, "x")
    riders = with_guess(least_share_chart(studies), (0.5, 2.0), "x")
    sure = with_guess(card_game_chart(cards()), 1250.0, "y")
    computers = with_guess(price_index_chart(load("it_prices"), "computers", "all items"), (0.0, 60.0), "y")
    for chart, guess in ((price, "80"), (riders, "0.5 to 2"), (sure, "1250"), (computers, "0 to 60")):
        assert f"Your guess: {guess}" in chart.description
        assert chart.to_dict()


def test_the_chart_of_prices_ends_each_line_with_its_value():
    chart = price_index_chart(load("it_prices"), "computers", "all items")
    assert chart.title.text == "Computers fell to 4.2 while all items rose to 147.7: 35 times cheaper beside them"
    assert "televisions 5.5" in chart.description


def test_the_labels_of_prices_that_end_close_together_do_not_touch():
    rows = rows_of(price_index_chart(load("it_prices"), "computers", "all items"), "ends")
    places = sorted(row["place"] for row in rows)
    assert all(high / low > 1.26 for low, high in zip(places, places[1:], strict=False))
