"""A test for a ridge in yearly data, and what it says of worlds whose law is known.

    change = c₀ + c₁ x + c₂ x² + c₃ x³,  slope = c₁ + 2 c₂ x + 3 c₃ x²

x is the state in a year, change what it moves by until the next. Above a ridge a state goes up and below it goes down:
there the slope is positive.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import number, whole_number

Array = npt.NDArray[np.float64]
MIDDLE = (0.1, 0.9)  # the slope is sought where eight of ten states lie
PLACES, PARTS = 41, 20  # places at which the slope is taken; parts of a year in a simulation


def state_series(additions: pd.DataFrame, size: float = 300.0, first: float = 10.0) -> dict[str, Array]:
    """Return the states of each country that ever adds more than `size` MW in a year: log₁₀ of MW, at least 1 MW.

    A series begins in the first year with `first` MW or more, and has at least five years.

    Our own construction.
    """
    found = {}
    for country in additions.columns[additions.max() > size]:
        added = additions[country]
        states = np.log10(added.loc[added[added >= first].index[0] :].clip(lower=1)).to_numpy(float)
        if len(states) >= 5:
            found[str(country)] = states
    return found


def pairs(series: Sequence[Array], relative: bool = False) -> tuple[Array, Array]:
    """Return the states and the changes of all series together; `relative` measures a state from its series' median.

    >>> [part.tolist() for part in pairs([np.array([0.0, 1.0, 3.0])])]
    [[0.0, 1.0], [1.0, 2.0]]
    """
    states = np.concatenate([states[:-1] - (np.median(states) if relative else 0) for states in series])
    return states, np.concatenate([np.diff(states) for states in series])


def steepest_slope(states: Array, changes: Array) -> dict[str, float]:
    """Fit the cubic, and return its largest slope where eight of ten states lie.

    Returns slope (a year), at (the state) and scatter (standard deviation of what the curve leaves over). A positive
    slope is the sign of a ridge. Our own construction, on ordinary least squares.

    >>> x = np.linspace(-1.5, 1.5, 31)
    >>> round(steepest_slope(x, 0.4 * (x - x**3))["slope"], 3)
    0.4
    """
    fitted = np.polynomial.Polynomial.fit(states, changes, 3)
    first, last = np.quantile(states, MIDDLE)
    places = np.linspace(first, last, PLACES)
    slopes = fitted.deriv()(places)
    top = int(slopes.argmax())
    left = changes - fitted(states)
    return {"slope": float(slopes[top]), "at": float(places[top]), "scatter": float(left.std())}


def share_with_ridge(
    series: Sequence[Array], rng: np.random.Generator, draws: int = 300, relative: bool = False
) -> float:
    """Draw countries anew with replacement, `draws` times; return the share of draws whose steepest slope is positive.

    Our own construction, a bootstrap by country.
    """
    signs = [
        steepest_slope(*pairs([series[place] for place in rng.integers(0, len(series), len(series))], relative))[
            "slope"
        ]
        > 0
        for _draw in range(whole_number("draws", draws, minimum=1))
    ]
    return float(np.mean(signs))


def invented_slopes(
    pull: float,
    lengths: Sequence[int],
    rng: np.random.Generator,
    draws: int = 100,
    noise: float = 0.65,
    spread: float = 0.0,
    relative: bool = False,
    wells: bool = True,
) -> pd.DataFrame:
    """Invent worlds of which we know the law, and fit the cubic to each: a row a world, columns slope and scatter.

        du = k (u − u³) dt + σ dW,  x = u + ridge;   without wells: du = −2k u dt + σ dW

    Args:
        pull: k, a year: how strongly a state is drawn to its well, a decade from the ridge. At 0 there is no law, and
            the states walk at random.
        lengths: Years of each country.
        rng: numpy's generator.
        draws: How many such worlds.
        noise: σ, in decades, a year.
        spread: Standard deviation of the countries' own ridges, in decades.
        relative: Measure states from each country's median.
        wells: Two wells, or a single one with the same pull.

    Our own construction. Each country begins at the bottom of one of its wells, chosen by chance.

    >>> found = invented_slopes(0, [12] * 30, np.random.default_rng(1), 20)
    >>> bool((found["slope"] > 0).mean() > 0.5)  # a walk at random looks like a ridge
    True
    """
    strength, sigma = number("pull", pull, minimum=0), number("noise", noise, minimum=0)
    shape = (whole_number("draws", draws, minimum=1), len(lengths))
    state = rng.choice([-1.0, 1.0], shape)
    ridges = spread * rng.standard_normal(shape)
    years = [state + ridges]
    for _year in range(max(lengths) - 1):
        for _part in range(PARTS):
            drift = strength * (state - state**3) if wells else -2 * strength * state
            state = state + drift / PARTS + sigma * PARTS**-0.5 * rng.standard_normal(shape)
        years.append(state + ridges)
    paths = np.stack(years, axis=-1)
    worlds = [[path[:length] for path, length in zip(world, lengths, strict=True)] for world in paths]
    return pd.DataFrame([steepest_slope(*pairs(world, relative)) for world in worlds])[["slope", "scatter"]]
