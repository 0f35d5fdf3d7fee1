"""Weak ties: which links are bridges, how far news and knacks travel, and what a grain of chance changes.

Networks are lists of links between firms 1 … n, or networkx graphs, as in the module `small_world`.
"""

import math
from collections.abc import Hashable, Iterable

import numpy as np
import pandas as pd

from longwave.checks import number, whole_number
from longwave.links import Firms, Links, names_at, read_places
from longwave.topics.small_world.models.small_world import (
    index_of,
    local_clustering,
    mean_path_length,
    move_links,
    pairs_of,
    partners_of,
    ring_lattice,
    transitivity,
    without_repeats,
)

LONGEST = 1_000  # weeks after which a draw counts as never


def moving_curve(firms: int, neighbours: int, counts: Iterable[int], seeds: Iterable[int]) -> pd.DataFrame:
    """Move links of a ring, so many at a time, and return for each network its mean path, clustering, transitivity.

    `firms` and `neighbours` are as in `ring_lattice`, `counts` and `seeds` as in `move_links`. One row for each count
    and seed, with the columns moved, seed, path (steps, infinite if the ring has come apart), clustering and
    transitivity (shares).

    Our own construction, on the ring of Watts and Strogatz (1998).

    >>> moving_curve(20, 4, counts=[0], seeds=[1]).iloc[0].round(3).to_list()
    [0.0, 1.0, 2.895, 0.5, 0.5]
    """
    ring, all_seeds = ring_lattice(firms, neighbours), list(seeds)
    rows = []
    for count in counts:
        for seed in all_seeds:
            links = move_links(ring, firms, count, seed)
            clustering = local_clustering(links, firms).mean()
            rows.append((count, seed, mean_path_length(links, firms), clustering, transitivity(links, firms)))
    return pd.DataFrame(rows, columns=["moved", "seed", "path", "clustering", "transitivity"])


def link_table(links: Links, firms: Firms | None = None) -> pd.DataFrame:
    """Return for each link how many partners its ends share, and the detour: the shortest way round without it.

    A link with no shared partner has a detour above 2 and is a local bridge; without any detour (infinity) it is a
    bridge.

    Source: Granovetter (1973).

    >>> link_table([(1, 2), (2, 3), (3, 1), (3, 4)], firms=4)["detour"].tolist()
    [2.0, 2.0, 2.0, inf]
    """
    import networkx

    pairs, names = pairs_of(links, firms)
    known = partners_of(without_repeats(pairs), len(names))
    bridges = networkx.local_bridges(networkx.Graph(pairs.tolist()), with_span=True)
    detours = {frozenset(bridge[:2]): float(bridge[-1]) for bridge in bridges}
    ends = names_at(pairs, names)
    return pd.DataFrame(
        {
            "from": ends[:, 0].tolist(),
            "to": ends[:, 1].tolist(),
            "shared": [len(known[start] & known[end]) for start, end in pairs.tolist()],
            # Around a link that is no local bridge it is two steps, by way of a shared partner.
            "detour": [detours.get(frozenset(link), 2.0) for link in pairs.tolist()],
        }
    )


def first_heard(links: Links, firms: Firms | None, start: Iterable[Hashable], needed: int = 1) -> pd.Series:
    """Return the step at which each firm first knows, if it must hear from `needed` partners who know.

    The firms of `start` know at step 0. At each step a firm learns if at least `needed` of its partners know already.
    Who never learns stands under infinity. With needed = 1 the steps are distances: that is news. More is for a knack.
    `firms` is None for a graph.

    Source: Centola and Macy (2007) for needed above 1.

    >>> first_heard([(1, 2), (2, 3), (3, 1), (3, 4)], firms=4, start=[1, 2], needed=2).tolist()
    [0.0, 0.0, 1.0, inf]
    """
    pairs, names = pairs_of(links, firms)
    pairs, size = without_repeats(pairs), len(names)
    quorum = whole_number("needed", needed, minimum=1)
    heard = np.full(size, math.inf)
    heard[read_places("start", start, names)] = 0
    for step in range(1, size + 1):
        knows = heard < step
        one, other = pairs[:, 0], pairs[:, 1]
        teachers = np.bincount(one, knows[other], size) + np.bincount(other, knows[one], size)
        new = ~knows & (teachers >= quorum)
        if not new.any():
            break
        heard[new] = step
    return pd.Series(heard, index=index_of(names), name="step")


def weeks_by_chance(
    links: Links, firms: Firms | None, start: Iterable[Hashable], needed: int, chance: float, draws: int, seed: int
) -> pd.Series:
    """Return the week in which the last firm learns, in many draws, if a firm may also learn from too few teachers.

    As in `first_heard`, but a firm that has at least one teacher, and fewer than `needed`, learns with a chance.

    Args:
        links: the network, as in `first_heard`.
        firms: as there.
        start: who knows in week 0.
        needed: how many teachers are enough, 1 or more.
        chance: the chance a week to learn from fewer, from 0 to 1.
        draws: how often it is tried, at least 1.
        seed: of the draws.

    Returns:
        A week for each draw, infinite where somebody never learns within 1,000 weeks.

    Source: after Eckles, Mossel, Rahimian and Sen (2018), whose chance belongs to some of the links only.

    >>> weeks_by_chance([(1, 2), (2, 3)], 3, [1], needed=2, chance=1, draws=2, seed=1).tolist()
    [2.0, 2.0]
    """
    pairs, names = pairs_of(links, firms)
    size, quorum = len(names), whole_number("needed", needed, minimum=1)
    odds, tries = number("chance", chance, minimum=0, maximum=1), whole_number("draws", draws, minimum=1)
    linked = np.zeros((size, size), dtype=np.int64)
    linked[pairs[:, 0], pairs[:, 1]] = linked[pairs[:, 1], pairs[:, 0]] = 1
    rng, knows = np.random.default_rng(seed), np.zeros((tries, size), dtype=bool)
    knows[:, read_places("start", start, names)] = True
    last = np.where(knows.all(axis=1), 0.0, math.inf)
    for week in range(1, LONGEST + 1):
        teachers = knows @ linked
        tempted = (teachers > 0) & (rng.random(knows.shape) < odds)
        knows = knows | (teachers >= quorum) | tempted
        last[np.isinf(last) & knows.all(axis=1)] = week
        if not np.isinf(last).any():
            break
    return pd.Series(last, name="week")
