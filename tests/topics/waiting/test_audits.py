"""Records of audits: nested rows made disjoint, a threshold that is put in and found again, and cuts."""

import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.waiting import (
    bound_chart,
    fewest_errors,
    half_payback,
    kinds_apart,
    kinds_chart,
    overstated,
    payback_chart,
    plant_advice,
    share_as_good,
)


def test_the_disjoint_kinds_add_up_to_the_whole_but_for_the_row_without_a_share():
    kinds, told = kinds_apart(), load("energy_audits").set_index("row_id")
    assert kinds["count"].sum() == told.loc["2.xxxx", "count"] - 5
    parts = kinds.iloc[:3]
    rebuilt = (parts["done"] * parts["count"]).sum() + told.loc["2.812x", "count"] * 0.719
    assert rebuilt / told.loc["2.xxxx", "count"] == pytest.approx(0.509, abs=1e-4)


def test_a_threshold_that_was_put_in_is_found_again():
    payback = np.array([0.2, 0.8, 1.5, 3])
    kinds = pd.DataFrame(
        {"payback": payback, "done": 1 / (1 + np.exp(0.7 * (payback - 1.25))), "count": [9, 90, 900, 9]}
    )
    assert half_payback(kinds) == pytest.approx(1.25)
    assert half_payback(kinds, weighted=False) == pytest.approx(1.25)


def test_where_patience_grows_with_payback_there_is_no_threshold():
    with pytest.raises(InputError, match="done must fall"):
        half_payback(pd.DataFrame({"payback": [1.0, 2.0], "done": [0.3, 0.6], "count": [5, 5]}))


def test_the_three_choices_of_the_lesson():
    kinds = kinds_apart()
    found = [half_payback(kinds), half_payback(kinds, weighted=False), half_payback(kinds[kinds["count"] < 100_000])]
    assert [round(12 * years) for years in found] == [24, 20, 16]


def test_three_measures_fit_the_plant_but_for_one_row():
    plant = plant_advice()
    errors = {name: fewest_errors(plant[name], plant["done"]) for name in ("payback", "cost", "place", "saving")}
    assert errors == {"payback": 1, "cost": 1, "place": 1, "saving": 2}


@pytest.mark.parametrize(("done", "errors"), [([1, 1, 0, 0], 0), ([0, 0, 1, 1], 2), ([1, 0, 1, 0], 1), ([1, 1], 0)])
def test_the_best_cut_by_hand(done, errors):
    assert fewest_errors(range(len(done)), done) == errors


def test_every_order_is_as_good_as_the_worst():
    assert share_as_good([1, 0, 1], 3) == 1
    assert share_as_good([1, 1, 0], 0) == pytest.approx(1 / 3)


def test_a_promise_four_times_too_large():
    assert overstated(1, 4) == {"factor": 4, "share": 0.25}


def test_the_charts_say_what_they_found():
    assert "1.20; for what wears out 0.36 to 0.89" in payback_chart(1.25, 0.04, 0.2).title.text
    assert "67 in 100" in bound_chart(0.5).title.text
    chart = kinds_chart(kinds_apart(), {"Qiu": 0.75})
    assert chart.title.text == "72 % of quick advice is done, 51 % of slow; nothing lies between 0.4 and 1.6 years"
    assert "Qiu: 0.75" in chart.description
