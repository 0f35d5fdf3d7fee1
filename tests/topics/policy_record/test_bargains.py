import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.policy_record import bills_made, rider_tree, solve, switches_to_fail, threat_tree, votes_needed
from longwave.topics.policy_record.models.bargains import DEMOCRATS, VOTED

careful = settings(deadline=None, derandomize=True)
worth = st.integers(1, 9)


def made(order, *worths):
    return bills_made(solve(threat_tree(order, *worths))[0])


def test_430_voted_216_suffice_and_219_democrats_stand_alone():
    vote = load("bill_votes").set_index("vote_id").loc["chips-house"]
    republicans = load("us_cases").set_index("fact_id")["value"]["19-republicans"]
    assert vote.yes + vote.no == VOTED == 430
    assert vote.needed == votes_needed(430, "majority") == 216
    assert vote.yes - republicans == DEMOCRATS == 219
    assert switches_to_fail(219, 211, "majority") == 4


def test_every_vote_needs_and_spares_what_its_rule_says():
    for vote in load("bill_votes").itertuples():
        assert votes_needed(vote.yes + vote.no, vote.rule) == vote.needed
        assert switches_to_fail(vote.yes, vote.no, vote.rule) == vote.spare + 1


def test_a_lost_vote_needs_no_switch_and_rules_are_known():
    assert switches_to_fail(5, 6, "majority") == 0
    assert switches_to_fail(64, 32, "sixty", stay_away=True) == 5
    with pytest.raises(InputError, match="rule must be"):
        votes_needed(10, "half")


@pytest.mark.parametrize(
    ("worths", "first", "second"),
    [
        ((2, 3, 4, 6, 0), "both", "budget only"),
        ((2, 3, 6, 4, 3), "both", "chips only"),
        ((3, 2, 6, 4, 0), "both", "both"),
        ((2, 3, 6, 4, 4), "chips only", "chips only"),
        ((2, 3, 4, 6, 4), "budget only", "budget only"),
        ((3, 2, 4, 6, 4), "both", "both"),
    ],
)
def test_the_order_decides_only_if_the_threat_is_meant(worths, first, second):
    assert made("vote first", *worths) == first
    assert made("announcement first", *worths) == second


@careful
@given(worth, worth, worth, worth, st.integers(0, 3))
def test_after_the_last_vote_that_it_guards_a_threat_is_worth_nothing(chips, word, majority, budget, crossing):
    assert made("vote first", chips, word, majority, budget, crossing) == "both"


@careful
@given(worth, worth, worth, worth)
def test_voting_first_is_worth_the_smaller_prize_if_the_threat_is_meant(chips, word, majority, budget):
    gains = [
        solve(threat_tree(order, chips, word, majority, budget))[1]["majority"]
        for order in ("vote first", "announcement first")
    ]
    assert gains[0] - gains[1] == (min(majority, budget) if word > chips else 0)


@careful
@given(worth, worth, worth, worth, worth)
def test_waiting_saves_the_loss_only_if_the_threat_is_meant_and_chips_are_dear(chips, word, majority, budget, loss):
    first, second = (
        solve(threat_tree(order, chips, word, majority, budget, 0, loss))[1]["minority"]
        for order in ("vote first", "announcement first")
    )
    if word <= chips:
        assert second - first == -word
    else:
        assert second - first == (loss if majority > budget else -chips if majority < budget else second - first)


def test_a_word_that_counts_unseen_would_make_the_minority_block_at_once():
    assert solve(threat_tree("vote first", 2, 3, 4, 6, seen=False))[0] == ("block", "announce")
    assert bills_made(solve(threat_tree("vote first", 3, 2, 4, 6, seen=False))[0]) == "both"


def test_a_rider_rides_if_the_president_would_sign_or_two_thirds_stay():
    assert solve(rider_tree(10, 9.75, False, 0.25))[0] == ("attach", "sign")
    assert solve(rider_tree(10, 10, False, 0.25))[0] == ("send clean",)
    assert solve(rider_tree(10, 10.5, False, -1))[0] == ("attach", "sign")


@careful
@given(worth, worth, st.integers(-5, 5))
def test_with_two_thirds_only_the_sign_of_saying_no_decides_a_veto(host, cost, refusal):
    moves = ("attach", "veto", "override") if refusal > 0 else ("attach", "sign")
    assert solve(rider_tree(host, cost, True, refusal))[0] == moves


def test_trees_that_cannot_be_are_refused():
    with pytest.raises(InputError, match="no move"):
        solve(("nobody", {}))
    with pytest.raises(InputError, match="order must be"):
        threat_tree("at once", 1, 1, 1, 1)
    with pytest.raises(InputError, match="crossing"):
        threat_tree("vote first", 1, 1, 1, 1, 220)
    assert bills_made(("block", "drop")) == "neither"
