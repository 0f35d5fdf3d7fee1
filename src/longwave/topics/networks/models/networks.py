"""Networks of firms, who leaves them first, and what is left: the models of a chain with missing suppliers.

A network is an array of links, one row of two firms each, between firms 0 … n − 1, and their number n. A networkx graph
will do as well; it needs no number.
"""

from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, whole_number
from longwave.links import Firms, Links, marked, names_at, read_links
from longwave.topics.networks.models.percolation import sizes_without_each

ORDERS = ("random", "smallest", "largest")


def random_network(firms: int, mean_degree: float, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Draw a network of n firms with n · c / 2 different links, all placed at random.

    `firms` (n ≥ 2), `mean_degree` (c, from 0 to n − 1).

    Source: Erdős and Rényi (1960).

    >>> random_network(100, 4, np.random.default_rng(1)).shape
    (200, 2)
    """
    count = whole_number("firms", firms, minimum=2)
    wanted = round(count * number("mean_degree", mean_degree, minimum=0, maximum=count - 1) / 2)
    links: dict[tuple[int, int], None] = {}
    while len(links) < wanted:
        for one, other in np.sort(rng.integers(count, size=(wanted - len(links), 2))).tolist():
            if one != other:
                links[one, other] = None
    return np.array(list(links), dtype=np.intp).reshape(-1, 2)


def preferential_attachment(firms: int, links: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Grow a network: each new firm links to m different older firms, likelier to those that have many links.

    `firms` (n) is above `links` (m ≥ 1). The first m + 1 firms are all linked with one another. A few hubs come to
    have many links, and most firms have little more than m.

    Source: Barabási and Albert (1999).

    >>> preferential_attachment(10, 2, np.random.default_rng(1)).shape  # 3 links at first, then 2 for each of 7 firms
    (17, 2)
    """
    each = whole_number("links", links, minimum=1)
    count = whole_number("firms", firms, minimum=each + 1)
    rows = [(new, old) for new in range(each + 1) for old in range(new)]
    ends = [firm for row in rows for firm in row]
    for new in range(each + 1, count):
        chosen: dict[int, None] = {}
        while len(chosen) < each:
            chosen[ends[int(rng.random() * len(ends))]] = None
        for old in chosen:
            rows.append((new, old))
            ends += (new, old)
    return np.array(rows, dtype=np.intp)


def workshop_chain(groups: int, workshops: int = 3) -> npt.NDArray[np.int64]:
    """Build a chain of groups of workshops, all linked within a group; one small carrier joins each to the next.

    Firms are numbered along the chain: the workshops of a group, then its carrier, and so on; the last group has no
    carrier. `groups` is at least 1, `workshops` at least 2.

    Our own construction.

    >>> workshop_chain(2).tolist()
    [[0, 1], [0, 2], [1, 2], [2, 3], [3, 4], [4, 5], [4, 6], [5, 6]]
    """
    count, size = whole_number("groups", groups, minimum=1), whole_number("workshops", workshops, minimum=2)
    rows = []
    for first in range(0, count * (size + 1), size + 1):
        rows += [(first + one, first + other) for one in range(size) for other in range(one + 1, size)]
        if first < (count - 1) * (size + 1):
            rows += [(first + size - 1, first + size), (first + size, first + size + 1)]
    return np.array(rows, dtype=np.intp)


def degrees(links: Links, firms: Firms | None = None) -> npt.NDArray[np.int64]:
    """Count the links of each firm 0 … n − 1, or of each node of a graph, in order.

    An ordinary count, with no source of its own.

    >>> degrees([(0, 1), (1, 2)], firms=4).tolist()
    [1, 2, 1, 0]
    """
    pairs, names = read_links(links, firms)
    return np.bincount(pairs.ravel(), minlength=len(names))


def removal_order(links: Links, firms: Firms | None, which: str, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Return all firms in the order in which they leave: "random", "smallest" or "largest" first.

    Size is the number of links in the whole network; firms of one size leave in a random order. `firms` is None for a
    graph.

    >>> removal_order([(0, 1), (1, 2)], 3, "largest", np.random.default_rng(1)).tolist()[0]
    1
    """
    if which not in ORDERS:
        raise InputError(f"which must be one of {', '.join(ORDERS)}, not {which!r}.")
    pairs, names = read_links(links, firms)
    drawn = rng.permutation(len(names))
    if which != "random":
        sizes = np.bincount(pairs.ravel(), minlength=len(names))[drawn]
        drawn = drawn[np.argsort(sizes if which == "smallest" else -sizes, kind="stable")]
    return names_at(drawn, names)


def link_share(links: Links, removed: Iterable[Hashable]) -> float:
    """Compute the share of links that are lost because a firm at one of their ends left.

    An ordinary share, with no source of its own.

    >>> link_share([(0, 1), (1, 2), (2, 3), (3, 4)], removed=[1])
    0.5
    """
    pairs, names = read_links(links)
    gone = marked(removed, names)
    return float((gone[pairs[:, 0]] | gone[pairs[:, 1]]).mean())


def stepwise_worst(links: Links, firms: Firms | None, count: int) -> list[Any]:
    """Choose firms to remove one at a time, each time the one after which the largest part is smallest.

    Where several do the same to the largest part, the second largest decides, and so on; then the lowest number. This
    looks one step ahead only, which is what makes it greedy. `firms` is None for a graph.

    Our own construction.

    >>> stepwise_worst(workshop_chain(4), 15, 3)
    [7, 3, 11]
    """
    pairs, names = read_links(links, firms)
    gone, out = np.zeros(len(names), dtype=bool), []
    for _step in range(whole_number("count", count, minimum=0, maximum=len(names))):
        staying = np.flatnonzero(~gone)
        sizes = sizes_without_each(pairs, gone, staying)
        out.append(staying[min(range(len(staying)), key=sizes.__getitem__)])
        gone[out[-1]] = True
    return [names[place] for place in out]
