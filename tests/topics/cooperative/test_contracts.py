"""Contracts that an innovator may offer: where the better one changes, and what rivalry between licensees does."""

import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.topics.cooperative import confidence_crossing, core_bounds, licensing_game, rival_licences


def two_contracts() -> pd.DataFrame:
    return pd.DataFrame([core_bounds(licensing_game([10, 8], k)).loc["innovator"] for k in (1, 2)])


def test_half_of_the_bargainers_prefer_two_licences():
    assert confidence_crossing(two_contracts()) == pytest.approx(0.5, abs=1e-12)


@pytest.mark.parametrize("confidence", [0.49, 0.51])
def test_the_crossing_is_where_the_better_contract_changes(confidence):
    bounds = two_contracts()
    worth = (1 - confidence) * bounds["minimum"] + confidence * bounds["maximum"]
    assert (worth.iloc[1] > worth.iloc[0]) == (confidence > confidence_crossing(bounds))


@pytest.mark.parametrize("loss", [0, 1, 2.5, 4])
def test_what_rivalry_takes_from_the_value_it_gives_to_the_floor(loss):
    found = rival_licences([10, 8], loss)
    assert found["value_created"] + found["least"] == pytest.approx(18)
    assert found["least"] == pytest.approx(2 * loss)


def test_from_a_loss_of_four_both_contracts_are_the_same_game():
    alone = core_bounds(licensing_game([10, 8], 1)).loc["innovator"]
    for loss in (4, 5, 20):
        assert rival_licences([10, 8], loss)["least"] == pytest.approx(alone["minimum"])
        assert rival_licences([10, 8], loss)["most"] == pytest.approx(alone["maximum"])


@pytest.mark.parametrize(
    "bounds",
    [
        pd.DataFrame({"minimum": [8], "maximum": [10]}),
        pd.DataFrame({"minimum": [8, 9], "maximum": [10, 18]}),
        pd.DataFrame({"minimum": [8, 0], "maximum": [10, 9]}),
    ],
)
def test_contracts_without_a_crossing_are_refused(bounds):
    with pytest.raises(InputError):
        confidence_crossing(bounds)


@pytest.mark.parametrize(("values", "loss"), [([10], 1), ([10, 8, 5], 1), ([10, -8], 1), ([10, 8], -1)])
def test_licences_that_make_no_sense_are_refused(values, loss):
    with pytest.raises(InputError):
        rival_licences(values, loss)
