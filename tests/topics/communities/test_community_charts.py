import math

import pytest

from longwave.charts.guess import with_guess
from longwave.data import load
from longwave.topics.communities import forum, forum_chart, network_cascade, phones_chart, tipping_panel
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
    assert drawn().title.text == "Seeds 3, 6, 8: 7 of 24 join"
    assert "Most friends, 5 each: 3, 6, 8, 16, 17, 19, 21." in drawn().to_dict()["description"]


def test_the_phones_chart_tells_the_finding_and_takes_a_guess():
    chart = phones_chart(load("smartphone_systems"))
    assert chart.title.text == "41% ran Symbian in mid-2010; 3.4% ran Windows Phone in mid-2013"
    assert "Android: 2009 1.8, 2010 17.2" in chart.to_dict()["description"]
    parts = {(row["line"], row["part"]) for row in rows(chart, "shares")}
    assert [line for line, _part in parts].count("Windows Mobile") == 2  # 2009 is missing
    assert [line for line, _part in parts].count("Android") == 2  # another publisher from 2011
    assert "Your guess: 10 to 30" in str(with_guess(chart, (10.0, 30.0), "y").to_dict())


@pytest.mark.parametrize(
    ("seed", "ends"), [(0.19, "19%, 0% after 2, 0% at the end"), (0.21, "21%, 33% after 2, 80% at the end")]
)
def test_the_panel_opens_just_below_the_edge_and_its_title_keeps_the_end_open(seed, ends):
    panel = tipping_panel()
    assert panel.start["seed"] == 0.19
    chart = panel.draw(seed=seed, price=0.16)
    assert chart.title.text == f"A seed of {seed:.0%}, and a critical mass of 20%"
    assert ends in chart.to_dict()["description"]
