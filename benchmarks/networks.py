"""Networks losing firms, and small worlds: time longwave against networkx and igraph, in turns, in one run.

Of a network that loses firms, longwave gives the largest part after each of 10,001 numbers of departures; the others
are asked at 20 shares only. Of a small world all are asked for one number.
"""

import importlib
import time
from collections.abc import Callable
from statistics import median

import numpy as np

from longwave.topics.networks import percolation, preferential_attachment, random_network
from longwave.topics.small_world.models.small_world import (
    local_clustering,
    mean_path_length,
    transitivity,
    watts_strogatz,
)

FIRMS, POINTS, SEED = 10_000, 20, 2000
SHARES = np.linspace(0, 0.95, POINTS)
SMALL_WORLD, NEIGHBOURS, MOVED = 1_000, 10, 0.05

Contenders = dict[str, tuple[int, Callable[[], list[int] | float]]]


def measure(repeats: int = 5) -> list[dict]:
    """Return a row for each network and package: the median time, points given, time a point, and agreement.

    `agrees` says whether the 20 sizes, or the one number, are those of networkx, to 1e-9 of their value. Each package
    holds the network in its own form before the clock starts, and takes its turn within each repeat.
    """
    rng = np.random.default_rng(SEED)
    networks = {
        "hubs, 2 links a newcomer": preferential_attachment(FIRMS, 2, rng),
        "links at random, 4 a firm": random_network(FIRMS, 4, rng),
        "links at random, 8 a firm": random_network(FIRMS, 8, rng),
    }
    order = rng.permutation(FIRMS)
    rows = []
    for what, links in networks.items():
        rows += _rows(what, _contenders(links, order), repeats)
    for what, contenders in _small_world().items():
        rows += _rows(what, contenders, repeats)
    return rows


def _contenders(links: np.ndarray, order: np.ndarray) -> Contenders:
    networkx, igraph = (importlib.import_module(name) for name in ("networkx", "igraph"))
    graph = networkx.Graph()
    graph.add_nodes_from(range(FIRMS))
    graph.add_edges_from(links.tolist())
    peer = igraph.Graph(n=FIRMS, edges=links.tolist())
    gone = [round(share * FIRMS) for share in SHARES]
    staying = [order[count:].tolist() for count in gone]
    return {
        "longwave": (FIRMS + 1, lambda: [round(size) for size in percolation(links, order)[gone] * FIRMS]),
        "networkx": (
            POINTS,
            lambda: [max(map(len, networkx.connected_components(graph.subgraph(firms)))) for firms in staying],
        ),
        "igraph": (
            POINTS,
            lambda: [max(peer.induced_subgraph(firms).connected_components().sizes()) for firms in staying],
        ),
    }


def _small_world() -> dict[str, Contenders]:
    networkx, igraph = (importlib.import_module(name) for name in ("networkx", "igraph"))
    links, firms = watts_strogatz(SMALL_WORLD, NEIGHBOURS, MOVED, SEED), SMALL_WORLD
    graph, peer = networkx.Graph((links - 1).tolist()), igraph.Graph(n=firms, edges=(links - 1).tolist())
    return {
        "small world, mean path length": {
            "longwave": (1, lambda: mean_path_length(links, firms)),
            "networkx": (1, lambda: networkx.average_shortest_path_length(graph)),
            "igraph": (1, peer.average_path_length),
        },
        "small world, mean clustering": {
            "longwave": (1, lambda: local_clustering(links, firms).mean()),
            "networkx": (1, lambda: networkx.average_clustering(graph)),
            "igraph": (1, lambda: peer.transitivity_avglocal_undirected(mode="zero")),
        },
        "small world, transitivity": {
            "longwave": (1, lambda: transitivity(links, firms)),
            "networkx": (1, lambda: networkx.transitivity(graph)),
            "igraph": (1, peer.transitivity_undirected),
        },
    }


def _rows(what: str, contenders: Contenders, repeats: int) -> list[dict]:
    """Time the contenders in turns, after one call each to warm up and compare."""
    results = {who: call() for who, (_points, call) in contenders.items()}
    seconds = {who: [] for who in contenders}
    for _ in range(repeats):
        for who, (_points, call) in contenders.items():
            start = time.perf_counter()
            call()
            seconds[who].append(time.perf_counter() - start)
    return [
        {
            "what": what,
            "who": who,
            "points": points,
            "median_seconds": median(seconds[who]),
            "microseconds_a_point": 1e6 * median(seconds[who]) / points,
            "agrees": bool(np.allclose(results[who], results["networkx"], rtol=1e-9, atol=0)),
        }
        for who, (points, _call) in contenders.items()
    ]
