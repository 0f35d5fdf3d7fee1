"""Two real networks whose ties have a strength, and what is left of a network if only some of its ties are kept."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from longwave.checks import InputError, whole_number

CROWDED = 10  # a party of so many of the 18 women or more
TRADES = 200  # between two draws of `shuffled_groups`, so that each woman trades her parties about twenty times


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
    return _pairs_at_parties(_parties_by_woman(crowded))


def _parties_by_woman(crowded: bool) -> dict[str, set[str]]:
    import networkx

    graph = networkx.davis_southern_women_graph()
    parties = {party for party in graph.graph["bottom"] if crowded or graph.degree(party) < CROWDED}
    return {woman: set(graph[woman]) & parties for woman in sorted(graph.graph["top"])}


def _pairs_at_parties(seen: dict[str, set[str]]) -> pd.DataFrame:
    """Return DataFrame(from, to, parties) of the pairs with a party in common."""
    women = list(seen)
    pairs = [(one, two) for place, one in enumerate(women) for two in women[place + 1 :]]
    frame = pd.DataFrame(
        [(one, two, len(seen[one] & seen[two])) for one, two in pairs], columns=["from", "to", "parties"]
    )
    return frame[frame["parties"] > 0].reset_index(drop=True)


def shuffled_groups(least: int, draws: int, seed: int, crowded: bool = True) -> pd.DataFrame:
    """Return the groups that strong ties make if the women go to as many parties as they did, but to others at random.

    Two women at a time put together the parties that only one of them went to, and deal them out again, as many to
    each as before. So every woman keeps her number of parties, and every party its number of guests.

    Args:
        least: how many parties in common make a strong tie, at least 1.
        draws: how often it is done, at least 1.
        seed: of the draws.
        crowded: as in `shared_parties`.

    Returns:
        DataFrame(ties, first, second), a row for each draw: the strong ties, and the women in the two largest groups, 0
        where there is one group only.

    Source: our own construction, by the trades of Strona and others (2014).

    >>> shuffled_groups(1, draws=2, seed=1)["first"].tolist()
    [18, 18]
    """
    seen, rng = _parties_by_woman(crowded), np.random.default_rng(seed)
    enough, rows = whole_number("least", least, minimum=1), []
    for _draw in range(whole_number("draws", draws, minimum=1)):
        for _trade in range(TRADES):
            _trade_parties(seen, rng)
        ties = _pairs_at_parties(seen)
        strong = ties[ties["parties"] >= enough]
        rows.append((len(strong), *[*group_sizes(strong, seen), 0][:2]))
    return pd.DataFrame(rows, columns=["ties", "first", "second"])


def _trade_parties(seen: dict[str, set[str]], rng: np.random.Generator) -> None:
    """Let two women, drawn at random, deal out again the parties that only one of them went to."""
    women = list(seen)
    one, two = (women[place] for place in rng.choice(len(women), 2, replace=False))
    both, either = seen[one] & seen[two], sorted(seen[one] ^ seen[two])
    dealt = [either[place] for place in rng.permutation(len(either))]
    own = len(seen[one]) - len(both)
    seen[one], seen[two] = both | set(dealt[:own]), both | set(dealt[own:])


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
