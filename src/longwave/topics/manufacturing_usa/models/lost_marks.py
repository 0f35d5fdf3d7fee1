"""A printed pair of numbers that lost a mark: how it loses it, every way to read it, how well each fits its like."""

import re

import numpy as np
import pandas as pd

from longwave.checks import InputError

_CELL = re.compile(r"\d+(\.\d)?(/\d+(\.\d)?)?")


def readings(cell: str) -> pd.DataFrame:
    """Return every way to read a printed cell as two numbers of at most one decimal, by columns federal and others.

    Blanks are dropped. A slash or a point that is printed stays; a slash that is missing may belong between any two
    digits, and a number without a point may have lost one before its last digit. No number starts with a needless 0,
    and none is 0.
    An InputError says what a cell must look like.

    Our own construction.

    >>> readings("656. 8")
       federal  others
    0      6.0    56.8
    1     65.0     6.8
    2      6.5     6.8
    """
    text = re.sub(r"\s", "", cell)
    if not _CELL.fullmatch(text):
        raise InputError(f"cell must be digits with at most a slash and one decimal a number, not {cell!r}.")
    if "/" in text:
        pairs = [tuple(text.split("/"))]
    else:
        body = text.split(".")[0]
        pairs = [(text[:place], text[place:]) for place in range(1, len(body))]
    rows = [(one, other) for pair in pairs for one in _numbers(pair[0]) for other in _numbers(pair[1])]
    return pd.DataFrame(rows, columns=["federal", "others"], dtype=float)


def _numbers(part: str) -> list[float]:
    """Return what one part of a cell can mean: as it is printed, and with a point before its last digit."""
    if not re.fullmatch(r"(0|[1-9]\d*)(\.\d)?", part) or float(part) == 0:
        return []
    whole = [float(part)]
    return whole if "." in part or len(part) < 2 else [*whole, float(f"{part[:-1]}.{part[-1]}")]


def garbled(federal: float, others: float) -> str:
    """Return a pair as it is printed once its slash and the point of the left-hand number are gone.

    The right-hand number keeps one decimal, so its point stays. Both are 1 or more, and are rounded to one decimal;
    else an InputError. Our own construction, after the cells of Table 2.

    >>> garbled(6.5, 6.8), garbled(7, 12.9)
    ('656.8', '712.9')
    """
    if not (np.isfinite([federal, others]).all() and min(federal, others) >= 1):
        raise InputError("federal and others must be finite and 1 or more.")
    return f"{round(federal, 1):g}".replace(".", "") + f"{others:.1f}"


def fits(read: pd.DataFrame, federal_sums: object, others_sums: object) -> pd.Series:
    """Return how well each reading fits sums that are known from elsewhere, as shares that sum to 1.

    The logarithms of the known sums are taken as normal: z is the distance of a reading's logarithm from their mean in
    standard deviations, and a share is in proportion to exp(−(z₁² + z₂²) / 2). Our own construction: it takes the two
    sums as independent, and every reading as equally likely before one looks at its size.

    >>> sums = [5, 10, 20]
    >>> fits(pd.DataFrame({"federal": [10.0, 10.0], "others": [10.0, 1000.0]}), sums, sums).round(3).tolist()
    [1.0, 0.0]
    """
    distances = [log_distance(read[side], sums) for side, sums in (("federal", federal_sums), ("others", others_sums))]
    exponent = -(distances[0] ** 2 + distances[1] ** 2) / 2
    weight: pd.Series = np.exp(exponent - exponent.max())
    share: pd.Series = weight / weight.sum()
    return share.rename("share")


def log_distance(numbers: object, sums: object) -> pd.Series:
    """Return how many standard deviations the logarithms of numbers lie from the mean logarithm of known sums.

        z = (ln x − m) / s,   m and s the mean and the standard deviation (n − 1) of ln of the known sums

    `numbers` are above 0; `sums` are at least two different ones above 0, else an InputError. Our own construction.

    >>> log_distance([10, 20], [5, 10, 20]).round(2).tolist()
    [0.0, 1.0]
    """
    logs = np.log(np.asarray(sums, dtype=float))
    if logs.size < 2 or not np.isfinite(logs).all() or logs.std(ddof=1) == 0:
        raise InputError("federal_sums and others_sums must each hold at least two different sums above 0.")
    series = numbers if isinstance(numbers, pd.Series) else pd.Series(np.atleast_1d(np.asarray(numbers, dtype=float)))
    distances: pd.Series = (np.log(series) - logs.mean()) / logs.std(ddof=1)
    return distances
