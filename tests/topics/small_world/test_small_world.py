import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.small_world import (
    local_clustering,
    mean_path_length,
    move_links,
    ring_clustering,
    ring_lattice,
    ring_path_length,
)
from longwave.topics.small_world.models.small_world import path_lengths, transitivity, watts_strogatz

careful = settings(deadline=None, derandomize=True)
rings = st.integers(1, 4).flatmap(lambda half: st.tuples(st.integers(4 * half + 2, 40), st.just(2 * half)))
seeds = st.integers(0, 10_000)


def graph(links, firms):
    made = nx.Graph()
    made.add_nodes_from(range(1, firms + 1))
    made.add_edges_from(map(tuple, np.asarray(links).tolist()))
    return made


def test_the_ring_of_watts_and_strogatz_1998_has_two_thirds_and_fifty():
    assert ring_clustering(10) == pytest.approx(0.6666667, abs=1e-6)
    assert ring_path_length(1000, 10) == pytest.approx(50.4504505, abs=1e-6)
    ring = ring_lattice(1000, 10)
    assert len(ring) == 5000
    assert mean_path_length(ring, 1000) == pytest.approx(50.4504505, abs=1e-6)
    assert local_clustering(ring, 1000).mean() == pytest.approx(2 / 3)
    assert transitivity(ring, 1000) == pytest.approx(2 / 3)


def test_moving_one_link_in_a_hundred_keeps_clustering_and_cuts_the_way_by_four_fifths():
    """A regression value: the ten seeds that the lesson shows."""
    ring = ring_lattice(1000, 10)
    moved = [move_links(ring, 1000, 50, seed) for seed in range(1, 11)]
    lengths = [mean_path_length(links, 1000) for links in moved]
    assert np.mean(lengths) == pytest.approx(8.87, abs=0.005)
    assert 8.6 < min(lengths) < max(lengths) < 9.3
    assert np.mean([local_clustering(links, 1000).mean() for links in moved]) > 0.64


def test_transitivity_follows_the_cube_of_barrat_and_weigt_2000():
    ring = ring_lattice(1000, 10)
    for count in (250, 1000, 2500):
        found = np.mean([transitivity(move_links(ring, 1000, count, seed), 1000) for seed in (1, 2, 3)])
        assert found == pytest.approx(ring_clustering(10, count / 5000), abs=0.01)


@careful
@given(rings)
def test_the_closed_forms_of_the_ring_equal_what_is_counted(ring):
    firms, neighbours = ring
    links = ring_lattice(firms, neighbours)
    assert mean_path_length(links, firms) == pytest.approx(ring_path_length(firms, neighbours))
    if firms > 3 * neighbours / 2:
        assert transitivity(links, firms) == pytest.approx(ring_clustering(neighbours))


@careful
@given(rings, seeds, st.floats(0, 1))
def test_moving_keeps_the_number_of_links_and_joins_no_firm_to_itself_or_twice(ring, seed, share):
    firms, neighbours = ring
    links = ring_lattice(firms, neighbours)
    moved = move_links(links, firms, int(share * len(links)), seed)
    assert moved.shape == links.shape
    assert (moved[:, 0] == links[:, 0]).all()
    assert len({frozenset(pair) for pair in moved.tolist()}) == len(links)
    assert (moved != links).any(axis=1).sum() <= int(share * len(links))


@careful
@given(rings, seeds, st.integers(0, 10))
def test_the_first_moves_do_not_depend_on_how_many_follow(ring, seed, count):
    links = ring_lattice(*ring)
    fewer, more = (move_links(links, ring[0], moves, seed) for moves in (min(count, len(links) - 1), len(links)))
    rows = (fewer != links).any(axis=1)
    assert rows.sum() <= count
    # A link that moved early is not moved again.
    assert (more[rows] == fewer[rows]).all()


@careful
@given(st.integers(2, 25), st.floats(0, 0.6), seeds)
def test_lengths_and_clustering_equal_those_of_networkx(firms, density, seed):
    rng = np.random.default_rng(seed)
    links = [(a, b) for a in range(1, firms) for b in range(a + 1, firms + 1) if rng.random() < density]
    other = graph(links, firms)
    if nx.is_connected(other):
        assert mean_path_length(links, firms) == pytest.approx(nx.average_shortest_path_length(other))
    else:
        assert mean_path_length(links, firms) == math.inf
    assert local_clustering(links, firms).to_dict() == pytest.approx(nx.clustering(other))
    assert transitivity(links, firms) == pytest.approx(nx.transitivity(other))
    assert path_lengths(links, firms).sum() == firms * (firms - 1) // 2


def test_a_network_in_two_parts_has_no_finite_mean():
    parts = path_lengths([(1, 2), (3, 4)], 4)
    assert parts[math.inf] == 4
    assert mean_path_length([(1, 2), (3, 4)], 4) == math.inf
    assert mean_path_length([], 3) == math.inf


def test_the_coin_of_watts_and_strogatz_moves_about_the_share_asked_for():
    ring = ring_lattice(200, 6)
    shares = [(watts_strogatz(200, 6, 0.3, seed) != ring).any(axis=1).mean() for seed in range(20)]
    assert np.mean(shares) == pytest.approx(0.3, abs=0.03)
    assert (watts_strogatz(200, 6, 0, seed=1) == ring).all()


def test_a_firm_that_knows_all_keeps_its_links():
    links = ring_lattice(5, 4)
    assert (move_links(links, 5, 10, seed=1) == links).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ring_lattice(10, 3), "neighbours must be even, as many on either side, not 3"),
        (lambda: ring_lattice(10, 10), "neighbours must be a whole number from 2 to 9, not 10"),
        (lambda: ring_lattice(2, 2), "firms must be a whole number of at least 3, not 2"),
        (lambda: ring_clustering(5), "neighbours must be even"),
        (lambda: ring_clustering(4, 1.2), "moved must be a finite number from 0 to 1, not 1.2"),
        (lambda: move_links([(1, 2)], 3, 2, 1), "count must be a whole number from 0 to 1, not 2"),
        (lambda: watts_strogatz(10, 4, -0.1, 1), "probability must be a finite number from 0 to 1"),
        (lambda: mean_path_length([(1, 1)], 3), "links must join two different firms, each numbered from 1 to 3"),
        (lambda: mean_path_length([(0, 1)], 3), "links must join two different firms"),
        (lambda: mean_path_length([(1, 2, 3)], 3), "links must be pairs of firms"),
        (lambda: transitivity([(1, 2), (2, 1)], 3), "links must name each pair of firms once"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
