import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.alliances import (
    best_subsidy,
    equilibrium_subsidy,
    least_detection,
    least_patience,
    subsidy_game,
    treaty,
)

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
def test_the_sign_of_the_best_subsidy_is_that_of_the_mode(market, margin):
    common = equilibrium_subsidy(margin, *market)
    assert (common > 0) == (market[1] == "quantities")
    assert best_subsidy(common, margin, *market) == pytest.approx(common)


def test_two_unrelated_goods_need_no_subsidy():
    assert best_subsidy(0.3, 1, 0) == 0
    assert equilibrium_subsidy(1, 0, "prices") == 0


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


@pytest.mark.parametrize(("patience", "percent"), [(0, 44.6), (0.2, 35.7), (0.3, 31.3)])
def test_with_one_horizon_patience_lowers_the_detection_that_is_needed(patience, percent):
    assert 100 * least_detection(patience) == pytest.approx(percent, abs=0.051)
    terms = treaty(0)
    fine = terms["worth"] / (1 - patience)
    assert least_detection(patience) * fine == pytest.approx(terms["temptation"])


def test_no_detection_is_needed_from_309_on_if_everybody_sees_a_breach_a_year_later():
    turn = least_patience()
    assert turn == pytest.approx(0.309, abs=5e-4)
    assert least_detection(turn, seen_later=True) == pytest.approx(0, abs=1e-12)
    assert least_detection(turn - 0.01, seen_later=True) > 0
    assert least_detection(turn) == pytest.approx(turn)
    assert least_detection(0, seen_later=True) == least_detection(0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: subsidy_game(1.2, 0), "firm 2 would sell nothing"),
        (lambda: subsidy_game(0, 0, margin=0), "margin must be above 0"),
        (lambda: subsidy_game(0, 0, similarity=2), "similarity must be a finite number from 0 to 1"),
        (lambda: subsidy_game(0, 0, compete="prices"), "below 1 when firms set prices"),
        (lambda: best_subsidy(0, compete="fame"), "compete must be one of quantities, prices"),
        (lambda: least_detection(1), "patience must be below 1"),
    ],
)
def test_what_cannot_be_a_subsidy_game_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
