import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.alliances import (
    best_subsidy,
    equilibrium_subsidy,
    least_patience,
    subsidy_answers,
    subsidy_game,
    treaty,
)
from longwave.topics.alliances.models.trade import joint_subsidy, least_cap

careful = settings(deadline=None, derandomize=True, max_examples=50)
margins = st.floats(0.1, 20)
subsidies = st.floats(-0.25, 0.4)
markets = st.one_of(
    st.tuples(st.floats(0.05, 1), st.just("quantities")),
    st.tuples(st.floats(0.05, 0.9), st.just("prices")),
)


def test_the_reference_case_of_brander_and_spencer():
    none, one, both = subsidy_game(0, 0), subsidy_game(0.25, 0), subsidy_game(0.2, 0.2)
    assert none[["profit_1", "profit_2"]].tolist() == pytest.approx([1 / 9, 1 / 9])
    assert one["welfare_1"] == pytest.approx(0.125)
    assert both[["profit_1", "profit_2", "welfare_1", "welfare_2"]].tolist() == pytest.approx([0.16, 0.16, 0.08, 0.08])
    assert one["welfare_1"] / none["welfare_1"] - 1 == pytest.approx(0.125)
    assert both["welfare_1"] / none["welfare_1"] - 1 == pytest.approx(-0.28)
    assert both["profit_1"] / none["profit_1"] - 1 == pytest.approx(0.44)


def test_the_buyers_gain_more_than_the_two_countries_lose():
    none, both = subsidy_game(0, 0), subsidy_game(0.2, 0.2)
    assert both["buyers"] - none["buyers"] == pytest.approx(0.32 - 2 / 9)
    assert both["world"] > none["world"]


@careful
@given(subsidies, subsidies, margins)
def test_money_scales_with_the_square_of_the_margin(first, second, margin):
    unit = subsidy_game(first, second)
    scaled = subsidy_game(first * margin, second * margin, margin)
    for name in ("profit_1", "welfare_2", "buyers", "world"):
        assert scaled[name] == pytest.approx(unit[name] * margin**2, abs=1e-9 * margin**2)


@careful
@given(subsidies, subsidies)
def test_changing_places_changes_the_names_only(first, second):
    here, there = subsidy_game(first, second), subsidy_game(second, first)
    assert here["welfare_1"] == pytest.approx(there["welfare_2"])
    assert here["buyers"] == pytest.approx(there["buyers"])


@careful
@given(subsidies, subsidies)
def test_with_one_good_profit_is_the_square_of_quantity_and_the_parts_add_up(first, second):
    game = subsidy_game(first, second)
    assert game["profit_1"] == pytest.approx(game["quantity_1"] ** 2)
    total = game["quantity_1"] + game["quantity_2"]
    assert game["buyers"] == pytest.approx(total**2 / 2)
    assert game["world"] == pytest.approx(total - total**2 / 2)


@careful
@given(st.floats(0, 0.3), markets)
def test_no_other_subsidy_is_better_than_the_best(other, market):
    best = best_subsidy(other, 1, *market)
    top = subsidy_game(best, other, 1, *market)["welfare_1"]
    for step in (-0.01, 0.01):
        try:
            moved = subsidy_game(best + step, other, 1, *market)["welfare_1"]
        except InputError:
            continue
        assert top >= moved - 1e-12


@careful
@given(markets, margins)
def test_the_sign_of_the_best_subsidy_is_that_of_the_mode_and_the_joint_best_is_a_tax(market, margin):
    common, together = equilibrium_subsidy(margin, *market), joint_subsidy(margin, *market)
    assert (common > 0) == (market[1] == "quantities")
    assert best_subsidy(common, margin, *market) == pytest.approx(common)
    assert together < 0
    welfare = [
        subsidy_game(together + step, together + step, margin, *market)["welfare_1"]
        for step in np.array([-0.01, 0, 0.01]) * margin
    ]
    assert welfare[1] == max(welfare)


def test_two_unrelated_goods_need_no_subsidy():
    assert best_subsidy(0.3, 1, 0) == 0
    assert equilibrium_subsidy(1, 0, "prices") == 0


@careful
@given(subsidies)
def test_answers_converge_to_the_equilibrium(start):
    path = subsidy_answers(start, 0, 20)
    assert path.iloc[-1, 1:].tolist() == pytest.approx([0.2, 0.2], abs=1e-6)
    assert path["round"].tolist() == list(range(21))


def test_a_treaty_without_a_fine_holds_from_a_discount_factor_of_25_in_81():
    assert least_patience() == pytest.approx(25 / 81)
    assert least_patience(margin=7) == pytest.approx(25 / 81)
    assert least_patience(0, 1, 0.5, "prices") == math.inf


@careful
@given(st.floats(0, 0.19))
def test_a_looser_cap_is_worth_less_and_tempts_less(cap):
    tight, loose = treaty(cap), treaty(cap + 0.01)
    assert tight["worth"] > loose["worth"]
    assert tight["temptation"] > loose["temptation"]
    assert tight["temptation"] == pytest.approx((1 - 5 * cap) ** 2 / 72)
    assert least_patience(cap) > least_patience(cap + 0.005) > 0


@careful
@given(st.floats(0.01, 0.44), margins)
def test_at_the_least_cap_the_highest_fine_just_holds(caught, margin):
    terms = treaty(least_cap(caught, margin), margin)
    assert caught * terms["worth"] == pytest.approx(terms["temptation"])
    assert least_cap(1) == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: subsidy_game(1.2, 0), "firm 2 would sell nothing"),
        (lambda: subsidy_game(0, 0, margin=0), "margin must be above 0"),
        (lambda: subsidy_game(0, 0, similarity=2), "similarity must be a finite number from 0 to 1"),
        (lambda: subsidy_game(0, 0, compete="prices"), "below 1 when firms set prices"),
        (lambda: best_subsidy(0, compete="fame"), "compete must be one of quantities, prices"),
        (lambda: least_cap(0), "caught must be above 0"),
        (lambda: subsidy_answers(0, 0, -1), "rounds must be"),
    ],
)
def test_what_cannot_be_a_subsidy_game_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
