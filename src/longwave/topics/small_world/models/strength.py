"""Two real networks whose ties have a strength, and what is left of a network if only some of its ties are kept."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from longwave.checks import InputError, whole_number

CROWDED = 10  # a party of so many of the 18 women or more


def shared_parties(crowded: bool = True) -> pd.DataFrame:
    """Return the pairs of 18 women of a southern town who were seen at the same parties, and at how many.

    Args:
        crowded: whether the three largest parties, of ten women or more, count as well.

    Returns:
        DataFrame(from, to, parties), one row for each pair with at least one party in common, by name.

    Source: Davis, Gardner and Gardner (1941), as handed on by networkx; nine months, 14 parties.

    >>> len(shared_parties()), int(shared_parties()["parties"].max())
    (139, 7)
    """
    import networkx

    graph = networkx.davis_southern_women_graph()
    women = sorted(graph.graph["top"])
    parties = [party for party in graph.graph["bottom"] if crowded or graph.degree(party) < CROWDED]
    guests = {woman: set(graph[woman]) & set(parties) for woman in women}
    pairs = [(one, two) for place, one in enumerate(women) for two in women[place + 1 :]]
    rows = [(one, two, len(guests[one] & guests[two])) for one, two in pairs]
    frame = pd.DataFrame(rows, columns=["from", "to", "parties"])
    return frame[frame["parties"] > 0].reset_index(drop=True)


def club_ties() -> pd.DataFrame:
    """Return the ties of a karate club of 34 members, with their strength and the members known to both ends.

    Returns:
        DataFrame(from, to, contexts, shared): members by number, in how many contexts they met outside the lessons, and
        how many other members both know.

    Source: Zachary (1977), as handed on by networkx.

    >>> club_ties().iloc[0].tolist()
    [1, 2, 4, 7]
    """
    import networkx

    graph = networkx.karate_club_graph()
    rows = [
        (one + 1, two + 1, tie["weight"], len(set(graph[one]) & set(graph[two])))
        for one, two, tie in graph.edges(data=True)
    ]
    return pd.DataFrame(rows, columns=["from", "to", "contexts", "shared"])


def group_sizes(ties: pd.DataFrame, people: Iterable[str]) -> list[int]:
    """Return how many people are in each group that the ties connect, the largest first; one person is a group too.

    Args:
        ties: DataFrame with the columns from and to.
        people: the names of all, also of those without a tie.

    Raises:
        InputError: A tie names somebody who is not among the people.

    >>> group_sizes(pd.DataFrame({"from": ["a", "b"], "to": ["b", "c"]}), ["a", "b", "c", "d"])
    [3, 1]
    """
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(people)
    known = len(graph)
    graph.add_edges_from(ties[["from", "to"]].itertuples(index=False, name=None))
    if len(graph) > known:
        raise InputError("ties must join people who are among those named.")
    return sorted((len(group) for group in networkx.connected_components(graph)), reverse=True)


def drawn_groups(ties: pd.DataFrame, count: int, people: Iterable[str], draws: int, seed: int) -> pd.Series:
    """Return the size of the largest group in each of many draws of so many ties at random.

    `ties` and `people` are as in `group_sizes`, `count` is at most the number of ties, `draws` at least 1.

    >>> drawn_groups(pd.DataFrame({"from": ["a", "b"], "to": ["b", "c"]}), 2, "abc", draws=2, seed=1).tolist()
    [3, 3]
    """
    rng, names = np.random.default_rng(seed), list(people)
    each = whole_number("count", count, minimum=0, maximum=len(ties))
    tries = whole_number("draws", draws, minimum=1)
    kept = (ties.iloc[rng.permutation(len(ties))[:each]] for _draw in range(tries))
    return pd.Series([group_sizes(some, names)[0] for some in kept], name="largest group")
