"""The small world: firms on a ring, a few links moved far away, and what then travels how far.

A network is a list of links between firms that are numbered 1 … n, and their number n; or a networkx graph, which needs
no number. A link has no direction. On the ring each firm knows its K nearest, K/2 on either side (Watts and Strogatz,
1998). Moving links never changes how many there are.
"""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, whole_number
from longwave.links import Firms, Links, Names, names_at, read_links

Seed = int | np.random.Generator


def ring_lattice(firms: int, neighbours: int) -> npt.NDArray[np.int64]:
    """Return the links of a ring on which each firm knows its K nearest: n · K / 2 rows of two firms.

    `firms` (n ≥ 3), `neighbours` (K, even, from 2 to n − 1). The nearest links come first, then the next nearest.

    Source: Watts and Strogatz (1998).

    >>> ring_lattice(4, 2).tolist()
    [[1, 2], [2, 3], [3, 4], [4, 1]]
    """
    count = whole_number("firms", firms, minimum=3)
    reach = _half(neighbours, count)
    start = np.arange(count)
    return np.vstack([np.column_stack([start, (start + step) % count]) for step in range(1, reach + 1)]) + 1


def move_links(links: Links, firms: Firms | None, count: int, seed: Seed) -> npt.NDArray[np.int64]:
    """Move some links, drawn at random: one end stays, the other goes to a firm drawn at random.

    The firm that stays is the first of the pair. The new partner is neither the firm itself nor one it knows already,
    so the number of links stays. The rows of the result are in the order of `links`. With the same integer seed, the
    first m moves are the same whatever the count.

    `count` runs from 0 to the number of links; a firm that knows all others keeps its links. `firms` is None for a
    graph.

    Source: Watts and Strogatz (1998); that an exact number of links moves is our own construction.

    >>> move_links([(1, 2), (2, 3), (3, 4), (4, 1)], firms=4, count=0, seed=1).tolist()
    [[1, 2], [2, 3], [3, 4], [4, 1]]
    """
    pairs, names = pairs_of(links, firms)
    size, rng = len(names), np.random.default_rng(seed)
    chosen = rng.permutation(len(pairs))[: whole_number("count", count, minimum=0, maximum=len(pairs))]
    partners = partners_of(without_repeats(pairs), size)
    for row in chosen:
        stays, leaves = (int(end) for end in pairs[row])
        if len(partners[stays]) >= size - 1:
            continue
        arrives = int(rng.integers(size))
        while arrives == stays or arrives in partners[stays]:
            arrives = int(rng.integers(size))
        partners[stays] ^= {leaves, arrives}
        partners[leaves].discard(stays)
        partners[arrives].add(stays)
        pairs[row, 1] = arrives
    return names_at(pairs, names)


def watts_strogatz(firms: int, neighbours: int, probability: float, seed: Seed) -> npt.NDArray[np.int64]:
    """Return a ring of which each link is moved with probability p.

    `firms` and `neighbours` are as in `ring_lattice`, `probability` is p from 0 to 1. How many links move is itself a
    matter of chance, n · K · p / 2 on average. The links move in a random order, not lap by lap.

    Source: Watts and Strogatz (1998).

    >>> len(watts_strogatz(20, 4, 0.1, seed=1))
    40
    """
    ring = ring_lattice(firms, neighbours)
    rng = np.random.default_rng(seed)
    count = rng.binomial(len(ring), number("probability", probability, minimum=0, maximum=1))
    return move_links(ring, firms, count, rng)


def path_lengths(links: Links, firms: Firms | None = None) -> pd.Series:
    """Count the pairs of firms by the number of steps between them; pairs without a path are under infinity.

    >>> path_lengths([(1, 2), (2, 3), (4, 5)], firms=5).to_dict()
    {1.0: 3, 2.0: 1, inf: 6}
    """
    pairs, names = pairs_of(links, firms)
    size = reached = len(names)
    found = {}
    for step, now in enumerate(_reached_by_step(pairs, size), 1):
        found[float(step)] = (now - reached) // 2
        reached = now
    if reached < size * size:
        found[math.inf] = (size * size - reached) // 2
    return pd.Series(found, name="pairs", dtype="int64").rename_axis("steps")


def mean_path_length(links: Links, firms: Firms | None = None) -> float:
    """Compute the mean number of steps L between two firms, over all pairs; infinite if some pair has no path.

    Source: Watts and Strogatz (1998).

    >>> mean_path_length([(1, 2), (2, 3), (3, 4), (4, 1)], firms=4)  # four pairs at 1 step, two at 2
    1.3333333333333333
    """
    counted = path_lengths(links, firms)
    return float((counted.index * counted).sum() / counted.sum())


def local_clustering(links: Links, firms: Firms | None = None) -> pd.Series:
    """Compute for each firm how many of the pairs of its partners know each other, as a share.

    A firm with fewer than two partners counts as 0. The mean over firms is the clustering C of Watts and Strogatz.

    Source: Watts and Strogatz (1998).

    >>> local_clustering([(1, 2), (2, 3), (3, 1), (3, 4)], firms=4).round(3).tolist()
    [1.0, 1.0, 0.333, 0.0]
    """
    pairs, names = pairs_of(links, firms)
    closed, possible = _triangles(pairs, len(names))
    share = np.divide(closed, possible, out=np.zeros(len(names)), where=possible > 0)
    return pd.Series(share, index=index_of(names), name="clustering")


def transitivity(links: Links, firms: Firms | None = None) -> float:
    """Compute the share of all pairs of links at one firm whose far ends know each other: 3 × triangles / pairs.

    It weighs firms with many partners more than `local_clustering` does; the two differ once links have moved. It is 0
    where no firm has two partners.

    >>> transitivity([(1, 2), (2, 3), (3, 1), (3, 4)], firms=4)
    0.6
    """
    pairs, names = pairs_of(links, firms)
    closed, possible = _triangles(pairs, len(names))
    return float(closed.sum() / possible.sum()) if possible.any() else 0.0


def ring_clustering(neighbours: int, moved: float = 0) -> float:
    """Compute the clustering of a long ring: C(p) = 3 (K − 2) / (4 (K − 1)) · (1 − p)³.

    `neighbours` is K (even, at least 2), `moved` is the share p of links moved, from 0 to 1. The ring has more than
    3K/2 firms. With p = 0 the formula holds for the mean and for the transitivity, else near the transitivity only.

    Sources: Watts and Strogatz (1998) for p = 0, Barrat and Weigt (2000) for the cube.

    >>> round(ring_clustering(10), 6), ring_clustering(4)
    (0.666667, 0.5)
    """
    each = 2 * _half(neighbours, None)
    stays = 1 - number("moved", moved, minimum=0, maximum=1)
    return 3 * (each - 2) / (4 * (each - 1)) * stays**3


def ring_path_length(firms: int, neighbours: int) -> float:
    """Compute the exact mean path length of the ring: the mean of ⌈d / (K/2)⌉ over all distances d along the ring.

    The rule of thumb n / (2K) is the leading term only.

    Our own algebra; the rule of thumb is that of Watts and Strogatz (1998).

    >>> round(ring_path_length(1000, 10), 4), 1000 / (2 * 10)
    (50.4505, 50.0)
    """
    count = whole_number("firms", firms, minimum=3)
    reach = _half(neighbours, count)
    places = np.arange(1, count)
    return float(np.ceil(np.minimum(places, count - places) / reach).mean())


def _half(neighbours: int, firms: int | None) -> int:
    """Return K/2 of an even K."""
    each = whole_number("neighbours", neighbours, minimum=2, maximum=None if firms is None else firms - 1)
    if each % 2:
        raise InputError(f"neighbours must be even, as many on either side, not {neighbours!r}.")
    return each // 2


def pairs_of(links: Links, firms: Firms | None = None, name: str = "links") -> tuple[npt.NDArray[np.int64], Names]:
    """Return links as a new array of places, counted from 0, and the names of the firms, 1 … n or those of a graph.

    >>> pairs_of([(1, 2), (2, 3)], firms=3)[0].tolist()
    [[0, 1], [1, 2]]
    """
    pairs, names = read_links(links, firms, first=1, loops=False, name=name)
    if len(names) < 2:
        raise InputError(f"firms must be 2 or more, not {len(names)}.")
    return pairs, names


def without_repeats(pairs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the pairs, if no link is there twice: it would count as two teachers."""
    if len(np.unique(np.sort(pairs, axis=1), axis=0)) < len(pairs):
        raise InputError("links must name each pair of firms once, in either order.")
    return pairs


def partners_of(pairs: npt.NDArray[np.int64], size: int) -> list[set[int]]:
    """Return whom each firm knows; pairs and partners are counted from 0.

    >>> partners_of(np.array([[0, 1], [1, 2]]), 3)
    [{1}, {0, 2}, {1}]
    """
    partners: list[set[int]] = [set() for _firm in range(size)]
    for start, end in pairs.tolist():
        partners[start].add(end)
        partners[end].add(start)
    return partners


def index_of(names: Names) -> pd.Index:
    """Return the names of the firms as the index of a result.

    >>> index_of(range(1, 4))
    RangeIndex(start=1, stop=4, step=1, name='firm')
    """
    return pd.Index(names, name="firm", tupleize_cols=False)


def _triangles(pairs: npt.NDArray[np.int64], size: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return for each firm the pairs of its partners that know each other, and all pairs of its partners."""
    from scipy.sparse import coo_array

    ends = np.vstack([without_repeats(pairs), pairs[:, ::-1]])
    linked = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(size, size)).tocsr()
    # A path of two steps that a link closes is a triangle, walked in either direction.
    closed: npt.NDArray[np.float64] = (linked @ linked * linked).sum(axis=1) / 2
    each: npt.NDArray[np.float64] = linked.sum(axis=1)
    return closed, each * (each - 1) / 2


def _reached_by_step(pairs: npt.NDArray[np.int64], size: int) -> Iterable[int]:
    """Yield how many ordered pairs are reached within 1, 2, … steps, until no more are.

    One bit for each firm: whoever a firm reaches in one step more is the union of what its partners reach.
    """
    # 64 firms to a word, so that one step is a few thousand word operations.
    reach = np.packbits(np.eye(size, -(-size // 64) * 64, dtype=bool), axis=1).view(np.uint64)
    order = np.argsort(np.concatenate([pairs[:, 0], pairs[:, 1]]), kind="stable")
    ends = np.concatenate([pairs[:, 0], pairs[:, 1]])[order]
    partners = np.concatenate([pairs[:, 1], pairs[:, 0]])[order]
    linked, first = np.unique(ends, return_index=True)
    before = size
    while len(pairs):
        wider = reach.copy()
        wider[linked] |= np.bitwise_or.reduceat(reach[partners], first, axis=0)
        now = int(np.bitwise_count(wider).sum(dtype=np.int64))
        if now == before:
            return
        yield now
        reach, before = wider, now
