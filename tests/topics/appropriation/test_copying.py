"""Copying with a price: the stretches against the outcome, the turning values, and a line of inventions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.appropriation import (
    copiers,
    earned_each,
    follow_outcome,
    invention_line,
    lead_without_patent,
    outcome_stretches,
    patent_and_sum,
    patent_decides,
    quantity_competition,
)
from longwave.topics.appropriation.models.answers import share_interval
from longwave.topics.appropriation.panels import COPYING

careful = settings(deadline=None, derandomize=True)
shares, leads, counts = st.floats(0.05, 1), st.floats(0, 1), st.integers(0, 6)
TYPICAL = (0.7, 0.4)


def decided(*args, **kwargs):
    return [tuple(row) for row in patent_decides(*args, **kwargs).round(1).itertuples(index=False)]


def test_the_shares_of_the_panel_are_those_of_the_survey():
    known = load("part_one_cases").set_index("fact_id")["value"]
    for kind, shares_of in COPYING.items():
        assert [known[f"03-{kind}-patent"], known[f"03-{kind}-plain"]] == [100 * share for share in shares_of]


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_each_seller_earns_what_the_market_of_cournot_gives(count):
    market = quantity_competition(count + 1)
    assert earned_each(count) == pytest.approx(market["income_each"])
    outcome = follow_outcome(0, 0, followers=count)
    assert outcome["users"] == pytest.approx(market["user_surplus"])
    assert outcome["total"] == pytest.approx(market["income_all"] + market["user_surplus"])


def test_a_patent_decides_from_63_to_100_for_a_typical_innovation_and_one_follower():
    assert decided(*TYPICAL) == [(63.5, 100.0)]
    assert decided(0.8, 0.5) == [(55.6, 88.9)]
    assert decided(0.9, 0.5) == [(49.4, 88.9)]
    assert decided(0.8, 0.7) == [(55.6, 63.5)]


def test_with_six_followers_it_decides_in_pieces_and_the_middle_stays_empty():
    assert decided(*TYPICAL, followers=6) == [(15.9, 16.0), (22.9, 25.0), (35.7, 44.4), (63.5, 100.0)]
    for share, followers in ((0.7, 1), (0.7, 6), (0.8, 1), (0.8, 3)):
        lost = outcome_stretches(share, followers).query("not invented and low < 50 < high")
        assert lost["low"].iloc[0] == pytest.approx(400 / 9)


def test_with_three_followers_the_patent_decides_about_cheap_research_too():
    assert decided(0.8, 0.5, followers=3) == [(20.0, 25.0), (31.2, 44.4), (55.6, 88.9)]
    found = patent_decides(0.8, 0.5, followers=3)
    below = found[found["low"] < 400 / 9]
    assert (below["high"] - below["low"]).sum() == pytest.approx(18.2, abs=0.05)


def test_a_short_lead_and_six_followers_let_it_save_part_of_the_middle_stretch():
    assert decided(*TYPICAL, followers=6, lead=0.1) == [(17.3, 18.4), (20.0, 50.0), (57.1, 100.0)]


def test_at_a_lead_of_two_fifths_the_patent_still_keeps_a_follower_out_and_brings_money():
    kept_out = [
        copiers(research, 0.7, lead=0.4) == 0 < copiers(research, 0.4, lead=0.4) for research in (38, 39, 66, 67)
    ]
    assert kept_out == [False, True, True, False]
    patent, plain = (follow_outcome(50, share, lead=0.4) for share in TYPICAL)
    assert patent["inventor"] == pytest.approx(50)
    assert plain["inventor"] == pytest.approx(50 / 3)
    assert patent["inventor"] - plain["inventor"] == pytest.approx(100 / 3)


def test_what_a_patent_does_to_the_sum_turns_with_the_number_of_followers():
    found = {count: patent_and_sum(*TYPICAL, count).round(1).tolist() for count in (1, 3, 6)}
    assert found == {1: [3.0, 24.9], 3: [1.2, 37.3], 6: [0.4, 37.5]}
    sums = {count: [round(follow_outcome(40, c, count)["total"], 1) for c in (0.4, 0.7)] for count in (1, 3, 6)}
    assert sums == {1: [121.8, 109.8], 3: [0, 109.8], 6: [0, 109.8]}


@pytest.mark.parametrize(("followers", "lead"), [(1, 0), (3, 0.1), (6, 0), (2, 0.4)])
def test_the_mean_loss_and_gain_are_those_that_a_fine_grid_finds(followers, lead):
    grid = np.arange(0.025, 100, 0.05)
    gain = np.array([np.subtract(*(follow_outcome(r, c, followers, lead)["total"] for c in (0.7, 0.4))) for r in grid])
    found = patent_and_sum(0.7, 0.4, followers, lead)
    assert found["lost"] == pytest.approx(-gain[gain < 0].sum() / len(grid), abs=0.1)
    assert found["gained"] == pytest.approx(gain[gain > 0].sum() / len(grid), abs=0.1)


def test_a_dearer_copy_in_japan_can_mean_any_window():
    def width(followers, lead=0.0):
        found = patent_decides(0.8, 0.7, followers, lead)
        return round(float((found["high"] - found["low"]).sum()), 1)

    assert [width(1), width(3), width(6)] == [7.9, 15.3, 18.5]
    assert [width(count, lead=0.2) for count in (1, 3, 6)] == [0, 0, 0]


def test_the_decision_at_the_end_turns_at_a_lead_of_28_hundredths():
    assert copiers(80, 0.4, lead=0.28) == 1
    assert copiers(80, 0.4, lead=0.29) == 0
    assert copiers(80, 0.7) == 0
    assert [copiers(80, share) for share in (0.55, 0.56)] == [1, 0]
    assert follow_outcome(80, 0.4, lead=0.3)["inventor"] == follow_outcome(80, 0.7)["inventor"] == 20


def test_a_lead_of_two_fifths_leaves_the_patent_nothing_to_decide_and_a_shorter_one_does():
    assert lead_without_patent(0.4) == pytest.approx(0.4)
    assert lead_without_patent(0.5) == pytest.approx(4 / 13)
    assert lead_without_patent(0.1) == pytest.approx(0.8)
    assert decided(0.9, 0.5, lead=0.2) == [(55.6, 71.1)]
    for followers in (1, 3, 6):
        assert patent_decides(*TYPICAL, followers, lead=0.4).empty
    assert decided(*TYPICAL, lead=0.39) == [(66.1, 67.8)]
    assert outcome_stretches(0.4, 6, lead=0.4).query("not invented")["low"].tolist() == [100]


@careful
@given(shares, counts, leads, st.floats(0.5, 119))
def test_the_stretches_say_what_the_outcome_says(share, followers, lead, research):
    stretches = outcome_stretches(share, followers, lead)
    assert stretches["low"].iloc[0] == 0
    assert stretches["high"].iloc[-1] == 120
    assert stretches["low"].iloc[1:].to_numpy() == pytest.approx(stretches["high"].iloc[:-1].to_numpy())
    edges = np.array([*stretches["low"], *stretches["high"]])
    if np.abs(edges - research).min() < 1e-6:
        return
    here = stretches[(stretches["low"] < research) & (research < stretches["high"])].iloc[0]
    assert here["copiers"] == copiers(research, share, followers, lead)
    assert here["invented"] == bool(follow_outcome(research, share, followers, lead)["invented"])


@careful
@given(shares, st.floats(0, 1), counts, leads, st.floats(0.5, 119))
def test_dearer_copying_never_undoes_an_invention(share, dearer, followers, lead, research):
    plain = follow_outcome(research, share, followers, lead)
    patent = follow_outcome(research, share + dearer, followers, lead)
    assert patent["invented"] >= plain["invented"]
    assert patent["inventor"] >= plain["inventor"] - 1e-9


@careful
@given(shares, counts, leads, st.floats(0, 119))
def test_who_copies_gains_by_it_and_one_more_would_not(share, followers, lead, research):
    count = copiers(research, share, followers, lead)
    cost = share * research
    assert count == 0 or (1 - lead) * earned_each(count) >= cost - 1e-6
    assert count == followers or (1 - lead) * earned_each(count + 1) <= cost + 1e-6


def test_the_sum_with_and_without_a_patent():
    sums = {
        research: [round(follow_outcome(research, share)["total"], 1) for share in (0.4, 0.7)]
        for research in (30, 50, 80)
    }
    assert sums == {30: [135.8, 126.8], 50: [0, 0], 80: [0, 70]}


def test_a_patent_that_keeps_the_follower_out_does_harm_in_a_narrow_stretch_only():
    def harm(research, lead):
        plain, patent = (follow_outcome(research, share, lead=lead) for share in (0.4, 0.7))
        kept_out = patent["copiers"] == 0 < plain["copiers"] and plain["invented"] == 1
        return plain["total"] - patent["total"] if kept_out else 0

    worst = max(harm(research, lead / 100) for lead in range(0, 96, 2) for research in np.arange(1, 101, 0.5))
    assert 1.5 < worst < 2.1
    assert harm(45.5, 0.3) > 1
    assert harm(80, 0) == 0


def test_free_copying_brings_more_steps_and_more_income_while_tries_are_cheap():
    free = invention_line(0.6, 0)
    assert free["steps"].tolist() == pytest.approx([2.5, 6.25, 6.25])
    assert free["you"].tolist() == pytest.approx([250, 2500 / 9, 625])
    assert invention_line(0.6, 30)["steps"].tolist() == pytest.approx([2.5, 1, 6.25])
    assert invention_line(0.6, 43)["steps"].tolist() == pytest.approx([2.5, 1, 1])


@pytest.mark.parametrize("research", [0, 10, 20, 30, 37, 38])
def test_hiring_the_other_team_beats_trying_alone_below_a_cost_of_37_and_a_half(research):
    you = invention_line(0.6, research)["you"]
    assert (you["tight right, hired"] > you["tight right"]) == (research < 37.5)
    assert you["tight right, hired"] > you["free copying"]


def test_the_users_have_their_part_in_what_a_step_is_worth():
    line = invention_line(0.6, 0)
    one, two = (quantity_competition(sellers)[["income_all", "user_surplus"]].sum() for sellers in (1, 2))
    assert (line["all"] / line["steps"]).tolist() == pytest.approx([one, two, one])


def test_between_the_two_turns_the_sum_gains_and_the_inventor_loses():
    line = invention_line(0.6, 20)
    assert line["you"].round(1).tolist() == [200, 152.8, 375]
    assert line["all"].round(1).tolist() == [325, 861.1, 687.5]


@pytest.mark.parametrize("research", [0, 10, 26, 27, 50])
def test_no_team_gains_by_trying_or_by_waiting(research):
    chance, each = 0.6, 400 / 9
    line = invention_line(chance, research)
    worth = line["you"]["free copying"]  # from here on, the step just found included
    if line["steps"]["free copying"] > 1:  # both try: one that waits still gets its share of what the other finds
        assert worth >= each + chance * worth - 1e-9
    else:  # nobody tries: one that tries alone pays for each try
        assert chance * each <= research + 1e-9


def test_wilsons_interval_is_where_the_share_is_so_many_errors_away():
    found = share_interval(11, 17)
    for end in (found["low"], found["high"]):
        assert abs(11 / 17 - end) == pytest.approx(1.96 * np.sqrt(end * (1 - end) / 17))
    assert share_interval(0, 5)["low"] == pytest.approx(0)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: earned_each(-1), "copiers"),
        (lambda: copiers(-1, 0.5), "research"),
        (lambda: copiers(1, 0.5, 51), "followers"),
        (lambda: follow_outcome(1, 0.5, lead=2), "lead"),
        (lambda: outcome_stretches(0), "copying_share"),
        (lambda: patent_decides(0.3, 0.4), "with_patent"),
        (lambda: lead_without_patent(1.5), "copying_share"),
        (lambda: invention_line(1, 5), "chance"),
        (lambda: invention_line(0.5, -5), "research"),
        (lambda: patent_and_sum(0.7, 0.4, followers=-1), "followers"),
        (lambda: share_interval(6, 5), "hits"),
    ],
)
def test_wrong_numbers_are_refused_by_name(call, name):
    with pytest.raises(InputError, match=name):
        call()
