import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.small_world import (
    changed_ring,
    first_heard,
    knack_draws,
    link_table,
    mean_path_length,
    move_links,
    moving_curve,
    ring_faster,
    ring_lattice,
    ring_path_length,
    weeks_by_chance,
)
from longwave.topics.small_world.models.rewiring import links_in_use, panel_curves, panel_ring

careful = settings(deadline=None, derandomize=True)
CIRCLES = [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4), (5, 6), (5, 7), (5, 8), (6, 7), (6, 8), (7, 8)]


def some_links(firms, density, seed):
    rng = np.random.default_rng(seed)
    return [(a, b) for a in range(1, firms) for b in range(a + 1, firms + 1) if rng.random() < density]


networks = st.tuples(st.integers(3, 20), st.floats(0.05, 0.6), st.integers(0, 1000))


def test_the_only_link_between_two_circles_is_a_bridge_until_there_is_a_second():
    one = link_table([*CIRCLES, (4, 5)], 8)
    assert one.iloc[-1].tolist() == [4, 5, 0, math.inf]
    assert (one["detour"][:-1] == 2).all()
    two = link_table([*CIRCLES, (4, 5), (1, 8)], 8)
    assert two["detour"].tolist()[-2:] == [3, 3]


@careful
@given(networks)
def test_a_bridge_of_granovetter_1973_is_what_networkx_calls_one(network):
    firms, links = network[0], some_links(*network)
    if not links:
        return
    table = link_table(links, firms)
    other = nx.Graph(links)
    bridges = {frozenset(pair) for pair in nx.bridges(other)}
    found = {frozenset(pair) for pair in table.loc[table["detour"] == math.inf, ["from", "to"]].to_numpy().tolist()}
    assert found == bridges
    assert ((table["detour"] > 2) == (table["shared"] == 0)).all()


@careful
@given(networks)
def test_news_takes_as_many_steps_as_the_shortest_way(network):
    firms, links = network[0], some_links(*network)
    other = nx.Graph(links)
    other.add_nodes_from(range(1, firms + 1))
    ways = nx.single_source_shortest_path_length(other, 1)
    assert first_heard(links, firms, [1]).to_dict() == {firm: ways.get(firm, math.inf) for firm in range(1, firms + 1)}


@careful
@given(networks, st.integers(1, 4))
def test_whoever_needs_more_teachers_learns_no_sooner(network, needed):
    firms, links = network[0], some_links(*network)
    fewer, more = (first_heard(links, firms, [1, 2, 3], number) for number in (needed, needed + 1))
    assert (fewer <= more).all()


@pytest.mark.parametrize(("needed", "weeks"), [(1, 100), (2, 125), (3, 166), (4, 248), (5, 496)])
def test_on_the_ring_a_front_moves_by_as_many_firms_as_are_not_needed(needed, weeks):
    heard = first_heard(ring_lattice(1000, 10), 1000, range(1, 6), needed)
    assert heard.max() == weeks
    # Either front takes in 6 − q firms a week, so 995 firms take about 995 / (2 (6 − q)) weeks.
    assert weeks == pytest.approx(995 / (2 * (6 - needed)), abs=2)


def test_fifty_moved_links_speed_news_do_nothing_for_a_knack_and_stop_a_hard_one():
    """Regression values of the lesson, in the spirit of Centola and Macy (2007)."""
    ring = ring_lattice(1000, 10)
    moved = [move_links(ring, 1000, 50, seed) for seed in range(1, 6)]
    last = {q: [first_heard(links, 1000, range(1, 6), q).max() for links in moved] for q in (1, 2, 4, 5)}
    assert max(last[1]) < 20
    assert np.median(last[2]) > 120
    assert min(last[4]) > 240
    assert min(last[5]) == math.inf
    assert max(np.isfinite(first_heard(links, 1000, range(1, 6), 5)).sum() for links in moved) < 150


@pytest.mark.parametrize("needed", [1, 2, 3])
def test_without_chance_the_last_firm_learns_when_a_strict_threshold_says(needed):
    for moved in (0, 2, 6):
        links = move_links(ring_lattice(60, 6), 60, moved, seed=2)
        weeks = weeks_by_chance(links, 60, [1, 2, 3], needed, 0, draws=2, seed=1)
        assert weeks.tolist() == [first_heard(links, 60, [1, 2, 3], needed).max()] * 2


def test_with_certainty_a_knack_spreads_like_news():
    links = move_links(ring_lattice(60, 6), 60, 6, seed=3)
    assert weeks_by_chance(links, 60, [1, 2, 3], 3, 1, 2, seed=1)[0] == first_heard(links, 60, [1, 2, 3]).max()


@pytest.mark.parametrize(
    ("firms", "moved", "chance", "low", "high"),
    [(60, 6, 0.03, 0.85, 1), (60, 6, 0.07, 0, 0.3), (200, 20, 0.01, 0.9, 1), (200, 20, 0.02, 0, 0.4)],
)
def test_the_chance_at_which_far_links_win_shrinks_as_the_ring_grows(firms, moved, chance, low, high):
    """The turning values of the lesson: about 5 % a week with 60 firms, below 2 % with 200."""
    assert low <= ring_faster(firms, moved, chance, draws=20, tries=15) <= high


@pytest.mark.parametrize(
    ("case", "complete"),
    [
        ((6, 3, 0), 40),
        ((6, 3, 2), 32),
        ((6, 3, 6), 4),
        ((6, 3, 6, "added"), 40),
        ((6, 3, 6, "removed"), 0),
        ((6, 2, 6), 40),
        ((8, 3, 6), 40),
        ((8, 4, 6), 5),
    ],
)
def test_a_knack_stops_where_it_needs_half_of_the_partners_and_near_links_are_given_up(case, complete):
    assert (knack_draws(*case)["firms"] == 60).sum() == complete


@pytest.mark.parametrize(("needed", "weeks"), [(2, 125), (3, 166), (4, 248), (5, math.inf)])
def test_in_the_valley_six_moves_stop_only_a_knack_of_five_teachers(needed, weeks):
    for seed in (1, 2):
        links = move_links(ring_lattice(1000, 10), 1000, 6, seed)
        assert first_heard(links, 1000, range(1, 6), needed).max() == pytest.approx(weeks, rel=0.02)


@pytest.mark.parametrize(("moved", "share"), [(2, 0.68), (6, 0.52), (12, 0.30)])
def test_how_many_links_move_is_a_lever_too(moved, share):
    assert ring_faster(60, moved, 0.05, draws=40, tries=60) == pytest.approx(share, abs=0.006)


def test_the_panel_shows_the_same_near_and_far_links_under_each_change():
    moved, added, removed = (panel_ring(6, 2, change) for change in ("moved", "added", "removed"))
    ends = {kind: moved.loc[moved["kind"] == kind, ["from", "to"]].to_numpy().tolist() for kind in ("new", "gone")}
    assert added.loc[added["kind"] == "new", ["from", "to"]].to_numpy().tolist() == ends["new"]
    assert removed.loc[removed["kind"] == "gone", ["from", "to"]].to_numpy().tolist() == ends["gone"]
    assert [len(links_in_use(links)) for links in (moved, added, removed)] == [180, 186, 174]
    assert panel_curves(3, 2, "removed")["weeks"].isna().any()
    assert panel_curves(1, 2)["weeks"].notna().all()


def test_changed_rings_have_as_many_links_as_they_should_and_no_pair_twice():
    ring = {frozenset(link) for link in ring_lattice(60, 6).tolist()}
    more = {frozenset(link) for link in changed_ring(60, 6, 6, 1, "added").tolist()}
    less = {frozenset(link) for link in changed_ring(60, 6, 6, 1, "removed").tolist()}
    assert less < ring < more
    assert (len(less), len(more)) == (174, 186)
    assert changed_ring(60, 6, 6, 1).tolist() == move_links(ring_lattice(60, 6), 60, 6, 1).tolist()


def test_six_moved_links_halve_the_mean_path_as_doubled_links_do():
    path = moving_curve(1_000, 10, [6], range(1, 21))["path"]
    assert path.mean() == pytest.approx(24.1, abs=0.05)
    assert ring_path_length(1_000, 20) == pytest.approx(25.5, abs=0.05)
    assert (path > ring_path_length(1_000, 20)).sum() == 5


def test_ten_moved_links_beat_eight_partners_on_either_side_in_every_draw():
    path = moving_curve(1_000, 10, [10], range(1, 21))["path"]
    assert path.max() < 26 < ring_path_length(1_000, 16) == pytest.approx(31.7, abs=0.05)


def test_a_curve_has_a_row_for_each_count_and_seed():
    curve = moving_curve(30, 4, [0, 5], seeds=[1, 2])
    assert curve[["moved", "seed"]].to_numpy().tolist() == [[0, 1], [0, 2], [5, 1], [5, 2]]
    assert curve["path"].iloc[2] == mean_path_length(move_links(ring_lattice(30, 4), 30, 5, 1), 30)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: first_heard([(1, 2)], 2, [3]), "start must name firms from 1 to 2"),
        (lambda: first_heard([(1, 2)], 2, [1], 0), "needed must be a whole number of at least 1, not 0"),
        (lambda: first_heard([(1, 2), (2, 1)], 2, [1], 2), "links must name each pair of firms once"),
        (lambda: changed_ring(60, 6, 6, 1, "kept"), "change must be moved, added or removed"),
        (lambda: changed_ring(60, 6, 999, 1, "removed"), "count must be a whole number from 0 to 180, not 999"),
        (lambda: link_table([(1, 4)], 3), "links must join two different firms, each numbered from 1 to 3"),
        (lambda: weeks_by_chance([(1, 2)], 2, [3], 1, 0, 1, 1), "start must name firms from 1 to 2"),
        (lambda: weeks_by_chance([(1, 2)], 2, [1], 1, 1.5, 1, 1), "chance must be a finite number from 0 to 1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
