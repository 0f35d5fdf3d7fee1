"""Coders who sort the same titles: how far each pair agrees, and how often chance alone would give as much."""

from collections import Counter
from collections.abc import Hashable
from functools import cache
from itertools import combinations

import pandas as pd

from longwave.checks import InputError
from longwave.topics.business_models.models.coding import NOT_CODED, Codes, compare_coding


def kappa_table(codings: pd.DataFrame) -> pd.DataFrame:
    """Compare each pair of coders: one column a coder, one row a case. Return a row a pair.

    The columns are cases coded by both, how many alike, agreement, the agreement that chance gives, and Cohen's kappa
    (Cohen, 1960). A pair without a common case, or with one code throughout, gets NaN.

    Source: Cohen (1960).

    >>> kappa_table(pd.DataFrame({"A": ["x", "x", "y", "y"], "B": ["x", "y", "y", "y"]})).kappa.tolist()
    [0.5]
    """
    if codings.shape[1] < 2:
        raise InputError("codings must have the columns of two coders or more.")
    rows = []
    for first, second in combinations(codings.columns, 2):
        found = compare_coding(codings[first], codings[second]).reindex(
            ["coded by both", "agreement", "by chance", "kappa"]
        )
        alike = found["agreement"] * found["coded by both"] if found["coded by both"] else 0
        pair: dict[Hashable, object] = {
            "pair": f"{first} – {second}",
            "both": int(found["coded by both"]),
            "alike": int(round(alike)),
        }
        rows.append({**pair, **found.iloc[1:].to_dict()})
    return pd.DataFrame(rows).set_index("pair")


def alike_by_chance(first: Codes, second: Codes) -> pd.Series:
    """Return how probable each number of agreements is if the second coder's codes are dealt out blindly, exactly.

    Every different deal of her codes over the common cases counts once; each coder keeps her counts of codes, as in
    Cohen's kappa, which is larger exactly when more cases agree.

    Args:
        first: The first coder's code for each case; a case left open does not count.
        second: The second coder's.

    Returns:
        Probability by number of cases coded alike, from 0 to the number of common cases; they sum to 1.

    Raises:
        InputError: No case is coded by both.

    Our own construction: the exact permutation test of Cohen's kappa.

    >>> alike_by_chance({"a": "x", "b": "y"}, {"a": "x", "b": "y"}).to_dict()
    {0: 0.5, 1: 0.0, 2: 0.5}
    """
    codes, others = pd.Series(first, dtype=object), pd.Series(second, dtype=object)
    common = [case for case in codes.index if codes[case] not in NOT_CODED and others.get(case, "") not in NOT_CODED]
    if not common:
        raise InputError("no case is coded by both readers.")
    given = [codes[case] for case in common]
    left = Counter(others[case] for case in common)
    names = tuple(left)

    @cache
    def ways(place: int, rest: tuple[int, ...]) -> Counter[int]:
        """Count the deals of what is left over the cases from `place` on, by agreements."""
        if place == len(given):
            return Counter({0: 1})
        found: Counter[int] = Counter()
        for which, name in enumerate(names):
            if rest[which]:
                after = rest[:which] + (rest[which] - 1,) + rest[which + 1 :]
                for alike, count in ways(place + 1, after).items():
                    found[alike + (name == given[place])] += count
        return found

    deals = ways(0, tuple(left[name] for name in names))
    total = sum(deals.values())
    return pd.Series({alike: deals[alike] / total for alike in range(len(given) + 1)}, name="probability")
