"""The same numbers of small worlds by igraph; networkx is beside the models' own tests."""

import numpy as np
import pytest

from longwave.topics.small_world.models.small_world import (
    local_clustering,
    mean_path_length,
    path_lengths,
    transitivity,
    watts_strogatz,
)

igraph = pytest.importorskip("igraph")


@pytest.mark.parametrize("moved", [0, 0.05, 0.5])
@pytest.mark.parametrize(("firms", "neighbours"), [(20, 4), (200, 10)])
def test_igraph_finds_the_same_lengths_and_clustering(firms, neighbours, moved):
    links = watts_strogatz(firms, neighbours, moved, seed=1998)
    peer = igraph.Graph(n=firms, edges=(links - 1).tolist())
    assert path_lengths(links, firms).tolist() == [
        pairs for _low, _high, pairs in peer.path_length_hist(directed=False).bins()
    ]
    assert mean_path_length(links, firms) == pytest.approx(peer.average_path_length(), abs=1e-9)
    clustering = peer.transitivity_local_undirected(mode="zero")
    assert local_clustering(links, firms).to_numpy() == pytest.approx(np.array(clustering), abs=1e-9)
    assert transitivity(links, firms) == pytest.approx(peer.transitivity_undirected(), abs=1e-9)
