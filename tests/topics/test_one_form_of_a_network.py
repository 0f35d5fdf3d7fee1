"""Every model of a network gives one answer, whatever the form and the width in which its links come.

In a browser and on small systems a whole number has 32 bits where it is not said otherwise.
"""

from collections.abc import Callable, Iterable
from typing import Any

import networkx
import numpy as np
import pandas as pd
import pytest

from longwave.topics import communities, networks, small_world
from longwave.topics.communities.models import forum
from longwave.topics.networks.charts.networks import network_layout
from longwave.topics.networks.models.percolation import largest_members
from longwave.topics.small_world.models.small_world import path_lengths, transitivity

FIRMS = 40
CHAIN = networks.preferential_attachment(FIRMS, 2, np.random.default_rng(4))
RING = small_world.move_links(small_world.ring_lattice(FIRMS, 4), FIRMS, 6, seed=2)
ORDER = np.random.default_rng(5).permutation(FIRMS)
WAITS = forum.forum()[1]
FRIENDS = np.array(sorted(forum.forum()[0].edges))


def graph_of(pairs: np.ndarray, firms: Iterable[int]) -> networkx.Graph:
    """Return the graph of the links, with its nodes in a mixed order."""
    graph = networkx.Graph(np.flip(pairs, axis=0).tolist())
    graph.add_nodes_from(firms)
    return graph


FORMS: dict[str, Callable[[np.ndarray, range], tuple[Any, int | None]]] = {
    "int32": lambda pairs, firms: (pairs.astype(np.int32), len(firms)),
    "uint8": lambda pairs, firms: (pairs.astype(np.uint8), len(firms)),
    "tuples": lambda pairs, firms: (list(map(tuple, pairs.tolist())), len(firms)),
    "graph": lambda pairs, firms: (graph_of(pairs, firms), None),
}
# Each takes links, the number of firms, and a maker of lists of firms in the same width.
FROM_NOUGHT = {
    "percolation": lambda links, firms, some: networks.percolation(links, some(ORDER)),
    "part_sizes": lambda links, firms, some: networks.part_sizes(links, firms, some(ORDER[:15])),
    "largest_part": lambda links, firms, some: networks.largest_part(links, firms, some(ORDER[:15])),
    "largest_members": lambda links, firms, some: largest_members(links, firms, some(ORDER[:15])),
    "degrees": lambda links, firms, some: networks.degrees(links, firms),
    "degree_spread": lambda links, firms, some: networks.degree_spread(some(networks.degrees(links, firms))),
    "critical_removal": lambda links, firms, some: networks.critical_removal(some(networks.degrees(links, firms))),
    **{
        f"removal_order, {which}": lambda links, firms, some, which=which: networks.removal_order(
            links, firms, which, np.random.default_rng(1)
        )
        for which in networks.ORDERS
    },
    "removal_curves": lambda links, firms, some: networks.removal_curves(links, firms, np.random.default_rng(1)),
    "link_share": lambda links, firms, some: networks.link_share(links, some(ORDER[:15])),
    "stepwise_worst": lambda links, firms, some: networks.stepwise_worst(links, firms, 3),
}
FROM_ONE = {
    "path_lengths": lambda links, firms, some: path_lengths(links, firms),
    "mean_path_length": lambda links, firms, some: small_world.mean_path_length(links, firms),
    "local_clustering": lambda links, firms, some: small_world.local_clustering(links, firms),
    "transitivity": lambda links, firms, some: transitivity(links, firms),
    "link_table": lambda links, firms, some: by_pair(small_world.link_table(links, firms)),
    "first_heard": lambda links, firms, some: small_world.first_heard(links, firms, some(np.array([1, 2])), 2),
    "weeks_by_chance": lambda links, firms, some: small_world.weeks_by_chance(
        links, firms, some(np.array([1, 2])), 2, 0.2, draws=3, seed=1
    ),
    "move_links, none": lambda links, firms, some: by_pair(small_world.move_links(links, firms, 0, seed=1)),
}
FRIENDSHIPS = {
    "network_cascade": lambda links, some: communities.network_cascade(links, WAITS, some(np.array([5, 16]))),
    "best_seeds": lambda links, some: communities.best_seeds(links, WAITS, 2),
    "greedy_sets": lambda links, some: communities.greedy_sets(links, WAITS, 3),
    "forum_chart": lambda links, some: communities.forum_chart(links, WAITS, [5], {5, 6}).to_json(),
}


def by_pair(links: pd.DataFrame | np.ndarray) -> pd.DataFrame:
    """Return links with the lower firm first, in order: a graph knows no other order."""
    table = links if isinstance(links, pd.DataFrame) else pd.DataFrame(links, columns=["from", "to"])
    ends = np.sort(table[["from", "to"]].to_numpy(), axis=1)
    ordered = table.assign(**{"from": ends[:, 0], "to": ends[:, 1]})
    return ordered.sort_values(["from", "to"], ignore_index=True, kind="stable")


def same(one: Any, other: Any) -> None:
    """Assert that two answers are equal, and look equal when they are printed."""
    if isinstance(one, pd.DataFrame):
        pd.testing.assert_frame_equal(one, other)
    elif isinstance(one, pd.Series):
        pd.testing.assert_series_equal(one, other)
    elif isinstance(one, np.ndarray):
        np.testing.assert_array_equal(one, other, strict=True)
    else:
        assert one == other
    assert type(one) is type(other)
    assert repr(one) == repr(other) or isinstance(one, set)


def narrow(values: np.ndarray) -> np.ndarray:
    return np.asarray(values).astype(np.int32)


def wide(values: np.ndarray) -> np.ndarray:
    return np.asarray(values).astype(np.int64)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("model", FROM_NOUGHT)
def test_firms_from_nought_on(model, form):
    links, firms = FORMS[form](CHAIN, range(FIRMS))
    same(FROM_NOUGHT[model](CHAIN.astype(np.int64), FIRMS, wide), FROM_NOUGHT[model](links, firms, narrow))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("model", FROM_ONE)
def test_firms_from_one_on(model, form):
    links, firms = FORMS[form](RING, range(1, FIRMS + 1))
    same(FROM_ONE[model](RING.astype(np.int64), FIRMS, wide), FROM_ONE[model](links, firms, narrow))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("model", FRIENDSHIPS)
def test_users_of_a_forum(model, form):
    links, _users = FORMS[form](FRIENDS, range(1, len(WAITS) + 1))
    same(FRIENDSHIPS[model](FRIENDS.astype(np.int64), wide), FRIENDSHIPS[model](links, narrow))


@pytest.mark.parametrize("form", ["int32", "uint8", "tuples"])
def test_moved_links_and_pictures(form):
    links, firms = FORMS[form](RING, range(1, FIRMS + 1))
    same(small_world.move_links(RING, FIRMS, 20, seed=3), small_world.move_links(links, firms, 20, seed=3))
    links, firms = FORMS[form](CHAIN, range(FIRMS))
    same(network_layout(CHAIN, FIRMS), network_layout(links, firms))
    workshops = networks.workshop_chain(3)
    drawn = networks.chain_chart(FORMS[form](workshops, range(11))[0], 3)
    assert drawn.to_json() == networks.chain_chart(workshops, 3).to_json()


@pytest.mark.parametrize("width", [np.int32, np.uint8])
def test_crowds(width):
    crowds = communities.random_crowds(50, 20, np.random.default_rng(1))
    same(communities.cascade_sizes(crowds), communities.cascade_sizes(crowds.astype(width)))
    assert communities.threshold_cascade(crowds[0]) == communities.threshold_cascade(crowds[0].astype(width))


def test_names_of_a_graph_come_back_in_every_answer():
    named = networkx.relabel_nodes(graph_of(CHAIN, range(FIRMS)), lambda firm: f"firm {firm:02}")
    word = np.array([f"firm {firm:02}" for firm in range(FIRMS)])
    removed = word[ORDER[:15]]
    assert networks.part_sizes(named, removed=removed) == networks.part_sizes(CHAIN, FIRMS, ORDER[:15])
    assert largest_members(named, removed=removed) == word[largest_members(CHAIN, FIRMS, ORDER[:15])].tolist()
    assert networks.link_share(named, removed) == networks.link_share(CHAIN, ORDER[:15])
    assert networks.stepwise_worst(named, None, 3) == word[networks.stepwise_worst(CHAIN, FIRMS, 3)].tolist()
    orders = [
        networks.removal_order(*net, "largest", np.random.default_rng(1)) for net in ((named, None), (CHAIN, FIRMS))
    ]
    assert orders[0].tolist() == word[orders[1]].tolist()
    assert (networks.percolation(named, orders[0]) == networks.percolation(CHAIN, orders[1])).all()
    heard = small_world.first_heard(named, None, ["firm 03"])
    assert heard.tolist() == small_world.first_heard(CHAIN + 1, FIRMS, [4]).tolist()
    assert heard.index.tolist() == word.tolist()
    assert set(small_world.link_table(named)["from"]) <= set(word)
    assert set(small_world.move_links(named, None, 5, seed=1).ravel()) <= set(word)
