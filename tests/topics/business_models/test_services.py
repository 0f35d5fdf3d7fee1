import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.business_models import bundling, price_list_profit

careful = settings(deadline=None, derandomize=True)
BUYERS = pd.DataFrame({"suit": [90, 60], "fitting": [10, 40]}, index=["Ada", "Bo"])
worths = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=6).map(
    lambda rows: pd.DataFrame(rows, columns=["suit", "fitting"])
)


@pytest.mark.parametrize(("cost", "separate", "both"), [(0, 160, 200), (30, 130, 140), (40, 120, 120), (45, 120, 110)])
def test_two_buyers_of_opposite_tastes_as_in_the_lesson(cost, separate, both):
    profits = bundling(BUYERS, {"suit": 0, "fitting": cost})["profit"]
    assert profits[["separate", "both"]].tolist() == [separate, both]


def test_a_list_with_all_offers_beats_both_as_adams_and_yellen_1976_say():
    costs = {"suit": 0, "fitting": 30}
    assert price_list_profit(BUYERS, costs, {"suit": 90, "both": 100}) == 160
    assert price_list_profit(BUYERS, costs, {"suit": 90, "fitting": 50, "both": 100}) == 160


@careful
@given(worths, st.integers(0, 60), st.integers(0, 60))
def test_the_best_prices_earn_what_the_price_list_earns(values, first, second):
    costs = {"suit": first, "fitting": second}
    best = bundling(values, costs)
    assert best.loc["separate", "profit"] == best.loc["suit", "profit"] + best.loc["fitting", "profit"]
    for offer in ("suit", "fitting", "both"):
        if best.loc[offer, "profit"] > 0:
            earned = price_list_profit(values, costs, {offer: best.loc[offer, "price"]})
            assert earned == pytest.approx(best.loc[offer, "profit"])


@careful
@given(worths, st.integers(0, 60), st.integers(0, 200), st.integers(0, 200), st.integers(0, 400))
def test_nobody_pays_more_than_the_value_that_is_made(values, cost, suit, fitting, both):
    earned = price_list_profit(values, {"suit": cost, "fitting": 0}, {"suit": suit, "fitting": fitting, "both": both})
    assert earned <= values.to_numpy().sum()


def test_tastes_of_one_direction_gain_nothing_from_a_bundle():
    same = pd.DataFrame({"suit": [80, 40], "fitting": [40, 20]})
    profits = bundling(same, {"suit": 0, "fitting": 0})["profit"]
    assert profits["both"] == profits["separate"] == 120


def test_what_earns_nothing_is_not_sold():
    dear = bundling(BUYERS, {"suit": 100, "fitting": 50})
    assert dear["profit"].tolist() == [0, 0, 0, 0]
    assert dear["price"].isna().all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: bundling(BUYERS[["suit"]], {"suit": 0}), "values must be a frame"),
        (lambda: bundling([1, 2], {"suit": 0}), "values must be a frame"),
        (lambda: bundling(-BUYERS, {"suit": 0, "fitting": 0}), r"values\['suit'\] must be a finite number"),
        (lambda: bundling(BUYERS, {"suit": 0}), "costs must name each good; missing: fitting"),
        (lambda: price_list_profit(BUYERS, {"suit": 0, "fitting": 0}, {"cap": 1}), "prices must name offers from"),
        (lambda: price_list_profit(BUYERS, {"suit": 0, "fitting": 0}, {}), "prices must name offers from"),
        (lambda: price_list_profit(BUYERS, {"suit": 0, "fitting": 0}, {"both": -1}), r"prices\['both'\] must be"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
