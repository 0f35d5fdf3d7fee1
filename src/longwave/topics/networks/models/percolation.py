"""How a network holds together while its firms leave: the largest connected part after each departure.

Shares are always shares of the ORIGINAL number of firms, those that left included.
"""

import math
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, whole_number

Links = Iterable[tuple[int, int]] | npt.NDArray[np.int64]
Nodes = Sequence[Hashable] | npt.NDArray[np.int64]


def giant_component_share(mean_degree: float, staying: float = 1.0) -> float:
    """Compute the share of firms in the giant part of a large network whose links are placed at random.

        S = q · (1 − e^(−c·S))

    `mean_degree` (c ≥ 0, links per firm), `staying` (q from 0 to 1, the share of firms that stay, drawn at random). The
    result is the largest solution, a share of all firms, from 0 to q; it is 0 unless c · q is above 1.

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
    # Above the threshold s = 1 − e^(−c·q·s) crosses once between 0 and 1: from a point below the root on, halve.
    strength = links * share
    low, high = min(0.5, (strength - 1) / strength**2), 1.0
    for _step in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if -math.expm1(-strength * middle) > middle else (low, middle)
    return share * (low + high) / 2


def critical_removal(degrees: Iterable[float]) -> float:
    """Compute the share of firms, drawn at random, that must leave before a network falls apart.

        f_c = 1 − 1 / (κ − 1),   κ = ⟨k²⟩ / ⟨k⟩

    `degrees` are the links of each firm. If links are placed at random, κ = c + 1 and f_c = 1 − 1/c. A result of 0
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


def percolation(graph: Any, order: Nodes) -> npt.NDArray[np.float64]:
    """Compute the share of the original firms in the largest connected part after 0, 1, … n departures.

    The firms are put back one by one in the reverse order, and parts are joined as links return; so all n + 1 numbers
    cost one pass over the links.

    `graph` is a networkx graph, or an array of links between firms 0 … n − 1, one row of two firms each. `order` names
    every firm once, the first to leave first. Entry k of the result belongs to k departures; the last is 0.

    Source: Newman and Ziff (2000).

    >>> percolation([(0, 1), (1, 2)], order=[1, 0, 2]) * 3  # a chain of three loses its middle first
    array([3., 1., 1., 0.])
    """
    count = len(order)
    later, earlier = _by_return(_numbered(graph, order), count)
    largest = _largest_parts(later, earlier, count)
    return np.array(largest[::-1]) / max(count, 1)


def part_sizes(links: Links, firms: int, removed: Iterable[int] = ()) -> list[int]:
    """Return the sizes of the connected parts, the largest first, after some of the firms 0 … n − 1 leave.

    >>> part_sizes([(0, 1), (1, 2), (2, 3)], firms=4, removed=[1])
    [2, 1]
    """
    count, out = whole_number("firms", firms, minimum=1), list(removed)
    gone = set(out)
    if len(gone) < len(out) or not gone <= set(range(count)):
        raise InputError(f"removed must name firms from 0 to {count - 1}, each once.")
    partners: list[list[int]] = [[] for _firm in range(count)]
    for one, other in np.asarray(links, dtype=np.intp).reshape(-1, 2).tolist():
        partners[one].append(other)
        partners[other].append(one)
    sizes, seen = [], gone
    for start in range(count):
        if start not in seen:
            before, waiting = len(seen), [start]
            seen.add(start)
            while waiting:
                fresh = [firm for firm in partners[waiting.pop()] if firm not in seen]
                seen.update(fresh)
                waiting += set(fresh)
            sizes.append(len(seen) - before)
    return sorted(sizes, reverse=True)


def largest_part(links: Links, firms: int, removed: Iterable[int] = ()) -> int:
    """Count the firms in the largest connected part after some firms leave; 0 if nobody stays.

    >>> largest_part([(0, 1), (1, 2), (2, 3)], firms=4, removed=[1])
    2
    """
    return max(part_sizes(links, firms, removed), default=0)


def _numbered(graph: Any, order: Nodes) -> npt.NDArray[np.int64]:
    """Return the links as pairs of turns: turn 0 is the last firm to leave, and the first to come back."""
    count = len(order)
    if not hasattr(graph, "nodes"):
        links = np.asarray(graph, dtype=np.intp).reshape(-1, 2)
        places = np.asarray(order)
        if count == 0 or not np.array_equal(np.sort(places), np.arange(count)):
            raise InputError(f"order must name each firm from 0 to {count - 1} once.")
        if links.size and (links.min() < 0 or links.max() >= count):
            raise InputError(f"graph must link firms from 0 to {count - 1}.")
        turns = np.empty(count, dtype=np.intp)
        turns[places] = np.arange(count - 1, -1, -1)
        return turns[links]
    turn = {name: count - 1 - place for place, name in enumerate(order)}
    if count == 0 or len(turn) < count or turn.keys() != set(graph.nodes):
        raise InputError("order must name each node of the graph once.")
    return np.array([(turn[one], turn[other]) for one, other in graph.edges()], dtype=np.intp).reshape(-1, 2)


def _by_return(links: npt.NDArray[np.int64], count: int) -> tuple[list[int], list[int]]:
    """Return the ends of each link, the later one and the earlier one, in the order in which links come back."""
    later, earlier = links.max(axis=1), links.min(axis=1)
    order = np.argsort(later, kind="stable")
    return later[order].tolist(), earlier[order].tolist()


def _largest_parts(later: list[int], earlier: list[int], count: int) -> list[int]:
    """Return the size of the largest part with 0, 1, … n firms back: union by size, paths halved at each step."""
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
