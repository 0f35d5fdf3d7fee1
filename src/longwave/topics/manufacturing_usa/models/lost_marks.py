"""A printed pair of numbers that has lost a mark: every way to read it, and how well each fits its neighbours."""

import re

import numpy as np
import pandas as pd

from longwave.checks import InputError

_CELL = re.compile(r"\d+(\.\d)?(/\d+(\.\d)?)?")


def readings(cell: str) -> pd.DataFrame:
    """Return every way to read a printed cell as two numbers of at most one decimal, by columns federal and others.

    Blanks are dropped. A slash or a point that is printed stays; a slash that is missing may belong between any two
    digits, and a number without a point may have lost one before its last digit. No number starts with a needless 0.
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
    if not re.fullmatch(r"(0|[1-9]\d*)(\.\d)?", part):
        return []
    whole = [float(part)]
    return whole if "." in part or len(part) < 2 else [*whole, float(f"{part[:-1]}.{part[-1]}")]


def fits(read: pd.DataFrame, federal_sums: object, others_sums: object) -> pd.Series:
    """Return how well each reading fits sums that are known from elsewhere, as shares that sum to 1.

    The logarithms of the known sums are taken as normal: z is the distance of a reading's logarithm from their mean in
    standard deviations, and a share is in proportion to exp(−(z₁² + z₂²) / 2). Our own construction: it takes the two
    sums as independent, and every reading as equally likely before one looks at its size.

    >>> sums = [5, 10, 20]
    >>> fits(pd.DataFrame({"federal": [10.0, 10.0], "others": [10.0, 1000.0]}), sums, sums).round(3).tolist()
    [1.0, 0.0]
    """
    distances = [_distances(read[side], sums) for side, sums in (("federal", federal_sums), ("others", others_sums))]
    exponent = -(distances[0] ** 2 + distances[1] ** 2) / 2
    weight: pd.Series = np.exp(exponent - exponent.max())
    share: pd.Series = weight / weight.sum()
    return share.rename("share")


def _distances(numbers: pd.Series, sums: object) -> pd.Series:
    logs = np.log(np.asarray(sums, dtype=float))
    if logs.size < 2 or not np.isfinite(logs).all() or logs.std(ddof=1) == 0:
        raise InputError("federal_sums and others_sums must each hold at least two different sums above 0.")
    distances: pd.Series = (np.log(numbers) - logs.mean()) / logs.std(ddof=1)
    return distances
