"""Networks losing firms: time longwave against networkx and igraph on one network of 10,000 firms, in turns.

longwave gives the largest part after each of 10,001 numbers of departures; the others are asked at 20 shares only.
"""

import importlib
import time
from collections.abc import Callable
from statistics import median

import numpy as np

from longwave.topics.networks import percolation, preferential_attachment, random_network

FIRMS, POINTS, SEED = 10_000, 20, 2000
SHARES = np.linspace(0, 0.95, POINTS)

Contenders = dict[str, tuple[int, Callable[[], list[int]]]]


def measure(repeats: int = 5) -> list[dict]:
    """Return a row for each network and package: the median time, points given, time a point, and agreement.

    `agrees` says whether the 20 sizes are those of networkx, exactly. Each package holds the network in its own form
    before the clock starts, and takes its turn within each repeat.
    """
    rng = np.random.default_rng(SEED)
    networks = {
        "hubs, 2 links a newcomer": preferential_attachment(FIRMS, 2, rng),
        "links by lot, 4 a firm": random_network(FIRMS, 4, rng),
        "links by lot, 8 a firm": random_network(FIRMS, 8, rng),
    }
    order = rng.permutation(FIRMS)
    rows = []
    for what, links in networks.items():
        rows += _rows(what, _contenders(links, order), repeats)
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
            "agrees": results[who] == results["networkx"],
        }
        for who, (points, _call) in contenders.items()
    ]
