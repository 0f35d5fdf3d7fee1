"""Rules: Germany's rate and what followed it, and a push that ends."""

import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.co_evolution import (
    elsewhere,
    leading,
    least_push,
    push_cost,
    push_path,
    response,
    rule_changes,
    tie_share,
)

CHANGES = rule_changes(load("photovoltaics_tariff"))


def test_the_rate_and_use_go_together_in_changes_and_two_reforms_carry_it():
    assert response(CHANGES)[["years", "r", "elasticity", "standard error"]].round(2).tolist() == [19, 0.75, 3.47, 0.74]
    assert response(CHANGES, (2004,))["r"] == pytest.approx(0.67, abs=0.005)
    assert response(CHANGES, (2004, 2013))[["r", "p"]].round(2).tolist() == [0.44, 0.08]
    assert response(CHANGES, (2004, 2013, 2014))[["r", "p"]].round(2).tolist() == [0.23, 0.39]


def test_against_the_module_price_the_rate_says_less():
    price = load("photovoltaics_world").set_index("year")["module_usd_2019_per_watt"]
    relative = CHANGES.assign(tariff=CHANGES["tariff"] - np.log(price).diff())
    assert response(relative)[["r", "p", "elasticity"]].round(2).tolist() == [0.39, 0.10, 1.42]


def test_no_other_country_follows_germanys_rate_as_germany_does():
    found = elsewhere(load("photovoltaics_countries"), CHANGES)
    assert len(found) == 23
    assert found.index[0] == "Germany"
    assert found.iloc[1] < 0.5 < 0.74 < found.iloc[0]


def test_without_2004_the_same_countries_are_compared_and_czechia_comes_first():
    found = elsewhere(load("photovoltaics_countries"), CHANGES, (2004,))
    assert len(found) == 23
    assert found.index[:2].tolist() == ["Czechia", "Germany"]
    assert found.iloc[:2].round(2).tolist() == [0.72, 0.65]


def test_other_countries_lead_germanys_rate_better_than_germany():
    found = leading(load("photovoltaics_countries"), load("photovoltaics_tariff"))
    assert len(found) == 54
    assert found.index[:4].tolist() == ["Spain", "Greece", "Germany", "Italy"]
    assert found.iloc[:4].round(2).tolist() == [-0.86, -0.83, -0.79, -0.77]


def test_a_push_that_only_moves_cost_leaves_nothing():
    path = push_path(0.4, 30, habit=0, periods=200)
    assert path["share"].max() > 0.9
    assert path["share"].iloc[-1] < 0.05
    assert least_push(0.4, habit=0) is None


@pytest.mark.parametrize(("push", "habit"), [(0.15, 0.2), (0.2, 0.2), (0.4, 0.3)])
def test_the_least_push_is_long_enough_and_no_longer(push, habit):
    lasts = least_push(push, habit)
    for length, share in ((lasts, 1), (lasts - 1, 0)):
        assert push_path(push, length, habit, periods=2000)["share"].iloc[-1] == pytest.approx(share, abs=0.01)
    assert push_path(push, lasts, habit, periods=lasts)["share"].iloc[-1] > tie_share(habit)


@pytest.mark.parametrize(("habit", "start"), [(0.2, 0.05), (0.3, 0.05), (0.2, 0.4)])
def test_a_push_that_ends_on_time_costs_the_less_the_stronger_it_is(habit, start):
    costs = [push_cost(push, habit, 0.001, start)[1] for push in (0.15, 0.2, 0.4, 0.8, 1.5)]
    assert costs == sorted(costs, reverse=True)
    limit = np.log((1 - start) / (1 - tie_share(habit)))
    assert limit == pytest.approx(push_cost(20, habit, 0.0001, start)[1], abs=0.01)
    assert costs[-1] > limit


@pytest.mark.parametrize(("push", "periods", "paid"), [(0.2, 22, 0.85), (0.4, 9, 0.69), (0.5, 7, 0.66), (0.8, 5, 0.91)])
def test_a_push_for_whole_periods_costs_what_its_path_says(push, periods, paid):
    lasts, cost = push_cost(push, 0.2)
    assert lasts == least_push(push, 0.2) == periods
    assert cost == pytest.approx(push * push_path(push, periods, 0.2, periods=periods)["share"][:periods].sum())
    assert cost == pytest.approx(paid, abs=0.005)


def test_the_odds_grow_by_the_gain():
    path = push_path(0.2, 5, habit=0.2, periods=6)
    odds = np.log(path["share"] / (1 - path["share"]))
    assert odds.diff().iloc[1:].tolist() == pytest.approx(path["gain"].iloc[:-1].tolist())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rule_changes(pd.DataFrame({"year": [1], "tariff_ct_per_kwh": [0], "added_mw": [1]})), "above 0"),
        (lambda: least_push(0, 0.2), "push must be above 0"),
        (lambda: push_path(0.1, -1), "lasts must be"),
        (lambda: tie_share(0), "habit must be above 0"),
        (lambda: push_cost(0.2, 0.2, 2), "step must be at most 1"),
        (lambda: push_cost(0.05, 0.2), "does not reach the tie"),
    ],
)
def test_what_is_no_rule_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
