import pandas as pd
import pytest

from longwave.charts.render import specification
from longwave.topics.shopfloor import replacement_chart, shop_panel, watch_panel
from longwave.topics.shopfloor.models.shop import START, wait_parts, week


def title(chart):
    return specification(chart)["title"]["text"]


@pytest.mark.parametrize(
    ("moved", "cause"),
    [({"repair": 2}, "variability"), ({"load": 0.5}, "the load"), ({"gaps": 0.0}, "variability")],
)
def test_the_title_names_the_factor_that_moved_most(moved, cause):
    assert f"{cause} moved most" in title(shop_panel().draw(**{**START, **moved}))


def test_the_title_of_the_start_gives_wait_and_work():
    assert title(shop_panel().draw(**START)) == "A job waits 26.2 hours, and then takes 1.25"


def test_the_three_factors_multiply_to_the_wait():
    parts = wait_parts(7, 0.9, 0.7, 0.5)
    assert parts["variability"] * parts["crowding"] * parts["time"] == pytest.approx(parts["wait"])


def test_the_words_of_the_workshop_count_the_queue_that_is_drawn():
    spec = specification(watch_panel().draw(120, 20))
    jobs = spec["vconcat"][0]["layer"][0]["data"]["values"]
    short, long = (int(week(20, repair).loc[120, "waiting"]) for repair in (2, 20))
    assert len(jobs) == short + long
    assert spec["title"]["text"] == f"Hour 120: {short} waiting at the short repairs, {long} at the long ones"
    assert "ynthetic" in spec["description"]


def test_a_queue_never_leaves_the_drawing():
    panel = watch_panel()
    for seed in dict(panel.controls["seed"].options).values():
        assert max(week(seed, repair)["waiting"].max() for repair in (2, 20)) <= 45


def test_the_words_name_the_best_age():
    costs = pd.DataFrame(
        {1.0: [9.0, 5.0], 2.0: [4.0, 5.0], 0.8: [9.0, 6.0]}, index=pd.Index([600.0, 900.0], name="age")
    )
    best = pd.Series({1.0: float("inf"), 2.0: 600.0, 0.8: float("inf")})
    assert "600 (2.0)" in specification(replacement_chart(costs, best, 2.7))["description"]
