"""Ranges for the mean of values that overlap: neighbours are drawn together, in blocks."""

from collections.abc import Iterable

import numpy as np

from longwave.checks import InputError, numbers, whole_number

TAILS = (0.025, 0.975)


def block_range(values: Iterable[float], block: int, draws: int = 2000, seed: int = 13) -> tuple[float, float]:
    """Return a 95 % range for the mean of values in their order, by a circular block bootstrap.

    Forecasts h years ahead from neighbouring years share most of their years, so that a single one says little new.
    Blocks of h values keep neighbours together; the record is bent to a circle, so that each value is drawn equally
    often. With few blocks the range is too narrow rather than too wide.

    Args:
        values: In order, and without a gap.
        block: How many neighbours are drawn together, from 1 to the number of values.
        draws: How many records are drawn, at least 100.
        seed: Of the generator.

    Returns:
        The limits below and above which 2.5 % of the means lie.

    Raises:
        InputError: if there are fewer than two values, or a number is out of range.

    Source: Politis and Romano (1992) for the circle.

    >>> block_range([1.0, 1.0, 1.0], block=2)
    (1.0, 1.0)
    """
    record = numbers("values", values)
    size, times = whole_number("block", block, minimum=1), whole_number("draws", draws, minimum=100)
    if len(record) < 2 or size > len(record):
        raise InputError(f"values must be at least 2, and no fewer than the {size} of a block.")
    starts = np.random.default_rng(seed).integers(0, len(record), (times, -(-len(record) // size)))
    drawn = (starts[..., None] + np.arange(size)).reshape(times, -1)[:, : len(record)] % len(record)
    low, high = np.quantile(record[drawn].mean(axis=1), TAILS)
    return float(low), float(high)
