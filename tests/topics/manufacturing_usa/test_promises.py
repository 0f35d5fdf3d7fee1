import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.data import load
from longwave.topics.manufacturing_usa import base_money, needed_belief, renewal_gain, rules_chart

VALUE = load("us_cases").set_index("fact_id")["value"]
MONEY = st.floats(0, 1e4)


def test_money_a_year_before_and_after_the_renewals():
    others = VALUE["20-aim-total"] - VALUE["20-aim-federal"]
    later = VALUE["20-aim-renewal"] - VALUE["20-aim-federal-next"]
    assert VALUE["20-aim-federal"] / 5 == 22
    assert VALUE["20-aim-federal-next"] / 7 == pytest.approx(23.6, abs=0.03)
    assert others / 5 == 100
    assert later / 7 == pytest.approx(22.3, abs=0.02)
    assert (later - VALUE["20-aim-carried"]) / 7 == pytest.approx(13.7, abs=0.02)
    assert VALUE["20-mxd-federal"] / 5 == 14 == VALUE["20-iacmi-federal"] / 5


@given(MONEY, MONEY, MONEY)
def test_a_penalty_moves_the_value_at_which_renewal_stops_paying(value, cost, penalty):
    assert renewal_gain(value, cost, penalty) == pytest.approx(value - (cost + penalty), abs=1e-6)


@given(st.floats(1, 1e4), MONEY)
def test_at_the_needed_belief_paying_and_waiting_are_alike(worth, cost):
    stop = needed_belief(worth, cost)
    assert worth - cost == pytest.approx((1 - stop) * worth, abs=1e-6)


def test_three_rules_and_what_fraunhofer_got():
    assert base_money(140, "follows") == 60
    assert base_money(140, "fixed") == 30
    assert [base_money(70, "ends", years_gone=year) for year in (4, 5)] == [30, 0]
    paid = load("fraunhofer_money").set_index("year")
    earned = paid["earned_million_eur"][2019] - paid["earned_million_eur"][2017]
    assert base_money(earned, "follows") == pytest.approx(36, abs=0.5)
    assert paid["base_million_eur"][2019] - paid["base_million_eur"][2017] == 220
    assert paid["base_million_eur"][2020] / paid["base_million_eur"][2017] == pytest.approx(1.61, abs=0.005)


@pytest.mark.parametrize(
    "call", [lambda: renewal_gain(-1, 1), lambda: needed_belief(0, 1), lambda: base_money(1, "never")]
)
def test_money_that_cannot_be_is_refused(call):
    with pytest.raises(InputError):
        call()


def test_the_chart_of_rules_sets_the_base_beside_its_rule():
    spec = specification(rules_chart(load("fraunhofer_money")))
    assert spec["title"]["text"] == "In 2017 the base was 102 below its rule, in 2019 it was 82 above"
    assert spec["description"].endswith("from industry 2017 711, 2018 723, 2019 724, 2020 658.")
