"""The charts of the capstone: what is sorted, what is marked, and what the words say of it."""

import pytest

from longwave.charts.render import specification
from longwave.topics import levers
from longwave.topics.levers.charts.tornado import MOST

WARS = (1922, 1932, 1942, 1952, 1962)


def rows(chart, name):
    """Return the rows of one dataset of a chart."""
    layers = specification(chart)["layer"]
    return next(layer["data"]["values"] for layer in layers if layer["data"]["name"] == name)


@pytest.mark.parametrize("way", levers.WAYS)
@pytest.mark.parametrize("gains", [[0.1, 0.05, 0.3], [0.3, 0, 0], [0.1, 0.1, 0.1], [0, 0, 0]])
def test_the_bars_of_the_tornado_come_in_the_order_of_their_length(gains, way):
    bars = rows(levers.tornado_chart(gains, way), "bars")
    lengths = [bar["percent"] for bar in bars]
    assert lengths == pytest.approx(sorted(lengths, reverse=True))
    assert bars[0]["lever"] == "all three"
    assert max(lengths) < MOST


def test_the_axis_of_the_tornado_takes_its_order_from_the_rows_and_has_a_line_at_zero():
    spec = specification(levers.tornado_chart([0.1, 0.05, 0.3], "add"))
    encodings = [layer["encoding"] for layer in spec["layer"]]
    assert all(found["y"]["sort"] is None for found in encodings if "y" in found)
    zero = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "rule")
    assert zero["data"]["values"] == [{"percent": 0.0}]
    assert "lever A 10.0 per cent, lever B 5.0, lever C 30.0, all three 45.0" in spec["description"]
    assert "45" not in spec["title"]["text"]


def test_the_war_decades_are_hollow_and_the_extreme_ones_have_their_year():
    chart, pairs = levers.decades_chart(levers.growth_pairs(), WARS), levers.growth_pairs()
    assert {row["year"] for row in rows(chart, "wars")} == set(WARS)
    assert len(rows(chart, "wars")) + len(rows(chart, "pairs")) == len(pairs)
    hollow = next(layer for layer in specification(chart)["layer"] if layer["data"]["name"] == "wars")
    assert hollow["mark"]["filled"] is False
    named = rows(chart, "ends left") + rows(chart, "ends right")
    calm = max(max(row["growth"], row["next"]) for row in rows(chart, "pairs"))
    assert len(named) == 8
    assert all(max(row["growth"], row["next"]) > calm for row in named)
    assert "15 of them hollow" in specification(chart)["description"]
    assert f"All above {calm:.1f}" in specification(chart)["description"]
