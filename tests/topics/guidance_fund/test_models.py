"""Contracts, rates and deals: given values, what must hold for any numbers, and what is refused."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from longwave.charts.render import specification
from longwave.checks import InputError
from longwave.topics.guidance_fund import (
    annual_rate,
    cap_that_costs,
    cash_flows,
    certainty_equivalent,
    contract_chart,
    contract_panel,
    deal_spread,
    deals_chart,
    falls_short,
    forgone,
    fund_multiples,
    implied_values,
    mean_that_matches,
    no_hit,
    rates_of_return,
    score_contract,
    share_after,
    share_out,
    spread_of_mean,
    tranche_that_costs,
    value_before,
)
from longwave.topics.guidance_fund.charts.contracts import MOST_MONEY, WIDEST
from tests.panels.discovered import datasets

careful = settings(deadline=None, derandomize=True)


def call(strike: float, mean: float = 1.5, spread: float = 0.6) -> float:
    """Return the mean of max(M − strike, 0) for a lognormal M, in closed form."""
    upper = (math.log(mean / strike) + spread**2 / 2) / spread
    return float(mean * norm.cdf(upper) - strike * norm.cdf(upper - spread))


def drawn_texts(chart) -> set[str]:
    """Return the words drawn on a joined chart."""
    spec = specification(chart, validate=False)
    return {row["label"] for part in datasets(spec) for row in part["values"] if "label" in row}


def put(strike: float) -> float:
    return call(strike) - 1.5 + strike


def test_public_costs_agree_with_the_closed_forms_of_options():
    assert score_contract(cap=0.03)["public_cost"] == pytest.approx(50 * call(1.03**7), abs=0.01)
    assert score_contract(cap=0.03)["public_cost"] == pytest.approx(23.69, abs=0.01)
    first = 50 * (put(1) - put(0.8) - put(0.2))  # below 0.2 the public partner has nothing left
    assert score_contract(tranche=20)["public_cost"] == pytest.approx(first, abs=0.01)
    assert score_contract(tranche=20)["public_cost"] == pytest.approx(2.90, abs=0.01)
    assert score_contract()["public_cost"] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("terms", "loss", "sure"),
    [({}, 0.354, 52.3), ({"cap": 0.03}, 0.354, 55.6), ({"tranche": 20}, 0.227, 60.9)],
)
def test_the_given_scores_are_met(terms, loss, sure):
    score = score_contract(**terms)
    assert (round(score["private_loss"], 3), round(score["certainty_equivalent"], 1)) == (loss, sure)


def test_at_one_public_cost_the_first_loss_leads_and_without_aversion_all_are_equal():
    cost = score_contract(tranche=20)["public_cost"]
    terms = [{"cap": cap_that_costs(cost)}, {"gift": cost}, {"tranche": 20}]
    scores = [score_contract(**kind) for kind in terms]
    assert [score["public_cost"] for score in scores] == pytest.approx([cost] * 3, abs=1e-3)
    assert [round(score["certainty_equivalent"], 1) for score in scores] == [52.4, 56.4, 60.9]
    means = [score_contract(aversion=0, **kind)["certainty_equivalent"] for kind in terms]
    assert means == pytest.approx([means[0]] * 3, abs=1e-3)


@careful
@given(st.lists(st.floats(0, 5), min_size=1, max_size=5), st.floats(0, 50), st.floats(0, 0.3), st.floats(0, 10))
def test_both_partners_share_all_of_it_and_neither_owes(multiples, tranche, cap, gift):
    shared = share_out(multiples, cap, tranche, gift)
    assert (shared["public"] + shared["private"] - gift).to_numpy() == pytest.approx(100 * np.array(multiples))
    assert (shared["public"] >= 0).all()
    assert (shared["private"] >= gift - 1e-9).all()
    assert (shared["private"] >= share_out(multiples)["private"] - 1e-9).all()


def test_rates_by_hand():
    assert share_out([2, 0.8], cap=0.03)["private"].tolist() == pytest.approx([200 - 50 * 1.03**7, 40])
    rates = [annual_rate(50, money) for money in (100, 200 - 50 * 1.03**7, 40, 50)]
    assert [round(100 * rate, 1) for rate in rates] == [10.4, 15.7, -3.1, 0.0]
    assert round(100 * falls_short(0.08)) == 70
    assert round(100 * falls_short(0.10)) == 77
    assert round(no_hit(0.04, 20), 2) == 0.44


@careful
@given(st.floats(-0.5, 3), st.integers(1, 10))
def test_one_payment_out_and_one_back_have_one_rate(rate, years):
    flows = {"2001-01-01": -100.0, f"{2001 + years}-01-01": 100 * (1 + rate) ** years}
    assert rates_of_return(flows) == pytest.approx([rate], abs=0.02)


def test_a_deal_varies_more_than_a_fund():
    spread = deal_spread()
    assert falls_short(0, spread=spread) == pytest.approx(0.65)
    assert [round(falls_short(rate, spread=spread), 2) for rate in (0.08, 0.1)] == [0.78, 0.81]
    assert [round(falls_short(rate, years=5), 2) for rate in (0.08, 0.1)] == [0.60, 0.66]
    assert [round(spread_of_mean(deals, spread), 2) for deals in (1, 20, 100)] == [3.50, 0.78, 0.35]
    for terms in ({"lost": 0}, {"lost": 1}, {"mean": 0.9}):
        with pytest.raises(InputError, match="mean must be above 1"):
            deal_spread(**terms)


def test_where_the_ranking_turns_rests_on_aversion_and_spread():
    cap = cap_that_costs(score_contract(tranche=20)["public_cost"])
    turns = [round(mean_that_matches(cap, 20, aversion=aversion), 2) for aversion in (0.5, 1, 2, 5)]
    assert turns == [1.55, 1.61, 1.74, 2.29]
    assert [round(mean_that_matches(cap, 20, spread=spread), 2) for spread in (0.3, 0.9)] == [1.53, 2.09]
    with pytest.raises(InputError, match="no mean from 1.5 to 6"):
        mean_that_matches(0.0, 1)


def test_the_deals_of_nio_give_three_multiples_and_one_rate_by_date():
    values = implied_values()["value"]
    assert values.round(1).tolist() == [17.8, 29.2, 166.4, 176.3, 45.7]
    back = sum(money for money in cash_flows().values() if money > 0)
    stake = 1 - 0.92114
    multiples = [(back + stake * value) / 5 for value in (0, values.iloc[3], values.iloc[4])]
    assert [round(multiple, 2) for multiple in multiples] == [1.70, 4.48, 2.42]
    rates = [rates_of_return(cash_flows(first=f"2020-{day}")) for day in ("06-29", "05-31", "05-04")]
    assert [[round(100 * rate, 1) for rate in one] for one in rates] == [[109.0], [94.2], [83.6]]
    with_stake = cash_flows() | {"2024-09-29": 0.117 * (values.iloc[4] + 13.3) - 3.3}
    assert [round(100 * rate, 1) for rate in rates_of_return(with_stake)] == [117.4]


def test_what_the_call_gave_away_depends_on_dilution_and_on_the_date():
    table = forgone()
    assert table["forgone_flat"].round(1).tolist() == [11.8, 12.7, 1.4]
    assert table["forgone_melted"].round(1).tolist() == [10.0, 10.0, 0.6]
    # NIO's last injection takes the others to the share that its filing names
    assert share_after(1 - 0.9036 - 0.01418, 2.5 / 0.01418, 7.5) == pytest.approx(1 - 0.92114, abs=1e-4)


@careful
@given(st.floats(0.5, 20), st.floats(1, 200), st.floats(0, 20))
def test_a_value_is_found_again_from_the_share_that_it_gives(money, value, others):
    share = (0.1 * value + money) / (value + money + others)
    if share > 0.11:
        assert value_before(money, share, kept=0.1, others=others) == pytest.approx(value, rel=1e-6)


def test_terms_of_a_cost_are_found_or_refused():
    assert score_contract(tranche=tranche_that_costs(2))["public_cost"] == pytest.approx(2, abs=1e-3)
    with pytest.raises(InputError, match="cost must be from 0.00 to 4.67"):
        tranche_that_costs(10)
    with pytest.raises(InputError, match="tranche must be a finite number"):
        share_out([1], tranche=60)
    with pytest.raises(InputError, match="above 0 in every case"):
        certainty_equivalent([0, 1])
    with pytest.raises(InputError, match="each date must be like"):
        rates_of_return({"January": -1, "2020-01-01": 2})
    with pytest.raises(InputError, match="a payment out"):
        rates_of_return({"2020-01-01": 1, "2021-01-01": 2})
    assert fund_multiples().mean() == pytest.approx(1.5, abs=1e-3)


def test_the_charts_say_what_they_show():
    chart = contract_chart(0.8, None, 20)
    assert chart.title.text == "A fund of 100. Cap on the public return: none; first loss: 20"
    assert "It costs the public 2.9 on average" in chart.description
    assert drawn_texts(chart) >= {"shaded: 23 of 100 funds", "public cost, on average: 2.9"}
    title = deals_chart(implied_values()).title.text
    assert title == "Bought at 18, called back at 29, sold at up to 176, bought again at 46"


def test_the_call_is_priced_at_cost_and_ten_per_cent():
    called = implied_values().set_index("date").loc["2020-09-16"]
    assert called["money"] == pytest.approx(2.5115)
    after_april = implied_values()["value"].iloc[0] + 7 + 4.26
    assert called["value"] == pytest.approx(after_april, rel=0.01)


def test_each_cap_of_the_panel_changes_the_picture_within_its_axis():
    caps = [cap for cap in contract_panel().controls["cap"].options.values() if cap is not None]
    free = share_out([WIDEST])["public"].iloc[0]
    assert all(share_out([WIDEST - 0.5], cap)["public"].iloc[0] < 0.9 * free * (WIDEST - 0.5) / WIDEST for cap in caps)
    assert share_out([WIDEST], 0.0)["private"].iloc[0] <= MOST_MONEY
