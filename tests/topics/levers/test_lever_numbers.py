"""The numbers of the dataset levers, computed anew with the models of lessons 05 to 23."""

import pytest

from longwave.data import load
from longwave.topics.business_models import best_batch, break_even_cost, made_to_order_profit
from longwave.topics.geography import boom, restoring_spill
from longwave.topics.longtail import last_rank
from longwave.topics.networks import both_fail
from longwave.topics.platforms import channel_cascade
from longwave.topics.small_world import chain_ratio, exact_ratio

DRAWER = {"first_sales": 100_000, "margin": 10, "exponent": 0.871, "titles": 10_000}
SUITS = {"price": 100, "cost": 40, "salvage": 10, "mean": 100, "cv": 0.4}


def ratio_2017():
    return float(load("us_cases").set_index("fact_id")["value"]["23-ratio-2017"])


FOUND = {
    "05-setup": lambda: (last_rank(setup_cost=50_000, **DRAWER), last_rank(setup_cost=5_000, **DRAWER)),
    "06-hop": lambda: (channel_cascade(0.1, hops=2)["error"], channel_cascade(0.1, hops=1)["error"]),
    "08-demand": lambda: (exact_ratio(2, 5, stages=3), chain_ratio(2, 5, stages=3, shared=True)),
    "09-second": lambda: (0.1, both_fail(0.1, common=0)),
    "10-order": lambda: (best_batch(**SUITS)["profit"], made_to_order_profit(price=100, cost=40, mean=100)),
    "17-spill": lambda: (boom(2)["output_old"], boom(2, spill=restoring_spill(2))["output_old"]),
    "23-advice": lambda: (1.0, 0.1 * ratio_2017()),
}


@pytest.mark.parametrize("lever", FOUND)
def test_the_model_of_the_lesson_gives_both_numbers(lever):
    row = load("levers").set_index("lever_id").loc[lever]
    for name, value in zip(("before", "after"), FOUND[lever](), strict=True):
        assert row[name] == pytest.approx(float(value), abs=0.51 * unit(row[name])), name


def unit(value):
    """Return what the last printed digit is worth: 1 for whole numbers above 10, else a hundredth or a thousandth."""
    if value >= 10 and float(value).is_integer():
        return 1.0
    return 10.0 ** -len(f"{value:g}".partition(".")[2] or "00")


def test_the_turning_values_that_the_rows_name():
    assert both_fail(0.1, common=0.0471) == pytest.approx(0.05, abs=1e-3)
    assert break_even_cost(100, 40, 10, 0.4) == pytest.approx(53.09, abs=5e-3)
    assert restoring_spill(2) == pytest.approx(0.30, abs=5e-3)
    assert 1 / ratio_2017() == pytest.approx(0.069, abs=5e-4)


def test_each_lesson_of_the_dataset_is_covered_here_or_in_the_second_module():
    from tests.topics.levers.test_lever_numbers_part_four import FOUND as LATER

    assert set(load("levers")["lever_id"]) == set(FOUND) | set(LATER)
