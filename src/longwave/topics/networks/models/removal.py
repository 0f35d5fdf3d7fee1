"""How a network shrinks when its firms leave, in several orders."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.topics.networks.models.networks import ORDERS, removal_order
from longwave.topics.networks.models.percolation import percolation

STEP = 2


def removal_curves(links: npt.NDArray[np.int64], firms: int, rng: np.random.Generator) -> pd.DataFrame:
    """Return the largest part at each even per cent of departures, for three orders: DataFrame(order, out, share).

    `links` are rows of two firms from 0 to n − 1, `firms` is n. Our own construction, on `percolation`.

    >>> curves = removal_curves(np.array([[0, 1], [1, 2]]), 3, np.random.default_rng(1))
    >>> curves.groupby("order")["share"].agg(["first", "last"]).loc["random"].tolist()
    [1.0, 0.0]
    """
    percents = np.arange(0, 101, STEP)
    frames = []
    for order in ORDERS:
        shares = percolation(links, removal_order(links, firms, order, rng))
        places = np.rint(percents * firms / 100).astype(np.intp)
        frames.append(pd.DataFrame({"order": order, "out": percents / 100, "share": shares[places]}))
    return pd.concat(frames, ignore_index=True)
