"""Degrees of belief over a list of which exactly one is true, and how to score them once it is known which."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from longwave.checks import InputError

NEAR_ONE = 1e-6


def brier_score(beliefs: Mapping[str, float], outcome: str) -> float:
    """Score degrees of belief against what turned out to be true; the lower, the better.

        S = Σ_i (p_i − o_i)²,   o_i = 1 for what is true and 0 for the rest

    `beliefs` maps each candidate to p_i, from 0 to 1, in sum 1; `outcome` is one of them. S runs from 0, for all on
    the true one, to 2, for all on a false one. On average nobody does better than by her honest beliefs.

    Source: Brier (1950), who averages S over occasions; many later texts use half of it for two outcomes.

    >>> brier_score({"rain": 0.8, "dry": 0.2}, "rain")
    0.08
    """
    shares = _beliefs(beliefs)
    if outcome not in shares.index:
        raise InputError(f"outcome must be one of {', '.join(map(str, shares.index))}, not {outcome!r}.")
    return round(float(((shares - (shares.index == outcome)) ** 2).sum()), 12)


def brier_by_truth(beliefs: Mapping[str, float]) -> pd.Series:
    """Return the score of the same beliefs for each candidate that could be the true one.

        S_j = Σ_i p_i² + 1 − 2 p_j

    This is how beliefs are scored while nobody knows the truth: sealed, with the bill for every outcome in view.

    Source: Brier (1950).

    >>> brier_by_truth({"a": 0.5, "b": 0.5, "c": 0}).to_dict()
    {'a': 0.5, 'b': 0.5, 'c': 1.5}
    """
    shares = _beliefs(beliefs)
    scores = [brier_score(beliefs, name) for name in shares.index]
    return pd.Series(scores, index=shares.index, name="score")


def expected_brier(stated: Mapping[str, float], honest: Mapping[str, float]) -> float:
    """Return the score that someone must expect who states some beliefs and holds others.

        E = Σ_j q_j S_j(p) = Σ_i (p_i − q_i)² + 1 − Σ_i q_i²

    `stated` are p, `honest` are q, over the same candidates. E is least where p = q: the rule is **proper**.

    Source: Brier (1950); Gneiting and Raftery (2007) for the general rule.

    >>> honest = {"a": 0.7, "b": 0.3}
    >>> expected_brier({"a": 1, "b": 0}, honest), expected_brier(honest, honest)
    (0.6, 0.42)
    """
    held = _beliefs(honest)
    scores = brier_by_truth(stated)
    if set(scores.index) != set(held.index):
        raise InputError("stated and honest must be over the same candidates.")
    return round(float((held * scores[held.index]).sum()), 12)


def _beliefs(beliefs: Mapping[str, float]) -> pd.Series:
    shares = pd.Series(dict(beliefs), dtype=float)
    if len(shares) < 2 or not np.isfinite(shares).all() or (shares < 0).any():
        raise InputError("beliefs must give two or more candidates a share of 0 or more.")
    if abs(shares.sum() - 1) > NEAR_ONE:
        raise InputError(f"beliefs must sum to 1, not {shares.sum():g}.")
    return shares
