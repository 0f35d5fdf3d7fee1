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


def prices(worth):
    rows = pd.DataFrame([one_price(price, worth, 60, 40) for price in range(60, 121, 5)])
    return rows.rename_axis("price").reset_index()


def test_the_chart_of_one_price_says_what_is_kept_and_lost():
    title = price_choice_chart(prices([120, 80])).title.text
    assert title == "At a price of 120 you keep most, 60, and 40 of the value is lost"


def test_where_both_are_served_no_value_is_lost():
    assert "and 0 of the value is lost" in price_choice_chart(prices([120, 100])).title.text


def test_a_line_breaks_where_a_customer_leaves():
    spec = price_choice_chart(prices([120, 80])).to_dict()
    pieces = {(row["line"], row["piece"]) for row in spec["data"]["values"]}
    assert len(pieces) == 4


def test_each_line_lands_just_above_the_price_at_which_a_customer_leaves():
    rows = price_choice_chart(prices([120, 80])).to_dict()["data"]["values"]
    landed = {row["line"]: (row["price"], row["money"]) for row in rows if row["bare"]}
    assert landed == {"value created": (80, 80), "what you keep": (80, 20)}


def cards():
    frame = pd.DataFrame({black: card_game(black, 26) for black in range(20, 27)}).T.rename_axis("black_cards")
    return frame.reset_index().assign(average=[average_by_arrival(black, 26) for black in range(20, 27)])


def test_the_card_chart_says_sure_instead_of_surest():
    chart = card_game_chart(cards())
    assert chart.title.text == "Keep 25 of 26 cards, and you are sure of 2,500 instead of 0"
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
    assert "one: 0.72, so 42 % or more; other: 1.60, so 62 % or more" in chart.description


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
    assert chart.title.text == "The price of computers fell to 4.2 while all items rose to 147.7"
    assert "televisions 5.5" in chart.description
