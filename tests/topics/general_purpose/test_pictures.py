"""The panels keep their start in view and end where there is still something to see; the growth picture cuts alike."""

import pytest

from longwave.charts.render import specification
from longwave.topics.general_purpose import (
    delay_chart,
    delay_panel,
    growth_by_period,
    growth_chart,
    replies_chart,
    subsidies_panel,
)
from longwave.topics.general_purpose.charts.replies import DEEPEST, HORIZON, LATE, PLAIN, TOP

WINDOWS = [1891, 1911, 1931, 1951, 1971, 1991, 2011]


def rows(chart, name):
    spec = specification(chart)
    return [
        layer["data"]["values"] for layer in spec["layer"] if "data" in layer and layer["data"].get("name") == name
    ][0]


def test_the_start_of_each_panel_stays_in_the_picture_whatever_moves():
    assert subsidies_panel().start == PLAIN
    assert delay_panel().start == LATE
    still = rows(replies_chart(**PLAIN), "start")
    assert still == rows(replies_chart(0.5, 0.5), "start") == rows(replies_chart(0, 0, 0.8, 1), "start")
    assert [still[0][name] for name in ("effort", "quality")] == pytest.approx([3 / 13, 6 / 13], abs=1e-5)
    assert rows(delay_chart(**LATE), "start") == rows(delay_chart(0.2, 5, 0.1, 0.1), "start")
    assert rows(delay_chart(**LATE), "start") == [
        {name: row[name] for name in row} for row in rows(delay_chart(**LATE), "balance")
    ]


def test_every_corner_of_the_late_gain_shows_its_hole_and_its_end():
    for corner in delay_panel().corners():
        balance = [row["balance"] for row in rows(delay_chart(**corner), "balance")]
        assert DEEPEST <= min(balance) <= -0.025 * (TOP - DEEPEST), corner
        (point,) = rows(delay_chart(**corner), "even")
        assert 0 <= point["year"] <= HORIZON, corner
        assert DEEPEST < point["balance"] <= 0, corner


def test_a_gain_beyond_the_picture_is_told_apart_from_one_that_never_comes():
    assert rows(delay_chart(0.1, 12, 0.1, 0.05), "even")[0]["label"] == "not yet even"
    assert "beyond the picture" in delay_chart(0.1, 12, 0.1, 0.05).title.text
    assert rows(delay_chart(0.1, 10, 0.3, 0.15), "even")[0]["label"] == "never even"


def test_the_growth_picture_steps_at_the_years_of_the_test():
    chart = growth_chart(growth_by_period(WINDOWS, ["united_states", "united_kingdom", "germany"]), 1971)
    steps = [row["year"] for row in rows(chart, "growth") if row["what"] == "United States"]
    assert steps == WINDOWS
    assert rows(chart, "birth")[0]["year"] == 1971
