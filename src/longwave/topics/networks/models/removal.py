"""How a network shrinks when its firms leave, in several orders."""

import numpy as np
import pandas as pd

from longwave.links import Firms, Links, read_links
from longwave.topics.networks.models.networks import ORDERS, removal_order
from longwave.topics.networks.models.percolation import percolation

STEP = 2


def removal_curves(links: Links, firms: Firms | None, rng: np.random.Generator) -> pd.DataFrame:
    """Return the largest part at each even per cent of departures, for three orders: DataFrame(order, out, share).

    `firms` is None for a graph.
    """
    pairs, names = read_links(links, firms)
    count = len(names)
    percents = np.arange(0, 101, STEP)
    frames = []
    for order in ORDERS:
        shares = percolation(pairs, removal_order(pairs, count, order, rng))
        places = np.rint(percents * count / 100).astype(np.intp)
        frames.append(pd.DataFrame({"order": order, "out": percents / 100, "share": shares[places]}))
    return pd.concat(frames, ignore_index=True)
