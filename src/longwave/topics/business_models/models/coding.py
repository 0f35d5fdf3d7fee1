"""Two readers code the same cases: how often they agree, and how much of that is more than chance."""

from collections.abc import Hashable, Mapping
from types import EllipsisType
from typing import Any

import numpy as np
import pandas as pd

from longwave.checks import InputError

NOT_CODED = ("", None, ...)
# What a reader gives: for each case a code, or nothing yet.
Codes = Mapping[str, str | EllipsisType | None] | pd.Series


def confusion(first: Codes, second: Codes) -> pd.DataFrame:
    """Count the cases by the code of the first reader (rows) and of the second (columns).

    Both map the name of a case to a code, or are Series of that form. Cases that one of them has left open (`...`, an
    empty text or nothing) are left out.

    Source: Cohen (1960), whose measure is computed from this table.

    >>> confusion({"A": "yes", "B": "no", "C": "no"}, {"A": "yes", "B": "yes", "C": "no"}).loc["no"].tolist()
    [1, 1]
    """
    pairs = _pairs(first, second)
    codes = sorted({code for pair in pairs for code in pair})
    place = {code: number for number, code in enumerate(codes)}
    counts = np.zeros((len(codes), len(codes)), dtype=int)
    for one, other in pairs:
        counts[place[one], place[other]] += 1
    return pd.DataFrame(counts, index=pd.Index(codes, name="first"), columns=pd.Index(codes, name="second"))


def percent_agreement(first: Codes, second: Codes) -> float:
    """Compute the share of the cases that two readers code alike, from 0 to 1.

    Source: Cohen (1960), who calls it the observed agreement p_o.

    >>> percent_agreement({"A": "yes", "B": "no"}, {"A": "yes", "B": "yes"})
    0.5
    """
    pairs = _some_pairs(first, second)
    return sum(one == other for one, other in pairs) / len(pairs)


def chance_agreement(first: Codes, second: Codes) -> float:
    """Compute the agreement to expect if each reader kept the counts of her codes and dealt them out blindly.

        p_e = Σ (share of the code with the first reader) · (its share with the second)

    Source: Cohen (1960).

    >>> chance_agreement({"A": "yes", "B": "no"}, {"A": "yes", "B": "yes"})
    0.5
    """
    counts = confusion(first, second)
    _some_pairs(first, second)
    total = float(counts.to_numpy().sum())
    return float((counts.sum(axis="columns") * counts.sum(axis="index")).sum() / total**2)


def cohen_kappa(first: Codes, second: Codes) -> float:
    """Compute Cohen's kappa: κ = (p_o − p_e) / (1 − p_e), the agreement beyond chance over what chance leaves.

    1 is full agreement, 0 is what blind dealing gives, below 0 is worse than that. Both readers' codes are as in
    `confusion`. Raises InputError if both use one and the same code throughout: then chance leaves nothing, and kappa
    is 0 over 0.

    Source: Cohen (1960).

    >>> cohen_kappa({"A": "y", "B": "y", "C": "n", "D": "n"}, {"A": "y", "B": "n", "C": "n", "D": "n"})
    0.5
    """
    expected = chance_agreement(first, second)
    if expected == 1:
        raise InputError("kappa is 0 over 0 if both readers give every case the same code.")
    return (percent_agreement(first, second) - expected) / (1 - expected)


def compare_coding(first: Codes, second: Codes) -> pd.Series:
    """Return how many cases both have coded and, as far as they are defined, agreement, chance and kappa.

    Source: Cohen (1960), for the three measures.

    >>> compare_coding({"A": ..., "B": ...}, {"A": "yes", "B": "no"}).to_dict()
    {'cases': 2.0, 'coded by both': 0.0}
    """
    pairs = _pairs(first, second)
    found = {"cases": float(len(second)), "coded by both": float(len(pairs))}
    if pairs:
        found["agreement"] = percent_agreement(first, second)
        found["by chance"] = chance_agreement(first, second)
        if found["by chance"] < 1:
            found["kappa"] = cohen_kappa(first, second)
    return pd.Series(found, name="value")


def _pairs(first: Codes, second: Codes) -> list[tuple[str, str]]:
    codes = [_codes(name, codes) for name, codes in (("first", first), ("second", second))]
    unknown = [str(case) for case in codes[0] if case not in codes[1]]
    if unknown:
        raise InputError(f"first codes cases that second does not have: {', '.join(unknown[:3])}.")
    both = [(codes[0].get(case, ""), code) for case, code in codes[1].items()]
    return [pair for pair in both if all(code not in NOT_CODED for code in pair)]


def _some_pairs(first: Codes, second: Codes) -> list[tuple[str, str]]:
    pairs = _pairs(first, second)
    if not pairs:
        raise InputError("no case is coded by both readers.")
    return pairs


def _codes(name: str, codes: Codes) -> dict[Hashable, Any]:
    if not isinstance(codes, pd.Series | Mapping):
        raise InputError(f"{name} must map each case to a code.")
    given: dict[Hashable, Any] = dict(codes.items())
    for case, code in given.items():
        if code not in NOT_CODED and not isinstance(code, str):
            raise InputError(f"{name}: the code of {case} must be a word in quotes, not {code!r}.")
    return given
