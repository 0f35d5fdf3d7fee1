import math
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
    settled_size,
    threshold_cascade,
    turning_spread,
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


def test_granovetter_1978_the_crowd_jumps_as_the_spread_passes_12_2():
    assert turning_spread(25) == pytest.approx(12.22, abs=0.005)
    assert settled_size(25, 12.2) == pytest.approx(5.5, abs=0.2)
    assert settled_size(25, 12.3) == pytest.approx(100, abs=0.01)


@careful
@given(st.floats(5, 40), st.floats(2, 60))
def test_a_settled_crowd_stands_still(mean, spread):
    size = settled_size(mean, spread)
    share = (1 + math.erf((size - mean) / (spread * math.sqrt(2)))) / 2
    assert 100 * share == pytest.approx(size, abs=1e-3)


def test_a_large_drawn_crowd_settles_where_the_bell_says():
    waits = np.random.default_rng(3).normal(25, 10, 100_000) * 1_000
    assert threshold_cascade(np.clip(waits, 0, None)) / 1_000 == pytest.approx(settled_size(25, 10), abs=0.1)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: threshold_cascade([]), "thresholds must be a plain list of one or more numbers"),
        (lambda: threshold_cascade([1, -1]), "thresholds must be finite numbers of at least 0"),
        (lambda: cascade_sizes(np.array([1, 2])), "one row a crowd"),
        (lambda: cascade_sizes(np.array([[1, -2]])), "at least 0"),
        (lambda: settled_size(25, 0), "spread must be above 0"),
        (lambda: turning_spread(50), "mean must be above 0 and below half of the people"),
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


def test_sets_with_friendships_inside_win_less_and_no_best_set_holds_one(wins):
    graph, waits = forum()
    inside = {three: graph.subgraph(three).number_of_edges() for three in wins}
    means = [np.mean([wins[three] for three in wins if inside[three] == pairs]) for pairs in range(4)]
    assert means == pytest.approx([8.51, 6.88, 6.22, 4.53], abs=0.01)
    assert [inside[three] for three in best_seeds(graph, waits, 3)[0]] == [0, 0, 0, 0]
    shared = {three: sum(len({*graph[user]} & {*three}) > 1 for user in graph if user not in three) for three in wins}
    means = [np.mean([wins[three] for three in wins if shared[three] == friends]) for friends in range(5)]
    assert means == sorted(means)


def test_one_user_less_demanding_takes_22_of_the_35_popular_sets_past_14():
    graph, waits = forum()
    eased = [{**waits, one: waits[one] - 1} for one in waits]
    most = [max(len(network_cascade(graph, one, three)) for one in eased) for three in combinations(popular(), 3)]
    assert (sum(won > 14 for won in most), most.count(24)) == (22, 2)
    assert max(len(network_cascade(graph, one, [3, 6, 8])) for one in eased) == 9


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


def test_half_a_place_of_friendliness_does_what_the_spread_does():
    assert settled_size(25, 12) == pytest.approx(4.2, abs=0.5)
    assert settled_size(24.5, 12) == pytest.approx(100, abs=0.01)
    assert max(settled_size(51, spread) for spread in range(1, 101)) < 50
    drawn = np.random.default_rng(4)
    for spread, share in ((12.2, 0.2), (13.5, 0.5)):
        small = np.clip(drawn.normal(25, spread, (4_000, 100)), 0, None)
        assert (cascade_sizes(small) >= 90).mean() == pytest.approx(share, abs=0.03)


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
