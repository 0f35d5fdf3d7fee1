import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.data import load
from longwave.topics.shopfloor import (
    logic_chart,
    shapes_chart,
    shop_panel,
    trials_chart,
    watch_panel,
)
from longwave.topics.shopfloor.models.shop import HIGHEST_WAIT, NOW, ORDERS, wait_curve, wait_parts, week

NAMES = ("one pair", "another")


def title(chart):
    return specification(chart)["title"]["text"]


def test_the_panel_opens_with_the_finding():
    panel = shop_panel()
    assert title(panel.draw(**panel.start)) == "The wait falls from 26.2 hours to 1.29, to one part in 20"


def test_the_panel_says_so_if_nothing_has_changed():
    assert title(shop_panel().draw(**NOW, orders=ORDERS)) == "A job waits 26.2 hours for one hour of work"


def test_the_words_have_both_waits_and_the_factors():
    words = specification(shop_panel().draw(repair=20, between=160, orders=0.68))["description"]
    assert (
        "before, at 0.68 orders, 26.2 hours; now, at 0.68, 9.07 hours, which is V 2.48 times U 3.26 times T 1.125"
        in words
    )


def test_fewer_orders_are_compared_with_the_machine_as_it_was():
    assert title(shop_panel().draw(repair=20, between=80, orders=0.5)).startswith(
        "The wait falls from 26.2 hours to 7.71"
    )


def test_a_strip_marks_each_run_of_hours_in_which_a_machine_is_broken():
    spec = specification(watch_panel().draw(168, 20))
    strips = next(layer["data"]["values"] for layer in spec["vconcat"][1]["layer"] if layer["data"]["name"] == "broken")
    long = [row for row in strips if row["state"] == "long repairs"]
    assert sum(row["end"] - row["hour"] for row in long) == (week(20, 20)["machine"] == "broken").sum()
    assert max(row["end"] - row["hour"] for row in long) == 61


def test_a_curve_ends_where_it_leaves_the_drawing():
    curve = wait_curve(7, 120)
    assert curve["wait"].iloc[-1] == pytest.approx(HIGHEST_WAIT)
    assert curve["orders"].iloc[-1] < wait_parts(7, 120, 0.5)["uptime"]
    assert curve["wait"].is_monotonic_increasing


def test_the_words_of_the_workshop_count_the_queue_that_is_drawn():
    spec = specification(watch_panel().draw(120, 20))
    jobs = spec["vconcat"][0]["layer"][0]["data"]["values"]
    short, long = (int(week(20, repair).loc[120, "waiting"]) for repair in (2, 20))
    assert len(jobs) == short + long
    assert spec["title"]["text"] == f"Hour 120: {short} waiting at the short repairs, {long} at the long ones"
    assert "ynthetic" in spec["description"]


def test_the_workshop_opens_with_a_crowd_behind_the_long_stop():
    panel = watch_panel()
    assert title(panel.draw(**panel.start)) == "Hour 100: 0 waiting at the short repairs, 40 at the long ones"


def test_a_queue_never_leaves_the_drawing():
    panel = watch_panel()
    for seed in dict(panel.controls["seed"].options).values():
        assert max(week(seed, repair)["waiting"].max() for repair in (2, 20)) <= 45


def test_the_figure_of_the_paper_has_both_branches_side_by_side():
    spec = specification(logic_chart())
    heads = [row["head"] for layer in spec["layer"] for row in layer["data"]["values"] if "head" in row]
    assert {"Control production (creation)", "Optimise operations (interaction, capture)"} <= set(heads)
    frames = next(layer["data"]["values"] for layer in spec["layer"] if layer["data"]["name"] == "frames")
    sides = {kind: [row["y"] for row in frames if row["kind"] == kind] for kind in ("left", "right")}
    assert sides["left"] == sides["right"]


def test_the_left_branch_alone_has_five_boxes_in_one_column_of_links():
    spec = specification(logic_chart(left_only=True))
    named = {layer["data"]["name"]: layer["data"]["values"] for layer in spec["layer"]}
    assert {row["kind"] for row in named["frames"]} == {"both", "left"}
    assert len(named["frames"]) == len(named["links"]) + 1 == 5
    assert all(row["y"] > row["y2"] for row in named["links"])
    assert "right" not in spec["description"]


def test_the_title_of_trials_follows_the_shares():
    weeks = pd.Index([1, 13], name="weeks")
    chart = trials_chart(pd.DataFrame([[0.516, 0.302], [0.059, 0.086]], index=weeks), NAMES)
    assert title(chart) == "The shortest trial is no better than a coin; the longest misleads in 9 of 100"
    assert "1: 52; 13: 6" in specification(chart)["description"]
    chart = trials_chart(pd.DataFrame([[0.3, 0.2], [0.059, 0.086]], index=weeks), NAMES)
    assert title(chart) == "In 30 and 20 of 100 first trials the worse machine looks better"


def test_the_chart_of_shapes_counts_every_test():
    shapes = load("bearing_tests")["printed_shape"]
    spec = specification(shapes_chart(shapes, 2.1, (1.5, 2.79)))
    columns = next(layer["data"]["values"] for layer in spec["layer"] if layer["data"]["name"] == "columns")
    assert sum(row["tests"] for row in columns) == len(shapes)
    assert "nine tests in ten" in spec["title"]["text"]
    assert "with 23 tests at or below it" in spec["description"]
    assert title(shapes_chart(shapes, 1.5, (1.2, 1.9))).startswith("91 of 210 tests have a shape of 1.50 or more")
