import math

import numpy as np
import pytest

from longwave.data import load
from longwave.topics.communities import (
    forum,
    forum_chart,
    network_cascade,
    phones_chart,
    sizes_chart,
    tipping_panel,
)
from longwave.topics.communities.charts.forum import HEIGHT, NODE_SIZE, SPAN, WIDTH
from longwave.topics.communities.models.forum import PLACES

POPULAR = [3, 6, 8]


def rows(chart, name):
    return next(layer["data"]["values"] for layer in chart.to_dict()["layer"] if layer["data"]["name"] == name)


def drawn():
    graph, waits = forum()
    return forum_chart(graph, waits, POPULAR, network_cascade(graph, waits, POPULAR))


def pixels(x, y):
    return (x + SPAN) / (2 * SPAN) * WIDTH, (y + SPAN) / (2 * SPAN) * HEIGHT


def distance(point, one, other):
    """Return how far a point is from the line between two others."""
    (px, py), (ax, ay), (bx, by) = point, one, other
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = min(1, max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))


def test_no_friendship_passes_within_a_third_users_circle():
    users = {pixels(row["x"], row["y"]): row["name"] for row in rows(drawn(), "users")}
    radius = math.sqrt(NODE_SIZE / math.pi) + 2  # with half of its line
    assert len(users) == 24
    for link in rows(drawn(), "links"):
        ends = pixels(link["x"], link["y"]), pixels(link["x2"], link["y2"])
        for place, name in users.items():
            if place not in ends:
                assert distance(place, *ends) > radius, (name, link)


def test_circles_do_not_touch_each_other_or_the_frame():
    places = [pixels(*place) for place in PLACES.values()]
    radius = math.sqrt(NODE_SIZE / math.pi) + 2
    for number, (x, y) in enumerate(places):
        assert radius < x < WIDTH - radius
        assert radius < y < HEIGHT - radius
        assert all(math.hypot(x - other[0], y - other[1]) > 2 * radius for other in places[:number])


def test_another_forum_is_drawn_too():
    chart = forum_chart([("a", "b"), ("b", "c")], {"a": 1, "b": 1, "c": 2}, ["a"], {"a", "b"})
    assert "Left out: c." in chart.to_dict()["description"]


def test_the_forum_says_who_stays_out_and_who_has_most_friends():
    assert drawn().title.text == "Seeds 3, 6, 8 win 4 more: 7 of 24 join"
    thick = {row["name"] for row in rows(drawn(), "users") if row["rim"] > 2}
    assert thick == {"3", "6", "8", "16", "17", "19", "21"}  # seeds, too
    assert "Most friends, 5 each: 3, 6, 8, 16, 17, 19, 21." in drawn().to_dict()["description"]


def test_the_phones_chart_tells_the_finding_and_takes_a_guess():
    chart = phones_chart(load("smartphone_systems"))
    assert chart.title.text == "41% ran Symbian in mid-2010; 3.4% ran Windows Phone in mid-2013"
    assert "Android: 2009 1.8, 2010 17.2" in chart.to_dict()["description"]
    parts = {(row["line"], row["part"]) for row in rows(chart, "shares")}
    assert [line for line, _part in parts].count("Windows Mobile") == 2  # 2009 is missing
    assert [line for line, _part in parts].count("Android") == 2  # another publisher from 2011
    guessed = phones_chart(load("smartphone_systems"), (10.0, 30.0))
    assert guessed.to_dict()["description"].endswith("Your guess: 10 to 30.")
    assert [(row["year"], row["percent"], row["high"]) for row in rows(guessed, "guess")] == [(2013, 10.0, 30.0)]


def test_the_sizes_chart_falls_and_marks_both_numbers_of_its_title():
    chart = sizes_chart(np.array([0, 1, 5, 95]), people=100)
    assert chart.title.text == "50% of the towns of 100 stop at 0 or 1; 25% reach 90"
    assert [row["label"] for row in rows(chart, "marked")] == ["50% reach 2", "25% reach 90"]
    shares = [row["share"] for row in rows(chart, "sizes")]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(
    ("seed", "price", "title", "ends"),
    [
        (0.19, 0.16, "The last of 19% would pay 0.154, less than 0.16: the crowd melts", "0% after 2, 0% at the end"),
        (0.21, 0.16, "The last of 21% would pay 0.166, more than 0.16: the crowd grows", "33% after 2, 80% at the end"),
        (0.19, 0.15, "The last of 19% would pay 0.154, more than 0.15: the crowd grows", "29% after 2, 82% at the end"),
        (0.9, 0.16, "The last of 90% would pay 0.090, less than 0.16: the crowd shrinks a little", "80% at the end"),
        (0.2, 0.16, "The last of 20% would pay just the price of 0.16: the crowd stands still", "20% at the end"),
        (0, 0, "Without a seed nobody begins", "0% at the end"),
        (0.5, 0.28, "At a price of 0.28 no crowd holds", "0% at the end"),
    ],
)
def test_the_title_of_the_panel_compares_the_last_of_the_seed_with_the_price(seed, price, title, ends):
    panel = tipping_panel()
    assert (panel.start["seed"], panel.start["price"]) == (0.19, 0.16)
    chart = panel.draw(seed=seed, price=price)
    assert chart.title.text == title
    assert ends in chart.to_dict()["description"]


def test_a_cut_of_the_price_by_a_hundredth_keeps_the_seed():
    presets = list(tipping_panel().presets.values())
    assert {"seed": 0.19, "price": 0.15} in presets
