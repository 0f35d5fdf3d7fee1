"""How a network holds together while its firms leave: the largest connected part after each departure.

Shares are always shares of the ORIGINAL number of firms, those that left included.
"""

import math
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number
from longwave.links import Firms, Links, Names, is_graph, read_links, read_places

Nodes = Sequence[Hashable] | npt.NDArray[np.int64]
COPIED = 1_000_000  # firms and links of the copies of a network that are looked at together


def giant_component_share(mean_degree: float, staying: float = 1.0) -> float:
    """Compute the share of firms in the giant part of a large network whose links are placed at random.

        S = q · (1 − e^(−d·S))

    `mean_degree` (d ≥ 0, links per firm), `staying` (q from 0 to 1, the share of firms that stay, drawn at random). The
    result is the largest solution, a share of all firms, from 0 to q; it is 0 unless d · q is above 1.

    Sources: Erdős and Rényi (1960); Callaway and others (2000) for firms that leave.

    >>> round(giant_component_share(2), 6)
    0.796812
    >>> giant_component_share(1)
    0.0
    """
    links = number("mean_degree", mean_degree, minimum=0)
    share = number("staying", staying, minimum=0, maximum=1)
    if links * share <= 1:
        return 0.0
    # Above the threshold s = 1 − e^(−d·q·s) crosses once between 0 and 1: from a point below the root on, halve.
    strength = links * share
    low, high = min(0.5, (strength - 1) / strength**2), 1.0
    for _step in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if -math.expm1(-strength * middle) > middle else (low, middle)
    return share * (low + high) / 2


def critical_removal(degrees: Iterable[float]) -> float:
    """Compute the share of firms, drawn at random, that must leave before a network falls apart.

        f_c = 1 − 1 / (κ − 1),   κ = ⟨k²⟩ / ⟨k⟩

    `degrees` are the links of each firm. If links are placed at random, κ = d + 1 and f_c = 1 − 1/d. A result of 0
    means that there is no giant part to begin with.

    Sources: Molloy and Reed (1995); Cohen and others (2000).

    >>> critical_removal([4, 4, 4])  # every firm has four links: κ = 4
    0.6666666666666667
    """
    spread = degree_spread(degrees)
    return 0.0 if spread <= 2 else 1 - 1 / (spread - 1)


def degree_spread(degrees: Iterable[float]) -> float:
    """Compute κ = ⟨k²⟩ / ⟨k⟩: how many links the firm at the end of a link has on average.

    Sources: Molloy and Reed (1995); Cohen and others (2000).

    >>> degree_spread([3, 1, 1, 1])
    2.0
    """
    links = np.array([number("degrees", value, minimum=0) for value in degrees])
    if links.size == 0 or links.sum() == 0:
        raise InputError("degrees must hold at least one firm with a link.")
    return float((links**2).sum() / links.sum())


def giant_share_of_degrees(degrees: Iterable[float], staying: float = 1.0) -> float:
    """Compute the giant part of a large network whose firms have these links and are otherwise joined at random.

        u = 1 − q + q · Σ k·u^(k−1) / Σ k,   S = q · (1 − mean of u^k)

    where u is the chance that a link leads nowhere. `degrees` (k) are the links of each firm, `staying` (q) the share
    that stays. The result is a share of all firms.

    Source: Callaway and others (2000).

    >>> round(giant_share_of_degrees([3] * 10, 0.8), 4)  # u solves u = 0.2 + 0.8·u², so u = 0.25
    0.7875
    """
    links = np.array([number("degrees", value, minimum=0) for value in degrees])
    share = number("staying", staying, minimum=0, maximum=1)
    if links.size == 0 or links.sum() == 0:
        raise InputError("degrees must hold at least one firm with a link.")
    sizes, counts = np.unique(links[links > 0], return_counts=True)
    nowhere, weights = 0.0, sizes * counts / links.sum()
    for _round in range(100_000):
        before, nowhere = nowhere, 1 - share + share * float(weights @ nowhere ** (sizes - 1))
        if abs(nowhere - before) < 1e-14:
            break
    return share * float(counts @ (1 - nowhere**sizes)) / links.size


def percolation(graph: Links, order: Nodes) -> npt.NDArray[np.float64]:
    """Compute the share of the original firms in the largest connected part after 0, 1, … n departures.

    The firms are put back one by one in the reverse order, and parts are joined as links return; so all n + 1 numbers
    cost one pass over the links.

    `graph` is a networkx graph, or an array of links between firms 0 … n − 1, one row of two firms each. `order` names
    every firm once, the first to leave first. Entry k of the result belongs to k departures; the last is 0.

    Source: Newman and Ziff (2000).

    >>> percolation([(0, 1), (1, 2)], order=[1, 0, 2]) * 3  # a chain of three loses its middle first
    array([3., 1., 1., 0.])
    """
    links, names = read_links(graph, None if is_graph(graph) else len(order), name="graph")
    places, count = read_places("order", order, names, once=True), len(names)
    if len(places) < count:
        raise InputError(f"order must name all {count} firms of the graph.")
    # Turn 0 is the last firm to leave, and the first to come back.
    turns = np.empty(count, dtype=np.intp)
    turns[places] = np.arange(count - 1, -1, -1)
    later, earlier = _by_return(turns[links])
    return np.array(_largest_parts(later, earlier, count)[::-1]) / count


def part_sizes(links: Links, firms: Firms | None = None, removed: Iterable[Hashable] = ()) -> list[int]:
    """Return the sizes of the connected parts, the largest first, after some of the firms leave.

    `links` are pairs of the firms 0 … n − 1, whose number is `firms`, or a networkx graph; `removed` names firms.

    Plain counting, with no source of its own.

    >>> part_sizes([(0, 1), (1, 2), (2, 3)], firms=4, removed=[1])
    [2, 1]
    """
    pairs, gone, _names = _left(links, firms, removed)
    return _sizes(part_of_each(pairs, gone)[~gone])


def largest_part(links: Links, firms: Firms | None = None, removed: Iterable[Hashable] = ()) -> int:
    """Count the firms in the largest connected part after some firms leave; 0 if nobody stays.

    Plain counting, with no source of its own.

    >>> largest_part([(0, 1), (1, 2), (2, 3)], firms=4, removed=[1])
    2
    """
    return max(part_sizes(links, firms, removed), default=0)


def largest_members(links: Links, firms: Firms | None = None, removed: Iterable[Hashable] = ()) -> list[Any]:
    """Name the firms of the largest connected part; of equal parts the one with the first firm.

    >>> largest_members([(0, 1), (1, 2), (3, 4)], firms=5, removed=[1])
    [3, 4]
    """
    pairs, gone, names = _left(links, firms, removed)
    parts = part_of_each(pairs, gone)
    staying = np.flatnonzero(~gone)
    if staying.size == 0:
        return []
    sizes = np.bincount(parts[staying])[parts[staying]]
    return [names[place] for place in staying[parts[staying] == parts[staying[sizes.argmax()]]]]


def sizes_without_each(pairs: np.ndarray, gone: np.ndarray, places: np.ndarray) -> list[list[int]]:
    """Return the sizes of the parts once one more firm is gone, for each of some firms in turn.

    >>> sizes_without_each(np.array([[0, 1], [1, 2]]), np.zeros(3, dtype=bool), np.array([0, 1]))
    [[2], [1, 1]]
    """
    sizes = []
    # One copy of the network for each firm, side by side, so that scipy is asked once for some hundred firms.
    for some in np.array_split(places, math.ceil(len(places) * (len(pairs) + len(gone)) / COPIED)):
        out = np.repeat(gone[None, :], len(some), axis=0)
        out[np.arange(len(some)), some] = True
        copies = (pairs + gone.size * np.arange(len(some))[:, None, None]).reshape(-1, 2)
        parts = part_of_each(copies, out.ravel()).reshape(out.shape)
        sizes += [_sizes(row[~left]) for row, left in zip(parts, out, strict=True)]
    return sizes


def _sizes(parts: np.ndarray) -> list[int]:
    """Return how often each number of a part is there, the most frequent first."""
    return sorted(np.unique(parts, return_counts=True)[1].tolist(), reverse=True)


def part_of_each(pairs: np.ndarray, gone: np.ndarray) -> np.ndarray:
    """Return a number for the part that each firm is in; a firm that is gone is a part of its own.

    >>> part_of_each(np.array([[0, 1], [1, 2]]), np.array([False, True, False])).tolist()
    [0, 1, 2]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    kept = pairs[~(gone[pairs[:, 0]] | gone[pairs[:, 1]])]
    matrix = coo_array((np.ones(len(kept)), (kept[:, 0], kept[:, 1])), shape=(gone.size, gone.size))
    return connected_components(matrix, directed=False)[1]


def _left(links: Links, firms: Firms | None, removed: Iterable[Hashable]) -> tuple[np.ndarray, np.ndarray, Names]:
    """Return the links as places, who is gone, and the names of the firms."""
    pairs, names = read_links(links, firms)
    gone = np.zeros(len(names), dtype=bool)
    gone[read_places("removed", removed, names, once=True)] = True
    return pairs, gone, names


def _by_return(links: np.ndarray) -> tuple[list[int], list[int]]:
    """Return the ends of each link, the later one and the earlier one, in the order in which links come back."""
    later, earlier = links.max(axis=1), links.min(axis=1)
    order = np.argsort(later, kind="stable")
    return later[order].tolist(), earlier[order].tolist()


def _largest_parts(later: list[int], earlier: list[int], count: int) -> list[int]:
    """Return the size of the largest part with 0, 1, … n firms back: union by size, paths halved on the way."""
    # No library gives all n + 1 sizes at once. For 10,000 firms and 20,000 links, scipy's connected_components asked
    # after each departure takes 4.7 s, this 5 ms.
    # One list holds both: a root has minus the size of its part, any other firm the place of a firm above it.
    above = [-1] * count
    largest, reached, biggest = [0] * (count + 1), 0, 1
    for one, other in zip(later, earlier, strict=True):
        while reached < one:
            reached += 1
            largest[reached] = biggest
        while above[one] >= 0:
            if above[above[one]] >= 0:
                above[one] = above[above[one]]
            one = above[one]
        while above[other] >= 0:
            if above[above[other]] >= 0:
                above[other] = above[above[other]]
            other = above[other]
        if one != other:
            if above[one] > above[other]:
                one, other = other, one
            above[one] += above[other]
            above[other] = one
            biggest = max(biggest, -above[one])
    largest[reached + 1 :] = [biggest] * (count - reached)
    return largest
