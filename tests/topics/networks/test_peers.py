"""The same parts of a network by igraph; networkx is beside the models' own tests."""

import numpy as np
import pytest

from longwave.topics.networks import part_sizes, percolation, preferential_attachment, random_network

igraph = pytest.importorskip("igraph")

FIRMS = 80


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", ["hubs", "at random"])
def test_igraph_finds_the_same_largest_part_after_each_departure(kind, seed):
    rng = np.random.default_rng(seed)
    links = preferential_attachment(FIRMS, 2, rng) if kind == "hubs" else random_network(FIRMS, 3, rng)
    peer, order = igraph.Graph(n=FIRMS, edges=links.tolist()), rng.permutation(FIRMS)
    shares = percolation(links, order)
    for gone in range(FIRMS):
        sizes = peer.induced_subgraph(order[gone:].tolist()).connected_components().sizes()
        assert round(shares[gone] * FIRMS) == max(sizes)
        assert part_sizes(links, FIRMS, order[:gone].tolist()) == sorted(sizes, reverse=True)
