"""Random walks, with and without a wave in them, and a test of whether a reader can see the difference."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, whole_number
from longwave.topics.waves.models.filters import band_pass, dominant_period

LENGTH, ROUNDS = 140, 10
WAVE, WALK, OPEN = "wave", "random walk", "not yet"
PERIOD, HEIGHT = 50, 2.5
_SEED = 1625


def random_walk(length: int, rng: np.random.Generator) -> pd.Series:
    """Draw a random walk: each step is normal with mean 0 and deviation 1, and forgets all earlier steps.

    `length` is at least 3. The dates are 1 … n.

    Source: Slutsky (1937) and Yule (1926), for sums of chance that look like waves.

    >>> random_walk(4, np.random.default_rng(1)).diff().round(2).tolist()[1:]
    [0.82, 0.33, -1.3]
    """
    count = whole_number("length", length, minimum=3)
    steps = rng.standard_normal(count)
    return pd.Series(np.cumsum(steps), index=pd.RangeIndex(1, count + 1, name="year"), name="walk")


def filtered_periods(
    low: float, high: float, walks: int, rng: np.random.Generator, length: int = LENGTH
) -> npt.NDArray[np.float64]:
    """Return the dominant period of each of many random walks after the band from `low` to `high` was kept.

    No walk has a period of its own, so what is found comes from the filter. `walks` is at least 1.

    Our own construction.

    >>> periods = filtered_periods(10, 40, 50, np.random.default_rng(1))
    >>> bool((periods > 8).all() and (periods < 50).all())
    True
    """
    count = whole_number("walks", walks, minimum=1)
    return np.array([dominant_period(band_pass(random_walk(length, rng), low, high)) for _walk in range(count)])


def blind_round(place: int) -> tuple[str, pd.Series]:
    """Return round 1, 2, … of the blind test: what it is, "wave" or "random walk", and the series of 140 years.

    A wave is a sine of 50 years and height 2.5 on top of a random walk; its start is drawn. Half of the first ten
    rounds are waves; later rounds are drawn by the toss of a coin.

    Our own construction.

    >>> [blind_round(place)[0] for place in range(1, 11)].count("wave")
    5
    """
    turn = whole_number("place", place, minimum=1)
    rng = np.random.default_rng([_SEED, turn])
    kinds = np.random.default_rng(_SEED).permutation([WAVE, WALK] * (ROUNDS // 2))
    kind = str(kinds[turn - 1]) if turn <= ROUNDS else str(rng.choice([WAVE, WALK]))
    walk = random_walk(LENGTH, rng)
    start = rng.uniform(0, 2 * np.pi)
    wave = HEIGHT * np.sin(2 * np.pi * walk.index / PERIOD + start)
    return kind, (walk + wave if kind == WAVE else walk)


def blind_score(guesses: Sequence[str]) -> pd.Series:
    """Count the right guesses in the blind test: Series(right, guessed).

    `guesses` has ten words, one a round in order: "wave", "random walk", or "not yet", which counts as no guess.

    Our own construction.

    >>> blind_score(["not yet"] * 10).tolist()
    [0, 0]
    """
    words = [guesses] if isinstance(guesses, str) else list(guesses)
    if len(words) != ROUNDS or any(word not in (WAVE, WALK, OPEN) for word in words):
        raise InputError(f'guesses must be {ROUNDS} words, each "{WAVE}", "{WALK}" or "{OPEN}".')
    right = sum(word == blind_round(place)[0] for place, word in enumerate(words, 1))
    return pd.Series({"right": right, "guessed": sum(word != OPEN for word in words)})


def rule_score(low: float, high: float, rounds: int) -> float:
    """Compute how often a rule is right: it calls a round a wave if the dominant period is from low to high.

    The rule reads each round through a band of 20 to 70 years. `rounds` are played after the reader's ten.

    Our own construction.

    >>> rule_score(1, 1000, 40) == sum(blind_round(10 + place)[0] == "wave" for place in range(1, 41)) / 40
    True
    """
    count = whole_number("rounds", rounds, minimum=1)
    first, last = number("low", low, minimum=0), number("high", high, minimum=0)
    played = [blind_round(ROUNDS + place) for place in range(1, count + 1)]
    return (
        sum((first <= dominant_period(band_pass(seen, 20, 70)) <= last) == (kind == WAVE) for kind, seen in played)
        / count
    )
