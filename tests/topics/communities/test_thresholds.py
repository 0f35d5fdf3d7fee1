from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.communities import (
    best_seeds,
    cascade_sizes,
    forum,
    greedy_sets,
    network_cascade,
    random_crowds,
    seed_sets,
    threshold_cascade,
)
from longwave.topics.communities.models.forum import MEMBERS

careful = settings(deadline=None, derandomize=True)
crowds = st.lists(st.integers(0, 12), min_size=1, max_size=12)


def by_rounds(thresholds):
    """Let people join round by round: slow, and plainly what the words say."""
    joined = 0
    while (now := sum(threshold <= joined for threshold in thresholds)) != joined:
        joined = now
    return joined


def test_granovetter_1978_one_person_of_a_hundred_decides():
    assert threshold_cascade(range(100)) == 100
    assert threshold_cascade([0, 2, *range(2, 100)]) == 1


@careful
@given(crowds)
def test_sorting_gives_what_joining_round_by_round_gives(thresholds):
    assert threshold_cascade(thresholds) == by_rounds(thresholds)
    assert cascade_sizes(np.array([thresholds])).tolist() == [by_rounds(thresholds)]


@careful
@given(crowds, st.integers(0, 11))
def test_nobody_joins_fewer_when_one_person_becomes_keener(thresholds, place):
    keener = list(thresholds)
    keener[place % len(keener)] = max(0, keener[place % len(keener)] - 1)
    assert threshold_cascade(keener) >= threshold_cascade(thresholds)


def test_random_thresholds_stop_the_median_crowd_at_one_and_let_four_per_cent_reach_ninety():
    sizes = cascade_sizes(random_crowds(100, 50_000, np.random.default_rng(1)))
    assert np.median(sizes) == 1
    assert (sizes >= 90).mean() == pytest.approx(0.04, abs=0.005)  # a regression value
    assert (sizes == 0).mean() == pytest.approx(0.99**100, abs=0.01)  # nobody has threshold 0


def test_the_exact_odds_of_each_size_agree_with_the_crowds_that_were_drawn():
    # So many join exactly: k people whose sorted thresholds never leave a gap, (k + 1)^(k − 1) lists of them, while all
    # the others wait for more than k.
    people = 100
    odds = [comb(people, k) * (k + 1) ** (k - 1) * (people - 1 - k) ** (people - k) for k in range(1, people)]
    odds = [(people - 1) ** people, *odds, (people + 1) ** (people - 1)]
    assert sum(odds) == people**people
    nobody, one, large = (part / people**people for part in (odds[0], odds[1], sum(odds[90:])))
    assert (nobody, one, nobody + one) == pytest.approx((0.99**100, 0.98**99, 0.501358), abs=1e-6)
    assert large == pytest.approx(0.041243, abs=1e-6)
    sizes = cascade_sizes(random_crowds(people, 20_000, np.random.default_rng(2)))
    assert (sizes >= 90).mean() == pytest.approx(large, abs=0.006)


def test_two_crowds_with_the_same_mean_end_apart():
    last_keener = [0, 2, *range(2, 99), 98]
    assert np.mean(last_keener) == np.mean(range(100))
    assert threshold_cascade(last_keener) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: threshold_cascade([]), "thresholds must be a plain list of one or more numbers"),
        (lambda: threshold_cascade([1, -1]), "thresholds must be finite numbers of at least 0"),
        (lambda: cascade_sizes(np.array([1, 2])), "one row a crowd"),
        (lambda: cascade_sizes(np.array([[1, -2]])), "at least 0"),
        (lambda: forum(-1), "draw must be a whole number of at least 0"),
        (lambda: seed_sets(*forum(), number=25), "number must be a whole number from 1 to 24"),
        (lambda: random_crowds(0, 2, np.random.default_rng(1)), "people must be a whole number of at least 1"),
    ],
)
def test_what_cannot_be_a_crowd_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()


@pytest.fixture(scope="module")
def wins():
    """Return how many join for each set of three seeds."""
    graph, waits = forum()
    return {three: len(network_cascade(graph, waits, three)) for three in combinations(sorted(graph), 3)}


def popular():
    graph, _waits = forum()
    return [user for user in sorted(graph) if graph.degree(user) == 5]


def test_in_the_forum_seven_tie_for_most_friends_and_their_35_sets_win_4_to_14(wins):
    graph, waits = forum()
    assert popular() == [3, 6, 8, 16, 17, 19, 21]
    assert max(graph.degree(user) for user in graph) == 5
    famous = [wins[three] for three in combinations(popular(), 3)]
    assert (len(famous), min(famous), np.median(famous), max(famous), wins[3, 6, 8]) == (35, 4, 9, 14, 7)
    sets, most = best_seeds(graph, waits, 3)
    assert sets == [(1, 4, 18), (4, 19, 22), (11, 21, 24), (15, 21, 24)]
    assert most == MEMBERS == 24


def test_greed_ends_at_14_or_16_as_ties_fall():
    ends = greedy_sets(*forum(), number=3)
    assert sorted(ends.values()) == [14, 14, 14, 16, 16, 16]
    assert ends[5, 16, 1] == 14
    assert ends[8, 18, 14] == 16


def test_all_sets_at_once_give_what_each_cascade_gives(wins):
    graph, waits = forum()
    sets = seed_sets(graph, waits, number=3)
    assert sets["joined"].to_dict() == wins
    for three in ((3, 6, 8), (1, 4, 18), (1, 2, 3)):
        assert sets["friends"][three] == sum(graph.degree(user) for user in three)
        assert sets["waits"][three] == sum(waits[user] for user in three)
        assert sets["inside"][three] == graph.subgraph(three).number_of_edges()


def by_rule(sets):
    return {
        "any": sets,
        "friends": sets[sets["friends"] == sets["friends"].max()],
        "waits": sets[sets["waits"] == sets["waits"].max()],
        "apart": sets[sets["inside"] == 0],
    }


def test_in_the_forum_popular_sets_win_more_than_any_three_and_no_set_with_a_friendship_is_among_the_best():
    parts = by_rule(seed_sets(*forum(), number=3))
    means = {rule: part["joined"].mean() for rule, part in parts.items()}
    assert means == pytest.approx({"any": 7.714, "friends": 9.029, "waits": 8.464, "apart": 8.506}, abs=0.001)
    assert {rule: part["joined"].max() for rule, part in parts.items()} == {
        "any": 24,
        "friends": 14,
        "waits": 15,
        "apart": 24,
    }


@pytest.fixture(scope="module")
def many():
    """Return the mean of each rule in a hundred forums."""
    return {
        draw: {rule: part["joined"].mean() for rule, part in by_rule(seed_sets(*forum(draw), number=3)).items()}
        for draw in range(1, 101)
    }


def test_in_a_hundred_forums_those_who_wait_for_most_win_more_than_the_popular_and_these_than_any(many):
    mean = {rule: np.mean([means[rule] for means in many.values()]) for rule in ("any", "friends", "waits", "apart")}
    assert mean == pytest.approx({"any": 13.99, "friends": 14.95, "waits": 17.68, "apart": 15.05}, abs=0.01)
    better = {
        rule: sum(means[rule] > means["any"] for means in many.values()) for rule in ("friends", "waits", "apart")
    }
    assert better == {"friends": 66, "waits": 93, "apart": 99}
    assert [draw for draw, means in many.items() if means["waits"] < means["any"]] == [8, 24, 35, 42, 67, 83, 92]


def test_if_gifts_grow_with_the_wait_three_who_wait_for_two_win_more_than_two_who_wait_for_three():
    means = []
    for number in (2, 3):
        tables = [seed_sets(*forum(draw), number=number) for draw in range(1, 101)]
        means.append(np.mean([sets.loc[sets["waits"] == 6, "joined"].mean() for sets in tables]))
    assert means == pytest.approx([10.95, 13.44], abs=0.01)


def test_in_the_exercise_neither_greed_nor_popularity_finds_the_best_sets():
    graph, waits = forum(171)
    assert best_seeds(graph, waits, 3) == ([(5, 12, 19), (5, 16, 19)], 24)
    assert max(greedy_sets(graph, waits, 3).values()) == 17
    popular = [user for user in graph if graph.degree(user) >= 5]
    assert len(popular) == 5
    assert max(len(network_cascade(graph, waits, three)) for three in combinations(popular, 3)) == 10


def test_first_places_let_a_cascade_begin_and_the_average_helps_it_to_the_end():
    towns = random_crowds(100, 40_000, np.random.default_rng(1))
    sizes = cascade_sizes(towns)
    noise = np.random.default_rng(2).random(len(towns)) / 1e6  # breaks ties at random
    by_average = np.argsort(towns.mean(axis=1) + noise)[:4_000]
    by_first = np.argsort(noise - (towns <= 5).sum(axis=1))[:4_000]
    assert (sizes[by_first] >= 10).mean() > (sizes[by_average] >= 10).mean() + 0.2
    assert (sizes[by_average] >= 90).mean() == pytest.approx(0.325, abs=0.02)
    for few in (0, 2, 5, 10):
        keen = np.argsort(noise - (towns <= few).sum(axis=1))[:4_000]
        assert (sizes[keen] >= 90).mean() == pytest.approx(0.155, abs=0.045)


@careful
@given(st.sets(st.integers(1, 24), max_size=6), st.integers(1, 24))
def test_another_seed_never_makes_fewer_join(seeds, another):
    graph, waits = forum()
    joined = network_cascade(graph, waits, seeds)
    assert seeds <= joined <= network_cascade(graph, waits, {*seeds, another})
    for user in set(graph) - joined:
        assert sum(friend in joined for friend in graph[user]) < waits[user]


def test_a_seed_that_is_nobody_is_refused():
    with pytest.raises(InputError, match="seeds must be nodes of the graph, not \\[99\\]"):
        network_cascade(*forum(), seeds=[1, 99])
