"""How widely the patents that cite a patent are spread over fields, and what few citations do to the measure."""

from collections.abc import Mapping

import numpy as np

from longwave.checks import InputError, number, numbers


def generality(citations: Mapping[str, float]) -> float:
    """Compute the generality of a patent or a class of patents from the fields of the patents that cite it.

        G = 1 − Σ f²,  f = the share of a field in the citations

    Args:
        citations: how many citations came from each field, at least 0; not all 0.

    Returns:
        G, from 0 (one field) up to 1 − 1 / fields.

    Raises:
        InputError: A count is below 0, or all are 0.

    Source: the measure of Trajtenberg, Henderson and Jaffe, as Hall and Trajtenberg (2004) use it; abstract read.

    >>> round(generality({"electrical": 5, "mechanical": 3, "chemical": 2}), 2)
    0.62
    """
    counts = numbers("citations", list(citations.values()), minimum=0)
    if counts.sum() == 0:
        raise InputError("citations must not all be 0.")
    return float(1 - ((counts / counts.sum()) ** 2).sum())


def expected_generality(true: float, citations: float) -> float:
    """Compute the mean of G when a patent has only so many citations, drawn one by one from its true shares.

        E[Σ f̂²] = Σ f² + (1 − Σ f²) / N,  so  E[G] = (1 − 1 / N) G

    Args:
        true: G of endlessly many citations, from 0 to 1.
        citations: N, the number of citations, 1 or more.

    Returns:
        The mean of the measured G; a single citation always measures 0, which no factor undoes.

    Raises:
        InputError: A number is out of range.

    Source: the mean of a squared share of draws; two lines in the lesson.

    >>> expected_generality(0.75, 2), expected_generality(0.75, 1)
    (0.375, 0.0)
    """
    true, citations = number("true", true, minimum=0, maximum=1), number("citations", citations, minimum=1)
    return (1 - 1 / citations) * true


def chance_of_first(
    true: Mapping[str, float], citations: int, patents: int, draws: int = 2000, seed: int = 29
) -> dict[str, float]:
    """Estimate how often each class has the highest mean G, when its patents are few and cited a few times each.

    Every class has four fields: one holds the share that gives its G, and the rest is equal.

    Args:
        true: G of each class at endlessly many citations, from 0 to 0.75.
        citations: citations of each patent, from 2 to 50.
        patents: patents of each class, from 1 to 500.
        draws: how many samples, from 1 to 10,000.
        seed: of the random numbers.

    Returns:
        Chance that the class comes first.

    Raises:
        InputError: A number is out of range.

    Source: ours.

    >>> chance = chance_of_first({"A": 0.7, "B": 0.5}, citations=4, patents=20, draws=200)
    >>> chance["A"] > 0.9
    True
    """
    citations = int(number("citations", citations, minimum=2, maximum=50))
    patents = int(number("patents", patents, minimum=1, maximum=500))
    rng = np.random.default_rng(seed)
    means = []
    for name, value in true.items():
        shares = _four_shares(number(name, value, minimum=0, maximum=0.75))
        counts = rng.multinomial(citations, shares, size=(draws, patents))
        means.append((1 - ((counts / citations) ** 2).sum(axis=2)).mean(axis=1))
    first = np.argmax(np.vstack(means), axis=0)
    return {name: float((first == place).mean()) for place, name in enumerate(true)}


def _four_shares(value: float) -> list[float]:
    """Return four shares, the first the largest, whose squares add up to 1 − G."""
    largest = 0.25 + np.sqrt(0.75 * (0.75 - value))
    return [float(largest)] + [float((1 - largest) / 3)] * 3
