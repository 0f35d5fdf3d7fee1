"""A small forum of users, ours, on which to try whom to seed: each joins once enough of her friends have."""

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, whole_number
from longwave.links import Links, is_graph, read_links

if TYPE_CHECKING:
    from networkx import Graph

MEMBERS, FRIENDS, LESSONS_DRAW = 24, 4, 110
# Where each user is drawn, from −1 to 1. Found by a search for a picture in which no friendship passes behind a third
# user, and fixed here, because the result of such a search differs between processors.
PLACES = {
    1: (0.605, 0.142),
    2: (0.831, 0.291),
    3: (0.75, -0.105),
    4: (0.502, -0.198),
    5: (0.624, -0.5),
    6: (0.285, -0.835),
    7: (0.518, -0.784),
    8: (0.395, -0.495),
    9: (0.156, -0.565),
    10: (-0.085, -0.426),
    11: (-0.637, -0.472),
    12: (-0.415, 0.719),
    13: (-0.798, 0.379),
    14: (0.282, 0.607),
    15: (-0.434, -0.295),
    16: (-0.173, -0.123),
    17: (-0.831, -0.249),
    18: (-0.718, 0.077),
    19: (-0.198, 0.537),
    20: (0.082, 0.835),
    21: (-0.005, 0.356),
    22: (0.682, 0.574),
    23: (0.405, 0.314),
    24: (0.302, -0.012),
}


def forum(draw: int = LESSONS_DRAW) -> "tuple[Graph[int], dict[int, int]]":
    """Return a forum: a networkx graph of 24 users, and how many friends each one waits for.

    Users are numbered 1 … 24. Most know their neighbours on a ring, some links are rewired, and each waits for one, two
    or three friends, with the chances 0.15, 0.55 and 0.30. It is invented; `draw`, a whole number of at least 0, says
    which of many such forums is drawn, and without it this is the forum of the lesson.

    Our own construction.

    >>> graph, waits = forum()
    >>> graph.number_of_nodes(), graph.number_of_edges(), sorted(set(waits.values()))
    (24, 48, [1, 2, 3])
    """
    import networkx

    seed = whole_number("draw", draw, minimum=0)
    ring = networkx.connected_watts_strogatz_graph(MEMBERS, FRIENDS, 0.25, seed=seed)
    graph = networkx.relabel_nodes(ring, {user: user + 1 for user in ring})
    waits = np.random.default_rng(seed).choice([1, 2, 3], MEMBERS, p=[0.15, 0.55, 0.30])
    return graph, dict(zip(sorted(graph), waits.tolist(), strict=True))


def friends_of(graph: Links, waits: Mapping[Any, float]) -> dict[Any, set[Any]]:
    """Return whom each user has for a friend. Links alone are among the users of `waits`.

    >>> friends_of([("a", "b")], {"a": 1, "b": 1, "c": 2})
    {'a': {'b'}, 'b': {'a'}, 'c': set()}
    """
    links, users = read_links(graph, None if is_graph(graph) else waits, name="graph")
    friends: dict[Any, set[Any]] = {user: set() for user in users}
    for one, other in links.tolist():
        friends[users[one]].add(users[other])
        friends[users[other]].add(users[one])
    return friends


def network_cascade(graph: Links, waits: Mapping[Any, float], seeds: Iterable[Hashable]) -> set[Any]:
    """Compute who has joined in the end: the seeds, and whoever then has as many joined friends as she waits for.

    `graph` is a networkx graph, or pairs of friends; `waits` maps each user to a number of friends, `seeds` are users.
    The order in which people join does not matter. The result is the set of all who joined.

    Source: Granovetter (1978), for the thresholds; that friends count, and not all, is our own construction.

    >>> import networkx
    >>> sorted(network_cascade(networkx.path_graph(4), {0: 1, 1: 1, 2: 2, 3: 1}, seeds=[0]))
    [0, 1]
    """
    return _joined(friends_of(graph, waits), waits, seeds)


def _joined(friends: dict[Any, set[Any]], waits: Mapping[Any, float], seeds: Iterable[Hashable]) -> set[Any]:
    joined = set(seeds)
    if unknown := joined - friends.keys():
        raise InputError(f"seeds must be nodes of the graph, not {sorted(unknown, key=str)}.")
    counts = dict.fromkeys(friends, 0)
    waiting = list(joined)
    while waiting:
        for friend in friends[waiting.pop()]:
            counts[friend] += 1
            if friend not in joined and counts[friend] >= waits[friend]:
                joined.add(friend)
                waiting.append(friend)
    return joined


def best_seeds(graph: Links, waits: Mapping[Any, float], number: int) -> tuple[list[tuple[Any, ...]], int]:
    """Find every set of so many seeds that makes most people join, by trying them all; return the sets and how many.

    The number of sets grows fast: three seeds of 24 users are 2,024 sets.

    Our own construction: a search through all sets.

    >>> import networkx
    >>> best_seeds(networkx.star_graph(3), {0: 2, 1: 1, 2: 1, 3: 1}, number=1)  # the hub, and all follow
    ([(0,)], 4)
    """
    friends = friends_of(graph, waits)
    size = whole_number("number", number, minimum=1, maximum=len(friends))
    reached = {seeds: len(_joined(friends, waits, seeds)) for seeds in combinations(sorted(friends), size)}
    most = max(reached.values())
    return [seeds for seeds, people in reached.items() if people == most], most


def seed_sets(graph: Links, waits: Mapping[Any, float], number: int) -> pd.DataFrame:
    """Compute for every set of so many seeds how many join, with what the set looks like before anybody has joined.

    Args:
        graph: a networkx graph, or pairs of friends.
        waits: how many friends each user waits for.
        number: how many seeds a set has, from 1 to the number of users. Three of 24 users are 2,024 sets.

    Returns:
        One row a set, named by its users. joined is how many join in the end, seeds counted; friends is how many
        friends the seeds have together, waits how many they would wait for together, and inside how many
        friendships there are among them.

    Raises:
        InputError: The number is out of range.

    Our own construction: all sets, on the cascade of `network_cascade`.

    >>> import networkx
    >>> seed_sets(networkx.path_graph(3), {0: 2, 1: 1, 2: 1}, number=1)["joined"].tolist()
    [3, 2, 2]
    """
    friends = friends_of(graph, waits)
    users = sorted(friends)
    size = whole_number("number", number, minimum=1, maximum=len(users))
    links = np.array([[other in friends[user] for other in users] for user in users], dtype=np.int32)
    asked = np.array([waits[user] for user in users])
    places = np.array(list(combinations(range(len(users)), size)))
    seeds = np.zeros((len(places), len(users)), dtype=bool)
    np.put_along_axis(seeds, places, True, axis=1)
    table = {
        "joined": _joined_by_rounds(seeds, links, asked).sum(axis=1),
        "friends": seeds @ links.sum(axis=1),
        "waits": seeds @ asked,
        "inside": ((seeds @ links) * seeds).sum(axis=1) // 2,
    }
    return pd.DataFrame(table, index=pd.Index(list(combinations(users, size)), name="seeds", tupleize_cols=False))


def _joined_by_rounds(
    seeds: npt.NDArray[np.bool_], links: npt.NDArray[np.int32], asked: npt.NDArray[Any]
) -> npt.NDArray[np.bool_]:
    """Return who has joined in the end, one row a set of seeds; all sets go on together, round by round."""
    joined, before = seeds, ~seeds
    while (joined != before).any():
        before, joined = joined, joined | (joined @ links >= asked)
    return joined


def greedy_sets(graph: Links, waits: Mapping[Any, float], number: int) -> dict[tuple[Any, ...], int]:
    """Choose seeds one by one, each time a user who makes most people join now, and follow every tie.

    The result maps each set that this can end at, in the order of choice, to how many join. Several orders of the same
    users count as one.

    Our own construction: a search one step ahead.

    >>> import networkx
    >>> greedy_sets(networkx.path_graph(4), {0: 1, 1: 1, 2: 2, 3: 2}, number=1)  # user 2 wins user 1, who wins user 0
    {(2,): 3}
    """
    friends = friends_of(graph, waits)
    ends: dict[tuple[Any, ...], int] = {(): 0}
    for _choice in range(whole_number("number", number, minimum=1, maximum=len(friends))):
        further: dict[frozenset[Any], tuple[tuple[Any, ...], int]] = {}
        for chosen in ends:
            rest = [user for user in sorted(friends) if user not in chosen]
            reached = {user: len(_joined(friends, waits, [*chosen, user])) for user in rest}
            for user in rest:
                if reached[user] == max(reached.values()):
                    further.setdefault(frozenset([*chosen, user]), ((*chosen, user), reached[user]))
        ends = dict(further.values())
    return ends
